package main

import (
	"fmt"
	"testing"
	"time"

	"luling/flows"
	"luling/store"
	"luling/store/programme"
	"luling/store/storetest"
)

// deskTexts walks the desks: long lists and what is found in them, the to-do list,
// calls to make, who is shut out, the approval, and reminders of drafts.
func deskTexts(t *testing.T, r *reader) {
	t.Helper()
	w := newWalker(t, r)
	office := at(w.Person("办公室", programme.RoleOffice).TelegramID)
	body := at(w.Person("推荐", programme.RoleRecommender, w.Body("jizhou")).TelegramID)
	w.looks(body, 1, typed("/progress"))
	round := w.Round(programme.RoundApplying)
	w.looks(body, 1, typed("/progress"), typed("/desk"))
	first := w.Unit("第一单位")
	contact := w.Person("联络员", programme.RoleContact, first)
	for i := range 9 {
		w.Application(w.Unit(fmt.Sprintf("单位%d", i)), round, programme.AppDraft)
	}
	for _, state := range []programme.ApplicationState{programme.AppAwaitingLeader, programme.AppChecking} {
		w.Application(w.Unit("在"+string(state)), round, state)
	}
	w.Application(first, round, programme.AppDraft)
	for _, s := range []stand{office, body} {
		w.looks(w.does(s, typed("/desk")), 1, typed("单位3"), typed("没有这样的"))
		w.looks(s, 1, typed("/progress"), s.press(flows.Button{Act: "desk.list", Arg: "/2/单位"}))
	}
	w.approvals(office)
	w.shutOut(office, contact)
	w.called(office, contact)
	w.reminds()
	w.tasks(at(contact.TelegramID))
}

// approvals fills in the approval, changes it, and waives it.
func (w *walker) approvals(office stand) {
	w.T.Helper()
	around := func(s stand) { w.looks(s, 0, ways(s)...); w.looks(s, 0, odd()...) }
	for _, act := range []string{"about.approve", "about.approve", "about.waive"} {
		w.looks(office, 1, typed("/programme"), typed("/clauses"), typed("/todo"), office.press(flows.Button{Act: "about.settings"}))
		s := w.fills(w.opens(office, act, ""), "", around)
		w.looks(s, 1, ways(s)...)
		w.submits(s)
	}
	w.looks(office, 1, typed("/programme"), office.press(flows.Button{Act: "about.settings"}))
}

// shutOut shuts a person out and lets him in again.
func (w *walker) shutOut(office stand, who storetest.Player) {
	w.T.Helper()
	person := func(act string) flows.Input { return office.press(flows.Button{Act: act, Object: int64(who.ID)}) }
	w.looks(office, 1, typed("/block"), office.press(flows.Button{Act: "office.block", Object: 1}))
	w.looks(w.does(office, office.press(flows.Button{Act: "office.people", Arg: "1/"})), 1, typed("联络"), typed("没有这个人"))
	for range 9 {
		w.Person("同名", programme.RoleSupervisor)
	}
	w.looks(office, 1, office.press(flows.Button{Act: "office.people", Arg: "2/"}))
	for _, act := range []string{"office.block", "office.unblock"} {
		w.looks(office, 1, person("office.person"))
		s := w.fills(w.does(office, person(act)), "", func(s stand) { w.looks(s, 0, odd()...) })
		w.looks(s, 0, ways(s)...)
		w.submits(s)
		w.looks(at(who.TelegramID), 0, typed("/menu"), flows.Input{Event: flows.Texted, Text: "太快", Flooded: true})
		w.looks(office, 1, typed("/block"), person("office.person"))
	}
}

// called puts people on the list of calls and takes one off.
func (w *walker) called(office stand, who storetest.Player) {
	w.T.Helper()
	w.looks(office, 1, typed("/calls"))
	storetest.Update(w.T, w.DB, w.Now, func(tx *store.Tx) error {
		for i := range int64(10) {
			id := who.ID
			if i > 1 {
				id = programme.PersonID(i)
			}
			data := []byte(`{"Role":"contact","Where":"甲厂","By":"某"}`)
			_, err := tx.Post(store.Notice{Key: fmt.Sprint("call/", i), PersonID: id, Text: "people.handed_over", Data: data, State: store.NoticePhone})
			if err != nil {
				return err
			}
		}
		return nil
	})
	w.looks(office, 1, typed("/calls"), typed("/calls 2"), typed("/todo"))
	s := w.does(office, office.press(flows.Button{Act: "office.call", Object: int64(who.ID)}))
	w.looks(s, 1, ways(s)...)
	w.looks(office, 0, office.press(flows.Button{Act: "office.call", Object: 4711}))
}

// reminds lets the clock run to the days on which drafts are mentioned.
func (w *walker) reminds() {
	w.T.Helper()
	start := w.Now
	for range 28 {
		w.Now = w.Now.Add(24 * time.Hour)
		storetest.Update(w.T, w.DB, w.Now, func(tx *store.Tx) error {
			for _, f := range w.house.Features {
				if f.Due == nil {
					continue
				}
				if err := f.Due(tx, w.Now); err != nil {
					return err
				}
			}
			return w.listen(tx)
		})
	}
	w.Now = start
}

// tasks are what waits for a contact, and why his application cannot be sent.
func (w *walker) tasks(contact stand) {
	w.T.Helper()
	w.looks(contact, 1, typed("/todo"), typed("/why"), typed("/why 2"))
}

// scans walks the office's way to take a stamped scan, to the look before the
// second tap.
func (w *walker) scans(office stand) {
	w.T.Helper()
	open := office.press(flows.Button{Act: "apply.scan", Object: 1, Version: w.version()})
	s := w.fills(w.does(office, open), "", func(s stand) { w.looks(s, 0, ways(s)...); w.looks(s, 0, odd()...) })
	w.looks(s, 0, ways(s)...)
	s = w.submits(s)
	w.looks(s, 1, ways(s)...)
}
