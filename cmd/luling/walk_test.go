package main

import (
	"flag"
	"testing"

	"pgregory.net/rapid"

	"luling/bot/bottest"
	"luling/flows"
	"luling/flows/flowtest"
	"luling/store/programme"
	"luling/store/storetest"
)

// TestWalkRealForms: two contacts of one unit do anything, in any order, in the
// bot as it is. After each input what flowtest looks at holds, and the first of
// them can come to the review of the application. More of it:
//
//	go test ./cmd/luling -run TestWalkRealForms -rapid.checks=500
func TestWalkRealForms(t *testing.T) {
	t.Parallel()
	h := flowtest.New(t, bottest.Start, features()...)
	u := h.Unit("吉安市庐陵人民医院", func(u *programme.Unit) { u.Type = programme.Hospital })
	h.Round(programme.RoundApplying)
	people := []storetest.Player{h.Person("刘晓梅", programme.RoleContact, u), h.Person("何志明", programme.RoleContact, u)}
	h.Person("周建国", programme.RoleHead, u)
	rapid.Check(t, func(rt *rapid.T) {
		n := rapid.IntRange(1, 50).Draw(rt, "steps")
		var all []flowtest.Step
		for range n {
			all = append(all, flowtest.Step{
				Who: rapid.IntRange(0, 1).Draw(rt, "who"), What: rapid.IntRange(0, 59).Draw(rt, "what"), Which: rapid.IntRange(0, 59).Draw(rt, "which"),
			})
		}
		if err := h.Walk(people, func(w *flowtest.Walk) error { return applicants(w, all) }); err != nil {
			rt.Fatal(err)
		}
	})
}

func applicants(w *flowtest.Walk, all []flowtest.Step) error {
	w.Opens = "/apply"
	for _, p := range w.People {
		if err := opensForm(w, p); err != nil {
			return err
		}
	}
	for _, s := range all {
		if err := w.Step(flowtest.Everything().Forging(), s); err != nil {
			return err
		}
	}
	p := w.People[0]
	if p.C.Form != "" {
		if err := w.ToReview(p, 60); err != nil {
			return err
		}
	}
	if err := opensForm(w, p); err != nil || p.C.Form == "" {
		return err // it was withdrawn on the way
	}
	return w.ToReview(p, 60)
}

// opensForm brings a person into the application, if it may be filled in.
func opensForm(w *flowtest.Walk, p *flowtest.Stroller) error {
	err := w.Do(p, flows.Input{Event: flows.Texted, Text: w.Opens})
	for _, b := range p.Buttons() {
		if err == nil && b.Act == "apply.start" {
			return w.Do(p, p.Live(b))
		}
	}
	return err
}

func init() { _ = flag.Set("rapid.checks", "15") } // unless the command says otherwise
