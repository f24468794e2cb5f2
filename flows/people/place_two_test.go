package people_test

import (
	"fmt"
	"strings"
	"testing"

	"luling/flows/flowtest"
	"luling/store"
	"luling/store/programme"
	"luling/store/storetest"
)

// One person may hold two roles of a unit; handing over one leaves the other.
func TestTwoRolesInAUnit(t *testing.T) {
	t.Parallel()
	w := town(t)
	u := w.Unit("吉安甲厂")
	deputy := w.Person("钱副厂长", programme.RoleDeputy, u)
	chat := w.Of(deputy)
	code := invite(w, storetest.Player{}, programme.Invitation{Role: programme.RoleContact, UnitID: u.ID, Name: "钱副厂长"})
	chat.Says(code.Typed).Sees("已启用：联络员").Says("/me").Sees("联络员（当前）", "分管领导")
	chat.Says("/people").Sees("联络员：钱副厂长", "分管领导：钱副厂长")
	next := invite(w, storetest.Player{}, programme.Invitation{Role: programme.RoleContact, UnitID: u.ID, Name: "李联络"})
	w.Chat(stranger).Says(next.Typed).Sees("已启用：联络员")
	chat.Told("李联络已接任").Says("/me").Sees("吉安甲厂 分管领导（当前）").SeesNot("联络员（当前）")
}

// Until the new contact accepts, the old one goes on; at that moment nothing of
// the unit is left to him: not its screens, not a form he has open, not an old button.
func TestTheOldContactLosesAccessAtThatMoment(t *testing.T) {
	t.Parallel()
	w := town(t)
	u := w.Unit("吉安甲厂")
	old := w.Of(w.Person("孙旧联络", programme.RoleContact, u))
	head := w.Of(w.Person("赵厂长", programme.RoleHead, u))
	head.Says("/people").Presses("邀请人员").Sees("现任联络员为孙旧联络").Says("钱新联络").Presses("跳过").Presses("提交")
	code := codeOn(head)
	old.Says("/people").Sees("孙旧联络")
	w.Chat(stranger).Says(code).Sees("已启用：联络员")
	for _, act := range []string{"people.at", "people.invite"} {
		old.Forges(act, 0, unitOf(u)).Sees("暂无权限")
	}
	old.Says("/people").Sees("没有可供您使用的命令").Says("/todo").Sees("没有可供您使用的命令").Says("/me").Sees("暂无身份")
	w.Chat(stranger).Says("/people").Sees("联络员：钱新联络").SeesNot("孙旧联络")
}

func codeOn(c *flowtest.Chat) string {
	_, after, _ := strings.Cut(c.Screen(), "<code>")
	code, _, _ := strings.Cut(after, "</code>")
	return code
}

// A unit whose only contact is gone is on the office's list at once.
func TestAUnitWithoutAContactIsListed(t *testing.T) {
	t.Parallel()
	w := town(t)
	u := w.Unit("吉安甲厂")
	contact := w.Person("孙联络", programme.RoleContact, u)
	office := w.Of(w.Person("刘主任", programme.RoleOffice))
	office.Says("/people").Presses("单位人员").Presses("缺联络员").Sees("各单位均有联络员")
	w.Change(func(tx *store.Tx) error { return tx.EndGrant(contact.Grant.ID, "调离") })
	office.Says("/people").Presses("单位人员").Presses("缺联络员").Sees("1. 吉安甲厂")
	if n := fmt.Sprint(len(grants(w, contact.TelegramID))); n != "0" {
		t.Errorf("%s grants are left", n)
	}
}
