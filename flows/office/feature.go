// Package office is what the talent office keeps in order around the programme:
// the calls it has to make because no message reaches somebody, and whom it shuts
// out because he abuses the service.
//
// It promises that a matter stays on the list of calls until somebody says that it
// was told, or the messenger delivers it after all; that shutting somebody out and
// letting him in again have a reason in the journal; and that nobody shuts out
// himself or a colleague of the office.
//
// It sends nothing itself.
//
// Source: L2, M9.
package office

import (
	"luling/flows"
	"luling/store"
	"luling/store/programme"
)

var staff = []programme.Role{programme.RoleOffice}

// Feature is the calls to make, and who is shut out.
var Feature = flows.Feature{
	Name: "office",
	Commands: []flows.Command{
		{Name: "calls", Also: []string{"电话名单"}, Who: staff, Menu: true, Run: calls},
		{Name: "block", Also: []string{"限制使用", "拉黑"}, Who: staff, Run: blockedPage},
	},
	Acts: map[string]flows.Act{
		"call":    {Who: staff, Run: call},
		"told":    {Who: staff, Run: told},
		"people":  {Who: staff, Run: peoplePage},
		"person":  {Who: staff, Run: personPage},
		"block":   {Who: staff, Run: begin(blockForm)},
		"unblock": {Who: staff, Run: begin(unblockForm)},
	},
	Forms: map[string]flows.OpenForm{blockForm: openBlock, unblockForm: openUnblock},
	Todo:  todo,
}

// may refuses what the hat does not allow.
func may(tx *store.Tx, act programme.Act) error {
	if _, ok := programme.May(tx.Grant().Role, act, ""); !ok {
		return flows.Refuse("not_allowed", flows.Ask(tx))
	}
	return nil
}

// todo are the calls to make. Source: L2, L5.
func todo(tx *store.Tx) ([]flows.Task, error) {
	if may(tx, programme.ActCall) != nil {
		return nil, nil
	}
	n, err := tx.CountCalls()
	if err != nil || n == 0 {
		return nil, err
	}
	data := map[string]any{"Count": n}
	return []flows.Task{{Text: "office.todo.calls", Data: data, Button: flows.Button{Text: "office.button.calls", Data: data, Act: "/calls"}}}, nil
}
