package main

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"luling/bot/bottest"
	"luling/bot/playground"
	"luling/store"
	"luling/store/programme"
)

// The accounts of the scenes.
const (
	goldenContact, goldenHead, goldenBody = 1001, 1002, 1013
)

// afterwards is what else must be possible after a scene.
var afterwards = map[string]func(v *woken){
	"left":        applies,
	"study":       applies,
	"returned":    applies,
	"waiting":     confirms,
	"unsent":      confirms,
	"submitted":   readsAll,
	"withdrawn":   restores,
	"withdrawing": agrees,
}

// applies goes on with the application from wherever the contact is.
func applies(v *woken) {
	c := v.chat[goldenContact]
	c.Says("/apply")
	v.act(c, "apply.start")
	v.sensible(c)
	if v.screen(c).Form != "apply" {
		v.t.Errorf("/apply leads to\n%s", c.Screen())
	}
	v.goesOn(c)
}

// confirms has the leader confirm what the release had sent him. A form that
// asks more today is not submitted behind anybody's back: then he can return it.
func confirms(v *woken) {
	head := v.chat[goldenHead]
	v.Advance(2 * minute) // what the release could not send is sent
	for range 3 {
		v.act(head, "apply.confirm")
		v.sensible(head)
	}
	if v.state() == programme.AppSubmitted {
		return
	}
	if !v.act(head, "apply.return") || v.state() != programme.AppAwaitingLeader {
		v.Sound()
		v.t.Fatalf("the leader can neither confirm nor return; it is %s and he sees\n%s", v.state(), head.Screen())
	}
	v.answersOne(head)
	v.presses(head, "submit")
	applies(v)
}

// restores takes back what was withdrawn before the release.
func restores(v *woken) {
	c := v.chat[goldenContact]
	c.Says("/progress")
	if !v.act(c, "apply.restore") || v.state() != programme.AppDraft {
		v.t.Fatalf("it is %s and cannot be restored from\n%s", v.state(), c.Screen())
	}
	applies(v)
}

// agrees has the leader agree to what was asked before the release.
func agrees(v *woken) {
	head := v.chat[goldenHead]
	if !v.act(head, "apply.agree") || v.state() != programme.AppWithdrawn {
		v.t.Errorf("it is %s, and the leader who agreed sees\n%s", v.state(), head.Screen())
	}
}

// readsAll turns all pages of what was submitted: every text and every file of
// the snapshot is shown.
func readsAll(v *woken) {
	body := v.chat[goldenBody]
	notice, _ := v.button(body, "desk.card")
	read := ""
	for page := range 60 {
		before := body.Last().Text
		body.Data(notice, fmt.Sprintf("a:desk.page:%d:0:%d", v.application().ID, page+1))
		if page > 0 && body.Last().Text == before {
			break // of a page that is not there the last one is shown
		}
		read += body.Last().Text + "\n"
	}
	var content any
	v.Look(func(tx *store.Tx) error {
		s, err := tx.Snapshot(v.application().ID)
		if err == nil {
			err = json.Unmarshal(s.Content, &content)
		}
		return err
	})
	said := texts(content, "")
	if len(said) < 20 {
		v.t.Fatalf("the snapshot has only %d texts", len(said))
	}
	for _, text := range said {
		if !strings.Contains(read, text) {
			v.t.Errorf("the pages do not show %q of the snapshot:\n%s", text, read)
		}
	}
}

// texts are the words people typed, and the names of files, in a snapshot.
func texts(in any, key string) (all []string) {
	switch in := in.(type) {
	case map[string]any:
		if name, is := in["name"].(string); is && in["sha256"] != nil {
			all = append(all, name)
		}
		for k, v := range in {
			all = append(all, texts(v, k)...)
		}
	case []any:
		for _, v := range in {
			all = append(all, texts(v, key)...)
		}
	case string:
		if slices.Contains([]string{"Text", "Post", "Phone"}, key) && len(in) > 8 {
			all = append(all, in)
		}
	}
	return all
}

// act presses the newest button of a message that orders the act, and reports
// whether there is one.
func (v *woken) act(c *bottest.Chat, act string) bool {
	v.t.Helper()
	m, data := v.button(c, act)
	if data != "" {
		c.Data(m, data)
	}
	return data != ""
}

func (v *woken) button(c *bottest.Chat, act string) (m playground.Message, data string) {
	v.t.Helper()
	for _, m := range slices.Backward(c.Messages()) {
		for _, b := range slices.Concat(m.Keyboard...) {
			if strings.HasPrefix(b.Data, "a:"+act+":") {
				return m, b.Data
			}
		}
	}
	return m, ""
}

func (v *woken) application() (a programme.Application) {
	v.t.Helper()
	v.Look(func(tx *store.Tx) error {
		all, err := tx.Applications(store.ApplicationFilter{})
		if err == nil {
			a = all[len(all)-1]
		}
		return err
	})
	return a
}

func (v *woken) state() programme.ApplicationState { return v.application().State }
