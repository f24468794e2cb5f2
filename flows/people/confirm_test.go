package people_test

import (
	"strings"
	"testing"

	"luling/store/programme"
	"luling/store/storetest"
)

func TestRolesThatAskFirst(t *testing.T) {
	t.Parallel()
	w := town(t)
	office := w.Person("刘主任", programme.RoleOffice)
	code := invite(w, office, programme.Invitation{Role: programme.RoleReviewer, Name: "陈教授", Post: "教授"})
	chat := w.Chat(stranger).Says(code.Typed).Sees("已收到您的申请", "评审专家")
	if g := grants(w, stranger); len(g) != 1 || g[0].State != programme.GrantPending {
		t.Fatalf("%+v", g)
	}
	chat.Says("/todo").Sees("没有可供您使用的命令")
	chat.Forges("people.confirm", int64(grants(w, stranger)[0].ID), "").Sees("暂无权限")

	desk := w.Of(office).Says("/todo").Sees("确认陈教授的“评审专家”身份")
	desk.Told("陈教授", "教授", "刘主任").PressesNotice("确认").Sees("已确认陈教授")
	if g := grants(w, stranger); g[0].State != programme.GrantActive || g[0].GrantedBy != office.ID {
		t.Fatalf("%+v", g)
	}
	desk.PressesNotice("不予确认")
	if !strings.Contains(desk.Toast(), "已由「刘主任」") {
		t.Errorf("a second decision hears %q", desk.Toast())
	}
	if n := chat.Notices(); len(n) != 1 || !strings.Contains(n[0], "已经市人才办确认") {
		t.Errorf("the reviewer hears %q", n)
	}
	chat.Says("/me").Sees("评审专家（当前）")
}

func TestDeclined(t *testing.T) {
	t.Parallel()
	w := town(t)
	office := w.Person("刘主任", programme.RoleOffice)
	code := invite(w, office, programme.Invitation{Role: programme.RoleOffice, Name: "陈科长"})
	chat := w.Chat(stranger).Says("/start " + code.Link).Sees("已收到您的申请")
	w.Of(office).Says("/todo").Presses("核实").Presses("不予确认").Sees("未予确认")
	if g := grants(w, stranger); len(g) != 0 {
		t.Errorf("%+v", g)
	}
	if n := chat.Notices(); len(n) != 1 || !strings.Contains(n[0], "未予确认") {
		t.Errorf("he hears %q", n)
	}
	w.Of(office).Says("/todo").Sees("目前没有需要您办理的事项")
}

func TestNobodyConfirmsHimself(t *testing.T) {
	t.Parallel()
	w := town(t)
	office := w.Person("刘主任", programme.RoleOffice)
	code := invite(w, w.Person("周主任", programme.RoleOffice), programme.Invitation{Role: programme.RoleReviewer})
	chat := w.Of(office).Says("/start " + code.Link).Sees("已收到您的申请")
	g := grants(w, office.TelegramID)
	chat.Forges("people.confirm", int64(g[1].ID), "").Sees("暂无权限")
	chat.Says("/todo").Sees("目前没有需要您办理的事项")
}

func TestTrustedIsActiveAtOnce(t *testing.T) {
	t.Parallel()
	w := town(t)
	code := invite(w, storetest.Player{}, programme.Invitation{Role: programme.RoleOffice, Trusted: true, Name: "刘主任"})
	w.Chat(stranger).Says(code.Typed).Sees("已启用：市人才办", "刘主任")
	if g := grants(w, stranger); len(g) != 1 || g[0].State != programme.GrantActive {
		t.Errorf("%+v", g)
	}
}
