package programme_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"luling/store/programme"
)

// everyone is each role there is, the system, and the person without a hat.
var everyone = append(slices.Clone(programme.Roles), programme.RolePublic, programme.RoleSystem, "")

// matrix is a table of moves written by hand: "from move to: role role".
// An empty from is written as a dot.
type matrix map[[2]string]map[string][]string // from, move → to → roles

func parseMatrix(t *testing.T, text string) matrix {
	t.Helper()
	m := matrix{}
	for line := range strings.Lines(text) {
		arrow, roles, _ := strings.Cut(strings.TrimSpace(line), ":")
		if arrow == "" {
			continue
		}
		f := strings.Fields(strings.ReplaceAll(arrow, ".", ""))
		if strings.HasPrefix(arrow, ".") {
			f = append([]string{""}, f...)
		}
		if len(f) != 3 {
			t.Fatalf("bad row %q", line)
		}
		key := [2]string{f[0], f[1]}
		if m[key] == nil {
			m[key] = map[string][]string{}
		}
		if m[key][f[2]] != nil {
			t.Fatalf("row %q is there twice", line)
		}
		m[key][f[2]] = strings.Fields(roles)
	}
	return m
}

// to is where the matrix lets a move lead, or nothing.
func (m matrix) to(from, before, move string, role programme.Role) (string, bool) {
	targets := m[[2]string{from, move}]
	for to, roles := range targets {
		if (len(targets) == 1 || to == before) && slices.Contains(roles, string(role)) {
			return to, true
		}
	}
	return "", false
}

func (m matrix) states() []string {
	all := []string{"", "no_such_state"}
	for key, targets := range m {
		all = append(all, key[0])
		for to := range targets {
			all = append(all, to)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

func (m matrix) moves() []string {
	all := []string{"", "no_such_move"}
	for key := range m {
		all = append(all, key[1])
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// checkMatrix tries every state, earlier state, move and role, and wants exactly
// what the text says.
func checkMatrix[S ~string](t *testing.T, rules []programme.Rule[S], text string) {
	t.Helper()
	m := parseMatrix(t, text)
	cells, allowed := 0, 0
	for _, from := range m.states() {
		for _, before := range m.states() {
			for _, move := range m.moves() {
				for _, role := range everyone {
					cells++
					want, ok := m.to(from, before, move, role)
					got, rule, err := programme.Back(rules, S(from), S(before), programme.Move(move), role)
					switch {
					case ok && (err != nil || string(got) != want || string(rule.To) != want):
						t.Fatalf("%s by %q from %q (before %q): got %q, %v; want %q", move, role, from, before, got, err, want)
					case !ok && !errors.Is(err, programme.ErrNotAllowed):
						t.Fatalf("%s by %q from %q (before %q): got %q, %v; want a refusal", move, role, from, before, got, err)
					case !ok && string(got) != from:
						t.Fatalf("a refused %s moves %q to %q", move, from, got)
					case ok:
						allowed++
					}
				}
			}
		}
	}
	rows := 0
	for _, targets := range m {
		rows += len(targets)
	}
	if rows != len(rules) {
		t.Errorf("the table has %d rules, the matrix %d rows", len(rules), rows)
	}
	t.Logf("%d cells, %d allowed", cells, allowed)
}
