package apply_test

import (
	"testing"

	"luling/flows/apply/applytest"
	"luling/store/programme"
)

// Who mends from the review is led through everything that is missing, in order,
// and back to the review when nothing is.
func TestMendingFromTheReviewGoesOn(t *testing.T) {
	t.Parallel()
	c := newCast(t, programme.Hospital)
	c.studied("2025-03-04", "2025-09-10")
	answers := applytest.Answers(map[string]string{"category": "[专业技术]"})
	c.contact.Says("/apply").Presses("开始填写").Fill(answers, "head")
	c.contact.Presses("总览").Presses("综述").Presses("申报综述").Answer(answers["summary"]).Sees("点选要修改的项目")
	c.contact.Presses("总览").Presses("检查并提交").Sees("尚需补充")
	c.contact.Presses("补充：专职人员数").Answer(answers["full_time"])
	if asks := c.contact.Asks(); asks != "head" {
		t.Errorf("after mending it asks %q, not the first that is missing:\n%s", asks, c.contact.Screen())
	}
	c.contact.Fill(answers, "honours")
	if asks := c.contact.Asks(); asks != "honours" {
		t.Errorf("it asks %q, though summary has its answer", asks)
	}
	c.contact.Fill(answers, "").Sees("各项已填写完整", "送单位领导（张院长、王副院长）确认")
}
