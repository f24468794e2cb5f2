package ask

import "testing"

func TestLabels(t *testing.T) {
	t.Parallel()
	facts := map[string]any{"Year": 2026}
	q := Text("name", new(string), In("unit"), Clause("S4.1a"), Optional(), Suggest("吉安市"),
		About(facts), About(map[string]any{"Unit": "医院"}))
	same(t, "section", q.Section, "unit")
	same(t, "clause", q.Clause, "S4.1a")
	same(t, "optional", q.Optional, true)
	same(t, "suggested", q.Suggested, "吉安市")
	same(t, "facts add up", q.About, map[string]any{"Year": 2026, "Unit": "医院"})
	same(t, "facts given are left alone", facts, map[string]any{"Year": 2026})
	same(t, "a question is asked in its own words", q.Text(), "name")
	same(t, "or in those it shares", Files("proof_1_1", new([]int64), Wording("proof")).Text(), "proof")
	same(t, "the later of two rules counts", Text("n", new(string), In("a"), In("b")).Section, "b")
}

func TestBounds(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		says string
		q    Question
		key  string
		want any
	}{
		{"a number without rules has no least", Number("n", new(int64)), "Min", nil},
		{"a number without rules has no most", Number("n", new(int64)), "Max", nil},
		{"a least number", Number("n", new(int64), AtLeast(3)), "Min", int64(3)},
		{"a most number", Number("n", new(int64), AtMost(5)), "Max", int64(5)},
		{"a unit", Money("n", new(int64), Unit("万元")), "Unit", "万元"},
		{"the usual most characters", Text("n", new(string)), "Longest", MostText},
		{"the fewest characters", Text("n", new(string), Length(4, 60)), "Shortest", 4},
		{"the usual most files", Files("n", new([]int64)), "Max", int64(MostFiles)},
		{"one file at least", Files("n", new([]int64)), "Min", int64(1)},
		{"files by the rule for numbers", Files("n", new([]int64), AtMost(5)), "Max", int64(5)},
		{"as many choices as options", Choices("n", new([]category), categories), "Max", int64(4)},
		{"a date of the past", Date("n", new(civilDate), NotFuture()), "Past", true},
		{"a date of any time", Date("n", new(civilDate)), "Past", false},
		{"a first date", Date("n", new(civilDate), NotBefore("2026-01-01")), "From", "2026-01-01"},
		{"a last date", Date("n", new(civilDate), NotAfter("2026-12-31")), "To", "2026-12-31"},
		{"one's own contact", Phone("n", new(string), OwnContact()), "OwnContact", true},
	} {
		got, ok := row.q.Bounds()[row.key]
		if !ok {
			t.Errorf("%s: no %s", row.says, row.key)
		}
		same(t, row.says, got, row.want)
	}
}

func TestOutcomeWords(t *testing.T) {
	t.Parallel()
	for kind, word := range map[OutcomeKind]string{Missing: "missing", Unrecognised: "unrecognised", Invalid: "invalid", Valid: "valid", 4: "unknown", -1: "unknown"} {
		same(t, "outcome", kind.String(), word)
	}
}
