package flows_test

import (
	"strings"
	"testing"

	"luling/flows"
	"luling/flows/ask"
	"luling/flows/flowtest"
	"luling/store/programme"
)

type dates struct{ Held, Founded, Due programme.Date }

var dateTexts = map[string]string{
	"held": "召开日期", "founded": "成立时间", "due": "完成时限", "meetings": "活动", "meetings.on": "举办日期", "meetings.of": "名称", "after": "备注",
}

// dating is a house with a form of dates: a day of the last two years, a month
// that has been, a day to come, and one in each entry of a list.
func dating(t *testing.T) *flowtest.House {
	t.Helper()
	type meeting struct {
		On programme.Date
		Of string
	}
	return toying(t, dateTexts, func() func() []ask.Question {
		var d dates
		var after string
		var meetings ask.List[meeting]
		return func() []ask.Question {
			qs := []ask.Question{
				ask.Date("held", &d.Held, ask.NotFuture(), ask.NotBefore("2024-03-10")),
				ask.Date("founded", &d.Founded, ask.NotFuture(), ask.MonthEnough()),
				ask.Date("due", &d.Due, ask.WithinYear(2026, 2027)),
			}
			qs = append(qs, ask.Entries("meetings", &meetings, func(m *meeting) []ask.Question {
				return []ask.Question{ask.Date("on", &m.On, ask.NotFuture()), ask.Text("of", &m.Of)}
			})...)
			return append(qs, ask.Text("after", &after))
		}
	})
}

func TestNearDaysAreOnePress(t *testing.T) {
	t.Parallel()
	c := contact(dating(t), "李联络").Sees("[今天（3月10日）][昨天（3月9日）]", "[选日期]").Presses("昨天")
	asks(c, t, "founded")
	c.Sees("已保存 召开日期：2026年3月9日", "[选年月]").SeesNot("今天").Says("1958年10月")
	asks(c, t, "due")
	c.Sees("[今天（3月10日）]").SeesNot("昨天")
}

func TestADayIsChosenFromTheCalendar(t *testing.T) {
	t.Parallel()
	c := contact(dating(t), "李联络").Presses("选日期")
	c.Sees("请填写召开日期", "[‹][2026年3月][›]", "[一][二][三][四][五][六][日]", "[·][·][·][·][·][·][1]", "[9][10][·][·][·][·][·]").SeesNot("[16]")
	if b := c.Button("›"); !b.Inert {
		t.Error("the calendar turns to next month, though no day of it may be given")
	}
	c.Presses("‹").Sees("2026年2月", "[23][24][25][26][27][28][·]").Presses("2026年2月").Sees("[2026年]", "[1月][2月][3月]", "[·][·][·]")
	c.Presses("2026年").Sees("[‹][2020–2029][›]", "[·][·][·][·][2024]", "[2025][2026][·][·][·]").Presses("2024").Sees("[·][·][3月]")
	c.Presses("3月").Sees("[·][·][·][·][·][·][10]").SeesNot("[9]").Presses("10")
	asks(c, t, "founded")
	c.Sees("召开日期：2024年3月10日")
}

func TestAMonthIsChosenFromTheCalendar(t *testing.T) {
	t.Parallel()
	c := contact(dating(t), "李联络").Says("昨天").Presses("选年月").Sees("[‹][2026年][›]").Presses("2026年").Presses("‹")
	for range 5 {
		c.Presses("‹")
	}
	c.Sees("1960–1969").Presses("1961").Presses("‹").Presses("10月")
	asks(c, t, "due")
	c.Sees("成立时间：1960年10月").Presses("上一步").Presses("选年月").Sees("[1960年]")
	if b := c.Button("10月"); b.Style != "primary" {
		t.Error("the stored answer does not stand out")
	}
}

func TestDatesAreTypedUnderTheCalendar(t *testing.T) {
	t.Parallel()
	c := contact(dating(t), "李联络").Presses("选日期").Says("2030年1月1日").Sees("尚未到来").Presses("选日期").Says("上月底")
	asks(c, t, "founded")
	c.Sees("2026年2月28日")
}

func TestTheCalendarIsClosed(t *testing.T) {
	t.Parallel()
	c := contact(dating(t), "李联络").Presses("选日期").Presses("收起日历")
	asks(c, t, "held")
	c.Sees("[选日期]").SeesNot("2026年3月][")
}

func TestTheCalendarOutlivesTheConversation(t *testing.T) {
	t.Parallel()
	c := contact(dating(t), "李联络").Presses("选日期").Forgets().Presses("‹").Sees("2026年2月").Forgets().Presses("7")
	asks(c, t, "founded")
	c.Presses("选年月").Forgets().Says("1958年10月")
	asks(c, t, "due")
}

func TestTheCalendarLeadsBackToWhereItWasOpenedFrom(t *testing.T) {
	t.Parallel()
	c := contact(dating(t), "李联络").Says("昨天").Says("1958年10月").Presses("今天").Says("2026-03-02，座谈会\n2026-02-03，沙龙")
	asks(c, t, "meetings")
	c.Presses("第 2 项").Presses("修改：举办日期").Presses("选日期").Sees("2026年2月").Presses("5")
	c.Sees("第2项举办日期：2026年2月5日", "名称：沙龙", "[返回列表]")
}

func TestAForgedDayIsRefused(t *testing.T) {
	t.Parallel()
	c := contact(dating(t), "李联络").Presses("选日期")
	c.PressesButton(flows.Button{Do: "pick", Arg: "2026-03-11"}).Sees("尚未到来")
	c.PressesButton(flows.Button{Do: "pick", Arg: "2020-03-11"}).Sees("早于")
	for _, page := range []string{"", "2026-13", "9999", "0000s", "x", strings.Repeat("2", 40)} {
		c.PressesButton(flows.Button{Do: "cal", Arg: page}).Sees("2026年3月")
	}
}
