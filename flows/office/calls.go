package office

import (
	"encoding/json"
	"errors"
	"strconv"

	"luling/flows"
	"luling/store"
	"luling/store/programme"
)

// calls lists the people whom no message reaches, with their telephones and how
// many matters wait for each.
//
// Source: L2.
func calls(tx *store.Tx, arg string) (flows.Reply, error) {
	if err := may(tx, programme.ActCall); err != nil {
		return flows.Reply{}, err
	}
	total, err := tx.CountCalls()
	if err != nil {
		return flows.Reply{}, err
	}
	at := paged(arg, total)
	list, err := tx.Calls(perPage, at.offset())
	if err != nil {
		return flows.Reply{}, err
	}
	var lines []map[string]any
	var rows [][]flows.Button
	for i, c := range list {
		line, err := reachable(tx, c.PersonID)
		if err != nil {
			return flows.Reply{}, err
		}
		line["No"], line["Count"] = at.offset()+i+1, c.Count
		lines = append(lines, line)
		rows = append(rows, flows.Row(flows.Button{Text: "office.button.call", Data: line, Act: "office.call", Object: int64(c.PersonID)}))
	}
	rows = append(rows, at.keys(func(page string) flows.Button { return flows.Button{Act: "/calls", Arg: page} })...)
	data := map[string]any{"Lines": lines, "Total": total, "Page": at.n, "Pages": at.of}
	return flows.Say("office.calls", data, append(rows, flows.Row(flows.Menu()))...), nil
}

// reachable is a person with where he works and his telephone.
func reachable(tx *store.Tx, id programme.PersonID) (map[string]any, error) {
	p, err := tx.Person(id)
	if err != nil {
		return nil, err
	}
	roles, err := rolesOf(tx, id)
	return map[string]any{
		"Name": p.Name, "Post": p.Post, "Phone": p.Phone, "Roles": roles, "Blocked": p.BlockedAt != nil,
	}, err
}

// rolesOf are the roles a person has, each with where.
func rolesOf(tx *store.Tx, id programme.PersonID) ([]map[string]any, error) {
	grants, err := tx.Grants(id)
	if err != nil {
		return nil, err
	}
	roles := []map[string]any{}
	for _, g := range grants {
		if g.State != programme.GrantActive {
			continue
		}
		where, err := placeOf(tx, g)
		if err != nil {
			return nil, err
		}
		roles = append(roles, map[string]any{"Role": "role." + string(g.Role), "Where": where})
	}
	return roles, nil
}

// placeOf is the name of the unit or body a grant is bound to, if it is.
func placeOf(tx *store.Tx, g programme.Grant) (string, error) {
	switch {
	case g.UnitID != 0:
		u, err := tx.Unit(g.UnitID)
		return u.Name, err
	case g.BodyID != 0:
		b, err := tx.Body(g.BodyID)
		return b.Name, err
	}
	return "", nil
}

// call shows one matter a person is to be told, in the words he would have read.
func call(tx *store.Tx, p flows.Press) (flows.Reply, error) {
	if err := may(tx, programme.ActCall); err != nil {
		return flows.Reply{}, err
	}
	waiting, err := tx.Notices(store.NoticeFilter{PersonID: programme.PersonID(p.Object), States: []store.NoticeState{store.NoticePhone}})
	if err != nil {
		return flows.Reply{}, err
	}
	if len(waiting) == 0 {
		r, err := calls(tx, "")
		r.Toast = &flows.Line{Text: "office.told_over"}
		return r, err
	}
	n, _ := strconv.Atoi(p.Arg)
	n = min(max(n, 1), len(waiting))
	return matter(tx, waiting[n-1], pager{n, len(waiting)})
}

func matter(tx *store.Tx, n store.Notice, at pager) (flows.Reply, error) {
	data, err := reachable(tx, n.PersonID)
	if err != nil {
		return flows.Reply{}, err
	}
	data["Text"], data["Data"], data["At"], data["No"], data["Of"] = n.Text, json.RawMessage(n.Data), n.CreatedAt, at.n, at.of
	rows := [][]flows.Button{flows.Row(flows.Button{Text: "office.button.told", Act: "office.told", Object: n.ID, Style: "success"})}
	rows = append(rows, at.keys(func(page string) flows.Button {
		return flows.Button{Act: "office.call", Object: int64(n.PersonID), Arg: page}
	})...)
	rows = append(rows, flows.Row(flows.Button{Text: "office.button.list", Act: "/calls"}, flows.Menu()))
	r := flows.Say("office.call", data, rows...)
	r.Protect = n.Protect
	return r, nil
}

// told records that the office has told a matter by telephone, and shows the next
// one of the same person, or the list.
func told(tx *store.Tx, p flows.Press) (flows.Reply, error) {
	if err := may(tx, programme.ActCall); err != nil {
		return flows.Reply{}, err
	}
	n, err := tx.Notice(p.Object)
	if errors.Is(err, store.ErrNotFound) {
		return flows.Reply{}, flows.Refuse("not_allowed", flows.Ask(tx))
	}
	if err != nil {
		return flows.Reply{}, err
	}
	if n.State == store.NoticePhone {
		if err := tx.AckNotice(n.ID); err != nil {
			return flows.Reply{}, err
		}
		err := tx.Journal(store.Entry{Act: "tell_by_phone", Object: "notice/" + n.Key, Clause: programme.Ours})
		if err != nil {
			return flows.Reply{}, err
		}
	}
	return call(tx, flows.Press{Object: int64(n.PersonID)})
}
