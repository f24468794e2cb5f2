package flowtest

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"luling/flows"
	"luling/store"
)

// looking are the buttons of a form that change no record.
var looking = []string{"back", "help", "show", "overview", "section", "jump", "review", "leave", "entry", "list", "page", "cal"}

// judge looks at what every input must hold to.
func (w *Walk) judge(d Deed) error {
	checks := []func(Deed) error{w.readable, w.nothingGone, w.onlyLooked, w.overlooked, w.rebuilt}
	for _, check := range checks {
		if err := check(d); err != nil {
			return err
		}
	}
	for _, watch := range w.Watches {
		if err := watch(w, d); err != nil {
			return err
		}
	}
	return nil
}

// readable: what is shown can be read in each language and led on from, and its
// buttons fit.
func (w *Walk) readable(d Deed) error {
	r := d.Out.Reply
	if r.Text == "" {
		return nil
	}
	if err := w.says(r); err != nil {
		return fmt.Errorf("the screen cannot be said: %w", err)
	}
	if len(slices.Concat(r.Buttons...)) == 0 {
		return fmt.Errorf("nothing can be pressed on %s", r.Text)
	}
	for _, b := range slices.Concat(r.Buttons...) {
		if _, err := flows.Data(b, d.Out.Conversation.ID, d.Out.Conversation.Revision+100_000); err != nil {
			return err
		}
	}
	return nil
}

// nothingGone: a stored answer is there for good.
func (w *Walk) nothingGone(d Deed) error {
	for name := range d.Before.Answers {
		if _, there := d.After.Answers[name]; !there {
			return fmt.Errorf("the answer %s is gone", name)
		}
	}
	return nil
}

// onlyLooked: what only shows something, and what is out of date, changes nothing.
func (w *Walk) onlyLooked(d Deed) error {
	stale := d.In.Event == flows.Pressed && !d.In.Offered && strings.HasPrefix(d.In.Data, "f:") && !live(d)
	if !stale && (d.In.Event != flows.Pressed || !slices.Contains(looking, d.Did.Do)) {
		return nil
	}
	if stale && d.By.saw.Same(d.Before) == "" && (d.Out.Conversation.Face() != d.Was.Face() || d.Out.Conversation.Asks != d.Was.Asks) {
		return fmt.Errorf("a button out of date leads from %q %s to %q %s", d.Was.Asks, d.Was.Face(), d.Out.Conversation.Asks, d.Out.Conversation.Face())
	}
	if !stale && len(d.After.Drafts) > len(d.Before.Drafts) {
		return nil // a colleague has submitted meanwhile: the form begins anew
	}
	if different := d.Before.Same(d.After); different != "" {
		return fmt.Errorf("%s changed what is stored: %s", d.In.Data, different)
	}
	return nil
}

// live reports whether a button's revision holds still: after what came of
// itself, the buttons before it do.
func live(d Deed) bool {
	part := strings.Split(d.In.Data, ":")
	if len(part) < 3 || part[1] != d.Was.ID {
		return false
	}
	for revision := d.Was.Since; revision <= d.Was.Revision; revision++ {
		if data, err := flows.Data(flows.Button{Do: "x"}, d.Was.ID, revision); err == nil && strings.HasPrefix(data, strings.Join(part[:3], ":")+":") {
			return true
		}
	}
	return false
}

// overlooked: nobody overwrites what a colleague gave after his screen was made,
// nor what a colleague has not yet chosen between.
func (w *Walk) overlooked(d Deed) error {
	for name, old := range d.Before.Answers {
		now := d.After.Answers[name]
		if old.Rival != nil && old.RivalBy != d.By.ID && string(now.Rival) != string(old.Rival) && string(now.Value) != string(old.Rival) {
			return fmt.Errorf("%s: what %d wanted to choose, %s, was lost by %s", name, old.RivalBy, old.Rival, d.By.Name)
		}
		if saw := d.By.saw.Answers[name]; old.By == d.By.ID || old.Value == nil || old.Prefilled || string(saw.Value) == string(old.Value) {
			continue
		}
		if gone(old, now, d.Did) {
			return fmt.Errorf("%s: %s by %d, which %s has not seen, became %s (rival %s)", name, old.Value, old.By, d.By.Name, now.Value, now.Rival)
		}
	}
	return nil
}

// gone reports whether the old value is nowhere in the new answer. Of a gathered
// one each part counts, but the one a button takes out.
func gone(old, now store.Answer, did flows.Button) bool {
	if string(old.Value) == string(now.Value) || string(old.Value) == string(now.Rival) {
		return now.Skipped && !old.Skipped
	}
	var before, after []any
	if json.Unmarshal(old.Value, &before) != nil || json.Unmarshal(now.Value, &after) != nil {
		return true
	}
	return slices.ContainsFunc(before, func(x any) bool {
		part := fmt.Sprint(x)
		if number, is := x.(float64); is {
			part = strconv.FormatInt(int64(number), 36)
		}
		out := slices.Contains([]string{"off", "drop", "unlist"}, did.Do) && did.Arg == part
		return !out && !slices.Contains(after, x)
	})
}

// rebuilt: the screen's row says where the person stands.
func (w *Walk) rebuilt(d Deed) error {
	p := d.By
	if p.Row.Content == nil {
		return nil
	}
	again := flows.Rebuild(p.Row)
	if !p.C.Fits(p.Row) {
		return errors.New("the conversation does not fit its screen")
	}
	if again.Form != p.C.Form || again.Subject != p.C.Subject || again.Asks != p.C.Asks || again.Face() != p.C.Face() {
		return fmt.Errorf("rebuilt it stands at %q %s of %s, and was at %q %s of %s",
			again.Asks, again.Face(), again.Form, p.C.Asks, p.C.Face(), p.C.Form)
	}
	return nil
}
