package apply_test

import (
	"testing"

	"luling/flows/apply/applytest"
	"luling/store/programme"
)

// The advice grades all 26 items, says what would prove one that is not ready,
// and leads there; it stops nothing.
func TestAdviceBeforeSending(t *testing.T) {
	t.Parallel()
	c := filled(t, programme.Hospital, "专业技术", nil)
	c.contact.Sees("各项已填写完整").Presses("佐证材料自查")
	c.contact.Sees("1.1 一把手抓第一资源：材料偏少", "1.2 专题研究不少于2次：已具备", "2.1 人才工程或计划：已具备", "6.4 环境氛围：材料偏少")
	c.contact.Presses("六有-1").Sees("1.6 培养、引进、使用措施：已具备", "可以提供：体现主要负责人抓人才工作的会议纪要", "《办法》第四部分第1项", "专题研究 2 次")
	c.contact.Presses("补充 1.1")
	if asks := c.contact.Asks(); asks != "proof_1_1" {
		t.Fatalf("it leads to %q", asks)
	}
	c.contact.Answer("(会议纪要.pdf)")
	c.contact.Says("/apply").Presses("佐证材料自查").Sees("1.1 一把手抓第一资源：已具备")
	c.contact.Presses("继续填写").Presses("提交").Sees("已提交单位领导确认")
	c.head.PressesNotice("佐证材料自查").Sees("6.4 环境氛围：材料偏少").Presses("六有-6")
	if c.head.Has("补充 6.4") || c.head.Has("继续填写") {
		t.Error("a leader is led into the form")
	}
}

func TestAdviceOnAnEmptyApplication(t *testing.T) {
	t.Parallel()
	c := newCast(t, programme.Hospital)
	c.contact.Says("/apply").Presses("开始填写").Fill(applytest.Answers(map[string]string{"category": "[专业技术]"}), "head")
	c.contact.Presses("总览").Presses("检查并提交").Presses("佐证材料自查").Sees("已具备 0 项，材料偏少 0 项，缺失 26 项", "约 0%")
	c.contact.Presses("六有-1").Presses("补充 1.2").Sees("专题研究")
}
