//go:build confirmfirst

package bot

// confirmFirst makes a bot that must not exist: it confirms updates before their
// effects are committed. The crash test's control run shows what that loses.
const confirmFirst = true
