package flows_test

import (
	"testing"

	"luling/flows/ask"
	"luling/flows/flowtest"
)

type target struct {
	Indicator string
	Value     int64
	Reason    string
	Owner     string
	Proof     []int64
}

var planTexts = map[string]string{
	"plan_title": "计划名称", "targets": "年度目标", "targets.indicator": "指标", "targets.value": "数值",
	"targets.reason": "理由", "targets.owner": "责任人", "targets.proof": "佐证", "after": "备注", "section.plan": "规划", "section.rest": "其他",
}

// planning is a house with a form of two sections: a title and two to four
// targets, then a remark.
func planning(t *testing.T) *flowtest.House {
	t.Helper()
	return toying(t, planTexts, func() func() []ask.Question {
		var title, after string
		var targets ask.List[target]
		return func() []ask.Question {
			qs := []ask.Question{ask.Text("plan_title", &title, ask.In("plan"))}
			qs = append(qs, ask.Entries("targets", &targets, func(t *target) []ask.Question {
				all := []ask.Question{ask.Text("indicator", &t.Indicator), ask.Number("value", &t.Value, ask.AtMost(100))}
				if t.Value > 50 {
					all = append(all, ask.Text("reason", &t.Reason))
				}
				return append(all, ask.Text("owner", &t.Owner, ask.Optional()))
			}, ask.In("plan"), ask.Clause("S4.2"), ask.Least(2), ask.Most(4))...)
			return append(qs, ask.Text("after", &after, ask.In("rest")))
		}
	})
}

// listed is a contact at the list, with two entries.
func listed(t *testing.T) (*flowtest.House, *flowtest.Chat) {
	t.Helper()
	h := planning(t)
	c := contact(h, "李联络").Says("青年人才计划")
	c.Says("引进博士，5，王强\n培养骨干，20，李敏")
	asks(c, t, "targets")
	return h, c
}

func TestAnEntryIsAnsweredQuestionByQuestion(t *testing.T) {
	t.Parallel()
	c := contact(planning(t), "李联络").Says("青年人才计划")
	asks(c, t, "targets")
	c.Sees("指标，", "[添加一项]").SeesNot("[完成]")
	c.Presses("添加一项")
	asks(c, t, "targets.1.indicator")
	c.Sees("第 1 项的指标").Says("引进博士")
	asks(c, t, "targets.1.value")
	c.Says("六十")
	asks(c, t, "targets.1.reason")
	c.Says("缺口大")
	asks(c, t, "targets.1.owner")
	c.Presses("跳过")
	asks(c, t, "targets")
	c.Sees("1. 引进博士，60，缺口大", "[再添加一项]").SeesNot("[完成]")
	c.Says("完成").Sees("至少 2 项，现有 1 项，还差 1 项")
	c.Says("培养骨干，20，李敏").Presses("完成")
	asks(c, t, "after")
	c.Says("无").Sees("各项已填写完整").Presses("提交").Sees("办好了")
}

func TestPastedLinesWithABadCell(t *testing.T) {
	t.Parallel()
	c := contact(planning(t), "李联络").Says("青年人才计划")
	c.Says("1. 引进博士\t5\t王强\n2. 培养骨干\t很多\t李敏\n3. 评选能手\t８0\t陈亮")
	asks(c, t, "targets.2.value")
	c.Sees("已收入 3 项，其中 2 项还有内容需要补充").Says("20") // more than 50 wants a reason
	asks(c, t, "targets.3.reason")
	c.Says("缺口大")
	asks(c, t, "targets")
	c.Sees("1. 引进博士，5，王强", "2. 培养骨干，20，李敏", "3. 评选能手，80，缺口大，陈亮").SeesNot("未填完")
}

