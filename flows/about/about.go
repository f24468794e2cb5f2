// Package about is what everybody may read: the card of the programme and the
// six conditions with their clauses and items.
//
// It promises that the card counts from the records, that a target whose year
// is over is said to be over and blocks nothing, and that the office alone is
// warned of a missing approval. It will not change anything.
package about

import "luling/flows"

// Feature is the programme card and the clauses. Source: A1, A3, C15.
var Feature = flows.Feature{
	Name: "about",
	Commands: []flows.Command{
		{Name: "programme", Also: []string{"创建活动"}, Menu: true, Run: programmeCard},
		{Name: "clauses", Also: []string{"条款"}, Menu: true, Run: clauses},
	},
	Acts: map[string]flows.Act{
		"clauses":   {Run: func(tx tx, _ press) (flows.Reply, error) { return clauses(tx, "") }},
		"criterion": {Run: criterionPage},
	},
}
