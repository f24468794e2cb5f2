// Package about is what everybody may read: the card of the programme and the
// six conditions with their clauses and items.
//
// It promises that the card counts from the records, that a target whose year
// is over is said to be over and blocks nothing, and that the office alone is
// warned of a missing approval, until it fills the number in or waives it with a
// reason. It will not change anything else.
package about

import (
	"luling/flows"
	"luling/store/programme"
)

var office = []programme.Role{programme.RoleOffice}

// Feature is the programme card and the clauses. Source: A1, A3, C15.
var Feature = flows.Feature{
	Name: "about",
	Commands: []flows.Command{
		{Name: "programme", Also: []string{"创建活动"}, Menu: true, Run: programmeCard},
		{Name: "clauses", Also: []string{"条款"}, Menu: true, Clause: true, Run: clauses},
	},
	Acts: map[string]flows.Act{
		"clauses":   {Run: func(tx tx, _ press) (flows.Reply, error) { return clauses(tx, "") }},
		"criterion": {Run: criterionPage},
		"settings":  {Who: office, Run: settings},
		"approve":   {Who: office, Run: open(approveForm)},
		"waive":     {Who: office, Run: open(waiveForm)},
	},
	Forms: map[string]flows.OpenForm{approveForm: load(false), waiveForm: load(true)},
	Todo:  todo,
}