func TestALineThatNamesTheColumnsIsNoEntry(t *testing.T) {
	t.Parallel()
	c := contact(planning(t), "李联络").Says("青年人才计划")
	c.Says("指标\t数值\t责任人\n引进博士\t5\t王强\n培养骨干\t20\t李敏")
	c.Sees("第一行“指标\t数值\t责任人”按表头处理，未收入", "1. 引进博士，5，王强", "2. 培养骨干，20，李敏").SeesNot("3.")
	one := contact(planning(t), "王联络").Says("青年人才计划").Says("指标\t数值\t责任人")
	asks(one, t, "targets.1.value") // a single line is an entry
	two := contact(planning(t), "张联络").Says("青年人才计划").Says("引进博士\t5人\t王强\n培养骨干\t20\t李敏")
	two.SeesNot("表头")
}

func TestCellsLeftOutAreSkippedWhereTheyMayBe(t *testing.T) {
	t.Parallel()
	c := contact(planning(t), "李联络").Says("青年人才计划")
	c.Says("引进博士，5\n培养骨干，20，")
	asks(c, t, "targets")
	c.Sees("1. 引进博士，5", "2. 培养骨干，20", "[完成]").SeesNot("未填完")
}

func TestAWholeSentenceIsOneCell(t *testing.T) {
	t.Parallel()
	c := contact(planning(t), "李联络").Says("青年人才计划")
	c.Says("引进 Peking University 博士")
	asks(c, t, "targets.1.value")
	c.Says("5").Presses("跳过").Sees("1. 引进 Peking University 博士，5")
}

func TestTooManyLinesChangeNothing(t *testing.T) {
	t.Parallel()
	_, c := listed(t)
	c.Says("甲，1\n乙，2\n丙，3").Sees("最多 4 项", "未采用", "1. 引进博士", "2. 培养骨干").SeesNot("丙")
	c.Says("甲，1\n乙，2").Sees("4. 乙，2").SeesNot("添加一项")
}

func TestAFieldIsEditedFromItsEntry(t *testing.T) {
	t.Parallel()
	_, c := listed(t)
	c.Presses("第 2 项").Sees("年度目标　第 2 项", "指标：培养骨干", "数值：20").Presses("修改：数值")
	asks(c, t, "targets.2.value")
	c.Says("很多").Sees("未能识别").Says("25").Sees("第2项数值：25", "[返回列表]")
	c.Presses("修改：数值").Says("60")
	asks(c, t, "targets.2.reason")
	c.Says("缺口大").Sees("第2项理由：缺口大", "[返回列表]").Presses("返回列表")
	asks(c, t, "targets")
	c.Sees("2. 培养骨干，60，缺口大，李敏").Presses("完成")
	asks(c, t, "after")
}

func TestAnEntryIsTakenOutAndPutBack(t *testing.T) {
	t.Parallel()
	_, c := listed(t)
	c.Presses("第 1 项").Presses("删除这一项")
	asks(c, t, "targets")
	c.Sees("1. 培养骨干，20，李敏", "[恢复刚删除的一项]").SeesNot("引进博士")
	c.Presses("恢复").Sees("2. 引进博士，5，王强").SeesNot("恢复")
	c.Presses("第 1 项").Presses("删除").Presses("添加一项").Says("评选能手")
	asks(c, t, "targets.3.value") // the id of what was taken out is not used again
}

func TestFromTheReviewAndBack(t *testing.T) {
	t.Parallel()
	_, c := listed(t)
	c.Presses("完成").Says("无").Presses("总览").Sees("规划  已完成 2/2").Presses("一、规划").Sees("年度目标：2 项").SeesNot("引进博士")
	c.Presses("修改：年度目标").Presses("第 1 项").Presses("修改：数值").Says("6").Presses("返回列表").Presses("完成")
	c.Sees("年度目标：2 项", "计划名称：青年人才计划") // the section it came from, not an empty one
	c.Presses("总览").Presses("检查并提交").Sees("各项已填写完整").Presses("总览").Presses("一、").Presses("修改：年度目标")
	c.Presses("再添加一项").Says("评选能手").Presses("总览").Sees("规划  待补 1/2").Presses("检查并提交")
	c.Sees("年度目标 第3项数值：未填写", "年度目标 第3项责任人：未填写", "尚需补充 3 项").Presses("1. 去补充")
	asks(c, t, "targets.3.value")
	c.Says("7").Presses("跳过")
	asks(c, t, "targets")
	c.Presses("完成").Sees("各项已填写完整")
}

