//go:build !failpoints

package failpoint

// Enabled reports whether this program was built with the tag failpoints.
const Enabled = false

// Hit does nothing and returns nil unless the program was built with the tag
// failpoints.
func Hit(string) error { return nil }

// Count is always 0 unless the program was built with the tag failpoints.
func Count(string) int64 { return 0 }
