package imports

import (
	"luling/flows"
	"luling/store/programme"
)

// Feature is the import of lists. Source: A4, A5, A12.
var Feature = flows.Feature{
	Name: "imports",
	Commands: []flows.Command{
		{Name: "import", Also: []string{"导入", "名单"}, Who: senders, Menu: true, Run: begin},
	},
	Acts: map[string]flows.Act{
		"show":    {Who: senders, Run: show},
		"kind":    {Who: senders, Run: choose},
		"twins":   {Who: senders, Run: twins},
		"decide":  {Who: senders, Run: decide},
		"confirm": {Who: senders, Run: confirm},
		"discard": {Who: senders, Run: discard},
	},
	Say:     pasted,
	Filed:   filed,
	Fetched: fetched,
	Todo:    todo,
	Jobs:    map[string]flows.Work{"read": Read, "save": Save},
}

var senders = []programme.Role{programme.RoleRecommender, programme.RoleOffice}

// allowed are the kinds of list a role may send. The operator of the program has
// no role and may send all. Source: A4, A5; section 7.
func allowed(role programme.Role) []programme.ImportKind {
	switch role {
	case programme.RoleOffice, "":
		return programme.ImportKinds
	case programme.RoleRecommender:
		return []programme.ImportKind{programme.ImportUnits, programme.ImportPeople}
	}
	return nil
}
