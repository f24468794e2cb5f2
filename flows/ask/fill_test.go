package ask

import (
	"encoding/json"
	"errors"
	"slices"
	"testing"
)

// A form of the tests: an enterprise is asked for its staff, a large one for its
// union, whoever has a plan for its title.
type form struct {
	Category category
	Staff    int64
	Union    string
	HasPlan  category
	Plan     string
	Proof    []int64
	Remark   string

	least int64 // fewest staff
	asked int   // times Questions was called
}

func (f *form) Questions() []Question {
	f.asked++
	qs := []Question{Choice("category", &f.Category, categories, In("unit"), Clause("S3"))}
	if f.Category == "enterprise" {
		qs = append(qs, Number("staff", &f.Staff, AtLeast(f.least), In("unit")))
		if f.Staff > 100 {
			qs = append(qs, Text("union", &f.Union, In("unit")))
		}
	}
	if f.Category != "rural" {
		qs = append(qs, Choice("has_plan", &f.HasPlan, []Option{{"yes", "yes"}, {"no", "no"}}, In("plan")))
	}
	if f.HasPlan == "yes" {
		qs = append(qs, Text("plan", &f.Plan, In("plan")))
	}
	return append(qs,
		Files("proof", &f.Proof, Least(2), In("proof")),
		Text("remark", &f.Remark, Optional(), In("proof")))
}

// stored makes answers of name, JSON, name, JSON …
func stored(pairs ...string) map[string]Answer {
	answers := map[string]Answer{}
	for i := 0; i < len(pairs); i += 2 {
		answers[pairs[i]] = Answer{Value: json.RawMessage(pairs[i+1])}
	}
	return answers
}

func names(qs []Question) (list []string) {
	for _, q := range qs {
		list = append(list, q.Name)
	}
	return list
}

func current(f Filled) string {
	q, _ := Current(f)
	return q.Name
}

func TestFillFollowsTheBranches(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		says    string
		answers map[string]Answer
		want    []string
		current string
		hidden  []string
	}{
		{"nothing answered", nil, []string{"category", "has_plan", "proof", "remark"}, "category", nil},
		{"an enterprise", stored("category", `"enterprise"`),
			[]string{"category", "staff", "has_plan", "proof", "remark"}, "staff", nil},
		{"a small enterprise", stored("category", `"enterprise"`, "staff", "100"),
			[]string{"category", "staff", "has_plan", "proof", "remark"}, "has_plan", nil},
		{"a large enterprise", stored("category", `"enterprise"`, "staff", "101"),
			[]string{"category", "staff", "union", "has_plan", "proof", "remark"}, "union", nil},
		{"three branches deep", stored("category", `"enterprise"`, "staff", "101", "union", `"工会"`, "has_plan", `"yes"`, "plan", `"规划"`),
			[]string{"category", "staff", "union", "has_plan", "plan", "proof", "remark"}, "proof", nil},
		{"answers of closed branches are hidden", stored("category", `"skilled"`, "staff", "101", "union", `"工会"`),
			[]string{"category", "has_plan", "proof", "remark"}, "has_plan", []string{"staff", "union"}},
		{"an answer that closes the branch it opened before", stored("category", `"rural"`, "has_plan", `"yes"`, "plan", `"规划"`),
			[]string{"category", "proof", "remark"}, "proof", []string{"has_plan", "plan"}},
		{"an answer to a question of another form", stored("weather", `"fine"`),
			[]string{"category", "has_plan", "proof", "remark"}, "category", []string{"weather"}},
	} {
		f := &form{}
		got := Fill(f, row.answers)
		same(t, row.says, names(got.Questions), row.want)
		same(t, row.says+", current", current(got), row.current)
		same(t, row.says+", hidden", got.Hidden, row.hidden)
		if len(got.Rejected) > 0 {
			t.Errorf("%s: rejected %v", row.says, got.Rejected)
		}
	}
}

