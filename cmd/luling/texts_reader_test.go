package main

import (
	"testing"

	"luling/flows"
)

// house is the house with every feature of the program.
func house(t *testing.T) *flows.House {
	t.Helper()
	h, err := flows.NewHouse(features()...)
	if err != nil {
		t.Fatal(err)
	}
	return h
}
