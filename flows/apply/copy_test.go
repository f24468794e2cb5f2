package apply_test

import (
	"strconv"
	"strings"
	"testing"

	"luling/flows/apply/applytest"
	"luling/flows/flowtest"
	"luling/store"
	"luling/store/programme"
)

// another is a cast whose application of 2026 was submitted, in the middle of the
// round of the year after.
func another(t *testing.T) *cast {
	t.Helper()
	c := submitted(t)
	c.ends()
	c.Now = flowtest.At("2027-03-10")
	c.round = c.Round(programme.RoundApplying, func(r *programme.Round) {
		r.Title, r.OpensOn, r.ClosesOn, r.RecommendBy = "2027年度示范点评选", day("2027-03-01"), day("2027-04-10"), day("2027-04-30")
	})
	return c
}

// ends cancels the round.
func (c *cast) ends() {
	c.T.Helper()
	c.Change(func(tx *store.Tx) error {
		tx.As(c.officeman.Who.Person, c.officeman.Who.Grant)
		return tx.MakeRound(&c.round, programme.MoveCancel, "另行组织评选")
	})
}

func (c *cast) answers() map[string]store.Answer {
	c.T.Helper()
	all := map[string]store.Answer{}
	a := c.application()
	c.Look(func(tx *store.Tx) error {
		d, err := tx.Draft("apply", strconv.FormatInt(int64(a.ID), 10))
		if err != nil {
			return err
		}
		rows, err := tx.Answers(d.ID)
		for _, r := range rows {
			all[r.Name] = r
		}
		return err
	})
	return all
}

func TestTextsAreCopiedAndNumbersAreNot(t *testing.T) {
	t.Parallel()
	c := another(t)
	c.contact.Says("/apply").Sees("2026年度曾申报", "逐项沿用或修改").Presses("从2026年申报复制").Sees("登记信息")
	got := c.answers()
	for _, name := range []string{
		"category", "address", "nature", "head", "body_name", "guarantee_text", "plan_title", "summary", "targets", "targets.1.indicator",
		"targets.1.owner", "rules.1.title", "feature_case",
	} {
		if a, has := got[name]; !has || !a.Prefilled {
			t.Errorf("%s is not offered: %+v", name, a)
		}
	}
	for name := range got {
		for _, cleared := range []string{
			"staff", "founded", "no_secret", "study", "unit", "declaration", "fund_opening", "fund.2026.budget", "introduced",
			"proof_2_1", "plan_from", "targets.1.due", "activities.1.held_on", "activities.1.served", "places.1.area", "contact_phone",
		} {
			if name == cleared {
				t.Errorf("%s was copied", name)
			}
		}
	}
}

func TestEachCopiedAnswerIsTouchedOnce(t *testing.T) {
	t.Parallel()
	c := another(t)
	c.contact.Says("/apply").Presses("从2026年申报复制").Presses("下一步").Sees("申报类别", "沿用").Presses("沿用")
	if c.contact.Has("沿用整项") {
		t.Error("answers that belong to no entry are kept together")
	}
	c.contact.Sees("阳明西路108号", "上一次申报填写").Says("吉安市青原区正气路1号").Presses("总览").Presses("检查并提交").Sees("尚需补充")
	got := c.answers()
	if got["category"].Prefilled || got["address"].Prefilled || !got["plan_title"].Prefilled {
		t.Errorf("confirmed: %v %v %v", got["category"], got["address"], got["plan_title"])
	}
	c.head.Says("/进度").Presses("查看全部").SeesNot("阳明西路")
	c.officeman.Says("/desk").Presses("吉安市示范单位").Presses("查看全部内容")
	for c.officeman.Has("下一页") {
		c.officeman.SeesNot("双百").Presses("下一页")
	}
}

func TestAWholeCopiedApplicationIsConfirmedAndSent(t *testing.T) {
	t.Parallel()
	c := another(t)
	c.studied("2026-03-04", "2026-09-10")
	c.contact.Says("/apply").Presses("从2026年申报复制")
	answers := applytest.Answers(map[string]string{
		"rules.on": "2024年5月", "targets.value": "9 名", "targets.due": "2027年12月", "targets.reached": "[跳过]",
		"activities.held_on": "2026年9月12日", "activities.served": "210", "platforms.since": "2022年6月", "places.area": "130",
		"fund.2027.budget": "30", "fund.2027.spent": "6", "fund.2027.carried": "54.5", "fund.2025.carried": "1.5", "fund.2026.carried": "30.5",
	})
	for name := c.contact.Asks(); name != ""; name = c.contact.Asks() {
		switch {
		case c.contact.Has("沿用整项"):
			c.contact.Presses("沿用整项")
		case c.contact.Has("沿用"):
			c.contact.Presses("沿用")
		case c.contact.Has("再添加一项"):
			c.contact.Presses("完成")
		case strings.HasPrefix(name, "proof_") && !c.contact.Has("跳过") && name != "proof_2_1" && !c.contact.Has("完成"):
			c.contact.Presses("总览").Presses("检查并提交") // it was passed over before
		default:
			c.contact.Answer(answerTo(t, answers, name))
		}
	}
	c.contact.Sees("各项已填写完整").Presses("提交").Sees("已提交单位领导确认")
	c.head.PressesNotice("确认申报").Presses("再次确认").Sees("【申报回执】", "2027-")
}

// answerTo is the answer to a question, which an entry's question may share.
func answerTo(t *testing.T, answers map[string]string, name string) string {
	t.Helper()
	if answer, ok := answers[name]; ok {
		return answer
	}
	part := strings.Split(name, ".")
	answer, ok := answers[part[0]+"."+part[len(part)-1]]
	if !ok {
		t.Fatalf("no answer to %s", name)
	}
	return answer
}

func TestABlankFormIsBlank(t *testing.T) {
	t.Parallel()
	c := another(t)
	c.contact.Says("/apply").Says("/menu").Says("/apply").Sees("2026年度曾申报").Presses("从空白开始").Presses("下一步").SeesNot("沿用")
	c.contact.Says("/apply").SeesNot("曾申报")
	c.contact.Forges("apply.copy", int64(c.application().ID), "")
	if _, has := c.answers()["address"]; has {
		t.Error("copied into a form that was begun")
	}
}

func TestACategoryThatIsClosedIsNotCopied(t *testing.T) {
	t.Parallel()
	c := another(t)
	c.Change(func(tx *store.Tx) error {
		u, err := tx.Unit(c.unit.ID)
		if err != nil {
			return err
		}
		u.Type = programme.Cooperative
		return tx.PutUnit(&u)
	})
	c.contact.Says("/apply").Presses("从2026年申报复制").Presses("下一步").Sees("申报类别").SeesNot("沿用")
	if _, has := c.answers()["category"]; has {
		t.Error("a category that is closed to the unit was copied")
	}
}

func TestADraftOfAnotherRoundIsNoSource(t *testing.T) {
	t.Parallel()
	c := newCast(t, programme.Hospital)
	c.contact.Says("/apply").Presses("开始填写").Presses("下一步")
	c.ends()
	c.Now = flowtest.At("2027-03-10")
	c.Round(programme.RoundApplying, func(r *programme.Round) { r.OpensOn, r.ClosesOn = day("2027-03-01"), day("2027-04-10") })
	c.contact.Says("/apply").SeesNot("曾申报").Presses("开始填写")
}
