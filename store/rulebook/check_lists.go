package rulebook

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"luling/store/programme"
)

var clauseID = regexp.MustCompile(`^S\d+(\.\d+[a-z]?)?$`)

func (c *checker) types() {
	unique := c.unique()
	for i, t := range c.p.UnitTypes {
		field := at("unit_types", i)
		unique(field+".id", string(t.ID))
		c.named(field+".name", t.Name)
		for j, also := range t.Also {
			c.named(at(field+".also", j), also)
		}
		c.want(len(c.p.Open(t.ID)) > 0, field+".id", "%q may apply in no category", t.ID)
	}
}

func (c *checker) categories() {
	c.want(len(c.p.Categories) > 0, "categories", "must not be empty")
	unique := c.unique()
	for i, rule := range c.p.Categories {
		field := at("categories", i)
		unique(field+".id", string(rule.ID))
		c.named(field+".name", rule.Name)
		c.named(field+".short", rule.Short)
		c.clause(field+".clause", rule.Clause)
		c.want(len(rule.Types) > 0, field+".types", "must name at least one unit type")
		c.open(field, rule)
		c.weights(field, rule)
	}
}

// open wants known unit types, each once, and a note where a type applies by our reading.
func (c *checker) open(field string, rule programme.CategoryRule) {
	seen := map[programme.UnitType]bool{}
	c.unitTypes(field+".types", rule.Types, seen)
	c.unitTypes(field+".noted", rule.Noted, seen)
	c.maybeNamed(field+".note", rule.Note)
	c.want(len(rule.Noted) == 0 || rule.Note.Whole(), field+".note", "must say why the types under noted may apply")
}

func (c *checker) unitTypes(field string, types []programme.UnitType, seen map[programme.UnitType]bool) {
	for i, t := range types {
		_, known := c.p.UnitType(t)
		c.want(known, at(field, i), "%q is not a unit type of the file", t)
		c.want(!seen[t], at(field, i), "%q is named twice", t)
		seen[t] = true
	}
}

func (c *checker) bodies() {
	c.want(len(c.p.Bodies) > 0, "bodies", "must not be empty")
	unique, names := c.unique(), map[string]bool{}
	for i, b := range c.p.Bodies {
		field := at("bodies", i)
		unique(field+".code", b.Code)
		c.body(field, b)
		c.want(!names[programme.PlainName(b.Name.Zh)], field+".name.zh", "%q is named twice", b.Name.Zh)
		c.want(!names["short "+b.Short], field+".short", "%q is used twice", b.Short)
		names[programme.PlainName(b.Name.Zh)], names["short "+b.Short] = true, true
	}
}

func (c *checker) body(field string, b programme.BodyRule) {
	kinds := []programme.BodyType{programme.BodyCounty, programme.BodyZone, programme.BodyDepartment}
	length := utf8.RuneCountInString(b.Short)
	c.named(field+".name", b.Name)
	c.named(field+".seal", b.Seal)
	c.want(slices.Contains(kinds, b.Type), field+".type", "is %q, must be one of %q", b.Type, kinds)
	c.want(length >= 1 && length <= 8 && !strings.ContainsAny(b.Short, "-/ "), field+".short", "is %q, must be 1 to 8 characters without - / or blanks", b.Short)
	c.want(b.Quota >= 0 && b.Quota <= 20, field+".quota", "is %d, must be between 0 and 20", b.Quota)
	if b.Type == programme.BodyDepartment {
		c.maybeNamed(field+".area", b.Area)
	} else {
		c.named(field+".area", b.Area)
	}
}

func (c *checker) clauses() {
	seen := map[string]bool{}
	for i, clause := range c.p.Clauses {
		field := at("clauses", i)
		c.want(clauseID.MatchString(clause.ID), field+".id", "%q is not a clause number such as S4.1a", clause.ID)
		c.want(!seen[clause.ID], field+".id", "%q is there twice", clause.ID)
		seen[clause.ID] = true
		c.named(field+".quote", clause.Quote)
		c.named(field+".plain", clause.Plain)
	}
}
