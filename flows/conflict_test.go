package flows_test

import (
	"testing"

	"luling/flows/ask"
	"luling/flows/flowtest"
)

// rivals are two colleagues of whom the second has given another title than the
// first and is to choose, and a third who stands at the same question.
func rivals(t *testing.T) (first, second, third *flowtest.Chat) {
	t.Helper()
	h := toying(t, map[string]string{"name": "名称", "note": "备注"}, func() func() []ask.Question {
		var title, note string
		return func() []ask.Question { return []ask.Question{ask.Text("name", &title), ask.Text("note", &note)} }
	})
	first, second, third = contact(h, "李联络"), contact(h, "王联络"), contact(h, "陈联络")
	first.Says("甲计划")
	second.Says("乙计划").Sees("甲计划", "乙计划")
	return first, second, third
}

func TestWhoIsToChooseLosesNothingWhenTheOtherAnswersAgain(t *testing.T) {
	t.Parallel()
	first, second, _ := rivals(t)
	first.Presses("上一步").Says("丙计划")
	second.Presses("以我填写的为准").Sees("丙计划", "乙计划") // what it has become is shown before it goes
	second.Presses("以我填写的为准").Says("无").Sees("名称：乙计划")
}

func TestWhoIsToChooseMayTakeWhatTheOtherHasMadeOfIt(t *testing.T) {
	t.Parallel()
	first, second, _ := rivals(t)
	first.Presses("上一步").Says("丙计划")
	second.Presses("以同事填写的为准").Says("无").Sees("名称：丙计划")
}

func TestAThirdValueIsNotTakenWhileTwoWait(t *testing.T) {
	t.Parallel()
	_, second, third := rivals(t)
	third.Says("丁计划").Sees("您这一步未保存").Sees("现填：甲计划")
	second.Presses("以我填写的为准").Says("无").Sees("名称：乙计划")
}
