package playground_test

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"luling/bot/playground"
)

func TestTheStateSurvivesTheProcess(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "box.json")
	kept := func(c *playground.Config) { c.File = file }
	first := started(t, kept)
	first.id(first.Send(li, "在吗"))
	first.id(first.SendFile(li, playground.File{Name: "a.txt", Content: []byte("content")}))
	fileID := first.last(li).FileID
	first.post("sendMessage", `{"chat_id":11,"text":"在","reply_markup":{"inline_keyboard":[[{"text":"a","callback_data":"b"}]]}}`)
	press, err := first.Press(li, first.last(li).ID, 0, 0)
	if err != nil {
		t.Fatal(err)
	}
	first.post("setMyCommands", `{"commands":[{"command":"apply","description":"申报"}]}`)
	path := first.path(fileID)
	first.id(first.Block(wang))
	saw, waiting := first.sees(li), first.Unconfirmed()
	if err := first.Close(); err != nil {
		t.Fatal(err)
	}

	second := open(t, kept)
	second.clock.advance(10 * time.Second)
	if got := second.sees(li); got != saw {
		t.Errorf("the person sees\n%s\nnot\n%s", got, saw)
	}
	if n := second.Unconfirmed(); n != waiting {
		t.Errorf("%d updates wait, not %d", n, waiting)
	}
	if r := second.post("answerCallbackQuery", `{"callback_query_id":"`+press+`"}`); !r.OK {
		t.Errorf("the press is forgotten: %s", r.Description)
	}
	if got := second.Commands(li); len(got) != 1 || got[0].Command != "apply" {
		t.Errorf("commands %+v", got)
	}
	if code, got := second.fetch(path); code != 200 || string(got) != "content" {
		t.Errorf("the file is %d %q", code, got)
	}
	second.refused(second.post("sendMessage", `{"chat_id":12,"text":"x"}`), 403, "blocked")
	before := second.last(li).ID
	if m := second.say("weiter"); int64(m.ID) <= before {
		t.Errorf("message ids go back to %d", m.ID)
	}
}

// sees spells all a person sees.
func (b *box) sees(person int64) string {
	raw, err := json.Marshal(b.Messages(person))
	if err != nil {
		b.t.Fatal(err)
	}
	return string(raw)
}

// TestAChangeIsSavedWithoutAGoodbye reads the file while the box is still
// open, as it would be found after a kill.
func TestAChangeIsSavedWithoutAGoodbye(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "box.json")
	b := started(t, func(c *playground.Config) { c.File = file })
	b.id(b.Send(li, "不要丢"))
	tick, end := time.NewTicker(5*time.Millisecond), time.After(10*time.Second)
	defer tick.Stop()
	for {
		raw, err := os.ReadFile(file)
		if err != nil && !errors.Is(err, os.ErrNotExist) {
			t.Fatal(err)
		}
		if strings.Contains(string(raw), "不要丢") {
			return
		}
		select {
		case <-tick.C:
		case <-end:
			t.Fatal("not saved after 10 s")
		}
	}
}

func TestABrokenStateIsNotOverwritten(t *testing.T) {
	t.Parallel()
	for name, content := range map[string]string{"half a file": `{"version":1,`, "another version": `{"version":99}`} {
		file := filepath.Join(t.TempDir(), "box.json")
		if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := playground.New(playground.Config{Token: token, Username: "b", File: file}); err == nil {
			t.Errorf("%s is taken", name)
		}
		if raw, err := os.ReadFile(file); err != nil || string(raw) != content {
			t.Errorf("%s is now %q: %v", name, raw, err)
		}
	}
}

func TestAConfigThatMakesNoSenseIsRefused(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]playground.Config{
		"no token":      {Username: "b"},
		"no username":   {Token: token},
		"a nameless":    {Token: token, Username: "b", People: []playground.Person{{ID: 1}}},
		"a negative id": {Token: token, Username: "b", People: []playground.Person{{ID: -1, First: "a"}}},
		"a twin":        {Token: token, Username: "b", People: []playground.Person{{ID: 1, First: "a"}, {ID: 1, First: "b"}}},
		"a bad payload": {Token: token, Username: "b", People: []playground.Person{{ID: 1, First: "a", Start: "a b"}}},
	} {
		if _, err := playground.New(c); err == nil {
			t.Errorf("%s passes", name)
		}
	}
}
