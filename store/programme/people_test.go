package programme_test

import (
	"encoding/json"
	"testing"

	"luling/store/programme"
)

func TestRoles(t *testing.T) {
	t.Parallel()
	type traits struct{ ofUnit, leads, asksFirst bool }
	want := map[programme.Role]traits{
		"contact": {true, false, false}, "deputy": {true, true, false}, "head": {true, true, false},
		"recommender": {}, "office": {false, false, true}, "reviewer": {false, false, true},
		"inspector": {}, "leading_group": {}, "supervisor": {}, "public": {}, "system": {}, "": {},
	}
	for role, w := range want {
		if got := (traits{role.OfUnit(), role.Leads(), role.AsksFirst()}); got != w {
			t.Errorf("%q: of a unit, leads, asks first: %v, want %v", role, got, w)
		}
	}
}

func TestRecommendedBy(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		unit programme.Unit
		want programme.BodyID
	}{
		{"a unit of an area by its area", programme.Unit{AreaID: 1, AuthorityID: 2}, 1},
		{"a city-level unit by its authority", programme.Unit{AreaID: 1, AuthorityID: 2, CityLevel: true}, 2},
		{"a city-level unit without one by its area", programme.Unit{AreaID: 1, CityLevel: true}, 1},
	} {
		if got := c.unit.RecommendedBy(); got != c.want {
			t.Errorf("%s: body %d, want %d", c.name, got, c.want)
		}
	}
}

func TestWords(t *testing.T) {
	t.Parallel()
	w := programme.Words{Zh: "吉安市", En: "Ji'an"}
	for language, want := range map[string]string{"zh": "吉安市", "en": "Ji'an", "": "吉安市"} {
		if got := w.In(language); got != want {
			t.Errorf("in %q it is %s, want %s", language, got, want)
		}
	}
	if text, _ := json.Marshal(w); string(text) != `{"Zh":"吉安市","En":"Ji'an"}` {
		t.Errorf("it travels as %s", text)
	}
	if !w.Whole() || (programme.Words{Zh: "吉安市"}).Whole() || (programme.Words{En: "Ji'an"}).Whole() {
		t.Error("one language is taken for two")
	}
}

func TestQuotaOfAKind(t *testing.T) {
	t.Parallel()
	q := programme.Quotas{County: 2, Zone: 3, Department: 1}
	for kind, want := range map[programme.BodyType]int{"county": 2, "zone": 3, "department": 1, "village": 0} {
		if got := q.Of(kind); got != want {
			t.Errorf("a %s may recommend %d, want %d", kind, got, want)
		}
	}
}
