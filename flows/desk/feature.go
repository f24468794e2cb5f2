package desk

import (
	"luling/flows"
	"luling/flows/card"
	"luling/store/programme"
)

var readers = []programme.Role{programme.RoleRecommender, programme.RoleOffice, programme.RoleSupervisor}

// pages are other people's: they stay here.
var pages = card.Reader{Feature: "desk", Protect: true}

// Feature is the list of applications.
var Feature = flows.Feature{
	Name:     "desk",
	Commands: []flows.Command{{Name: "desk", Also: []string{"申报台账", "台账"}, Who: readers, Menu: true, Run: first}},
	Acts: map[string]flows.Act{
		"list":  {Who: readers, Run: turn},
		"card":  {Who: readers, Run: showCard},
		"page":  {Who: readers, Run: pages.Page},
		"files": {Who: readers, Run: pages.Files},
	},
	Todo: todo,
}
