package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode"

	"luling/bot/bottest"
	"luling/bot/playground"
	"luling/flows"
	"luling/store"
)

const canary = "金丝雀"

// singing is a feature that puts a person's words into every error it can.
var singing = flows.Feature{Name: "singing", Acts: map[string]flows.Act{
	"fails": {Run: func(*store.Tx, flows.Press) (flows.Reply, error) {
		_, err := strconv.Atoi(canary)
		return flows.Reply{}, fmt.Errorf("count: %w", err)
	}},
	"panics": {Run: func(*store.Tx, flows.Press) (flows.Reply, error) { panic(canary) }},
	"shows": {Run: func(tx *store.Tx, _ flows.Press) (flows.Reply, error) {
		return flows.Say("refused.apply.round_closed", map[string]any{"ClosesOn": canary}), nil
	}},
	"labels": {Run: func(tx *store.Tx, _ flows.Press) (flows.Reply, error) {
		key := flows.Button{Label: map[string]any{"Name": canary}, Act: "/menu"}
		return flows.Say("people.code_refused", nil, flows.Row(key)), nil
	}},
	"promises": {Run: func(tx *store.Tx, _ flows.Press) (flows.Reply, error) {
		data, err := json.Marshal(map[string]any{"ClosesOn": canary})
		if err == nil {
			_, err = tx.Post(store.Notice{Key: "canary", Chat: tx.Actor().TelegramID, Text: "refused.apply.round_closed", Data: data})
		}
		return flows.Toast("toast.failed", nil), err
	}},
}}

// quoting is a messenger that repeats in its refusal what it was sent.
func quoting(rw http.ResponseWriter, r *http.Request) bool {
	if !strings.HasSuffix(r.URL.Path, "/sendMessage") {
		return false
	}
	rw.WriteHeader(http.StatusBadRequest)
	fmt.Fprintf(rw, `{"ok":false,"error_code":400,"description":"Bad Request: can't parse entities: unsupported start tag \"%s\" at byte offset 3"}`, canary)
	return true
}

// Nothing a person has typed, sent or is called is in the log, whatever goes
// wrong: not an application from end to end, not a turn that fails or panics, not
// a screen, a button or a notice that cannot be shown, not what the messenger
// quotes. Our log is in English: a single Chinese character gives it away.
// Without: discreet in bot.New; a label that quotes its value in tongue.label.
func TestNobodysWordsAreInTheLog(t *testing.T) {
	t.Parallel()
	w, chat := accident(t, having(singing))
	c := chat[1001]
	filling(t, w, c, func(int) {})
	for _, act := range []string{"fails", "panics", "shows", "labels", "promises"} {
		c.Data(playground.Message{}, "a:singing."+act+":0:0:"+canary)
	}
	w.Meddle(quoting)
	c.Says("/menu " + canary)
	w.Meddle(nil)
	c.Says("/menu")
	w.Advance(time.Hour)
	log := w.Logged()
	for _, trouble := range []string{"turn failed", "turn panicked", "screen cannot be rendered", "notice refused", "screen refused"} {
		if !strings.Contains(log, trouble) {
			t.Errorf("there was no trouble of the kind %q:\n%s", trouble, log)
		}
	}
	for line := range strings.Lines(log) {
		if strings.ContainsFunc(line, func(r rune) bool { return unicode.Is(unicode.Han, r) }) || strings.Contains(line, "1387060") {
			t.Errorf("the log repeats words: %s", line)
		}
	}
	lettersAreTheirs(t, w)
}

// lettersAreTheirs fails unless each dead letter says whose it was, and in its
// reason nothing that a person wrote.
func lettersAreTheirs(t *testing.T, w *bottest.World) {
	t.Helper()
	w.Look(func(tx *store.Tx) error {
		letters, err := tx.DeadLetters(10)
		if len(letters) != 2 {
			t.Errorf("%d dead letters", len(letters))
		}
		for _, l := range letters {
			who, err := tx.Person(l.PersonID)
			if err != nil || who.TelegramID != 1001 {
				t.Errorf("update %d is of %+v, %v", l.UpdateID, who, err)
			}
			if l.Error != "panic" && l.Error != `count: strconv.Atoi: parsing "…": invalid syntax` {
				t.Errorf("the reason of update %d is %q", l.UpdateID, l.Error)
			}
		}
		return err
	})
}
