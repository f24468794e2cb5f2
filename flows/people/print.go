package people

import (
	"fmt"
	"strings"

	"luling/flows"
	"luling/store"
	"luling/store/programme"
)

// print makes the invitations of a list that was previewed and sends them as one
// document to print and cut. The first tap asks once more; the second makes them,
// if the list is still the one that was seen. Codes of earlier ones end.
//
// The secrets are in the document alone: a document that gets lost is made again,
// with new codes.
//
// Source: A6.
func print(tx *store.Tx, p flows.Press) (flows.Reply, error) {
	arg, twice := strings.CutSuffix(p.Arg, "!")
	i := strings.LastIndex(arg, "/")
	if i < 0 {
		return flows.Reply{}, flows.Refuse("not_allowed", flows.Ask(tx))
	}
	scope, seen := arg[:i], arg[i+1:]
	gaps, err := missing(tx, scope)
	if err != nil {
		return flows.Reply{}, err
	}
	n := min(len(gaps), mostSlips)
	switch {
	case n == 0 || seen != mark(gaps[:n]):
		return preview(gaps, scope, 1, true)
	case !twice:
		return askTwice(gaps[:n], scope), nil
	}
	return printAll(tx, scope, gaps[:n])
}

func askTwice(gaps []gap, scope string) flows.Reply {
	data := map[string]any{"N": len(gaps)}
	yes := flows.Button{Text: "people.button.slips_now", Data: data, Act: "people.bulk_print", Arg: scope + "/" + mark(gaps) + "!", Style: "success"}
	back := flows.Button{Text: "people.button.slips_back", Act: "people.bulk", Arg: scope + "/1"}
	return flows.Say("people.bulk_twice", data, flows.Row(yes), flows.Row(back))
}

// printAll makes an invitation for each and puts them on paper.
func printAll(tx *store.Tx, scope string, gaps []gap) (flows.Reply, error) {
	var list []map[string]any
	for _, g := range gaps {
		slip, err := g.invite(tx)
		if err != nil {
			return flows.Reply{}, err
		}
		list = append(list, slip)
	}
	err := tx.Journal(store.Entry{
		Act: "print_invitations", Object: "invitations/" + scope, Clause: programme.Ours, Data: fmt.Appendf(nil, `{"count":%d}`, len(gaps)),
	})
	if err != nil {
		return flows.Reply{}, err
	}
	r := flows.Say("people.bulk_made", map[string]any{"N": len(gaps)}, flows.Row(flows.Menu()))
	r.Paper = &flows.Paper{Kind: "slips", Data: map[string]any{"Made": tx.Today().String(), "Slips": list}}
	return r, nil
}

// invite makes the invitation of one slip; older ones to the same end.
func (g gap) invite(tx *store.Tx) (map[string]any, error) {
	older := g.Invitation
	if sole(g.Role) || g.Name == Unnamed {
		older.Name = ""
	}
	if _, err := tx.VoidInvitations(older); err != nil {
		return nil, err
	}
	i, code, err := Invite(tx, programme.Invitation{
		Role: g.Role, UnitID: g.UnitID, BodyID: g.BodyID, Name: g.Name, Post: g.Post, Phone: g.Phone,
	})
	slip := g.line()
	slip["Link"], slip["Typed"], slip["Until"], slip["AsksFirst"] = code.Link, grouped(code.Typed), i.ExpiresAt, g.Role.AsksFirst()
	return slip, err
}
