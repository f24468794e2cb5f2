package main

import (
	"slices"
	"strings"
	"testing"

	"luling/bot/bottest"
	"luling/store"
	"luling/store/programme"
)

// a step is a move that the features of today do not make yet, with its reason.
type step struct {
	move   programme.Move
	reason string
}

// ordered makes a move of the newest application of a unit in the name of a role
// that may order it.
func ordered(t *testing.T, w *bottest.World, unit string, s step) {
	t.Helper()
	w.Do(func(tx *store.Tx) error {
		units, err := tx.Units(store.UnitFilter{})
		if err != nil {
			return err
		}
		u := units[slices.IndexFunc(units, func(u programme.Unit) bool { return u.Name == unit })]
		all, err := tx.Applications(store.ApplicationFilter{UnitID: u.ID})
		if err != nil {
			return err
		}
		a := all[len(all)-1]
		for _, role := range append(slices.Clone(programme.Roles), programme.RoleSystem) {
			if _, err := a.Next(s.move, role); err != nil {
				continue
			}
			who := programme.Person{}
			g := programme.Grant{Role: role}
			if role.OfUnit() {
				g.UnitID = u.ID
			} else if role == programme.RoleRecommender {
				g.BodyID = a.BodyID
			}
			if people, err := tx.Holders(role, g.UnitID, g.BodyID); err == nil && len(people) > 0 {
				who = people[0]
			}
			tx.As(who, g)
			return tx.Make(&a, s.move, s.reason)
		}
		t.Fatalf("nobody may %s from %s", s.move, a.State)
		return nil
	})
	w.Log.Note("(" + string(s.move) + ")")
}

// Where the application stands, at every state it can have.
func TestTalkProgress(t *testing.T) {
	t.Parallel()
	w, chat := hosted(t)
	c, head := chat[1001], chat[1002]
	opens(w, "每个环节查询进度", c, head)
	c.Says("/进度")
	c.Says("/申报")
	c.Says("/进度")
	before := w.Log.Text()
	studies(c)
	c.Says("/申报")
	c.Fill(given(hospital, "专业技术"))
	w.Log.Begin(strings.TrimPrefix(before, "# "))
	w.Log.Note("填写从略")
	c.Press("提交")
	c.Says("/进度")
	head.Press("确认申报")
	head.Press("再次确认")
	c.Says("/进度")
	for _, s := range []step{
		{programme.MoveReturnByBody, "请补充2025年专项经费账页"}, {programme.MoveResubmit, ""}, {programme.MoveRefuse, "材料与实际不符"},
		{programme.MoveUpholdAppeal, "经复核,单位说明属实"}, {programme.MoveRecommend, ""},
		{programme.MoveCheck, ""}, {programme.MoveReturnByCity, "请补充任职文件"}, {programme.MoveLapse, "逾期未补正"}, {programme.MoveRelent, "因不可抗力"},
		{programme.MoveResubmit, ""}, {programme.MoveFindIneligible, "专项经费不符合要求"}, {programme.MoveRecheck, "单位已提供新的证明"},
		{programme.MoveAdmit, ""}, {programme.MoveReview, ""}, {programme.MoveCloseScores, ""},
		{programme.MoveShortlist, ""}, {programme.MoveReportInspected, ""},
		{programme.MoveNotSelect, ""}, {programme.MovePropose, ""}, {programme.MovePublish, ""}, {programme.MoveHold, "收到异议,正在核实"},
		{programme.MoveContinue, "异议不成立"}, {programme.MoveAward, ""},
	} {
		later(w, day)
		ordered(t, w, "吉安市庐陵人民医院", s)
		c.Says("/进度")
	}
	talk(t, w, "progress", nil)
}
