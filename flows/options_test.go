package flows_test

import (
	"fmt"
	"testing"

	"luling/flows/ask"
	"luling/flows/flowtest"
	"luling/flows/people"
)

// choosing is a house with a form of a choice and a multiple choice among so
// many counties.
func choosing(t *testing.T, many int) *flowtest.House {
	t.Helper()
	var options []ask.Option
	for i := range many {
		zh := fmt.Sprintf("%s%d县", []string{"吉", "泰", "万", "永", "安"}[i%5], i+1)
		label := struct{ Zh, En string }{zh, fmt.Sprint("County ", i+1)}
		options = append(options, ask.Option{ID: fmt.Sprint("c", i+1), Label: label})
	}
	return toying(t, map[string]string{"county": "县", "counties": "各县", "after": "备注"}, func() func() []ask.Question {
		var one, after string
		var several []string
		return func() []ask.Question {
			return []ask.Question{
				ask.Choice("county", &one, options), ask.Choices("counties", &several, options), ask.Text("after", &after),
			}
		}
	}, people.Feature)
}

func TestEightOptionsAreOnePage(t *testing.T) {
	t.Parallel()
	contact(choosing(t, 8), "李联络").Sees("[万8县]").SeesNot("下一页", "几个字")
}

func TestNineOptionsAreTwoPages(t *testing.T) {
	t.Parallel()
	c := contact(choosing(t, 9), "李联络").Sees("[万8县]", "[上一页][1/2][下一页]").SeesNot("[永9县]", "几个字")
	if !c.Button("上一页").Inert {
		t.Error("there is a page before the first")
	}
	c.Presses("下一页").Sees("[永9县]", "[2/2]").SeesNot("万8县").Forgets().Presses("上一页").Presses("下一页").Presses("永9县")
	asks(c, t, "counties")
	c.Sees("县：永9县", "[1/2]").Presses("上一步").Sees("[永9县]", "[2/2]") // the page of the answer
}

func TestManyOptionsAreFoundByTyping(t *testing.T) {
	t.Parallel()
	c := contact(choosing(t, 25), "李联络").Sees("共 25 个选项，可输入名称中的几个字查找", "[1/4]")
	c.Says("吉").Sees("与「吉」相符的选项有 5 个", "[吉1县]", "[吉21县]", "[全部选项]").SeesNot("泰", "下一页")
	c.Forgets().Says("大").Sees("选项中没有").Presses("全部选项").Sees("[泰2县]", "[1/4]").Says("1县").Sees("相符的选项有 3 个").Says("吉21县")
	asks(c, t, "counties")
	c.Sees("县：吉21县", "[1/4]")
}

func TestSeveralOptionsAreChosenOnSeveralPages(t *testing.T) {
	t.Parallel()
	c := contact(choosing(t, 25), "李联络").Says("吉1县").Presses("泰2县").Presses("下一页").Presses("万13县").Sees("[2/4]", "【已选】万13县")
	c.Says("25").Sees("与「25」相符的选项有 1 个", "[安25县]").Presses("安25县").Sees("【已选】安25县").Presses("全部选项").Presses("完成")
	asks(c, t, "after")
	c.Sees("各县：泰2县、万13县、安25县")
}