func TestBackWalksTheListAsOne(t *testing.T) {
	t.Parallel()
	_, c := listed(t)
	c.Presses("再添加一项")
	asks(c, t, "targets.3.indicator")
	c.Says("评选能手").Presses("上一步")
	asks(c, t, "targets.3.indicator")
	c.Presses("上一步")
	asks(c, t, "targets")
	c.Sees("3. 评选能手（未填完）").Presses("上一步")
	asks(c, t, "plan_title")
	c.Presses("不改")
	asks(c, t, "targets")
}

func TestAnEntryIsResumedInItsMiddle(t *testing.T) {
	t.Parallel()
	_, c := listed(t)
	c.Presses("再添加一项").Says("评选能手").Presses("暂存退出").Sees("已暂存").Says("/toy")
	asks(c, t, "targets.3.value")
}

// Wherever it stands, a conversation that is lost and made again shows the same
// and takes the same.
func TestAListOutlivesTheConversation(t *testing.T) {
	t.Parallel()
	_, c := listed(t)
	steps := []func(){
		func() { c.Presses("第 1 项") },
		func() { c.Presses("修改：数值") },
		func() { c.Says("55") },
		func() { c.Says("缺口大") },
		func() { c.Presses("返回列表") },
		func() { c.Presses("再添加一项") },
		func() { c.Says("评选能手") },
		func() { c.Says("9").Presses("跳过") },
		func() { c.Presses("完成") },
		func() { c.Says("无") },
		func() { c.Presses("总览").Presses("一、") },
		func() { c.Presses("修改：年度目标") },
		func() { c.Presses("第 2 项") },
		func() { c.Presses("返回列表") },
		func() { c.Presses("完成").Sees("计划名称：") },
	}
	for i, step := range steps {
		before := c.Stands()
		c.Forgets()
		if c.Stands() != before {
			t.Fatalf("before step %d it stood at %q, now at %q", i, before, c.Stands())
		}
		step()
	}
}

func TestAStalePressChangesNoList(t *testing.T) {
	t.Parallel()
	_, c := listed(t)
	add, one := c.Button("再添加一项"), c.Button("第 1 项")
	data := c.Data(add)
	c.Presses("第 1 项")
	drop := c.Data(c.Button("删除"))
	c.Presses("返回列表")
	for _, stale := range []string{data, drop} {
		if c.PressesData(stale); c.Toast() == "" {
			t.Errorf("%s: no toast", stale)
		}
	}
	c.PressesData(c.Data(one) + "x") // an entry that never was
	asks(c, t, "targets")
	c.Sees("1. 引进博士", "2. 培养骨干").SeesNot("3.")
}

func TestTwoContactsAddAtOnce(t *testing.T) {
	t.Parallel()
	h, c := listed(t)
	d := contact(h, "王联络")
	asks(d, t, "targets")
	c.Presses("再添加一项").Says("评选能手")
	d.Presses("再添加一项").Says("选派专家")
	asks(c, t, "targets.3.value")
	asks(d, t, "targets.4.value")
	c.Says("3").Presses("跳过")
	d.Says("4").Presses("跳过")
	asks(d, t, "targets")
	d.Sees("3. 评选能手，3", "4. 选派专家，4")
	c.Says("多一项").Sees("最多 4 项")
}

func TestAnEntryThatAColleagueTookOut(t *testing.T) {
	t.Parallel()
	h, c := listed(t)
	d := contact(h, "王联络")
	c.Presses("第 1 项").Presses("修改：数值")
	d.Presses("第 1 项").Presses("删除")
	c.Says("9")
	c.Sees("表单已更新").SeesNot("引进博士")
	d.Presses("恢复").Sees("2. 引进博士，5")
}

func TestAListTakesLinesAndNothingElse(t *testing.T) {
	t.Parallel()
	_, c := listed(t)
	c.Sends("照片.jpg").Sees("未收存").Says("评选能手，9，陈亮").Corrects("评选能手，10，陈亮")
	c.Sees("修改已发送的消息不会改变答案", "3. 评选能手，9，陈亮")
}