func TestHiddenAnswersAreNotInTheFields(t *testing.T) {
	t.Parallel()
	f := &form{Plan: "as it was"}
	Fill(f, stored("category", `"rural"`, "has_plan", `"yes"`, "plan", `"规划"`, "staff", "101"))
	same(t, "form", *f, form{Category: "rural", Plan: "as it was", asked: f.asked})
}

func TestFillAsksOncePerLevel(t *testing.T) {
	t.Parallel()
	f := &form{}
	Fill(f, stored("remark", `"无"`, "category", `"skilled"`, "has_plan", `"no"`))
	same(t, "times asked for one level", f.asked, 2)
	f = &form{}
	Fill(f, stored("category", `"enterprise"`, "staff", "101", "union", `"工会"`))
	same(t, "times asked for three levels", f.asked, 4)
}

func TestFillRejectsWhatTheFormNoLongerAccepts(t *testing.T) {
	t.Parallel()
	f := &form{least: 10, Staff: 50}
	got := Fill(f, stored("category", `"enterprise"`, "staff", "9", "has_plan", `"maybe"`))
	same(t, "rejected", got.Rejected, map[string]json.RawMessage{"staff": []byte("9"), "has_plan": []byte(`"maybe"`)})
	same(t, "asked again", current(got), "staff")
	same(t, "the field is left alone", f.Staff, int64(50))
	if _, ok := got.Answers["staff"]; ok {
		t.Error("a rejected answer counts")
	}
	got = Fill(f, stored("category", `"enterprise"`, "staff", "10"))
	same(t, "the least is accepted", current(got), "has_plan")
}

func TestSkipping(t *testing.T) {
	t.Parallel()
	base := stored("category", `"rural"`, "proof", "[1,2]")
	base["proof"] = Answer{Value: base["proof"].Value, Done: true}
	same(t, "an optional question is asked", current(Fill(&form{}, base)), "remark")

	base["remark"] = Answer{Skipped: true}
	got := Fill(&form{}, base)
	if q, ok := Current(got); ok {
		t.Errorf("a skipped question is asked: %s", q.Name)
	}
	same(t, "a skip is an answer", got.Answers["remark"].Skipped, true)

	f := &form{}
	base["remark"] = Answer{Skipped: true, Value: json.RawMessage(`"旧"`)}
	Fill(f, base)
	same(t, "a skip counts before what was answered earlier", f.Remark, "")

	base["category"] = Answer{Skipped: true}
	got = Fill(&form{}, base)
	same(t, "a question that must be answered cannot be skipped", current(got), "category")
	same(t, "such a skip is not rejected either", len(got.Rejected), 0)
}

func TestGatheredFiles(t *testing.T) {
	t.Parallel()
	f := &form{}
	answers := stored("category", `"rural"`, "proof", "[1]")
	got := Fill(f, answers)
	same(t, "files before 完成 are in the field", f.Proof, []int64{1})
	same(t, "and the question still stands", current(got), "proof")
	same(t, "they are no reason to reject", len(got.Rejected), 0)

	answers["proof"] = Answer{Value: json.RawMessage("[1]"), Done: true}
	f = &form{}
	got = Fill(f, answers)
	same(t, "too few files after 完成 are rejected", string(got.Rejected["proof"]), "[1]")
	same(t, "and not in the field", len(f.Proof), 0)

	answers["proof"] = Answer{Value: json.RawMessage("[1,2]"), Done: true}
	same(t, "enough files after 完成 are an answer", current(Fill(&form{}, answers)), "remark")
}

func TestPlaces(t *testing.T) {
	t.Parallel()
	got := Fill(&form{}, stored("category", `"enterprise"`, "staff", "5"))
	next, _ := Next(got, "staff")
	before, _ := Before(got, "staff")
	found, _ := Find(got, "staff")
	same(t, "next", next.Name, "has_plan")
	same(t, "before", before.Name, "category")
	same(t, "found", found.Name, "staff")
	same(t, "answered", found.Answered(), true)
	same(t, "not answered", next.Answered(), false)
	for says, ok := range map[string]bool{
		"after the last":   second(Next(got, "remark")),
		"before the first": second(Before(got, "category")),
		"after a stranger": second(Next(got, "weather")),
		"before one":       second(Before(got, "weather")),
		"a stranger":       second(Find(got, "weather")),
		"in no form":       second(Current(Filled{})),
	} {
		if ok {
			t.Errorf("there is a question %s", says)
		}
	}
}

