package programme

import "strings"

// StudyItem is the item that the study ledger proves: its minutes need not be
// uploaded again. Source: S4.1a, C6.
const StudyItem = "1.2"

// A Readiness says how well an item is backed by evidence (C8).
type Readiness string

// The three grades of readiness: 已具备, 材料偏少, 缺失.
const (
	Ready   Readiness = "ready"
	Thin    Readiness = "thin"
	Missing Readiness = "missing"
)

// A Backing is what an application has for one item.
type Backing struct {
	Files int  // stored; of StudyItem the sessions that count in the better of its years
	Told  bool // an entry or a text of the form speaks of it
}

// An ItemReadiness is one line of the advice before sending.
type ItemReadiness struct {
	Item
	State Readiness
	Files int
}

// A CriterionReadiness is the advice on one criterion. Percent, 0 to 100, is the
// share of its points whose items are ready; a thin item counts half.
type CriterionReadiness struct {
	Criterion
	Percent int
	Items   []ItemReadiness
}

// Question is the name of the form's question for the item's evidence.
func (i Item) Question() string { return "proof_" + strings.ReplaceAll(i.No, ".", "_") }

// Judge grades the backing of the item. How old a file is cannot be known, so
// only files are counted: what is told without a file is thin, and so is a single
// file for a period of several years of which the form itself says nothing. The
// study item is as ready as its sessions are many: needed is how many it takes.
//
// Source: policy default (C8); it is advice and stops nothing.
func (i Item) Judge(b Backing, needed int) Readiness {
	enough := b.Files > 1 || b.Files == 1 && (i.Years <= 1 || b.Told)
	if i.No == StudyItem {
		enough = b.Files >= needed
	}
	switch {
	case enough:
		return Ready
	case b.Files > 0 || b.Told:
		return Thin
	}
	return Missing
}

// Advise grades every item of the programme by its number in have.
//
// Source: S4; C8.
func Advise(p *Programme, have map[string]Backing) (all []CriterionReadiness) {
	for _, c := range p.Criteria {
		r := CriterionReadiness{Criterion: c}
		var reached, points int64
		for _, item := range c.Items {
			b := have[item.No]
			state := item.Judge(b, p.Study.Needed)
			r.Items = append(r.Items, ItemReadiness{item, state, b.Files})
			reached, points = reached+halves(state)*item.Points, points+2*item.Points
		}
		if points > 0 {
			r.Percent = int(100 * reached / points)
		}
		all = append(all, r)
	}
	return all
}

func halves(r Readiness) int64 {
	switch r {
	case Ready:
		return 2
	case Thin:
		return 1
	}
	return 0
}
