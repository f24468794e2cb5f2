package people_test

import (
	"regexp"
	"strings"
	"testing"
	"time"

	"luling/flows/people"
	"luling/store"
	"luling/store/programme"
	"luling/store/storetest"
)

func TestInvitationByLinkAndByCode(t *testing.T) {
	t.Parallel()
	w := town(t)
	u := w.Unit("吉安甲厂")
	head := w.Person("赵厂长", programme.RoleHead, u)
	for name, open := range map[string]func(people.Code) string{
		"the link":                        func(c people.Code) string { return "/start " + c.Link },
		"the code after the command":      func(c people.Code) string { return "/start " + c.Typed },
		"the code alone":                  func(c people.Code) string { return c.Typed },
		"the code in small wide letters":  func(c people.Code) string { return wide(strings.ToLower(c.Typed)) },
		"the code in two halves":          func(c people.Code) string { return c.Typed[:5] + " - " + c.Typed[5:] },
		"the code with letters that slip": func(c people.Code) string { return strings.NewReplacer("2", "z", "5", "S").Replace(c.Typed) },
	} {
		code := invite(w, head, programme.Invitation{Role: programme.RoleDeputy, UnitID: u.ID, Name: name, Post: "副厂长"})
		account := stranger + int64(len(name))
		chat := w.Chat(account).Says(open(code)).Sees("已启用：分管领导", "吉安甲厂", name)
		if g := grants(w, account); len(g) != 1 || g[0].State != programme.GrantActive || g[0].GrantedBy != head.ID {
			t.Errorf("%s: %+v", name, g)
		}
		for _, secret := range []string{code.Link, code.Typed} {
			w.Chat(stranger + 500).Says("/start " + secret).Sees("邀请码不可用")
		}
		storetest.Update(t, w.DB, w.Now, func(tx *store.Tx) error {
			_, err := tx.PruneFailedTries(w.Now.Add(time.Hour))
			return err
		})
		chat.Says("/start").Sees("您好", "吉安甲厂 分管领导")
	}
}

func wide(s string) string {
	return strings.Map(func(r rune) rune { return r - '!' + '！' }, s)
}

func TestCodeIsKeptAsHashOnly(t *testing.T) {
	t.Parallel()
	w := town(t)
	u := w.Unit("吉安甲厂")
	code := invite(w, w.Person("赵厂长", programme.RoleHead, u), programme.Invitation{Role: programme.RoleContact, UnitID: u.ID})
	if !regexp.MustCompile(`^[A-Za-z0-9_-]{22}$`).MatchString(code.Link) || !regexp.MustCompile(`^[2-9A-Z]{10}$`).MatchString(code.Typed) {
		t.Errorf("secrets are %q and %q", code.Link, code.Typed)
	}
	if strings.ContainsAny(code.Typed, "01OILZSB8") {
		t.Errorf("%q has letters that look like others", code.Typed)
	}
	storetest.View(t, w.DB, w.Now, func(tx *store.Tx) error {
		open, err := tx.Invitations()
		for _, i := range open {
			if i.CodeHash == code.Link || i.CodeHash == code.Typed || len(i.CodeHash) != 64 {
				t.Errorf("kept as %q", i.CodeHash)
			}
		}
		if len(open) != 2 {
			t.Errorf("%d rows for two secrets", len(open))
		}
		return err
	})
}

func TestInvitationsExpire(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name string
		role programme.Role
		at   time.Duration
		good bool
	}{
		{"a millisecond before seven days it can be used", programme.RoleContact, 7*24*time.Hour - time.Millisecond, true},
		{"at seven days it cannot", programme.RoleContact, 7 * 24 * time.Hour, false},
		{"to a reviewer a millisecond before 72 hours it can", programme.RoleReviewer, 72*time.Hour - time.Millisecond, true},
		{"to a reviewer at 72 hours it cannot", programme.RoleReviewer, 72 * time.Hour, false},
		{"to the office at 72 hours it cannot", programme.RoleOffice, 72 * time.Hour, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			w := town(t)
			i := programme.Invitation{Role: tt.role}
			if tt.role.OfUnit() {
				i.UnitID = w.Unit("吉安甲厂").ID
			}
			code := invite(w, storetest.Player{}, i)
			w.Now = monday.Add(tt.at)
			chat := w.Chat(stranger).Says("/start " + code.Link)
			if tt.good {
				chat.SeesNot("邀请码不可用")
			} else {
				chat.Sees("邀请码不可用")
			}
			if got := len(grants(w, stranger)) == 1; got != tt.good {
				t.Errorf("a grant was made: %v", got)
			}
		})
	}
}

func TestInvitationIsForSomebodyElse(t *testing.T) {
	t.Parallel()
	w := town(t)
	u := w.Unit("吉安甲厂")
	head := w.Person("赵厂长", programme.RoleHead, u)
	code := invite(w, head, programme.Invitation{Role: programme.RoleContact, UnitID: u.ID})
	w.Of(head).Says(code.Typed).Sees("由您本人发出")
	w.Chat(stranger).Says(code.Typed).Sees("已启用：联络员")

	again := invite(w, head, programme.Invitation{Role: programme.RoleContact, UnitID: u.ID})
	w.Chat(stranger).Says(again.Link).Says("/start " + again.Link).Sees("无需重复使用邀请")
	w.Chat(stranger + 1).Says(again.Typed).Sees("已启用：联络员")
}

func TestInviteRefuses(t *testing.T) {
	t.Parallel()
	w := town(t)
	u := w.Unit("吉安甲厂")
	for name, i := range map[string]programme.Invitation{
		"without a name":              {Role: programme.RoleOffice},
		"with 41 characters of name":  {Role: programme.RoleOffice, Name: strings.Repeat("王", 41)},
		"to nothing":                  {Name: "王小明"},
		"to the public":               {Role: programme.RolePublic, Name: "王小明"},
		"a contact without a unit":    {Role: programme.RoleContact, Name: "王小明"},
		"a reviewer of a unit":        {Role: programme.RoleReviewer, Name: "王小明", UnitID: u.ID},
		"a recommender without body":  {Role: programme.RoleRecommender, Name: "王小明"},
		"a contact of unit and body":  {Role: programme.RoleContact, Name: "王小明", UnitID: u.ID, BodyID: 1},
		"a recommender of a unit too": {Role: programme.RoleRecommender, Name: "王小明", UnitID: u.ID, BodyID: 1},
	} {
		storetest.Update(t, w.DB, w.Now, func(tx *store.Tx) error {
			if _, _, err := people.Invite(tx, i); err == nil {
				t.Errorf("%s: it was made", name)
			}
			return nil
		})
	}
	storetest.Update(t, w.DB, w.Now, func(tx *store.Tx) error {
		_, _, err := people.Invite(tx, programme.Invitation{Role: programme.RoleOffice, Name: strings.Repeat("王", 40)})
		return err
	})
}

func TestStranger(t *testing.T) {
	t.Parallel()
	w := town(t)
	for _, text := range []string{"/start", "你好", "/me", "helloworld", "ABCDEFGHIJ"} {
		w.Chat(stranger).Says(text).Sees("本平台凭邀请使用", "10 位邀请码")
	}
	for _, text := range []string{"/people", "/todo"} {
		w.Chat(stranger).Says(text).Sees("没有可供您使用的命令")
	}
}