func second(_ Question, ok bool) bool { return ok }

func TestSections(t *testing.T) {
	t.Parallel()
	answers := stored("category", `"enterprise"`, "has_plan", `"no"`)
	same(t, "begun", Sections(Fill(&form{}, answers)), []Section{
		{"unit", 1, 2, Open, "staff"},
		{"plan", 1, 1, Complete, "has_plan"},
		{"proof", 0, 2, Empty, "proof"},
	})
	answers["remark"] = Answer{Skipped: true}
	same(t, "a later question answered first", Sections(Fill(&form{}, answers))[2], Section{"proof", 1, 2, Open, "proof"})
	same(t, "no questions", len(Sections(Filled{})), 0)
}

// A contrary form has a question that its own answer removes.
type contrary struct{ yes bool }

func (c *contrary) Questions() []Question {
	if c.yes {
		return nil
	}
	return []Question{Declaration("yes", &c.yes)}
}

func TestFillOfAContraryFormEnds(t *testing.T) {
	t.Parallel()
	got := Fill(&contrary{}, stored("yes", "true"))
	if n := len(got.Answers) + len(got.Hidden); n != 1 {
		t.Errorf("the answer is %d times among accepted and hidden: %+v", n, got)
	}
}

// A shared form puts the answers of two branches into one field.
type shared struct {
	kind category
	name string
}

func (s *shared) Questions() []Question {
	qs := []Question{Choice("kind", &s.kind, categories)}
	if s.kind == "rural" {
		return append(qs, Text("village", &s.name))
	}
	return append(qs, Text("company", &s.name))
}

func TestTwoBranchesShareAField(t *testing.T) {
	t.Parallel()
	for kind, want := range map[string]string{"rural": "村", "enterprise": "公司"} {
		s := &shared{}
		Fill(s, stored("kind", `"`+kind+`"`, "village", `"村"`, "company", `"公司"`))
		same(t, kind, s.name, want)
	}
}

// A twin form asks twice for one field, and for it no more once the kind is known.
type twin struct {
	kind category
	name string
}

func (w *twin) Questions() []Question {
	qs := []Question{Choice("kind", &w.kind, categories)}
	if w.kind == "" {
		qs = append(qs, Text("short", &w.name), Text("full", &w.name))
	}
	return qs
}

func TestFieldsAreRestoredLastFirst(t *testing.T) {
	t.Parallel()
	w := &twin{name: "as it was"}
	Fill(w, stored("kind", `"rural"`, "short", `"村"`, "full", `"某村"`))
	same(t, "name", w.name, "as it was")
}

func TestZeroQuestion(t *testing.T) {
	t.Parallel()
	var q Question
	if err := q.Set(json.RawMessage("1")); !errors.Is(err, ErrRejected) {
		t.Errorf("Set: %v", err)
	}
	got := q.Understand(typing("x"))
	is(t, "a question without a kind", got, RefusedNotUnderstood)
	same(t, "shown", q.Shown(json.RawMessage("1")), map[string]any{"Kind": "unreadable", "Text": "1"})
}

func TestRefusalsAreListedOnce(t *testing.T) {
	t.Parallel()
	listed := shapeNames(Refusals())
	sorted := slices.Sorted(slices.Values(listed))
	same(t, "refusals", len(slices.Compact(sorted)), len(listed))
	same(t, "a feature's own refusal", Refuse("quota_used", nil).outcome().Kind, Invalid)
}

func shapeNames(shapes []Shape) (list []string) {
	for _, s := range shapes {
		list = append(list, s.Name)
	}
	return list
}
