package ask_test

import (
	"slices"
	"testing"

	"luling/flows/ask"
)

func TestARowBeginsWithAnAnswer(t *testing.T) {
	t.Parallel()
	for typed, want := range map[string][]string{
		"30 28 5":    {"30", "28", "5"},
		"86、35、28":   {"86", "35", "28"},
		"8，5":        {"8", "5"},
		"1. 30 28":   {"1.", "30", "28"},
		"8":          nil,
		"30 28\n5 4": nil,
	} {
		ways := ask.Parts(typed, 3)
		if ok := slices.ContainsFunc(ways, func(way []string) bool { return slices.Equal(way, want) }); ok != (want != nil) || want == nil && ways != nil {
			t.Errorf("%q is parted into %q, want %q", typed, ways, want)
		}
	}
}
