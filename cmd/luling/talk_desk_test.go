package main

import (
	"fmt"
	"testing"

	"luling/bot/bottest"
	"luling/store"
	"luling/store/programme"
)

// deskUnits registers units of a district that apply, each at a stage.
func deskUnits(w *bottest.World, area string, at map[programme.ApplicationState][]string) {
	w.Do(func(tx *store.Tx) error {
		body, err := tx.BodyByCode(area)
		if err != nil {
			return err
		}
		round, err := tx.RoundOpen()
		if err != nil {
			return err
		}
		for _, state := range []programme.ApplicationState{programme.AppDraft, programme.AppAwaitingLeader, programme.AppSubmitted, programme.AppChecking} {
			for _, name := range at[state] {
				if err := deskUnit(tx, body, round, name, state); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

// deskUnit registers one, whose application goes as far as the state.
func deskUnit(tx *store.Tx, body programme.Body, round programme.Round, name string, state programme.ApplicationState) error {
	u := programme.Unit{Name: name, Plain: programme.PlainName(name), Type: programme.School, AreaID: body.ID}
	if err := tx.AddUnit(&u); err != nil {
		return err
	}
	tx.As(programme.Person{}, programme.Grant{Role: programme.RoleContact, UnitID: u.ID})
	a := programme.Application{RoundID: round.ID, UnitID: u.ID, BodyID: body.ID, Category: programme.CatProfessional}
	if err := tx.AddApplication(&a); err != nil {
		return err
	}
	for _, s := range []struct {
		move programme.Move
		by   programme.Role
	}{
		{programme.MoveSendToLeader, programme.RoleContact}, {programme.MoveSubmit, programme.RoleHead},
		{programme.MoveRecommend, programme.RoleRecommender}, {programme.MoveCheck, programme.RoleOffice},
	} {
		if a.State == state {
			return nil
		}
		tx.As(programme.Person{}, programme.Grant{Role: s.by, UnitID: u.ID, BodyID: body.ID})
		if s.move == programme.MoveSubmit {
			now := tx.Now()
			a.SubmittedAt, a.Number = &now, programme.ApplicationNumber(round.Year, body.Short, a.Serial)
			if err := tx.PutApplication(&a); err != nil {
				return err
			}
		}
		if err := tx.Make(&a, s.move, ""); err != nil {
			return err
		}
	}
	return nil
}

// deskNames are schools of a district.
func deskNames(format string, n int) (names []string) {
	for i := range n {
		names = append(names, fmt.Sprintf(format, []string{"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"}[i]))
	}
	return names
}

// What waits for whom, by the day it is due, and what comes next where nothing waits.
func TestTalkDeskTodo(t *testing.T) {
	t.Parallel()
	w, chat := town(t)
	c, head, body, city, reviewer := chat[1001], chat[1002], chat[1013], chat[1015], chat[1017]
	opens(w, "待办：各类身份各看到什么，没有待办时说明下一步", c, head, body, city, reviewer)
	for _, who := range []*bottest.Chat{c, head, reviewer} {
		who.Says("/待办")
	}
	c.Says("/申报")
	c.Press("开始填写")
	c.Press("下一步")
	c.Says("/待办")
	c.Press("去登记专题研究")
	deskUnits(w, "jizhou", map[programme.ApplicationState][]string{
		programme.AppSubmitted: deskNames("吉州区第%s中学", 3), programme.AppAwaitingLeader: {"吉州区实验小学"},
	})
	deskUnits(w, "yongfeng", map[programme.ApplicationState][]string{programme.AppChecking: {"永丰中学", "永丰县人民医院"}})
	body.Says("/待办")
	city.Says("/待办")
	later(w, 27*day)
	city.Says("/待办")
	city.Press("待单位确认")
	later(w, 30*day)
	c.Says("/待办")
	talk(t, w, "desk_todo", nil)
}

// The queue: stages with counts, a page of one, a typed name, a card.
func TestTalkDeskQueue(t *testing.T) {
	t.Parallel()
	w, chat := town(t)
	body, city, other := chat[1013], chat[1015], chat[1014]
	opens(w, "申报台账：按环节计数，点选环节，翻页，直接发送名称查找", body, city, other)
	deskUnits(w, "jizhou", map[programme.ApplicationState][]string{
		programme.AppDraft: {"吉州区思源实验学校"}, programme.AppAwaitingLeader: {"吉州区实验小学"},
		programme.AppSubmitted: deskNames("吉州区第%s中学", 10), programme.AppChecking: {"吉安市第一中学"},
	})
	deskUnits(w, "yongfeng", map[programme.ApplicationState][]string{programme.AppSubmitted: {"永丰中学"}})
	body.Says("/台账")
	body.Press("待推荐 10")
	body.Press("下一页")
	body.Says("第三")
	body.Says("永丰")
	body.Press("全部")
	body.Says("2026-吉州-003")
	body.Says("思源")
	body.Press("思源")
	city.Says("/台账")
	city.Says("永丰")
	other.Says("/台账")
	talk(t, w, "desk_queue", nil)
}

// Where the units of a body stand.
func TestTalkDeskProgress(t *testing.T) {
	t.Parallel()
	w, chat := town(t)
	body, other := chat[1013], chat[1014]
	opens(w, "推荐单位查看所属单位申报进度：环节、由谁办理、期限", body, other)
	deskUnits(w, "jizhou", map[programme.ApplicationState][]string{
		programme.AppDraft: {"吉州区思源实验学校"}, programme.AppSubmitted: deskNames("吉州区第%s中学", 2), programme.AppChecking: {"吉安市第一中学"},
	})
	body.Says("/进度")
	body.Press("资格审查中 1")
	body.Press("待推荐 2")
	other.Says("/进度")
	talk(t, w, "desk_progress", nil)
}

// The approval is filled in by the office, or waived with a reason.
func TestTalkDeskApproval(t *testing.T) {
	t.Parallel()
	w, chat := town(t)
	public, city, second := chat[1019], chat[1015], chat[1016]
	opens(w, "市人才办填写批准依据：此前每份对外文本都有提示，填写或说明理由免填后不再提示", public, city, second)
	city.Says("/条款")
	city.Says("/待办")
	city.Press("设置")
	city.Press("免填并说明理由")
	city.Says("按规定不用")
	city.Says("本活动经市委常委会会议研究同意开展，按规定无需另行报批。")
	city.Press("提交")
	city.Press("返回创建活动")
	second.Says("/创建活动")
	second.Press("设置")
	second.Press("填写批准依据")
	second.Says("赣评组〔2026〕3号")
	second.Press("提交")
	public.Says("/programme")
	talk(t, w, "desk_approval", nil)
}
