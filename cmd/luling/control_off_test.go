//go:build failpoints && !confirmfirst

package main

const confirmsFirst = false
