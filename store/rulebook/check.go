package rulebook

import (
	"fmt"
	"regexp"

	"luling/store/programme"
)

// identifier is what ids and codes look like: short enough for buttons, safe in file names.
var identifier = regexp.MustCompile(`^[a-z][a-z0-9_]{0,31}$`)

// check lists what is wrong with a programme that could be decoded.
func check(p *programme.Programme, lines places) Faults {
	c := checker{lines: lines, p: p}
	c.general()
	c.settings()
	c.names()
	c.types()
	c.categories()
	c.criteria()
	c.bodies()
	c.clauses()
	return c.faults
}

type checker struct {
	lines  places
	p      *programme.Programme
	faults Faults
}

// want notes a fault of the field unless ok.
func (c *checker) want(ok bool, field, format string, args ...any) {
	if !ok {
		c.faults = append(c.faults, Fault{Line: c.lines.line(field), Field: field, Problem: fmt.Sprintf(format, args...)})
	}
}

// unique returns a function that wants each id to be well made and not there before.
func (c *checker) unique() func(field, id string) {
	seen := map[string]string{}
	return func(field, id string) {
		c.want(identifier.MatchString(id), field, "%q is not an id: small letters, digits and _ up to 32, a letter first", id)
		before, twice := seen[id]
		c.want(!twice, field, "%q is already the id of %s", id, before)
		seen[id] = field
	}
}

// clause wants an existing clause, or P for a rule of the city's own.
func (c *checker) clause(field, id string) {
	_, known := c.p.Clause(id)
	c.want(known || id == programme.Ours, field, "%q is not a clause of the file, nor %s", id, programme.Ours)
}

func (c *checker) general() {
	c.want(!c.p.Start.IsZero(), "start", "must be a date")
	c.want(c.p.Measure.Number != "", "measure.number", "must not be empty")
	c.want(!c.p.Measure.Date.IsZero(), "measure.date", "must be a date")
	for _, b := range c.p.Bounds() {
		c.want(b.Kept(), b.Field, "is %d, must be between %d and %d", b.Value, b.Min, b.Max)
	}
}
