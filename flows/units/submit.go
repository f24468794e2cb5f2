package units

import (
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"luling/flows"
	"luling/store"
	"luling/store/programme"
)

// Submit registers the unit or changes the field, and shows the card.
func (f *form) Submit(tx *store.Tx) (flows.Reply, error) {
	switch {
	case f.named() != 0:
		return f.thatOne(tx)
	case f.field == "":
		return f.add(tx)
	case strings.HasPrefix(f.Settle, "theirs-"):
		return unitCard(tx, f.unit, "theirs")
	}
	return f.change(tx)
}

// About implements [flows.Describing]: the last word before submitting says what
// will happen.
func (f *form) About(string) map[string]any {
	return map[string]any{"Adds": f.field == "" && f.named() == 0, "Same": f.named() != 0}
}

// thatOne shows the unit that was meant, or says who keeps it.
func (f *form) thatOne(tx *store.Tx) (flows.Reply, error) {
	u, err := tx.Unit(f.named())
	if err != nil {
		return flows.Reply{}, err
	}
	if keeps(tx, u) {
		return unitCard(tx, u, "same")
	}
	data := flows.Ask(tx)
	data["Unit"], data["Body"] = u.Name, f.body(u.RecommendedBy())
	return flows.Say("units.elsewhere", data, flows.Row(flows.Button{Text: "units.button.list", Act: "/units"}, flows.Menu())), nil
}

func (f *form) add(tx *store.Tx) (flows.Reply, error) {
	u := f.proposed()
	if err := tx.AddUnit(&u); err != nil {
		return flows.Reply{}, taken(err)
	}
	err := journal(tx, "register_unit", unitObject(u.ID), map[string]any{
		"name": u.Name, "type": u.Type, "area": u.AreaID, "authority": u.AuthorityID, "code": u.CreditCode,
	})
	if err != nil {
		return flows.Reply{}, err
	}
	return unitCard(tx, u, "added")
}

func (f *form) change(tx *store.Tx) (flows.Reply, error) {
	u := f.proposed()
	if value(u, f.field) == value(f.unit, f.field) {
		return unitCard(tx, u, "unchanged")
	}
	if err := tx.PutUnit(&u); err != nil {
		return flows.Reply{}, taken(err)
	}
	err := journal(tx, "change_unit", unitObject(u.ID), change(f.field, value(f.unit, f.field), value(u, f.field)))
	if err == nil && f.field == "type" {
		err = clearCategory(tx, u)
	}
	if err != nil {
		return flows.Reply{}, err
	}
	return unitCard(tx, u, "changed")
}

// taken is a refusal for what somebody else did meanwhile.
func taken(err error) error {
	switch {
	case errors.Is(err, store.ErrExists):
		return flows.Refuse("units.exists", nil)
	case errors.Is(err, store.ErrConflict):
		return flows.Refuse("conflict", nil)
	}
	return err
}

// proposed is the unit with the answers so far.
func (f *form) proposed() programme.Unit {
	u := f.unit
	for _, field := range f.answered() {
		f.put(&u, field)
	}
	if f.field == "" && f.recommender() {
		if mine := f.mine(); mine.HasArea() {
			u.AreaID = mine.ID
		} else {
			u.AuthorityID, u.CityLevel = mine.ID, true
		}
	}
	return u
}

func (f *form) answered() []string {
	if f.field != "" {
		return []string{f.field}
	}
	return f.wanted()
}

func (f *form) put(u *programme.Unit, field string) {
	switch field {
	case "name":
		u.Name, u.Plain = f.Name, programme.PlainName(f.Name)
	case "type":
		u.Type = f.Type
	case "area":
		u.AreaID = bodyID(f.Area)
	case "authority":
		u.AuthorityID = bodyID(f.Authority)
		u.CityLevel = u.AuthorityID != 0 && f.CityLevel == "yes"
	case "code":
		u.CreditCode = f.Code
	case "head":
		u.Head = f.Head
	case "address":
		u.Address = f.Address
	case "headcount":
		u.Headcount = f.Headcount
	}
}

func bodyID(id string) programme.BodyID {
	n, _ := strconv.ParseInt(id, 10, 64) // an option's id, or nothing
	return programme.BodyID(n)
}

func unitObject(id programme.UnitID) string { return fmt.Sprintf("unit/%d", id) }

// change is what the journal keeps of a changed field.
func change(field, from, to string) map[string]any {
	return map[string]any{"field": field, "from": from, "to": to}
}

func journal(tx *store.Tx, act, object string, data map[string]any) error {
	raw, err := json.Marshal(data)
	if err != nil {
		return err
	}
	return tx.Journal(store.Entry{Act: act, Object: object, Clause: programme.Ours, Data: raw})
}
