package rulebook_test

import (
	"testing"

	"luling/store/rulebook"
)

func TestDefault(t *testing.T) {
	p, err := rulebook.Default()
	if err != nil {
		t.Fatal(err)
	}
	t.Log(p.Version, len(p.Bodies), len(p.Clauses), p.PointsSum(""), p.Study, p.Vote)
}
