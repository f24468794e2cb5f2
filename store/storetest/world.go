package storetest

import (
	"fmt"
	"testing"
	"time"

	"luling/store"
	"luling/store/programme"
)

// A World is a database with an instant, and hands to fill it with. Whatever is
// not said has a plain default: a unit is an enterprise in 吉州区, a round is of
// the world's year and runs from a month before to a month after its instant.
type World struct {
	T   testing.TB
	DB  *store.DB
	Now time.Time
}

// New opens a fresh database at an instant.
func New(t testing.TB, now time.Time) *World {
	t.Helper()
	return &World{t, Open(t, now), now}
}

// On is a World in a database that is open already.
func On(t testing.TB, db *store.DB, now time.Time) *World { return &World{t, db, now} }

// Body is the recommending body with a code of the default programme.
func (w *World) Body(code string) (b programme.Body) {
	w.T.Helper()
	View(w.T, w.DB, w.Now, func(tx *store.Tx) (err error) {
		b, err = tx.BodyByCode(code)
		return err
	})
	return b
}

// Unit adds a unit; with changes it before it is stored.
func (w *World) Unit(name string, with ...func(*programme.Unit)) programme.Unit {
	w.T.Helper()
	u := programme.Unit{
		Name: name, Plain: programme.PlainName(name), Type: programme.Enterprise, AreaID: w.Body("jizhou").ID,
	}
	for _, change := range with {
		change(&u)
	}
	Update(w.T, w.DB, w.Now, func(tx *store.Tx) error { return tx.AddUnit(&u) })
	return u
}

// A Player is a person together with the hat they wear.
type Player struct {
	programme.Person
	Grant programme.Grant
}

// Person adds a person who holds a role; unit and body are those the role is
// bound to. The account is the person's id plus 1000.
func (w *World) Person(name string, role programme.Role, bound ...any) (p Player) {
	w.T.Helper()
	p.Person = programme.Person{Name: name, Language: "zh"}
	p.Grant = programme.Grant{Role: role, State: programme.GrantActive}
	for _, to := range bound {
		bind(w.T, &p.Grant, to)
	}
	Update(w.T, w.DB, w.Now, func(tx *store.Tx) error { return p.store(tx) })
	return p
}

func (p *Player) store(tx *store.Tx) error {
	if err := tx.AddPerson(&p.Person); err != nil {
		return err
	}
	p.Grant.PersonID = p.ID
	if err := tx.AddGrant(&p.Grant); err != nil {
		return err
	}
	p.TelegramID, p.Hat = 1000+int64(p.ID), p.Grant.ID
	return tx.PutPerson(p.Person)
}

func bind(t testing.TB, g *programme.Grant, to any) {
	t.Helper()
	switch to := to.(type) {
	case programme.Unit:
		g.UnitID = to.ID
	case programme.Body:
		g.BodyID = to.ID
	default:
		t.Fatalf("a role is bound to a unit or a body, not to a %T", to)
	}
}

// Round adds a round and moves it to a phase.
func (w *World) Round(phase programme.RoundPhase, with ...func(*programme.Round)) programme.Round {
	w.T.Helper()
	today := programme.DateOf(w.Now)
	r := programme.Round{
		Year: today.Year, Title: fmt.Sprintf("%d年度", today.Year), Rules: Programme(w.T).Version,
		SeatsMin: 6, SeatsMax: 8, SeatsPlanned: 7, OpensOn: today.AddDays(-30), ClosesOn: today.AddDays(30),
	}
	for _, change := range with {
		change(&r)
	}
	Update(w.T, w.DB, w.Now, func(tx *store.Tx) error {
		tx.As(programme.Person{}, programme.Grant{Role: programme.RoleOffice})
		if err := tx.AddRound(&r); err != nil {
			return err
		}
		return along(tx, programme.RoundMoves, r.Phase, phase, func(move programme.Move) error {
			return tx.MakeRound(&r, move, "as the test wants")
		})
	})
	return r
}

// Application adds a unit's application to a round and moves it to a state.
func (w *World) Application(u programme.Unit, r programme.Round, state programme.ApplicationState) programme.Application {
	w.T.Helper()
	a := programme.Application{RoundID: r.ID, UnitID: u.ID, BodyID: u.RecommendedBy(), Category: programme.CatEnterprise}
	Update(w.T, w.DB, w.Now, func(tx *store.Tx) error {
		tx.As(programme.Person{}, programme.Grant{Role: programme.RoleContact, UnitID: u.ID})
		if err := tx.AddApplication(&a); err != nil {
			return err
		}
		return along(tx, programme.ApplicationMoves, a.State, state, func(move programme.Move) error {
			return tx.Make(&a, move, "as the test wants")
		})
	})
	return a
}
