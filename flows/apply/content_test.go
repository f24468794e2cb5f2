package apply_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"luling/flows/apply/applytest"
	"luling/flows/card"
	"luling/store"
	"luling/store/programme"
)

func (c *cast) content() (content []byte) {
	c.T.Helper()
	c.Look(func(tx *store.Tx) error {
		a, err := card.Read(tx, c.application().ID)
		if err != nil {
			return err
		}
		d, err := a.Draft(tx)
		if err != nil {
			return err
		}
		content, err = d.Content().Bytes()
		return err
	})
	return content
}

func TestTheSameApplicationIsTheSameBytes(t *testing.T) {
	t.Parallel()
	c := waiting(t)
	first := c.content()
	c.Now = c.Now.Add(72 * time.Hour)
	if second := c.content(); !bytes.Equal(first, second) {
		t.Errorf("composed twice:\n%s\n%s", first, second)
	}
	c.head.PressesNotice("确认申报").Presses("再次确认")
	c.Look(func(tx *store.Tx) error {
		s, err := tx.Snapshot(c.application().ID)
		if !bytes.Equal(s.Content, first) || s.Hash != card.Hash(first) || s.No != 1 || s.ConfirmedBy != c.head.Who.ID {
			t.Errorf("snapshot %d by %d says\n%s", s.No, s.ConfirmedBy, s.Content)
		}
		return err
	})
}

func TestTheContentIsCanonical(t *testing.T) {
	t.Parallel()
	c := filled(t, programme.Cooperative, "农村实用", map[string]string{
		"address": "吉安市 <b>吉州区</b> & \"阳明\" 西路", "deputy": "李四 副主任 13800000001"})
	content := c.content()
	var any map[string]json.RawMessage
	if err := json.Unmarshal(content, &any); err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{"format", "number", "year", "rules", "category", "unit", "body", "sections"} {
		if any[key] == nil {
			t.Errorf("the content does not say its %s", key)
		}
	}
	if !bytes.HasPrefix(content, []byte(`{"body":`)) || bytes.Contains(content, []byte(`\u003c`)) || bytes.ContainsAny(content, "\n\t") {
		t.Errorf("not canonical: %s", content)
	}
	for _, want := range []string{`"sha256":"`, `"Decisions":"研究人才`, `"Minutes":"abab`, `<b>吉州区</b>`, `2026-吉州-001`} {
		if !bytes.Contains(content, []byte(want)) {
			t.Errorf("the content does not hold %s:\n%s", want, content)
		}
	}
}

func TestHiddenAnswersAreLeftOut(t *testing.T) {
	t.Parallel()
	c := filled(t, programme.Enterprise, "企业创新创业", nil)
	if content := string(c.content()); !strings.Contains(content, `"talents.doctors"`) {
		t.Fatalf("the content does not hold the doctors: %s", content)
	}
	c.contact.Presses("总览").Presses("单位情况").Presses("申报类别").Presses("农村实用")
	c.contact.Says("/apply").Fill(applytest.Answers(map[string]string{"category_change": "[确认变更]"}), "")
	content := string(c.content())
	for _, hidden := range []string{"talents.doctors", "talents.masters", "patents", "category_change"} {
		if strings.Contains(content, `"`+hidden+`"`) {
			t.Errorf("the content holds %s:\n%s", hidden, content)
		}
	}
	if !strings.Contains(content, `"talents.rural_talent"`) || !strings.Contains(content, `"villagers"`) || !strings.Contains(content, `"category":"rural"`) {
		t.Errorf("the content does not hold the new category:\n%s", content)
	}
}

func TestChangingTheCategoryAsksOnlyIfAnswersWouldBeHidden(t *testing.T) {
	t.Parallel()
	c := newCast(t, programme.Enterprise)
	c.contact.Says("/apply").Presses("开始填写").Presses("下一步").Presses("企业创新创业").Presses("上一步").Presses("专业技术")
	if c.contact.Asks() != "address" {
		t.Fatalf("asks %s though nothing would be hidden", c.contact.Asks())
	}
	c.contact.Fill(applytest.Answers(nil), "talents.2025.senior")
	toCategory := func() { c.contact.Presses("总览").Presses("单位情况").Presses("申报类别") }
	toCategory()
	c.contact.Presses("高技能").Says("/apply").Sees("不再显示", "2 项", "确认变更")
	toCategory()
	c.contact.Presses("专业技术").Says("/apply")
	if c.contact.Asks() != "talents.2025.senior" {
		t.Errorf("asks %s after changing back", c.contact.Asks())
	}
	toCategory()
	c.contact.Presses("高技能").Says("/apply").Presses("确认变更").Says("/apply")
	if c.contact.Asks() != "talents.2024.high_skill" {
		t.Errorf("asks %s after agreeing", c.contact.Asks())
	}
	c.contact.Says("7")
	toCategory()
	c.contact.Presses("企业创新创业").Says("/apply").Sees("不再显示", "3 项")
}
