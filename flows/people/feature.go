package people

import (
	"luling/flows"
	"luling/store/programme"
)

// Feature is invitations, roles, language and the people of a unit. Source: A6–A9.
var Feature = flows.Feature{
	Name: "people",
	Commands: []flows.Command{
		{Name: "start", Run: start},
		{Name: "people", Also: []string{"人员"}, Who: keepers, Menu: true, Run: people},
		{Name: "deputy", Also: []string{"代理"}, Who: absentees, Run: absences},
		{Name: "me", Also: []string{"我", "我的身份"}, Run: me},
		{Name: "language", Also: []string{"语言"}, Run: language},
	},
	Acts: map[string]flows.Act{
		"hat":      {Run: wear},
		"language": {Run: speak},
		"units":    {Who: keepers, Run: unitsPage},
		"vacant":   {Who: keepers, Run: vacantPage},
		"bodies":   {Who: office, Run: bodiesPage},
		"at":       {Who: keepers, Run: placePage},
		"invite":   {Who: keepers, Run: openInvite},
		"ask":      {Who: office, Run: askPage},
		"confirm":  {Who: office, Run: confirm},
		"refuse":   {Who: office, Run: refuse},

		"bulk":       {Who: inviters, Run: bulk},
		"bulk_print": {Who: inviters, Run: print},
		"self":       {Run: openSelf},

		"deputise":    {Who: absentees, Run: openDeputise},
		"end_absence": {Who: absentees, Run: endAbsence},
	},
	Forms: map[string]flows.OpenForm{"people.invite": openForm, "people.absence": openAbsence, "people.self": openSelfForm},
	Say:   typedCode,
	Todo:  todo,
	Due:   due,
}

var (
	keepers = []programme.Role{
		programme.RoleContact, programme.RoleDeputy, programme.RoleHead, programme.RoleRecommender, programme.RoleOffice,
	}
	office    = []programme.Role{programme.RoleOffice}
	absentees = []programme.Role{programme.RoleRecommender, programme.RoleOffice}
	inviters  = absentees // to whole lists of places
)
