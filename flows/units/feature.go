package units

import (
	"luling/flows"
	"luling/store/programme"
)

// Feature is the register. Source: A4, A5, A13.
var Feature = flows.Feature{
	Name: "units",
	Commands: []flows.Command{
		{Name: "units", Also: []string{"单位", "单位管理"}, Who: keepers, Menu: true, Run: first},
		{Name: "bodies", Also: []string{"推荐单位", "推荐单位管理"}, Who: office, Run: firstBodies},
	},
	Acts: map[string]flows.Act{
		"list":   {Who: keepers, Run: list},
		"card":   {Who: keepers, Run: cardPage},
		"add":    {Who: keepers, Run: openAdd},
		"change": {Who: keepers, Run: openChange},

		"bodies":      {Who: office, Run: bodies},
		"body":        {Who: office, Run: bodyPage},
		"body_add":    {Who: office, Run: openBodyAdd},
		"body_change": {Who: office, Run: openBodyChange},
		"end":         {Who: office, Run: openEnd},
		"succeed":     {Who: office, Run: succeed},
	},
	Forms: map[string]flows.OpenForm{"units.unit": openUnit, "units.body": openBody, "units.end": openEnding},
}

var (
	keepers = []programme.Role{programme.RoleRecommender, programme.RoleOffice}
	office  = []programme.Role{programme.RoleOffice}
)
