package apply_test

import (
	"strings"
	"testing"
	"time"

	"luling/flows/flowtest"
	"luling/store/programme"
)

// colleagues are two contacts of a unit who both stand at a question.
func colleagues(t *testing.T, question string) (c *cast, other *flowtest.Chat) {
	t.Helper()
	c = newCast(t, programme.Hospital)
	other = c.Of(c.Person("刘新联", programme.RoleContact, c.unit))
	c.contact.Says("/apply").Presses("开始填写")
	c.at(question)
	other.Forges("apply.mend", int64(c.application().ID), question)
	return c, other
}

// Both versions are shown with the time at which the colleague answered, not that
// at which the second one came, and the chosen one holds.
func TestTwoContactsAnswerTheSame(t *testing.T) {
	t.Parallel()
	for choice, holds := range map[string]string{"以我填写的为准": "吉安市青原区正气路1号", "以同事填写的为准": "吉安市吉州区阳明西路108号"} {
		t.Run(choice, func(t *testing.T) {
			t.Parallel()
			c, other := colleagues(t, "address")
			c.contact.Says("吉安市吉州区阳明西路108号")
			c.Now = c.Now.Add(90 * time.Minute)
			other.Says("吉安市青原区正气路1号").Sees("李联络", "12:00", "吉安市吉州区阳明西路108号", "吉安市青原区正气路1号").SeesNot("13:30")
			other.Presses(choice)
			c.at("address").Sees(holds)
		})
	}
}

func TestTwoContactsAnswerInOneEntry(t *testing.T) {
	t.Parallel()
	c, other := colleagues(t, "targets")
	c.contact.Presses("添加一项")
	other.Forges("apply.mend", int64(c.application().ID), "targets.1.indicator")
	c.contact.Says("引进硕士以上人才")
	c.Now = c.Now.Add(time.Hour)
	other.Says("引进博士").Sees("12:00", "引进硕士以上人才", "引进博士").Presses("以我填写的为准")
	c.at("targets.1.indicator").Sees("引进博士")
}

func TestTwoContactsSendFilesToOneQuestion(t *testing.T) {
	t.Parallel()
	c := sending(t)
	c.contact.Sends("甲.pdf").Arrives()
	other := c.Of(c.Person("刘新联", programme.RoleContact, c.unit))
	other.Forges("apply.mend", int64(c.application().ID), "proof_2_1").Presses("确认").Sends("乙.pdf").Arrives().Sees("甲.pdf", "乙.pdf")
	c.contact.Sends("丙.pdf").Arrives().Sees("甲.pdf", "乙.pdf", "丙.pdf").Presses("完成")
	if s := c.contact.Screen(); strings.Contains(s, "以哪一份为准") {
		t.Errorf("files of two are a conflict:\n%s", s)
	}
}
