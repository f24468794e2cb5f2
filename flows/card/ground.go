package card

import (
	"errors"
	"fmt"

	"luling/flows/ask"
	"luling/store"
	"luling/store/programme"
)

// ground is what the questions of a form mention and branch on, besides answers.
type ground struct {
	Application
	programme *programme.Programme
	today     programme.Date
	sessions  []programme.StudySession
	minutes   map[programme.FileID]string // their hashes
	leaders   []programme.Person          // who may confirm and can be written to
	authority string                      // name of the 主管部门; empty if none
	area      string
	held      map[programme.Role]programme.Person // who holds a role, if one person does
	stored    map[string]bool                     // names with an answer when the form was opened
	contacts  bool                                // the actor is the unit's contact
	proxy     *Proxy                              // who typed for the unit, nil if nobody did
	typed     bool                                // it is typed for the unit still: no message reaches a contact of its own
}

// Form is the application's empty form, standing on the facts of now.
func (a Application) Form(tx *store.Tx) (*Form, error) {
	g := ground{Application: a, programme: tx.Programme(), today: tx.Today(), stored: map[string]bool{}}
	g.contacts = tx.Grant().Role == programme.RoleContact && tx.Grant().UnitID == a.UnitID
	for _, read := range []func(*store.Tx) error{g.readUnit, g.readStudy, g.readAnswers, g.readProxy} {
		if err := read(tx); err != nil {
			return nil, fmt.Errorf("form of application %d: %w", a.ID, err)
		}
	}
	return newForm(g), nil
}

func (g *ground) readUnit(tx *store.Tx) (err error) {
	if g.leaders, err = Leaders(tx, g.UnitID); err != nil {
		return err
	}
	if err = g.holders(tx); err != nil {
		return err
	}
	if g.area, err = bodyName(tx, g.Unit.AreaID, true); err != nil {
		return err
	}
	g.authority, err = bodyName(tx, g.Unit.AuthorityID, false)
	return err
}

func (g *ground) readStudy(tx *store.Tx) (err error) {
	g.minutes = map[programme.FileID]string{}
	if g.sessions, err = tx.StudySessions(g.UnitID); err != nil {
		return err
	}
	for _, s := range g.sessions {
		if s.MinutesID == 0 {
			continue
		}
		f, err := tx.File(s.MinutesID)
		if err != nil && !errors.Is(err, store.ErrNotFound) {
			return err
		}
		g.minutes[s.MinutesID] = f.SHA256
	}
	return nil
}

func (g *ground) readProxy(tx *store.Tx) (err error) {
	if g.proxy, err = g.Proxy(tx); err != nil {
		return err
	}
	typist, err := g.Typist(tx)
	g.typed = typist != nil
	return err
}

// bodyName is the name of a body, or of the area it stands for.
func bodyName(tx *store.Tx, id programme.BodyID, area bool) (string, error) {
	if id == 0 {
		return "", nil
	}
	b, err := tx.Body(id)
	if area && b.Area != "" {
		return b.Area, err
	}
	return b.Name, err
}

func (g *ground) readAnswers(tx *store.Tx) error {
	d, err := tx.Draft(FormName, g.Subject())
	if errors.Is(err, store.ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	rows, err := tx.Answers(d.ID)
	for _, r := range rows {
		g.stored[r.Name] = r.Value != nil
	}
	return err
}

// ownNumber offers the contact to share his own number with one press.
func (g *ground) ownNumber() ask.Rule {
	if g.contacts {
		return ask.OfferContact()
	}
	return func(*ask.Question) {}
}

// Leaders lists the head and deputies of a unit whom a message reaches.
func Leaders(tx *store.Tx, unit programme.UnitID) (all []programme.Person, err error) {
	for _, role := range []programme.Role{programme.RoleHead, programme.RoleDeputy} {
		held, err := tx.Holders(role, unit, 0)
		if err != nil {
			return nil, fmt.Errorf("leaders of unit %d: %w", unit, err)
		}
		for _, p := range held {
			if Reaches(p) && !contains(all, p.ID) {
				all = append(all, p)
			}
		}
	}
	return all, nil
}

func contains(people []programme.Person, id programme.PersonID) bool {
	for _, p := range people {
		if p.ID == id {
			return true
		}
	}
	return false
}

// Reaches reports whether the messenger delivers to a person, as far as is known.
func Reaches(p programme.Person) bool {
	return p.TelegramID != 0 && p.UnreachableAt == nil && p.BlockedAt == nil
}
