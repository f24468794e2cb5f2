package bottest

import (
	"context"
	"strings"
)

// Sound fails the test unless the world is whole: every promise of the database
// holds, its journal's chain is unbroken, and the bot logged no error but those
// of which a line contains one of the words expected.
func (w *World) Sound(expected ...string) {
	w.t.Helper()
	found, err := w.Bot.DB().Check(context.Background())
	must(w.t, err)
	for _, v := range found {
		w.t.Errorf("the database is not sound: %v", v)
	}
	_, err = w.Bot.DB().Verify(context.Background())
	must(w.t, err)
	for line := range strings.Lines(w.Logged()) {
		if strings.Contains(line, "level=ERROR") && !anyOf(line, expected) {
			w.t.Errorf("the bot logged: %s", line)
		}
	}
}

func anyOf(line string, words []string) bool {
	for _, word := range words {
		if strings.Contains(line, word) {
			return true
		}
	}
	return false
}
