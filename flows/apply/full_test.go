package apply_test

import (
	"encoding/json"
	"strings"
	"testing"

	"luling/flows/apply/applytest"
	"luling/flows/card"
	"luling/flows/flowtest"
	"luling/store"
	"luling/store/programme"
)

// pages is everything a person reads of the application, from his first page on.
func pages(c *flowtest.Chat) string {
	var whole strings.Builder
	whole.WriteString(c.Screen())
	for c.Has("下一页") {
		whole.WriteString(c.Presses("下一页").Screen())
	}
	return whole.String()
}

func TestRelatedPeopleAreSeenByTheUnitAndTheOfficeAlone(t *testing.T) {
	t.Parallel()
	c := newCast(t, programme.Hospital)
	c.studied("2025-03-04", "2025-09-10")
	c.fill("专业技术", map[string]string{"related": "{胡某某（市医学会），本单位主要负责人的配偶}"})
	c.contact.Presses("提交")
	c.head.PressesNotice("查看全部")
	if read := pages(c.head); !strings.Contains(read, "胡某某") || !strings.Contains(read, "仅本单位和市人才办可见") {
		t.Errorf("the head does not read whom the unit declared:\n%s", read)
	}
	c.head.PressesNotice("确认申报").Presses("再次确认")
	c.officeman.Says("/desk").Presses("示范单位").Presses("查看全部")
	if read := pages(c.officeman); !strings.Contains(read, "胡某某") {
		t.Errorf("the office does not read whom the unit declared:\n%s", read)
	}
	c.recommender.PressesNotice("查看申报").Presses("查看全部")
	if read := pages(c.recommender); strings.Contains(read, "胡某某") || strings.Contains(read, "回避关系") || !strings.Contains(read, "申报综述") {
		t.Errorf("the recommending body reads whom the unit declared:\n%s", read)
	}
	c.Look(func(tx *store.Tx) error {
		s, err := tx.Snapshot(c.application().ID)
		if !strings.Contains(string(s.Content), "胡某某") {
			t.Error("the snapshot does not keep it for the office")
		}
		return err
	})
}

// Files that were sent for a whole criterion, when the form asked so, stay.
func TestFilesOfTheFirstFormStay(t *testing.T) {
	t.Parallel()
	c := newCast(t, programme.Hospital)
	c.studied("2025-03-04", "2025-09-10")
	c.contact.Says("/apply").Presses("开始填写")
	c.older("plan_files", "2024计划.pdf")
	c.older("feature_files", "先进事迹.docx")
	c.contact.Fill(applytest.Answers(map[string]string{
		"category": "[专业技术]", "proof_2_1": "[跳过]", "proof_5_3": "[跳过]",
	}), "")
	c.contact.Sees("各项已填写完整").Presses("总览").Presses("六有-2").Sees("其他佐证材料：1 个文件").Presses("修改：其他佐证材料")
	c.contact.Sees("此前为", "2024计划.pdf").Presses("总览").Presses("检查并提交").Presses("提交")
	c.head.PressesNotice("查看全部")
	if read := pages(c.head); !strings.Contains(read, "2024计划.pdf") || !strings.Contains(read, "先进事迹.docx") {
		t.Errorf("the files are lost:\n%s", read)
	}
	content := string(c.content())
	if !strings.Contains(content, `"name":"plan_files"`) || strings.Contains(content, "carrier_files") {
		t.Errorf("the content says\n%s", content)
	}
}

// older answers a question of the first form with a file.
func (c *cast) older(question, name string) {
	c.T.Helper()
	c.Change(func(tx *store.Tx) error {
		tx.As(c.contact.Who.Person, c.contact.Who.Grant)
		a, err := card.Read(tx, c.application().ID)
		if err != nil {
			return err
		}
		d, err := tx.Draft(card.FormName, a.Subject())
		if err != nil {
			return err
		}
		f := programme.File{DraftID: d.ID, Field: question, Name: name, Size: 10, State: programme.FileStored, SHA256: strings.Repeat("cd", 32), Type: "application/pdf"}
		if err := tx.AddFile(&f); err != nil {
			return err
		}
		value, err := json.Marshal([]programme.FileID{f.ID})
		if err != nil {
			return err
		}
		return tx.PutAnswer(&d, store.Answer{DraftID: d.ID, Name: question, Value: value, Done: true, At: c.Now})
	})
}

