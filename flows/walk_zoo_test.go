package flows_test

import (
	"fmt"
	"testing"

	"luling/flows"
	"luling/flows/ask"
	"luling/flows/flowtest"
	"luling/store"
	"luling/store/programme"
	"luling/store/storetest"
)

// a zoo is a form with a question of each kind, in five sections, with branches.
type zoo struct {
	Sort, Many, Most string
	Once, Story      string
	Count            int64
	Fund, Points     int64
	Year             int
	Day              programme.Date
	Phone            string
	Head             ask.PersonAnswer
	Tags             []string
	Papers, More     []int64
	Targets          ask.List[target]
	Places           ask.List[place]
	Agreed           bool
	Remark           string
}

type place struct {
	Sort  string
	Since programme.Date
	Proof []int64
}

func sorts(names ...string) (all []ask.Option) {
	for _, n := range names {
		all = append(all, ask.Option{ID: n, Label: programme.Words{Zh: "选" + n, En: "Option " + n}})
	}
	return all
}

// numbered are more options than a screen has.
func numbered(n int) []ask.Option {
	var names []string
	for i := range n {
		names = append(names, fmt.Sprint("n", i))
	}
	return sorts(names...)
}

// Questions implements [ask.Form].
func (z *zoo) Questions() []ask.Question {
	one, two, three, four, five := ask.In("one"), ask.In("two"), ask.In("three"), ask.In("four"), ask.In("five")
	qs := []ask.Question{ask.Facts("seen", one, ask.About(map[string]any{"N": 1})), ask.Choice("sort", &z.Sort, sorts("x", "y", "z"), one, ask.Clause("S4.1a"))}
	if z.Sort == "x" {
		qs = append(qs, ask.Text("once", &z.Once, one, ask.Optional()))
	}
	qs = append(qs,
		ask.Number("count", &z.Count, one, ask.AtMost(100)),
		ask.Choice("many", &z.Many, numbered(12), one), ask.Choice("most", &z.Most, numbered(40), one, ask.Optional()),
		ask.LongText("story", &z.Story, two, ask.Length(20, 3000), ask.Clause("S4.2")),
		ask.Money("fund", &z.Fund, two), ask.Year("year", &z.Year, two, ask.Optional()), ask.Date("day", &z.Day, two, ask.MonthEnough()),
		ask.Phone("phone", &z.Phone, two), ask.Person("head", &z.Head, two, ask.Optional()),
		ask.Choices("tags", &z.Tags, sorts("a", "b", "c", "d"), three, ask.AtLeast(1), ask.AtMost(3)), ask.Score("points", &z.Points, three, ask.AtMost(10_000)),
		ask.Files("papers", &z.Papers, three, ask.AtLeast(1), ask.AtMost(3)))
	if len(z.Tags) > 1 {
		qs = append(qs, ask.Files("more", &z.More, three, ask.Optional(), ask.AtMost(2)))
	}
	qs = append(qs, ask.Entries("targets", &z.Targets, targetQuestions, four, ask.Clause("S4.2"), ask.Least(1), ask.Most(4))...)
	qs = append(qs, ask.Entries("places", &z.Places, placeQuestions, four, ask.Most(2))...)
	if z.Count > 50 {
		qs = append(qs, ask.Text("remark", &z.Remark, five))
	}
	return append(qs, ask.Declaration("agreed", &z.Agreed, five))
}

func targetQuestions(t *target) []ask.Question {
	all := []ask.Question{ask.Text("indicator", &t.Indicator), ask.Number("value", &t.Value, ask.AtMost(100))}
	if t.Value > 50 {
		all = append(all, ask.Text("reason", &t.Reason))
	}
	return append(all, ask.Text("owner", &t.Owner, ask.Optional()))
}

func placeQuestions(p *place) []ask.Question {
	return []ask.Question{
		ask.Choice("sort", &p.Sort, sorts("u", "v")), ask.Date("since", &p.Since, ask.Optional()),
		ask.Files("proof", &p.Proof, ask.Optional(), ask.AtMost(2)),
	}
}

// Submit implements [flows.Form].
func (z *zoo) Submit(*store.Tx) (flows.Reply, error) {
	return flows.Say("toy.done", nil, flows.Row(flows.Menu())), nil
}

var zooTexts = map[string]string{
	"seen": "登记信息", "sort": "类别", "many": "较多选项", "most": "很多选项", "once": "说明", "count": "人数", "story": "情况", "fund": "经费", "year": "年度", "day": "日期",
	"phone": "电话", "head": "负责人", "tags": "标签", "points": "得分", "papers": "材料", "more": "其他材料", "agreed": "承诺", "remark": "备注",
	"targets": "年度目标", "targets.indicator": "指标", "targets.value": "数值", "targets.reason": "理由", "targets.owner": "责任人",
	"places": "阵地", "places.sort": "类型", "places.since": "启用日期", "places.proof": "佐证",
	"section.one": "第一部分", "section.two": "第二部分", "section.three": "第三部分", "section.four": "第四部分", "section.five": "第五部分",
}

// toyed is a house with a form whose subject is what stands after the command.
func toyed(t testing.TB, form func() flows.Form) *flowtest.House {
	t.Helper()
	return flowtest.Speaking(t, flowtest.At(today), toyTexts(zooTexts), flows.Feature{
		Name: "toy",
		Commands: []flows.Command{{Name: "toy", Run: func(_ *store.Tx, subject string) (flows.Reply, error) {
			return flows.Open("toy", "1"+subject), nil
		}}},
		Forms: map[string]flows.OpenForm{"toy": func(*store.Tx, string) (flows.Form, error) { return form(), nil }},
	})
}

// grounds is a house with the zoo, and two contacts of one unit.
func grounds(t testing.TB) (*flowtest.House, []storetest.Player) {
	t.Helper()
	h := toyed(t, func() flows.Form { return &zoo{} })
	u := h.Unit("动物园")
	return h, []storetest.Player{h.Person("李联络", programme.RoleContact, u), h.Person("王联络", programme.RoleContact, u)}
}
