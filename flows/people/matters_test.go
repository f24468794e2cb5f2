package people_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"luling/flows"
	"luling/flows/apply"
	"luling/flows/card"
	"luling/flows/desk"
	"luling/flows/flowtest"
	"luling/flows/people"
	"luling/flows/study"
	"luling/flows/units"
	"luling/store"
	"luling/store/programme"
)

// a crossing is somebody who is contact of a unit and holds another role besides,
// with the unit's application in a state where that role would see it.
type crossing struct {
	*flowtest.House
	chat        *flowtest.Chat
	unit        programme.Unit
	application programme.Application
	contact     programme.Grant
	other       programme.Grant
}

func cross(t *testing.T, role programme.Role, state programme.ApplicationState) *crossing {
	t.Helper()
	h := flowtest.New(t, monday, apply.Feature, desk.Feature, study.Feature, people.Feature, units.Feature)
	x := &crossing{House: h, unit: h.Unit("吉州甲厂")}
	h.Person("赵厂长", programme.RoleHead, x.unit)
	who := h.Person("孙联络", programme.RoleContact, x.unit)
	x.contact, x.chat = who.Grant, h.Of(who)
	x.other = programme.Grant{PersonID: who.ID, Role: role, State: programme.GrantActive}
	if role == programme.RoleRecommender {
		x.other.BodyID = h.Body("jizhou").ID
	}
	h.Change(func(tx *store.Tx) error { return tx.AddGrant(&x.other) })
	x.application = h.Application(x.unit, h.Round(programme.RoundApplying), state)
	return x
}

func (x *crossing) wears(g programme.Grant) *flowtest.Chat {
	x.T.Helper()
	return x.chat.Forges("people.hat", int64(g.ID), "").Sees("已切换身份")
}

// Under one hat nothing of the other's can be seen or done, by command, by button
// kept from before, or by an open form.
func TestTheOtherRolesMattersAreInvisible(t *testing.T) {
	t.Parallel()
	for _, role := range []programme.Role{programme.RoleRecommender, programme.RoleReviewer, programme.RoleInspector} {
		t.Run(string(role), func(t *testing.T) {
			t.Parallel()
			x := cross(t, role, programme.AppDraft)
			a, object := x.application, fmt.Sprintf("unit/%d", x.unit.ID)
			x.chat.Says("/menu").Sees("当前身份：联络员")
			kept := []flows.Button{
				{Act: "apply.card", Object: int64(a.ID)}, {Act: "apply.withdraw", Object: int64(a.ID), Version: a.Version},
				{Act: "people.at", Arg: object}, {Act: "study.register"},
			}
			x.chat.Says("/apply").Sees("登记信息")
			x.wears(x.other)
			for _, word := range []string{"/apply", "/progress", "/withdraw"} {
				if role == programme.RoleRecommender && word == "/progress" {
					continue // recommenders have one of their own
				}
				x.chat.Says(word).Sees("没有可供您使用的命令")
			}
			for _, b := range kept {
				if role == programme.RoleRecommender && b.Act == "people.at" {
					continue // the unit is of his area: that he sees as recommender
				}
				x.chat.PressesButton(b).Sees("暂无权限").SeesNot("吉州甲厂")
			}
			x.chat.Says("1258").SeesNot("已保存", "1,258")
			x.chat.Says("/todo").SeesNot("吉州甲厂")
			x.wears(x.contact)
			x.chat.Says("/apply").Sees("登记信息")
			x.chat.Says("/desk").Sees("没有可供您使用的命令")
			x.chat.Forges("desk.card", int64(a.ID), "").Sees("暂无权限")
			x.chat.Forges("units.card", int64(x.unit.ID), "").Sees("暂无权限")
		})
	}
}

// Somebody of the office who is of a unit himself finds it in no card, count or
// list; a recommending body has no recusal and finds it there (ruling 12).
func TestTheOwnUnitIsNobodysCase(t *testing.T) {
	t.Parallel()
	for role, sees := range map[programme.Role]bool{programme.RoleOffice: false, programme.RoleRecommender: true} {
		x := cross(t, role, programme.AppSubmitted)
		x.Application(x.Unit("吉州乙厂"), roundOf(x), programme.AppSubmitted)
		x.wears(x.other)
		total := map[bool]string{true: "共 2 个", false: "共 1 个"}[sees]
		x.chat.Says("/desk").Sees(total)
		for _, look := range []flows.Button{{Act: "desk.list", Arg: "/1"}, {Act: "desk.card", Object: int64(x.application.ID)}} {
			if sees && look.Act == "desk.card" {
				continue // nothing was frozen by this test's short way to the state
			}
			if x.chat.PressesButton(look); strings.Contains(x.chat.Screen(), "吉州甲厂") != sees {
				t.Errorf("%s by %s shows: %s", look.Act, role, x.chat.Screen())
			}
		}
		if !sees {
			x.chat.Forges("desk.page", int64(x.application.ID), "1").Sees("暂无权限")
			x.chat.Says("/todo").SeesNot("吉州甲厂")
		}
	}
}

func roundOf(x *crossing) (r programme.Round) {
	x.Look(func(tx *store.Tx) (err error) {
		r, err = tx.Round(x.application.RoundID)
		return err
	})
	return r
}

// A reviewer who is of the unit gets nothing of its application in any state; the
// rights name for a reviewer what is assigned, and nothing is.
func TestAReviewerSeesNothingOfTheOwnUnit(t *testing.T) {
	t.Parallel()
	states := []programme.ApplicationState{programme.AppUnderReview, programme.AppScored}
	for _, state := range states {
		x := cross(t, programme.RoleReviewer, state)
		x.Look(func(tx *store.Tx) error {
			tx.As(x.chat.Who.Person, x.other)
			for _, act := range programme.Acts {
				if card.May(tx, act, x.application) {
					t.Errorf("a reviewer may %s of the own unit in %s", act, state)
				}
			}
			return nil
		})
		x.wears(x.other)
		for _, act := range []string{"apply.card", "apply.page", "desk.card", "desk.page", "desk.files"} {
			x.chat.Forges(act, int64(x.application.ID), "1").Sees("暂无权限").SeesNot("吉州甲厂")
		}
	}
	if !slices.Contains(programme.Acts, programme.ActScore) {
		t.Error("scoring is not among the acts that were tried")
	}
}
