package ask_test

import (
	"strings"
	"testing"

	"luling/flows/ask"
)

// FuzzCells: whatever is pasted, each line has cells, none of them more than one
// line, not more than there may be, and nothing between them is lost.
func FuzzCells(f *testing.F) {
	for _, seed := range []string{"引进博士\t5\t王强", "1. 引进博士，5\r\n2. 培养骨干，8", "| a | b |\n|---|---|", "①　甲　乙", "1、", "，，，", "3.4 5", "\u2028甲,乙"} {
		f.Add(seed, 3)
	}
	f.Fuzz(func(t *testing.T, text string, most int) {
		for _, line := range ask.Cells(text, most) {
			if len(line.Cells) == 0 || len(line.Cells) > max(most, 1) {
				t.Fatalf("%q has %d cells of %d", text, len(line.Cells), most)
			}
			for _, cell := range line.Cells {
				if strings.ContainsAny(cell, "\n\r") || cell != strings.TrimSpace(cell) || !strings.Contains(line.Whole, cell) {
					t.Fatalf("%q has the cell %q of %q", text, cell, line.Whole)
				}
			}
		}
		for _, way := range ask.Parts(text, most) {
			if len(way) < 2 || len(way) > most {
				t.Fatalf("%q is parted into %d of %d", text, len(way), most)
			}
		}
	})
}

// FuzzChoices: whatever is typed at a list of options, a valid answer is accepted,
// and its options are typed again as the same.
func FuzzChoices(f *testing.F) {
	options := []ask.Option{
		{ID: "train", Label: words{"培养", "Training"}}, {ID: "recruit", Label: words{"引进", "Recruiting"}}, {ID: "use", Label: words{"使用、评价", "Use, appraisal"}},
	}
	for _, seed := range []string{"1、3", "培养", "引", "使用、评价", "一 二", "第2个", "train,use", "１，２", "、、", "全部"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		var several []string
		var one string
		for _, q := range []ask.Question{ask.Choices("kinds", &several, options), ask.Choice("kind", &one, options)} {
			out := q.Understand(ask.Input{Text: typed})
			if out.Kind != ask.Valid {
				continue
			}
			if err := q.Set(out.Value); err != nil {
				t.Fatalf("%q is %s: %v", typed, out.Value, err)
			}
			again := strings.Join(several, ",")
			if q.Kind == ask.KindChoice {
				again = one
			}
			if out := q.Understand(ask.Input{Text: again}); out.Kind != ask.Valid || out.Echo != nil {
				t.Fatalf("%q is %s, typed again %s %v", typed, again, out.Kind, out.Refusal)
			}
		}
	})
}

type words struct{ Zh, En string }
