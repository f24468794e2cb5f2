package bottest

// Updating reports whether texts kept beside the tests are to be rewritten, as
// `make say` asks.
func Updating() bool { return *update }
