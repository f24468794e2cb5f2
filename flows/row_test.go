package flows_test

import (
	"strconv"
	"testing"

	"luling/flows/ask"
	"luling/flows/flowtest"
)

type year struct{ Budget, Spent, Carried int64 }

var fundTexts = map[string]string{
	"opening": "上年结转", "fund.budget": "预算", "fund.spent": "支出", "fund.carried": "结转", "after": "备注",
}

// funded is a house with a form of a table whose entries are given: two years.
func funded(t *testing.T) *flowtest.House {
	t.Helper()
	return toying(t, fundTexts, func() func() []ask.Question {
		var opening int64
		var after string
		years := [2]year{}
		return func() []ask.Question {
			qs := []ask.Question{ask.Money("opening", &opening, ask.Unit("万元"))}
			for i := range years {
				qs = append(qs, ask.Of("fund", strconv.Itoa(2024+i), 0,
					ask.Money("budget", &years[i].Budget, ask.Unit("万元")), ask.Money("spent", &years[i].Spent, ask.Unit("万元")),
					ask.Money("carried", &years[i].Carried, ask.Unit("万元")))...)
			}
			return append(qs, ask.Text("after", &after))
		}
	})
}

func TestARowIsTypedAtOnce(t *testing.T) {
	t.Parallel()
	for _, typed := range []string{"30 25 5", "30，25，5", "３０万、２５万、５万", "30/25/5", "三十\t二十五\t五"} {
		c := contact(funded(t), "李联络").Says("0")
		asks(c, t, "fund.2024.budget")
		c.Says(typed)
		asks(c, t, "fund.2025.budget")
		c.Sees("已按次序分别填写：预算 30 万元，支出 25 万元，结转 5 万元", "4/8").Presses("上一步").Sees("现填：5 万元")
	}
}

func TestPartOfARow(t *testing.T) {
	t.Parallel()
	c := contact(funded(t), "李联络").Says("0").Says("30")
	asks(c, t, "fund.2024.spent")
	c.Says("25 5").Sees("支出 25 万元，结转 5 万元")
	asks(c, t, "fund.2025.budget")
}

func TestARowIsCorrected(t *testing.T) {
	t.Parallel()
	c := contact(funded(t), "李联络").Says("0").Says("30 25 5").Corrects("30 25 6")
	asks(c, t, "fund.2025.budget")
	c.Sees("支出 25 万元，结转 6 万元").Corrects("30 25 很多").Sees("「30 25 很多」")
	asks(c, t, "fund.2024.budget")
}

func TestWhatIsNoRowIsRefusedAsOneAnswer(t *testing.T) {
	t.Parallel()
	c := contact(funded(t), "李联络").Says("0 5").Sees("有两个数").Says("0")
	for _, typed := range []string{"30 25 很多", "30 25 5 7", "30 25\n40 35", "30-40"} {
		c.Says(typed)
		asks(c, t, "fund.2024.budget")
		c.SeesNot("已按次序").Sees("「30")
	}
}

func TestLinesAtTheFirstQuestionOfAnEntryAreLinesOfItsList(t *testing.T) {
	t.Parallel()
	c := contact(planning(t), "李联络").Says("青年人才计划").Presses("添加一项")
	asks(c, t, "targets.1.indicator")
	c.Says("引进博士\t5\t王强\n培养骨干\t20\t李敏")
	asks(c, t, "targets")
	c.Sees("已收入 2 项", "1. 引进博士，5，王强", "2. 培养骨干，20，李敏")
	c.Presses("再添加一项").Says("评选能手").Says("9 陈亮")
	asks(c, t, "targets")
	c.Sees("已按次序分别填写：第3项数值 9，责任人 陈亮")
}

func TestAWholeRowAtTheFirstQuestionOfAnEntryIsThatRow(t *testing.T) {
	t.Parallel()
	for _, typed := range []string{"引进博士，5，王强", "引进博士；5；王强", "引进博士 五 王强"} {
		c := contact(planning(t), "李联络").Says("青年人才计划").Presses("添加一项").Says(typed)
		asks(c, t, "targets")
		c.Sees("已按次序分别填写：第1项指标 引进博士，数值 5，责任人 王强")
	}
}

func TestWhatMayBeOneAnswerIsOne(t *testing.T) {
	t.Parallel()
	for _, typed := range []string{"引进博士，留住骨干", "引进博士，培养骨干，评选能手", "引进博士，5"} {
		c := contact(planning(t), "李联络").Says("青年人才计划").Presses("添加一项").Says(typed)
		asks(c, t, "targets.1.value")
		c.Sees("第1项指标：" + typed)
	}
}
