package imports

import (
	"slices"
	"strings"

	"luling/store"
	"luling/store/programme"
)

// a ledger is the records a list is compared with, read at one instant.
type ledger struct {
	rules  *programme.Programme
	today  programme.Date
	role   programme.Role
	own    programme.BodyID // whose area alone may be touched; 0: all
	bodies map[programme.BodyID]programme.Body
	named  map[string]programme.BodyID // by every plain name a body goes by; 0: two go by it
	units  map[string]programme.Unit   // by plain name
	byID   map[programme.UnitID]programme.Unit
	codes  map[string]programme.UnitID
	nears  *nears
	busy   map[programme.UnitID]bool // have applied

	holders map[string]programme.Person     // by role, place and plain name
	invited map[string]programme.Invitation // the same, not used yet
	sites   map[string]programme.Site       // by unit, category and day
	inForce map[string]programme.Site       // by unit and category
	proofs  map[string]programme.SiteID     // by certificate

	seen map[string]int // what the list said before, and on which line
}

// open reads the ledger of an import.
func openLedger(tx *store.Tx, i programme.Import) (*ledger, error) {
	l := &ledger{
		rules: tx.Programme(), today: tx.Today(), seen: map[string]int{},
		bodies: map[programme.BodyID]programme.Body{}, named: map[string]programme.BodyID{},
		units: map[string]programme.Unit{}, byID: map[programme.UnitID]programme.Unit{}, codes: map[string]programme.UnitID{},
		busy: map[programme.UnitID]bool{}, nears: &nears{},
	}
	if i.GrantID != 0 {
		g, err := tx.GrantByID(i.GrantID)
		if err != nil {
			return nil, err
		}
		l.role, l.own = g.Role, g.BodyID
	}
	for _, read := range []func(*store.Tx) error{l.readBodies, l.readUnits, l.readPeople, l.readSites} {
		if err := read(tx); err != nil {
			return nil, err
		}
	}
	return l, nil
}

func (l *ledger) readBodies(tx *store.Tx) error {
	bodies, err := tx.Bodies()
	for _, b := range bodies {
		l.bodies[b.ID] = b
		for _, name := range bodyNames(b) {
			if before, twice := l.named[name]; twice && before != b.ID {
				l.named[name] = 0
				continue
			}
			l.named[name] = b.ID
		}
	}
	return err
}

// bodyNames are what people call a body: its names, with and without 中共, and
// its area with and without 县, 市 or 区.
func bodyNames(b programme.Body) (names []string) {
	for _, name := range []string{b.Name, strings.TrimPrefix(b.Name, "中共"), b.Area, b.Short, b.Code, shortArea(b.Area)} {
		if name = programme.PlainName(name); name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// shortArea is an area without its last word, if two characters stay.
func shortArea(area string) string {
	r := []rune(area)
	if len(r) > 2 && strings.ContainsRune("县市区", r[len(r)-1]) {
		return string(r[:len(r)-1])
	}
	return ""
}

func (l *ledger) readUnits(tx *store.Tx) error {
	units, err := tx.Units(store.UnitFilter{})
	if err != nil {
		return err
	}
	for _, u := range units {
		l.units[u.Plain], l.byID[u.ID] = u, u
		if u.CreditCode != "" {
			l.codes[u.CreditCode] = u.ID
		}
		if l.mine(u) {
			l.nears.add(u.Plain, near{Unit: u})
		}
	}
	applications, err := tx.Applications(store.ApplicationFilter{})
	for _, a := range applications {
		l.busy[a.UnitID] = true
	}
	return err
}

// mine reports whether the sender may touch a unit.
func (l *ledger) mine(u programme.Unit) bool { return l.own == 0 || u.RecommendedBy() == l.own }

// body finds a body by what it is called; a closed one is found by its name and
// reported.
func (l *line) body(key string) (b programme.Body, said bool) {
	s := l.cell(key)
	if s == "" {
		return b, false
	}
	id, known := l.named[programme.PlainName(s)]
	if !known || id == 0 {
		l.bad("body", key, facts{"Text": s})
		return b, false
	}
	b = l.bodies[id]
	if !b.Open() {
		l.bad("body_closed", key, facts{"Text": b.Name, "Successor": l.bodies[b.SuccessorID].Name})
		return b, false
	}
	return b, true
}

// once refuses what an earlier line of the list said already.
func (l *line) once(why, what string) {
	if what == "" {
		return
	}
	if no, before := l.seen[why+"/"+what]; before {
		l.refuse(why, facts{"No": no})
		return
	}
	l.seen[why+"/"+what] = l.row.No
}
