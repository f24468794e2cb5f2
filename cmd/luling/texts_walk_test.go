package main

import (
	"fmt"
	"testing"

	"luling/flows"
	"luling/store/programme"
	"luling/store/storetest"
)

// What anybody can be shown exists in both languages and fits; and what the
// texts hold is what somebody can be shown.
func TestEveryText(t *testing.T) {
	t.Parallel()
	r := newReader(t)
	everyForm(t, r)
	otherForms(t, r)
	unitForms(t, r)
	deskTexts(t, r)
	wholeLife(t, r)
	everyState(t, r)
	r.byHand()
	r.covers()
}

// everyForm walks every form in every category for every type of unit: each
// question, each face of the form, each refusal, each button.
func everyForm(t *testing.T, r *reader) {
	t.Helper()
	w := newWalker(t, r)
	w.Round(programme.RoundApplying)
	looked, walked := map[string]bool{}, map[programme.Category]bool{}
	look := func(s stand) {
		about := s.screen.Data.(map[string]any)
		face := fmt.Sprint(about["Question"], about["Current"] != nil)
		if !looked[face] {
			w.looks(s, 1, ways(s)...)
			w.looks(s, 0, odd()...)
		}
		looked[face] = true
	}
	for _, kind := range programme.UnitTypes {
		for _, c := range storetest.Programme(t).Open(kind) {
			u := w.Unit(string(kind)+string(c.ID), func(u *programme.Unit) { u.Type = kind })
			contact := at(w.Person("联络员", programme.RoleContact, u).TelegramID)
			w.looks(contact, 1, typed("/apply"))
			s := w.does(w.does(contact, typed("/apply")), typed("/apply"))
			if walked[c.ID] { // the form is the same whatever the type, but for what it begins with
				s = w.picks(w.picks(s, ""), string(c.ID))
				w.looks(s, 1, ways(s)...)
				continue
			}
			if s = w.fills(s, c.ID, look); s.screen.Text != "form.review" {
				t.Errorf("%s as %s ends at %s", kind, c.ID, s.screen.Text)
			}
			w.looks(s, 1, ways(s)...)
			walked[c.ID] = true
		}
	}
}

// otherForms walks the forms that are not the application: registering a
// session, twice on one day, and inviting somebody to each place.
func otherForms(t *testing.T, r *reader) {
	t.Helper()
	w := newWalker(t, r)
	u := w.Unit("甲厂")
	office := at(w.Person("办公室", programme.RoleOffice).TelegramID)
	contact := at(w.Person("联络员", programme.RoleContact, u).TelegramID)
	around := func(s stand) { w.looks(s, 0, ways(s)...); w.looks(s, 0, odd()...) }
	for range 2 {
		s := w.fills(w.opens(contact, "study.register", ""), "yes", around)
		w.looks(s, 1, ways(s)...)
		s = w.submits(s)
		w.looks(s, 1, ways(s)...)
		w.looks(s, 1, typed("/study"))
	}
	for _, place := range []string{fmt.Sprintf("unit/%d", u.ID), "body/1", "city/0"} {
		s := w.submits(w.fills(w.opens(office, "people.invite", place), "reviewer", around))
		w.looks(s, 1, ways(s)...)
		w.looks(office, 1, office.press(flows.Button{Act: "people.at", Arg: place}))
	}
}
