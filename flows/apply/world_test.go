package apply_test

import (
	"strings"
	"testing"

	"luling/flows/apply"
	"luling/flows/apply/applytest"
	"luling/flows/desk"
	"luling/flows/flowtest"
	"luling/flows/rounds"
	"luling/flows/study"
	"luling/store"
	"luling/store/programme"
)

// a cast is a unit with its people before a house, in the middle of a round.
type cast struct {
	*flowtest.House
	unit                              programme.Unit
	round                             programme.Round
	contact, head, deputy             *flowtest.Chat
	recommender, neighbour, officeman *flowtest.Chat
}

// today lies within the round, whose last day is 2026-04-10.
const today = "2026-03-10"

func newCast(t *testing.T, kind programme.UnitType, with ...func(*programme.Round)) *cast {
	t.Helper()
	h := flowtest.New(t, flowtest.At(today), apply.Feature, desk.Feature, study.Feature, rounds.Feature)
	c := &cast{House: h}
	c.unit = h.Unit("吉安市示范单位", func(u *programme.Unit) { u.Type = kind })
	dates := func(r *programme.Round) {
		r.Title = "2026年度示范点评选"
		r.OpensOn, r.ClosesOn, r.RecommendBy = day("2026-03-01"), day("2026-04-10"), day("2026-04-30")
	}
	c.round = h.Round(programme.RoundApplying, append([]func(*programme.Round){dates}, with...)...)
	body, other := h.Body("jizhou"), h.Body("qingyuan")
	c.contact = h.Of(h.Person("李联络", programme.RoleContact, c.unit))
	c.head = h.Of(h.Person("张院长", programme.RoleHead, c.unit))
	c.deputy = h.Of(h.Person("王副院长", programme.RoleDeputy, c.unit))
	c.recommender = h.Of(h.Person("赵推荐", programme.RoleRecommender, body))
	c.neighbour = h.Of(h.Person("钱邻区", programme.RoleRecommender, other))
	c.officeman = h.Of(h.Person("孙市办", programme.RoleOffice))
	return c
}

// studied registers sessions that count, on the dates.
func (c *cast) studied(dates ...string) {
	c.T.Helper()
	c.Change(func(tx *store.Tx) error {
		tx.As(c.contact.Who.Person, c.contact.Who.Grant)
		d, _, err := tx.OpenDraft("study", "test")
		if err != nil {
			return err
		}
		for _, on := range dates {
			f := programme.File{DraftID: d.ID, Field: "minutes", Name: "纪要.pdf", Size: 10, State: programme.FileStored, SHA256: strings.Repeat("ab", 32), Type: "application/pdf"}
			if err := tx.AddFile(&f); err != nil {
				return err
			}
			err := tx.AddStudySession(&programme.StudySession{
				UnitID: c.unit.ID, HeldOn: day(on), Place: "会议室", Chair: "张院长", ChairedByHead: true, Attendees: 9,
				Separate: true, Decisions: strings.Repeat("研究人才引进办法", 3), MinutesID: f.ID,
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// filled is a cast whose contact has filled in everything for a category.
func filled(t *testing.T, kind programme.UnitType, category string, own map[string]string) *cast {
	t.Helper()
	c := newCast(t, kind)
	c.studied("2025-03-04", "2025-09-10")
	c.fill(category, own)
	return c
}

func (c *cast) fill(category string, own map[string]string) {
	c.T.Helper()
	answers := applytest.Answers(own)
	answers["category"] = "[" + category + "]"
	c.contact.Says("/apply").Presses("开始填写").Fill(answers, "")
}

// waiting is a cast whose application awaits a leader.
func waiting(t *testing.T) *cast {
	t.Helper()
	c := filled(t, programme.Hospital, "专业技术", nil)
	c.contact.Presses("提交")
	return c
}

// submitted is a cast whose application was confirmed by the head.
func submitted(t *testing.T) *cast {
	t.Helper()
	c := waiting(t)
	c.head.PressesNotice("确认申报").Presses("再次确认")
	return c
}

func (c *cast) application() (a programme.Application) {
	c.T.Helper()
	c.Look(func(tx *store.Tx) error {
		all, err := tx.Applications(store.ApplicationFilter{UnitID: c.unit.ID})
		if err == nil {
			a = all[len(all)-1]
		}
		return err
	})
	return a
}

func (c *cast) state() programme.ApplicationState {
	c.T.Helper()
	return c.application().State
}

func (c *cast) wants(state programme.ApplicationState) {
	c.T.Helper()
	if got := c.state(); got != state {
		c.T.Fatalf("the application is %s, want %s", got, state)
	}
}

func day(s string) programme.Date {
	d, err := programme.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}
