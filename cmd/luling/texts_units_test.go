package main

import (
	"fmt"
	"strings"
	"testing"

	"luling/flows"
	"luling/store"
	"luling/store/programme"
)

// answered answers the form on the screen by the names of its questions, an option
// in [brackets], and looks around at each.
func (w *walker) answered(s stand, answers map[string]string) stand {
	w.T.Helper()
	for range 20 {
		about, _ := s.screen.Data.(map[string]any)
		name, asks := about["Question"].(string)
		if !asks || s.screen.Text != "form.question" {
			return s
		}
		w.looks(s, 0, ways(s)...)
		w.looks(s, 0, odd()...)
		answer, known := answers[name[strings.LastIndex(name, ".")+1:]]
		if !known {
			w.T.Fatalf("no answer for %s", name)
		}
		if option, is := strings.CutPrefix(answer, "["); is {
			s = w.takes(s, strings.TrimSuffix(option, "]"))
			continue
		}
		s = w.does(s, typed(answer))
	}
	w.T.Fatalf("the form does not end: %v", s.screen.Data)
	return s
}

// takes presses what has an argument that begins so.
func (w *walker) takes(s stand, begin string) stand {
	w.T.Helper()
	for _, row := range s.screen.Buttons {
		for _, b := range row {
			if b.Do == begin || b.Do == "pick" && strings.HasPrefix(b.Arg, begin) {
				return w.does(s, s.press(b))
			}
		}
	}
	w.T.Fatalf("no option %s: %v", begin, s.screen)
	return s
}

// unitForms walks the register of units and bodies, deputies, and invitations in
// bulk: each question, each card, each notice.
func unitForms(t *testing.T, r *reader) {
	t.Helper()
	w := newWalker(t, r)
	w.Round(programme.RoundApplying)
	office := at(w.Person("办公室", programme.RoleOffice).TelegramID)
	second := at(w.Person("办公室二", programme.RoleOffice).TelegramID)
	u := w.Unit("甲厂公司", func(u *programme.Unit) { u.AuthorityID, u.CityLevel, u.CreditCode = 20, true, "12360800491234567N" })
	body := at(w.Person("推荐", programme.RoleRecommender, w.Body("jizhou")).TelegramID)
	contact := at(w.Person("联络员", programme.RoleContact, u).TelegramID)

	add := map[string]string{
		"name": "甲厂公司", "twin": "[is-", "type": "[school]", "area": "[1]", "authority": "20", "city_level": "[yes]", "code": "12360800491234567N",
		"code_twin": "[other-", "head": "贺建军", "address": "城东路 12 号", "headcount": "12",
	}
	w.looks(w.submits(w.answered(w.opens(office, "units.add", ""), add)), 1, typed("/units"))
	w.looks(w.submits(w.answered(w.opens(body, "units.add", ""), add)), 1, typed("/units"))
	add["name"], add["twin"] = "乙厂公司", "[other-"
	s := w.submits(w.answered(w.opens(office, "units.add", ""), add))
	w.looks(s, 1, ways(s)...)
	w.looks(office, 1, typed("/units"), typed("/units 甲"), typed("/bodies"), typed("/bodies 没有的"))

	unit := func(s stand, field string) stand {
		return w.does(s, s.press(flows.Button{Act: "units.change", Object: int64(u.ID), Arg: field}))
	}
	w.takes(w.takes(w.does(w.does(contact, typed("/apply")), typed("/apply")), "next"), "professional")
	mine := w.answered(unit(second, "address"), map[string]string{"address": "城东路 16 号"})
	w.submits(w.answered(unit(office, "address"), map[string]string{"address": "城东路 18 号"}))
	w.looks(mine, 1, ways(mine)...)
	w.answered(w.takes(w.takes(mine, "submit"), "jump"), map[string]string{"settle": "[mine-"})
	for field, answers := range map[string]map[string]string{
		"type": {"type": "[school]", "agree": "[clear-"}, "area": {"area": "[2]"}, "headcount": {"headcount": "77"},
		"authority": {"authority": "[0]"}, "name": {"name": "甲厂有限公司", "twin": "[other-"},
	} {
		s := w.submits(w.answered(unit(office, field), answers))
		w.looks(s, 0, ways(s)...)
	}
	w.submits(w.answered(w.opens(office, "units.body_add", ""), map[string]string{
		"name": "庐陵新区党工委", "type": "[zone]", "area": "庐陵新区", "short": "庐陵", "quota": "1", "phone": "0796-8223344", "parent": "[0]",
	}))
	bodyAt := func(s stand, act, field string, id int64) stand {
		return w.does(s, s.press(flows.Button{Act: act, Object: id, Arg: field}))
	}
	for field, answer := range map[string]string{"short": "庐", "quota": "2", "phone": "0796-8223345", "parent": "[1]"} {
		s := w.submits(w.answered(bodyAt(office, "units.body_change", field, 3), map[string]string{field: answer}))
		w.looks(s, 0, ways(s)...)
	}
	theirs := w.answered(bodyAt(second, "units.body_change", "quota", 3), map[string]string{"quota": "5"})
	w.submits(w.answered(bodyAt(office, "units.body_change", "quota", 3), map[string]string{"quota": "6"}))
	w.looks(theirs, 1, ways(theirs)...)
	w.deputies(office)
	w.bulk(office, body)
	for _, answers := range []map[string]string{
		{"how": "[rename]", "name": "中共吉州区委人才局", "reason": "机构改革方案，更名，职能不变"},
		{"how": "[succeed]", "successor": "[2]", "reason": "机构改革方案，职能并入青原区"},
	} {
		s := w.submits(w.answered(bodyAt(office, "units.end", "", 1), answers))
		w.looks(s, 0, ways(s)...)
		w.does(s, ways(s)[0])
		w.looks(s, 0, ways(s)...)
		w.looks(office, 1, office.press(flows.Button{Act: "units.body", Object: 1}))
	}
	for name, data := range paperWords {
		r.line("on paper", flows.Line{Text: name, Data: data})
	}
}

