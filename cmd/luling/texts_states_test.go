package main

import (
	"slices"
	"testing"

	"luling/flows"
	"luling/flows/card"
	"luling/store"
	"luling/store/programme"
	"luling/store/storetest"
)

// wholeLife walks an application from the first question to a restored withdrawal,
// and looks around at each step with everybody's eyes.
func wholeLife(t *testing.T, r *reader) {
	t.Helper()
	w := newWalker(t, r)
	w.Round(programme.RoundApplying)
	u := w.Unit("甲厂")
	contact := at(w.Person("联络员", programme.RoleContact, u).TelegramID)
	head := at(w.Person("负责人", programme.RoleHead, u).TelegramID)
	body := at(w.Person("推荐", programme.RoleRecommender, w.Body("jizhou")).TelegramID)
	office := at(w.Person("办公室", programme.RoleOffice).TelegramID)
	nothing := func(stand) {}
	around := func() {
		for _, s := range []stand{contact, head, body, office} {
			for _, word := range []string{"/apply", "/progress", "/todo", "/desk"} {
				w.looks(s, 1, typed(word))
			}
			w.acts(s, 1, "", "1", "restore")
		}
	}
	for _, w.day = range []string{"2025-05-20", "2025-09-20"} {
		w.submits(w.fills(w.opens(contact, "study.register", ""), "yes", nothing))
	}
	fill := func() {
		w.submits(w.fills(w.does(w.does(contact, typed("/apply")), typed("/apply")), programme.CatEnterprise, nothing))
	}
	fill()
	around()
	w.submits(w.fills(w.does(head, head.press(flows.Button{Act: "apply.return", Object: 1, Version: w.version()})), "", nothing))
	around()
	fill()
	w.scans(office)
	asked := w.does(head, head.press(flows.Button{Act: "apply.confirm", Object: 1, Version: w.version()}))
	w.does(asked, ways(asked)[0])
	around()
	w.submits(w.fills(w.does(contact, contact.press(flows.Button{Act: "apply.withdraw", Object: 1, Version: w.version()})), "", nothing))
	around()
	w.does(head, head.press(flows.Button{Act: "apply.agree", Object: 1, Version: w.version(), Arg: "withdraw"}))
	around()
	w.does(contact, contact.press(flows.Button{Act: "apply.restore", Object: 1, Version: w.version()}))
	around()
	w.does(head, head.press(flows.Button{Act: "apply.agree", Object: 1, Version: w.version(), Arg: "restore"}))
	around()
}

// everyState walks everybody's commands and every act, on an application in every
// state.
func everyState(t *testing.T, read *reader) {
	t.Helper()
	w := newWalker(t, read)
	r := w.Round(programme.RoundApplying)
	body := w.Body("jizhou")
	everybody := []stand{at(1)}
	for _, role := range programme.Roles {
		if !role.OfUnit() && role != programme.RoleRecommender {
			everybody = append(everybody, at(w.Person(string(role), role).TelegramID))
		}
	}
	everybody = append(everybody, at(w.Person("推荐", programme.RoleRecommender, body).TelegramID))
	for _, s := range everybody {
		w.commands(s)
		w.acts(s, 1, "", "zh", "unit/1", "guarantee.0", "guarantee.5", "draft/1")
	}
	states := []programme.ApplicationState{}
	for _, rule := range programme.ApplicationMoves {
		if !slices.Contains(states, rule.To) {
			states = append(states, rule.To)
		}
	}
	for _, state := range states {
		if state == "" {
			continue
		}
		u := w.Unit("单位" + string(state))
		var people []stand
		for _, role := range []programme.Role{programme.RoleContact, programme.RoleDeputy, programme.RoleHead} {
			people = append(people, at(w.Person(string(role)+string(state), role, u).TelegramID))
		}
		a := w.Application(u, r, state)
		w.freeze(a)
		for _, s := range people {
			w.commands(s)
			w.acts(s, int64(a.ID), "", "restore")
		}
		for _, s := range everybody {
			w.looks(s, 1, s.press(flows.Button{Act: "desk.card", Object: int64(a.ID)}))
		}
	}
}

// freeze gives a submitted application the snapshot and the number it would have.
func (w *walker) freeze(a programme.Application) {
	w.T.Helper()
	storetest.Update(w.T, w.DB, w.Now, func(tx *store.Tx) error {
		whole, err := card.Read(tx, a.ID)
		if err != nil || !card.Frozen(whole.Stage()) {
			return err
		}
		d, err := whole.Draft(tx)
		if err != nil {
			return err
		}
		content, err := d.Content().Bytes()
		if err != nil {
			return err
		}
		_, err = tx.AddSnapshot(a.ID, content)
		return err
	})
}

func (w *walker) commands(s stand) {
	words := []string{"没有的", "start 不对的邀请码"}
	for _, f := range w.house.Features {
		for _, c := range f.Commands {
			words = append(words, c.Name)
		}
	}
	for _, word := range words {
		w.looks(s, 1, typed("/"+word))
	}
	w.looks(s, 0, typed("你好"), typed("ABCDE 23456"), flows.Input{Event: flows.Odd, Other: "sticker"}, flows.Input{Event: flows.Left})
}

// acts presses every act there is on an object, of its first versions and with
// each of the arguments.
func (w *walker) acts(s stand, id int64, args ...string) {
	w.T.Helper()
	for name := range w.house.Acts() {
		for _, arg := range args {
			for version := range int64(4) {
				if arg == "" || version == 1 {
					w.looks(s, 0, s.press(flows.Button{Act: name, Object: id, Version: version, Arg: arg}))
				}
			}
		}
	}
}
