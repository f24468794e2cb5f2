//go:build !confirmfirst

package bot

const confirmFirst = false
