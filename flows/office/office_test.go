package office_test

import (
	"fmt"
	"strings"
	"testing"

	"luling/flows/card"
	"luling/flows/flowtest"
	"luling/flows/office"
	"luling/flows/people"
	"luling/store"
	"luling/store/programme"
)

const why = "多次发送与工作无关的内容，经提醒后仍未停止。"

type house struct {
	*flowtest.House
	staff, contact *flowtest.Chat
	unit           programme.Unit
}

func newHouse(t *testing.T) *house {
	t.Helper()
	h := &house{House: flowtest.New(t, flowtest.At("2026-03-10"), office.Feature, people.Feature)}
	h.unit = h.Unit("吉安甲厂")
	h.staff = h.Of(h.Person("孙市办", programme.RoleOffice))
	h.contact = h.Of(h.Person("李联络", programme.RoleContact, h.unit))
	return h
}

// away marks the person as unreachable and promises notices to him.
func (h *house) away(who *flowtest.Chat, texts ...string) {
	h.T.Helper()
	h.Change(func(tx *store.Tx) error {
		if err := tx.NoticeUnreachable(who.Who.ID); err != nil {
			return err
		}
		p, err := tx.Person(who.Who.ID)
		if err != nil {
			return err
		}
		for _, key := range texts {
			err := card.Tell(tx, card.Letter{Key: key, Text: "people.handed_over", Data: map[string]any{
				"Role": "contact", "Where": "吉安甲厂", "By": key,
			}}, p)
			if err != nil {
				return err
			}
		}
		return nil
	})
}

func TestWhoIsNotReachedIsCalled(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	h.staff.Says("/电话名单").Sees("目前没有需要电话告知的人员")
	h.away(h.contact, "甲事", "乙事")
	h.staff.Says("/todo").Sees("需电话告知 1 人").Presses("查看电话名单").Sees("1. 李联络", "吉安甲厂 联络员", "电话：", "待告知 2 件")
	h.staff.Presses("李联络").Sees("（1/2）", "甲事").Presses("下一页").Sees("（2/2）", "乙事").Presses("上一页")
	first := h.staff.Button("已电话告知")
	h.staff.PressesButton(first).Sees("（1/1）", "乙事").SeesNot("甲事")
	h.staff.PressesButton(first).Sees("乙事") // told twice is told once
	h.staff.Presses("已电话告知").Sees("目前没有需要电话告知的人员")
	if !strings.Contains(h.staff.Toast(), "均已告知") {
		t.Errorf("toast %q", h.staff.Toast())
	}
	h.Look(func(tx *store.Tx) error {
		for _, key := range []string{"甲事", "乙事"} {
			all, err := tx.Entries(fmt.Sprintf("notice/%s/person-%d", key, h.contact.Who.ID))
			if err != nil || len(all) != 1 || all[0].Actor != h.staff.Who.ID {
				t.Errorf("the journal says of %s: %+v, %v", key, all, err)
			}
		}
		return nil
	})
}

func TestWhoComesBackIsOffTheList(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	h.away(h.contact, "甲事")
	h.staff.Says("/calls").Presses("李联络")
	h.Change(func(tx *store.Tx) error { return tx.Reached(h.contact.Who.ID) })
	h.staff.Presses("已电话告知").Sees("目前没有需要电话告知的人员")
	h.Look(func(tx *store.Tx) error {
		all, err := tx.Notices(store.NoticeFilter{PersonID: h.contact.Who.ID})
		if len(all) != 1 || all[0].State != store.NoticePending {
			t.Errorf("the notice is %+v", all)
		}
		return err
	})
}

func TestWhoWritesIsOffTheList(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	h.away(h.contact, "甲事")
	h.contact.Says("/menu")
	h.staff.Says("/calls").Sees("目前没有需要电话告知的人员")
	h.Look(func(tx *store.Tx) error {
		all, err := tx.Notices(store.NoticeFilter{PersonID: h.contact.Who.ID, States: []store.NoticeState{store.NoticePending}})
		if len(all) != 1 {
			t.Errorf("%d notices are on their way", len(all))
		}
		return err
	})
}

func TestManyCallsArePaged(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	for i := range 9 {
		who := h.Of(h.Person(fmt.Sprintf("第%d人", i), programme.RoleHead, h.unit))
		h.away(who, fmt.Sprintf("事%d", i))
	}
	h.staff.Says("/calls").Sees("共 9 人，第 1/2 页", "8. 第7人").SeesNot("第8人").Presses("下一页").Sees("9. 第8人").Presses("上一页").Sees("1. 第0人")
}

func TestWhoIsShutOutGetsOneSentence(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	h.contact.Says("/menu").Sees("您好")
	menu := h.contact.Button("待办")
	h.staff.Says("/限制使用").Sees("目前没有被限制使用的人员").Presses("选择人员").Says("李").Sees("姓名含「李」", "1. 李联络", "共 1 人").Presses("李联络")
	h.staff.Presses("限制使用").Says("太短").Sees("至少 10 字").Says(why).Presses("提交").Sees("已限制使用", "孙市办于", why)
	for range 2 {
		h.contact.Says("你好").Sees("您暂不能使用本平台").SeesNot("待办", "菜单")
		h.contact.PressesButton(menu).Sees("您暂不能使用本平台")
		h.contact.Says("/menu").Sees("您暂不能使用本平台")
		h.contact.Sends("a.pdf").Sees("您暂不能使用本平台")
	}
	h.staff.Says("/拉黑").Sees("1. 李联络", "原因："+why).Presses("李联络").Presses("解除限制").Says("本人已书面说明情况，经研究恢复使用。").Presses("提交").SeesNot("已限制使用")
	h.contact.Says("/menu").Sees("您好")
	h.Look(func(tx *store.Tx) error {
		all, err := tx.Entries(store.PersonObject(h.contact.Who.ID))
		if len(all) != 2 || all[0].Act != "block" || all[1].Act != "unblock" || all[0].Reason != why {
			t.Errorf("the journal says %+v", all)
		}
		return err
	})
}

// What is promised to somebody shut out is told by telephone.
func TestNoticesOfWhoIsShutOutAreCalls(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	h.Change(func(tx *store.Tx) error {
		if err := tx.Block(h.contact.Who.ID, why); err != nil {
			return err
		}
		p, err := tx.Person(h.contact.Who.ID)
		if err != nil {
			return err
		}
		data := map[string]any{"Role": "contact", "Where": "吉安甲厂", "By": "某"}
		return card.Tell(tx, card.Letter{Key: "事", Text: "people.handed_over", Data: data}, p)
	})
	h.staff.Says("/calls").Sees("李联络", "已限制使用")
}

func TestWhoMayNotShutOut(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	colleague := h.Of(h.Person("周市办", programme.RoleOffice))
	for _, id := range []programme.PersonID{h.staff.Who.ID, colleague.Who.ID} {
		h.staff.Forges("office.block", int64(id), "").Sees("不能在此限制")
		h.staff.Says("/menu").Forges("office.person", int64(id), "").Sees("不能在此限制")
		if h.staff.Has("限制使用") && !h.staff.Has("主菜单") {
			t.Error("a colleague may be shut out")
		}
	}
	for _, act := range []string{"office.call", "office.told", "office.people", "office.person", "office.block", "office.unblock"} {
		h.contact.Forges(act, int64(colleague.Who.ID), "").Sees("您暂无权限")
	}
	h.contact.Says("/calls").Sees("没有可供您使用的命令")
	h.staff.Forges("office.unblock", int64(h.contact.Who.ID), "").Sees("该表单已停用")
	h.staff.Forges("office.told", 4711, "").Sees("您暂无权限")
}
