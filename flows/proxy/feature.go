package proxy

import (
	"luling/flows"
	"luling/store/programme"
)

// beginForm asks why the unit does not type itself.
const beginForm = "proxy.begin"

var typists = []programme.Role{programme.RoleRecommender, programme.RoleOffice}

// Feature is typing for units.
var Feature = flows.Feature{
	Name:     "proxy",
	Commands: []flows.Command{{Name: "proxy", Also: []string{"代录", "代填"}, Who: typists, Menu: true, Run: first}},
	Acts: map[string]flows.Act{
		"list": {Who: typists, Run: turn},
		"unit": {Who: typists, Run: choose},
	},
	Forms: map[string]flows.OpenForm{beginForm: openBegin},
	Todo:  todo,
}