func TestAsManyNamesAsFullTimeStaff(t *testing.T) {
	t.Parallel()
	c := newCast(t, programme.Hospital)
	answers := applytest.Answers(map[string]string{"category": "[专业技术]", "full_time": "3人"})
	c.contact.Says("/apply").Presses("开始填写").Fill(answers, "full_time_names").Sees("共 3 人")
	c.contact.Says("陈文静、刘志强").Sees("现填 2 个姓名，须填 3 个", "与专职人员 3 人相符")
	c.contact.Says("陈文静、刘志强，陈文静").Sees("所填 3 个姓名中有重复，不同的只有 2 个")
	c.contact.Says("陈文静、刘志强，Li Wei")
	if asks := c.contact.Asks(); asks != "no_secret" {
		t.Fatalf("asks %q:\n%s", asks, c.contact.Screen())
	}
	c.contact.Presses("总览").Presses("人员机构").Sees("陈文静、刘志强，Li Wei").Presses("修改：专职人员数").Says("2")
	if asks := c.contact.Says("/apply").Asks(); asks != "full_time_names" {
		t.Errorf("of fewer people the names are not asked for again, but %q", asks)
	}
	c.contact.Presses("总览").Presses("人员机构").Presses("修改：专职人员数").Says("0")
	if asks := c.contact.Says("/apply").Asks(); asks != "no_secret" {
		t.Errorf("of nobody it asks %q", asks)
	}
}

func TestAPartIsNotMoreThanTheWhole(t *testing.T) {
	t.Parallel()
	c := newCast(t, programme.Hospital)
	answers := applytest.Answers(map[string]string{"category": "[专业技术]"})
	c.contact.Says("/apply").Presses("开始填写").Fill(answers, "talents.2024.senior").Sees("不超过该年总数 86 人")
	c.contact.Says("87").Sees("86")
	if asks := c.contact.Asks(); asks != "talents.2024.senior" {
		t.Fatalf("87 of 86 is taken; it asks %q", asks)
	}
	c.contact.Says("86").Fill(answers, "trained").Says("20").Sees("19")
	if asks := c.contact.Asks(); asks != "trained" {
		t.Fatalf("20 of 19 is taken; it asks %q", asks)
	}
	c.contact.Presses("上一步").Says("0")
	if asks := c.contact.Asks(); asks != "patents" {
		t.Errorf("of nobody it asks %q", asks)
	}
}

// Whoever confirms is told what the activities come to; the plan ends no earlier
// than it begins, though only its months are known.
func TestWhatListsComeTo(t *testing.T) {
	t.Parallel()
	c := newCast(t, programme.Hospital)
	c.studied("2025-03-04", "2025-09-10")
	answers := applytest.Answers(map[string]string{"category": "[专业技术]", "plan_from": "2024年3月15日"})
	c.contact.Says("/apply").Presses("开始填写").Fill(answers, "plan_until").Says("2024年2月").Sees("2024年3月1日")
	c.contact.Says("2024年3月").Fill(answers, "activities").Sees("2024年3月1日以来")
	c.contact.Says("2024年2月29日，学术报告，早了的一次，10，礼堂").Sees("2024年3月1日")
	c.contact.Says("2024年3月1日").Fill(answers, "").Presses("提交")
	c.head.Told("服务活动：4 次，办法所列形式 3 种，服务 566 人")
}

// A year of a table may be typed at once.
func TestAYearTypedAtOnce(t *testing.T) {
	t.Parallel()
	c := newCast(t, programme.Hospital)
	answers := applytest.Answers(map[string]string{"category": "[专业技术]"})
	c.contact.Says("/apply").Presses("开始填写").Fill(answers, "fund.2024.budget").Sees("30 28 2")
	c.contact.Says("30 28 5")
	if asks := c.contact.Asks(); asks != "fund.2025.budget" {
		t.Fatalf("it asks %q:\n%s", asks, c.contact.Screen())
	}
	c.contact.Says("30万 31.5万 3.5万")
	if asks := c.contact.Asks(); asks != "fund.2026.budget" {
		t.Fatalf("it asks %q:\n%s", asks, c.contact.Screen())
	}
	c.contact.Presses("总览").Presses("六有-1").Sees("2024年经费预算：30 万元", "2024年经费支出：28 万元", "2024年经费结转：5 万元", "2025年经费结转：3.5 万元")
	c.contact.Says("/apply").Fill(answers, "talents.2024.total").Says("86、35、28")
	if asks := c.contact.Asks(); asks != "talents.2025.total" {
		t.Errorf("it asks %q:\n%s", asks, c.contact.Screen())
	}
}
