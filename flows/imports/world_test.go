package imports_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"luling/flows"
	"luling/flows/flowtest"
	"luling/flows/imports"
	"luling/store"
	"luling/store/programme"
)

var monday = flowtest.At("2026-03-02")

func town(t *testing.T) *flowtest.House {
	t.Helper()
	return flowtest.New(t, monday, imports.Feature)
}

// plan is what the newest import would do, a line each: "2 new 甲厂", with the
// reasons and changes as Chinese says them.
func plan(h *flowtest.House, c *flowtest.Chat) (lines []string) {
	h.T.Helper()
	for _, row := range rows(h) {
		said := fmt.Sprintf("%d %s %s", row.No, row.Verdict, row.Name)
		var says []flows.Line
		if len(row.Says) > 0 {
			if err := json.Unmarshal(row.Says, &says); err != nil {
				h.T.Fatal(err)
			}
		}
		for _, s := range says {
			said += " " + c.Words(s)
		}
		lines = append(lines, said)
	}
	return lines
}

// rows are the lines of the newest import.
func rows(h *flowtest.House) (all []programme.ImportLine) {
	h.T.Helper()
	h.Look(func(tx *store.Tx) (err error) {
		for id := programme.ImportID(1); err == nil; id++ {
			var found []programme.ImportLine
			if _, err = tx.Import(id); err == nil {
				if found, err = tx.ImportLines(id, store.ImportLineFilter{}); err == nil {
					all = found
				}
			}
		}
		if errors.Is(err, store.ErrNotFound) {
			err = nil
		}
		return err
	})
	return all
}

// want compares the plan with what is wanted: each line must contain all its words.
func want(t *testing.T, got []string, wanted ...string) {
	t.Helper()
	if len(got) != len(wanted) {
		t.Fatalf("%d lines, want %d:\n%s", len(got), len(wanted), strings.Join(got, "\n"))
	}
	for i, w := range wanted {
		for word := range strings.SplitSeq(w, "|") {
			if !strings.Contains(got[i], word) {
				t.Errorf("%s\nwants %q", got[i], word)
			}
		}
	}
}

func table(lines ...string) string { return strings.Join(lines, "\n") }

func office(h *flowtest.House) *flowtest.Chat {
	return h.Of(h.Person("陈立新", programme.RoleOffice))
}

func recommender(h *flowtest.House, body string) *flowtest.Chat {
	return h.Of(h.Person("罗秋生", programme.RoleRecommender, h.Body(body)))
}

func unitCalled(h *flowtest.House, name string) (u programme.Unit) {
	h.T.Helper()
	h.Look(func(tx *store.Tx) (err error) {
		u, err = tx.UnitByName(programme.PlainName(name))
		if errors.Is(err, store.ErrNotFound) {
			err = nil
		}
		return err
	})
	return u
}
