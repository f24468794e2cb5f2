package card

import (
	"slices"

	"luling/store/programme"
)

// For is the content as a role may see it: what is private is for the unit and
// the office alone. The content itself stays as it is, for its hash.
//
// Source: C14.
func (c Content) For(role programme.Role) Content {
	if role.OfUnit() || role == programme.RoleOffice {
		return c
	}
	sections := make([]Section, len(c.Sections))
	for i, s := range c.Sections {
		answers := slices.DeleteFunc(slices.Clone(s.Answers), func(a Answer) bool { return a.Private })
		sections[i] = Section{Name: s.Name, Answers: answers}
	}
	c.Sections = slices.DeleteFunc(sections, func(s Section) bool { return len(s.Answers) == 0 })
	return c
}
