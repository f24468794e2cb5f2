package card

import (
	"testing"

	"luling/store/programme"
)

func TestNoStateIsForgottenOrCountedTwice(t *testing.T) {
	t.Parallel()
	at := map[programme.ApplicationState]int{}
	for _, s := range Stages {
		for _, state := range s {
			at[state]++
		}
	}
	for _, rule := range programme.ApplicationMoves {
		if at[rule.To] != 1 {
			t.Errorf("%s is at %d stages", rule.To, at[rule.To])
		}
	}
}
