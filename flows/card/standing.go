package card

import (
	"errors"
	"fmt"
	"time"

	"luling/flows"
	"luling/store"
	"luling/store/programme"
)

// A Standing says where an application stands, in plain words' names: the stage,
// since when, who holds it and what is expected next. It mentions no score and
// no vote.
//
// Source: L6; 6.1.
type Standing struct {
	Unit      string
	Year      int
	Title     string // of the round
	Category  *programme.Words
	Number    string // official; empty before it was submitted
	State     string // name of the stage's text
	Stage     string // the state itself, for a text's branches
	Since     time.Time
	Holder    string   // name of the holder's text
	Who       []string // names of persons or bodies that hold it, may be empty
	Expected  string   // date of the next step, empty if none is known
	Submitted *time.Time
	Grace     bool   // submitted after the last day, within the grace
	No        int    // of the latest snapshot, 0 if there is none
	Hash      string // its short hash
	Last      *Done  // latest move
	Proxy     *Proxy // who typed it for the unit, nil if nobody did
}

// A Done is a move that was made.
type Done struct {
	Move   string
	By     string
	Role   string // name of the role's text
	At     time.Time
	Reason string
	Actor  programme.PersonID `json:"-"` // 0: the system
}

// Standing reads where the application stands.
func (a Application) Standing(tx *store.Tx) (s Standing, err error) {
	state := told(tx, a.State)
	s = Standing{
		Unit: a.Unit.Name, Year: a.Round.Year, Title: a.Round.Title, Number: a.Number,
		State: "state." + string(state), Stage: string(state), Since: a.CreatedAt,
		Expected: a.Round.Expected(a.State).String(), Submitted: a.SubmittedAt,
		Grace: a.SubmittedAt != nil && a.Round.Late(*a.SubmittedAt),
	}
	if c, ok := tx.Programme().Category(a.Category); ok {
		name := c.Name
		s.Category = &name
	}
	if s.Last, err = a.LastMove(tx); err != nil {
		return s, err
	}
	if s.Last != nil {
		s.Since = s.Last.At
	}
	if s.No, s.Hash, err = a.latest(tx); err != nil {
		return s, err
	}
	if s.Proxy, err = a.Proxy(tx); err != nil {
		return s, err
	}
	s.Holder, s.Who, err = a.holder(tx, state)
	return s, err
}

// told is the state as the actor may know it: until the public notice, units and
// their recommending bodies are told of no choice that was made, nor of what
// holds a notice up. Source: 6.1.
func told(tx *store.Tx, state programme.ApplicationState) programme.ApplicationState {
	role := tx.Grant().Role
	if !role.OfUnit() && role != programme.RoleRecommender {
		return state
	}
	switch state {
	case programme.AppNotShortlisted:
		return programme.AppScored
	case programme.AppNotSelected, programme.AppProposed:
		return programme.AppInspected
	case programme.AppOnHold:
		return programme.AppInPublicity
	}
	return state
}

func (a Application) latest(tx *store.Tx) (no int, hash string, err error) {
	snapshot, err := tx.Snapshot(a.ID)
	if errors.Is(err, store.ErrNotFound) {
		return 0, "", nil
	}
	return snapshot.No, Short(snapshot.Hash), err
}

// LastMove is the latest move of the application that the actor may know of, nil
// before the first one.
func (a Application) LastMove(tx *store.Tx) (*Done, error) {
	entries, err := tx.Entries(a.Object())
	if err != nil {
		return nil, err
	}
	for i := len(entries) - 1; i >= 0; i-- {
		e := entries[i]
		from, to := told(tx, programme.ApplicationState(e.From)), told(tx, programme.ApplicationState(e.To))
		if from == "" || from == to {
			continue
		}
		by, err := flows.By(tx, e)
		return &Done{e.Act, by, "role." + string(e.Role), e.At, e.Reason, e.Actor}, err
	}
	return nil, nil
}

// Name is the name of who acted; the system acts in the office's name.
func Name(tx *store.Tx, id programme.PersonID) (string, error) {
	if id == 0 {
		return tx.Programme().Office.Name.Zh, nil
	}
	p, err := tx.Person(id)
	if err != nil {
		return "", fmt.Errorf("name: %w", err)
	}
	return p.Name, nil
}

// holder is whose turn it is. Every state has exactly one. Source: 6.1.
func (a Application) holder(tx *store.Tx, state programme.ApplicationState) (text string, who []string, err error) {
	switch text = holderOf(state); text {
	case "card.holder.contact":
		who, err = names(tx.Holders(programme.RoleContact, a.UnitID, 0))
	case "card.holder.leader":
		who, err = names(Leaders(tx, a.UnitID))
	case "card.holder.body":
		who = []string{a.Body.Name}
	}
	return text, who, err
}

// holderOf is the name of the text that says whose turn it is in a state.
func holderOf(state programme.ApplicationState) string {
	switch state {
	case programme.AppDraft, programme.AppReturnedByBody, programme.AppReturnedByCity:
		return "card.holder.contact"
	case programme.AppAwaitingLeader:
		return "card.holder.leader"
	case programme.AppSubmitted:
		return "card.holder.body"
	case programme.AppUnderReview:
		return "card.holder.panel"
	case programme.AppShortlisted:
		return "card.holder.inspection"
	case programme.AppInspected, programme.AppNotSelected:
		return "card.holder.group"
	}
	if state.Live() || state == programme.AppNotShortlisted {
		return "card.holder.office"
	}
	return "card.holder.none"
}

func names(people []programme.Person, err error) (list []string, _ error) {
	for _, p := range people {
		list = append(list, p.Name)
	}
	return list, err
}
