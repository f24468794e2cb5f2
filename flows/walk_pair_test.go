package flows_test

import (
	"testing"

	"pgregory.net/rapid"

	"luling/flows"
	"luling/flows/ask"
	"luling/flows/flowtest"
	"luling/store"
	"luling/store/programme"
	"luling/store/storetest"
)

// a pen is a form so small that two people are in each other's way.
type pen struct {
	Sort    string
	Once    string
	Tags    []string
	Targets ask.List[target]
	Papers  []int64
}

// Questions implements [ask.Form].
func (p *pen) Questions() []ask.Question {
	qs := []ask.Question{
		ask.Choice("sort", &p.Sort, sorts("x", "y", "z"), ask.In("one")), ask.Text("once", &p.Once, ask.In("one"), ask.Optional()),
		ask.Choices("tags", &p.Tags, sorts("a", "b"), ask.In("one")),
	}
	qs = append(qs, ask.Entries("targets", &p.Targets, func(t *target) []ask.Question {
		return []ask.Question{ask.Text("indicator", &t.Indicator), ask.Number("value", &t.Value, ask.Optional())}
	}, ask.In("four"), ask.Most(3))...)
	return append(qs, ask.Files("papers", &p.Papers, ask.In("four"), ask.Optional(), ask.AtMost(3)))
}

// Submit implements [flows.Form].
func (*pen) Submit(*store.Tx) (flows.Reply, error) {
	return flows.Say("toy.done", nil, flows.Row(flows.Menu())), nil
}

// penned is a house with the pen, and two contacts of one unit.
func penned(t *testing.T) (*flowtest.House, []storetest.Player) {
	t.Helper()
	h := toyed(t, func() flows.Form { return &pen{} })
	u := h.Unit("围栏")
	return h, []storetest.Player{h.Person("李联络", programme.RoleContact, u), h.Person("王联络", programme.RoleContact, u)}
}

// TestWalkLosesNothingOfTwo: two people in one small form, in one instant, do not
// overwrite what they have not seen of each other.
func TestWalkLosesNothingOfTwo(t *testing.T) {
	t.Parallel()
	h, people := penned(t)
	rapid.Check(t, func(rt *rapid.T) {
		all := steps(rt, 60)
		if err := h.Walk(people, func(w *flowtest.Walk) error { return goes(w, flowtest.Everything(), all) }); err != nil {
			rt.Fatal(err)
		}
	})
}

// TestWalkLosesNothingOfTwoForgotten is the same with conversations lost on the
// way, each input at an instant of its own.
func TestWalkLosesNothingOfTwoForgotten(t *testing.T) {
	t.Parallel()
	h, people := penned(t)
	rapid.Check(t, func(rt *rapid.T) {
		all := steps(rt, 30)
		if err := h.WalkSlowly(people, func(w *flowtest.Walk) error { return goes(w, flowtest.Everything().Losing(), all) }); err != nil {
			rt.Fatal(err)
		}
	})
}
