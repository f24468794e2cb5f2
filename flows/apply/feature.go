package apply

import (
	"luling/flows"
	"luling/flows/card"
	"luling/store/programme"
)

var (
	unit      = []programme.Role{programme.RoleContact, programme.RoleDeputy, programme.RoleHead}
	leaders   = []programme.Role{programme.RoleDeputy, programme.RoleHead}
	returners = []programme.Role{programme.RoleDeputy, programme.RoleHead, programme.RoleOffice}

	// followers are told where applications stand: each unit where its own does.
	followers = []programme.Role{programme.RoleContact, programme.RoleDeputy, programme.RoleHead, programme.RoleRecommender}
)

// pages are shown to the unit itself.
var pages = card.Reader{Feature: card.FormName}

// Feature is the application.
var Feature = flows.Feature{
	Name: card.FormName,
	Commands: []flows.Command{
		{Name: "apply", Also: []string{"申报", "我要申报"}, Who: unit, Menu: true, Run: begin},
		{Name: "progress", Also: []string{"进度"}, Who: followers, Menu: true, Run: progress},
		{Name: "why", Also: []string{"为什么", "为什么不能提交"}, Who: unit, Run: why},
		{Name: "withdraw", Also: []string{"撤回"}, Who: unit, Run: withdrawCommand},
	},
	Acts: map[string]flows.Act{
		"start":    {Who: contacts, Run: start},
		"card":     {Who: unit, Run: showCard},
		"page":     {Who: unit, Run: pages.Page},
		"files":    {Who: unit, Run: pages.Files},
		"advice":   {Who: advised, Run: advice},
		"confirm":  {Who: leaders, Run: confirm},
		"return":   {Who: returners, Run: askReturn},
		"withdraw": {Who: unit, Run: askWithdraw},
		"restore":  {Who: unit, Run: restore},
		"agree":    {Who: leaders, Run: agree},
		"decline":  {Who: leaders, Run: decline},
		"held":     {Who: deciders, Run: showHeld},
		"see":      {Who: deciders, Run: see},
		"clear":    {Who: deciders, Run: clearFile},
		"purge":    {Who: deciders, Run: purge},
		"waiting":  {Who: typists, Run: waiting},
		"drop":     {Who: typists, Run: drop},
		"open":     {Who: typists, Run: reopen},
		"copy":     {Who: typists, Run: copyEarlier},
		"mend":     {Who: typists, Run: mendAt},
		"scan":     {Who: offices, Run: askScan},
		"scanned":  {Who: offices, Run: scanned},
	},
	Forms: map[string]flows.OpenForm{
		card.FormName: openForm,
		returnForm:    openReturn,
		withdrawForm:  openWithdraw,
		scanForm:      openScan,
	},
	Todo: todo,
	Due:  due,
}

var (
	contacts = []programme.Role{programme.RoleContact}
	offices  = []programme.Role{programme.RoleOffice}
	typists  = []programme.Role{programme.RoleContact, programme.RoleRecommender, programme.RoleOffice} // C17
	advised  = append(typists[:3:3], leaders...)
	deciders = []programme.Role{programme.RoleDeputy, programme.RoleHead, programme.RoleOffice} // of held files
)