// paperWords are texts of a printed document and of two persons' days that cross,
// with what they are told.
var paperWords = map[string]any{
	"people.gap.is_deputy":   facts{"Away": "张三", "From": "2026-03-04", "Until": "2026-03-06"},
	"people.gap.deputy_away": facts{"Deputy": "张三", "From": "2026-03-04", "Until": "2026-03-06"},
	"people.slips.title":     facts{"N": 2}, "people.slips.note": facts{"Made": "2026-03-04"}, "people.slips.file": facts{"Made": "2026-03-04"},
	"people.slip.who":   facts{"Where": "甲厂", "Role": "contact", "Name": "张三", "Post": "主任"},
	"people.slip.until": facts{"Until": "2026-03-04T01:12:00Z", "AsksFirst": true}, "people.slip.how": facts{},
	"people.slip.code": facts{"Typed": "ABCDE 23456"}, "people.slip.link": facts{"Link": "abc"},
}

// deputies names one, who acts, and ends it.
func (w *walker) deputies(away stand) {
	w.T.Helper()
	w.submits(w.answered(w.opens(away, "people.deputise", ""), map[string]string{"deputy": "[2]", "from": "今天", "until": "明天"}))
	w.looks(away, 1, typed("/deputy"), typed("/me"))
	deputy := at(1002)
	for _, worn := range []string{"/me", "/deputy"} {
		w.looks(deputy, 1, typed(worn))
	}
	w.does(deputy, deputy.press(flows.Button{Act: "people.hat", Object: 1}))
	w.looks(deputy, 1, typed("/menu"), typed("/deputy"), typed("/me"))
	gap := w.answered(w.opens(away, "people.deputise", ""), map[string]string{"deputy": "[2]", "from": "今天", "until": "明天"})
	w.looks(gap, 0, ways(gap)...)
	w.does(away, away.press(flows.Button{Act: "people.end_absence", Object: 1}))
	w.looks(away, 1, away.press(flows.Button{Act: "people.end_absence", Object: 1}))
}

// bulk makes a document for all who are not here, and one of them comes.
func (w *walker) bulk(office, body stand) {
	w.T.Helper()
	w.Unit("丙小学")
	for _, scope := range []string{"", "bodies/1", "units/1", "city/1", "all/2"} {
		w.looks(office, 1, office.press(flows.Button{Act: "people.bulk", Arg: scope}))
	}
	seen := w.does(office, office.press(flows.Button{Act: "people.bulk", Arg: "units/1"}))
	asked := w.does(seen, ways(seen)[0])
	w.looks(asked, 1, ways(asked)...)
	w.looks(body, 1, body.press(flows.Button{Act: "people.bulk", Arg: "units/1"}))
	guest := w.Person("（待本人填写）", programme.RoleContact, w.Unit("丁小学"))
	s := at(guest.TelegramID)
	w.looks(s, 1, typed("/todo"), typed("/me"))
	w.submits(w.answered(w.opens(s, "people.self", ""), map[string]string{"name": "吴老师", "post": "主任", "phone": "13870600102"}))
	w.Look(func(tx *store.Tx) error {
		p, err := tx.PersonByTelegram(guest.TelegramID)
		if p.Name != "吴老师" {
			return fmt.Errorf("%+v, %w", p, err)
		}
		return err
	})
}

// Look reads the database.
func (w *walker) Look(read func(*store.Tx) error) {
	w.T.Helper()
	if err := w.DB.View(w.T.Context(), w.Now, read); err != nil {
		w.T.Fatal(err)
	}
}
