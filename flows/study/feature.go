package study

import (
	"luling/flows"
	"luling/store/programme"
)

// Feature is the study ledger. Source: S4.1a; C6, J1–J3.
var Feature = flows.Feature{
	Name:     "study",
	Commands: []flows.Command{{Name: "study", Also: []string{"专题研究", "登记会议"}, Who: readers, Menu: true, Run: study}},
	Acts: map[string]flows.Act{
		"units":    {Who: readers, Run: unitsPage},
		"unit":     {Who: readers, Run: unitPage},
		"session":  {Who: readers, Run: sessionPage},
		"minutes":  {Who: readers, Run: minutes},
		"register": {Who: readers, Run: register},
	},
	Forms: map[string]flows.OpenForm{"study": openForm},
}

// readers are the roles that see sessions at all.
var readers = []programme.Role{
	programme.RoleContact, programme.RoleDeputy, programme.RoleHead,
	programme.RoleRecommender, programme.RoleOffice, programme.RoleSupervisor,
}
