package main

import (
	"errors"
	"strings"
	"testing"

	"luling/bot/bottest"
	"luling/store"
	"luling/store/programme"
)

// The cooperative applied last year; this year its contact takes over what lasts,
// keeps or changes each of it, and fills in what is counted and dated anew.
func TestTalkCopy(t *testing.T) {
	t.Parallel()
	w, chat := town(t)
	c, head := chat[1009], chat[1010]
	c.Start("")
	head.Start("")
	appliedBefore(c, head, given(cooperative, "农村实用"))
	nextYear(t, w)
	opens(w, "合作社从上一年申报复制:文字逐项沿用或修改,数字、日期和附件重新填写", head)
	answers := given(cooperative, "农村实用")
	for name, answer := range map[string]string{
		"rules.on": "2022年3月", "targets.value": "40 名", "targets.due": "2027年12月", "targets.reached": "[跳过]",
		"activities.held_on": "2026年9月12日", "activities.served": "210", "platforms.since": "2021年4月", "places.area": "450",
		"fund_opening": "0.8", "fund.2025.carried": "1.3", "fund.2026.carried": "11.8",
		"fund.2027.budget": "13", "fund.2027.spent": "5", "fund.2027.carried": "19.8",
		"talents.2027.total": "140", "talents.2027.rural_talent": "101",
	} {
		answers[name] = scripted(answer)
	}
	c.Says("/申报")
	c.Press("从2026年申报复制")
	c.Press("下一步")
	c.Press("沿用")
	c.Says("永丰县恩江镇城上村 12 号")
	keeps(t, c, answers)
	c.Sees("各项已填写完整")
	c.Press("提交")
	head.Press("确认申报")
	head.Press("再次确认")
	head.Sees("【申报回执】", "2027-")
	talk(t, w, "copy", nil)
}

// appliedBefore has a contact register sessions and send an application, and a leader confirm it.
func appliedBefore(c, head *bottest.Chat, answers map[string]bottest.Given) {
	studies(c)
	c.Says("/申报")
	c.Press("开始填写")
	c.Fill(answers)
	c.Press("提交")
	head.Press("确认申报")
	head.Press("再次确认")
}

// nextYear ends the round and opens that of the year after, in which the
// cooperative has met as often as before.
func nextYear(t *testing.T, w *bottest.World) {
	t.Helper()
	w.Advance(366 * day)
	w.Do(func(tx *store.Tx) error {
		tx.As(programme.Person{}, programme.Grant{Role: programme.RoleOffice})
		old, err := tx.RoundOpen()
		if err != nil {
			return err
		}
		if err := tx.MakeRound(&old, programme.MoveCancel, "上一轮评选已经结束"); err != nil {
			return err
		}
		r := old
		r.ID, r.Year, r.Title, r.Phase, r.Before, r.Version = 0, 2027, strings.ReplaceAll(old.Title, "2026", "2027"), "", "", 0
		for _, d := range []*programme.Date{&r.OpensOn, &r.ClosesOn, &r.RecommendBy, &r.CheckBy} {
			d.Year++
		}
		if err := tx.AddRound(&r); err != nil {
			return err
		}
		return errors.Join(tx.MakeRound(&r, programme.MoveAnnounce, ""), meetsAgain(tx))
	})
	w.Advance(hour) // applying begins by itself
}

// meetsAgain registers the sessions of every unit a year later.
func meetsAgain(tx *store.Tx) error {
	units, err := tx.Units(store.UnitFilter{})
	for _, u := range units {
		all, err := tx.StudySessions(u.ID)
		if err != nil {
			return err
		}
		for _, s := range all {
			again := programme.StudySession{
				UnitID: s.UnitID, HeldOn: s.HeldOn, Place: s.Place, Chair: s.Chair, ChairedByHead: s.ChairedByHead,
				Attendees: s.Attendees, Separate: s.Separate, Decisions: s.Decisions, MinutesID: s.MinutesID,
			}
			again.HeldOn.Year++
			if err := tx.AddStudySession(&again); err != nil {
				return err
			}
		}
	}
	return err
}

// keeps takes over what is offered and answers the rest until the form shows no
// question.
func keeps(t *testing.T, c *bottest.Chat, answers map[string]bottest.Given) {
	t.Helper()
	for name, _ := c.Asked(); name != ""; name, _ = c.Asked() {
		switch {
		case c.Has("沿用整项"):
			c.Press("沿用整项")
		case c.Has("沿用"):
			c.Press("沿用")
		case c.Has("再添加一项"):
			c.Press("完成")
		case strings.HasPrefix(name, "proof_") && name != "proof_2_1" && !c.Has("跳过") && !c.Has("完成"):
			c.Press("总览")
			c.Press("检查并提交")
		default:
			give, ok := column(answers, name)
			if !ok {
				t.Fatalf("no answer to %s:\n%s", name, c.Screen())
			}
			give(c)
		}
	}
}

// column is the answer to a question: of an entry that of its column first.
func column(answers map[string]bottest.Given, name string) (give bottest.Given, ok bool) {
	part := strings.Split(name, ".")
	if len(part) == 3 {
		if give, ok = answers[part[0]+"."+part[2]]; ok {
			return give, true
		}
	}
	give, ok = answers[name]
	return give, ok
}
