package people_test

import (
	"fmt"
	"strings"
	"testing"

	"luling/store"
	"luling/store/programme"
	"luling/store/storetest"
)

// The new contact's acceptance ends the old one's role at that moment, with a
// word in the journal and one to the old contact; leaders are not touched.
func TestHandover(t *testing.T) {
	t.Parallel()
	w := town(t)
	u, other := w.Unit("吉安甲厂"), w.Unit("吉安乙厂")
	head := w.Person("赵厂长", programme.RoleHead, u)
	old := w.Person("孙旧联络", programme.RoleContact, u)
	elsewhere := w.Person("李联络", programme.RoleContact, other)
	w.Of(old).Says("/people").Sees("孙旧联络")
	code := invite(w, head, programme.Invitation{Role: programme.RoleContact, UnitID: u.ID, Name: "钱新联络"})
	w.Chat(stranger).Says(code.Typed).Sees("已启用：联络员")

	w.Of(old).Says("/people").Sees("没有可供您使用的命令")
	if n := w.Of(old).Notices(); len(n) != 1 || !strings.Contains(n[0], "钱新联络") {
		t.Errorf("the old contact hears %q", n)
	}
	if len(grants(w, head.TelegramID)) != 1 || len(grants(w, elsewhere.TelegramID)) != 1 {
		t.Error("others lost their roles too")
	}
	storetest.View(t, w.DB, w.Now, func(tx *store.Tx) error {
		e, err := tx.LastEntry(fmt.Sprintf("grant/%d", old.Grant.ID), "end")
		if err != nil || e.From != "active" || e.To != "ended" || e.Reason == "" {
			t.Errorf("journal: %+v, %v", e, err)
		}
		return nil
	})
}

func TestAnotherHatHidesTheFirst(t *testing.T) {
	t.Parallel()
	w := town(t)
	u := w.Unit("吉安甲厂")
	contact := w.Person("孙联络", programme.RoleContact, u)
	code := invite(w, storetest.Player{}, programme.Invitation{Role: programme.RoleInspector, Name: "孙联络"})
	chat := w.Of(contact).Says("/people").Sees("吉安甲厂")
	chat.Says(code.Typed).Sees("已启用：考察组成员")
	chat.Says("/people").Sees("没有可供您使用的命令")
	chat.Says("/me").Sees("考察组成员（当前）", "吉安甲厂 联络员").Presses("切换为：吉安甲厂 联络员").Sees("已切换身份")
	chat.Says("/people").Sees("吉安甲厂")
	chat.Says("/menu").Sees("当前身份：联络员")

	stolen := w.Person("吴别人", programme.RoleOffice)
	chat.Forges("people.hat", int64(stolen.Grant.ID), "").Sees("暂无权限")
	chat.Forges("people.hat", 9999, "").Sees("暂无权限")
	if w.Of(contact).Says("/menu").Sees("当前身份：联络员"); len(grants(w, contact.TelegramID)) != 2 {
		t.Error("a hat was lost")
	}
}

func TestLanguage(t *testing.T) {
	t.Parallel()
	w := town(t)
	contact := w.Person("孙联络", programme.RoleContact, w.Unit("吉安甲厂"))
	chat := w.Of(contact)
	chat.Says("/language").Presses("English").Sees("The language is now English.")
	chat.Says("/menu").Sees("You are here as: Contact")
	chat.Says("/language zh").Sees("语言已设为中文")
	chat.Forges("people.language", 0, "fr").Sees("暂无权限")

	visitor := w.Chat(stranger)
	visitor.Language = "en"
	visitor.Says("hello").Sees("This platform is by invitation")
	visitor.Says("/language").Presses("中文").Sees("本平台凭邀请使用")
	storetest.View(t, w.DB, w.Now, func(tx *store.Tx) error {
		if people, err := tx.People(store.PeopleFilter{}); err != nil || len(people) != 1 {
			t.Errorf("a stranger left a row: %v, %v", people, err)
		}
		return nil
	})
}
