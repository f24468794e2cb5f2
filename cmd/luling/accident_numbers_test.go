package main

import (
	"testing"

	"luling/bot/bottest"
)

// a try is what somebody types for a question: what is stored of it, or the
// words of the refusal.
type try struct {
	typed, stored, says string
}

// tries types one after the other at a question, going back to it where an
// answer was taken.
func tries(t *testing.T, w *bottest.World, c *bottest.Chat, form, question string, all []try) {
	t.Helper()
	for _, row := range all {
		before := stored(w)
		c.Says(row.typed)
		if row.stored == "" {
			c.Sees(row.says)
			same(t, before, stored(w))
		} else {
			answer(t, w, form+" "+question, row.stored)
			c.Sees(row.says)
			c.Press("上一步")
		}
		asks(t, c, question)
	}
}

func TestAccidentNumbers(t *testing.T) {
	t.Parallel()
	w, chat := accident(t)
	c := chat[1001]
	applying(c, "staff")
	w.Log.Begin("在职人数:全角、万、汉字、负数和离谱的数")
	tries(t, w, c, "apply", "staff", []try{
		{"１２６０人", "1260", "已按“1,260 人”记录"},
		{"1.26万", "12600", "已按“12,600 人”记录"},
		{"约一千二百六十", "1260", "已按“1,260 人”记录"},
		{"1,260", "1260", "已保存"},
		{"-5", "", "「-5」为负数"},
		{"0", "", "不得小于 1"},
		{"99999999999999999999999", "", "超出可登记的范围"},
		{"100万零1", "", "不得大于 1,000,000"},
		{"12.5", "", "不是整数"},
		{"12或者13", "", "有两个数"},
		{"1260万元", "", "单位与本项不符"},
		{"很多", "", "未能识别「很多」"},
	})
	w.Transcript(t, "accident/numbers")
	w.Sound()
}

func TestAccidentMoney(t *testing.T) {
	t.Parallel()
	w, chat := accident(t)
	c := chat[1001]
	applying(c, "fund_opening")
	w.Log.Begin("专项经费:万元的各种写法")
	tries(t, w, c, "apply", "fund_opening", []try{
		{"三十万", "30000000", "已按“30 万元”记录"},
		{"３２", "32000000", "已按“32 万元”记录"},
		{"320000元", "32000000", "32 万元"},
		{"0.5亿", "5000000000", "5,000 万元"},
		{"负三万", "", "为负数"},
		{"一千亿", "", "不得大于"},
		{"32.123456789", "", "小数超过两位"},
		{"30万或40万", "", "有两个数"},
	})
	w.Transcript(t, "accident/money")
	w.Sound()
}

func TestAccidentDates(t *testing.T) {
	t.Parallel()
	w, chat := accident(t)
	c := chat[1001]
	registering(c, "held_on")
	w.Log.Begin("会议日期:五种写法、未来的日期、2月31日")
	tries(t, w, c, "study", "held_on", []try{
		{"2025-5-20", `"2025-05-20"`, "2025年5月20日"},
		{"2025.05.20", `"2025-05-20"`, "2025年5月20日"},
		{"20250520", `"2025-05-20"`, "2025年5月20日"},
		{"二〇二五年五月二十日", `"2025-05-20"`, "已按“2025年5月20日”记录"},
		{"２０２５／５／２０", `"2025-05-20"`, "已按“2025年5月20日”记录"},
		{"去年5月20号", `"2025-05-20"`, "已按“2025年5月20日”记录"},
		{"昨天", `"2026-03-01"`, "已按“2026年3月1日”记录"},
		{"2026年12月31日", "", "尚未到来（今天是2026年3月2日）"},
		{"2025年2月31日", "", "没有「2025年2月31日」这一天"},
		{"2024-2-29", "", "2024年不在可填写的年度内"},
		{"2025年5月20日至21日", "", "有两个日期"},
		{"2025年5月", "", "请填写具体日期"},
		{"2025年5月20日星期五", "", "2025年5月20日是周二，不是周五"},
		{"过年以后", "", "未能识别「过年以后」"},
	})
	w.Transcript(t, "accident/dates")
	finish(t, w, c)
	w.Sound()
}

// People are typed in one line; what is missing is named.
func TestAccidentPersons(t *testing.T) {
	t.Parallel()
	w, chat := accident(t)
	c := chat[1001]
	applying(c, "head")
	w.Log.Begin("主要负责人:少了电话、两个电话、全角")
	tries(t, w, c, "apply", "head", []try{
		{"周建国 院长", "", "缺少电话"},
		{"13870600102", "", "缺少姓名、职务"},
		{"周建国", "", "缺少职务、电话"},
		{"周建国 院长 13870600102 13870600103", "", "有两个号码"},
		{"周建国，院长，１３８７０６００１０２", `{"name":"周建国","post":"院长","phone":"13870600102"}`, "周建国 院长 13870600102"},
	})
	w.Transcript(t, "accident/persons")
	w.Sound()
}
