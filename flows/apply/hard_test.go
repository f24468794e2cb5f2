package apply_test

import (
	"testing"

	"luling/flows/apply/applytest"
	"luling/store/programme"
)

func TestHardConditionsAreGapsWithButtons(t *testing.T) {
	t.Parallel()
	c := newCast(t, programme.Hospital)
	c.fill("专业技术", map[string]string{
		"full_time": "0", "fund_opening": "0", "fund.2025.carried": "0", "fund.2024.carried": "0", "fund.2026.budget": "0"})
	c.contact.Sees("专职工作人员：现填 0 人", "2026年人才工作专项经费：现有 0 元", "2025年 0 次、2026年 0 次", "去登记专题研究")
	c.contact.Sees("2024年专项经费：按“上年结转＋预算－支出”应余 2 万元，现填 0 元，相差 2 万元")
	if c.contact.Has("提交") {
		t.Fatal("an application with gaps may be sent")
	}
	c.contact.Presses("专职人员数").Says("1").Says("陈文静").Presses("2026年经费预算").Says("三十五万").Sees("尚需补充 4 项")
	c.contact.Presses("2024年经费结转").Says("2").Sees("2025年专项经费").Presses("2025年经费结转").Says("0.5").Sees("2026年专项经费")
	c.contact.Presses("2026年经费结转").Says("29.5").Sees("尚需补充 1 项")
	c.studied("2026-01-05")
	c.contact.Says("/apply").Sees("2026年 1 次")
	c.studied("2025-12-29")
	c.contact.Says("/apply").Sees("2025年 1 次、2026年 1 次") // the two years are not added up
	c.studied("2026-02-05")
	c.contact.Says("/apply").Sees("各项已填写完整").Presses("提交").Sees("已提交")
}

func TestTheWayToTheLedger(t *testing.T) {
	t.Parallel()
	c := newCast(t, programme.Hospital)
	c.fill("专业技术", nil)
	c.contact.Presses("去登记专题研究").Sees("专题研究")
	c.contact.Says("/apply").Sees("尚需补充 1 项")
}

func TestNothingIsUploadedBeforeTheDeclaration(t *testing.T) {
	t.Parallel()
	c := newCast(t, programme.Hospital)
	c.contact.Says("/apply").Presses("开始填写").Presses("总览").Presses("六有-2")
	if c.contact.Has("佐证2.1") {
		t.Error("files are asked for before the declaration")
	}
	answers := applytest.Answers(map[string]string{"category": "[专业技术]"})
	c.contact.Says("/apply").Fill(answers, "no_secret").Sees("【保密提示】本平台不得上传涉密或内部敏感材料。继续上传即表示您确认所传文件不涉密。", "[确认][取消]")
	c.contact.Sends("早了.pdf").Arrives().Sees("早了.pdf", "未收存").Presses("取消").Sees("须确认以上内容")
	if c.contact.Asks() != "no_secret" {
		t.Errorf("asks %s", c.contact.Asks())
	}
	c.contact.Presses("确认").Presses("总览").Presses("六有-2")
	if !c.contact.Has("佐证2.1") {
		t.Error("files are not asked for after the declaration")
	}
}

func TestAFileOnItsWayHoldsTheApplication(t *testing.T) {
	t.Parallel()
	c := newCast(t, programme.Hospital)
	c.studied("2025-03-04", "2025-09-10")
	answers := applytest.Answers(map[string]string{"category": "[专业技术]"})
	c.contact.Says("/apply").Presses("开始填写").Fill(answers, "proof_2_1").Sends("计划.pdf").Sees("正在接收").Presses("完成")
	c.contact.Fill(answers, "").Sees("1 个文件正在接收")
	if c.contact.Has("提交") {
		t.Error("sent while a file is on its way")
	}
}

// A file is refused once its content is known: on the screen of who looks at the
// form, by a notice to who does something else.
func TestFilesRefusedByTheirContent(t *testing.T) {
	t.Parallel()
	for reason, says := range map[string]string{
		"too_big": "超过 20 MB 的上限", "empty": "内容为空", "type": "不在接收范围内", "unsafe": "未予收存", "unreadable": "无法打开",
	} {
		t.Run(reason, func(t *testing.T) {
			t.Parallel()
			c := newCast(t, programme.Hospital)
			answers := applytest.Answers(map[string]string{"category": "[专业技术]"})
			c.contact.Says("/apply").Presses("开始填写").Fill(answers, "proof_2_1")
			c.contact.Sends("甲.pdf").Spoils(reason).Sees("「甲.pdf」", says)
			c.contact.Sends("乙.pdf").Says("/menu").Spoils(reason).Told("「乙.pdf」", says)
		})
	}
}

func TestAFileThatLooksSecretIsHeldUntilALeaderLooked(t *testing.T) {
	t.Parallel()
	c := newCast(t, programme.Hospital)
	c.studied("2025-03-04", "2025-09-10")
	answers := applytest.Answers(map[string]string{"category": "[专业技术]", "proof_2_1": "(内部资料 三年计划.pdf)"})
	c.contact.Says("/apply").Presses("开始填写").Fill(answers, "").Sees("涉嫌涉密").Told("内部资料 三年计划.pdf", "暂缓使用")
	if c.contact.Has("提交") {
		t.Fatal("sent with a held file")
	}
	c.head.Told("请您核实", "内部资料 三年计划.pdf")
	if n := len(c.head.Notices()); n != 1 {
		t.Errorf("the head was asked %d times about one file", n)
	}
	c.head.PressesNotice("不涉密").Sees("已确认该文件不涉密")
	c.contact.Told("可以使用").Says("/apply").Sees("各项已填写完整")
	c.deputy.PressesNotice("误传")
	if c.deputy.Toast() != "该文件已处理，无需重复操作。" {
		t.Errorf("the second leader hears %q", c.deputy.Toast())
	}
}

func TestASecretFileIsPurged(t *testing.T) {
	t.Parallel()
	c := newCast(t, programme.Hospital)
	c.studied("2025-03-04", "2025-09-10")
	answers := applytest.Answers(map[string]string{"category": "[专业技术]", "proof_2_1": "(机密 三年计划.pdf)"})
	c.contact.Says("/apply").Presses("开始填写").Fill(answers, "")
	c.head.PressesNotice("误传").Sees("误传的文件已删除").SeesNot("三年计划")
	c.contact.Told("已删除").Says("/apply")
	if c.contact.Asks() != "proof_2_1" {
		t.Errorf("asks %s", c.contact.Asks())
	}
	c.contact.SeesNot("机密").Answer("(三年计划.pdf)").Sees("各项已填写完整")
}
