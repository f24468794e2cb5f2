package rulebook

import (
	"strings"

	"luling/store/programme"
)

// names wants every name in both languages. What may stay empty as a whole must
// still not have one language alone.
func (c *checker) names() {
	p := c.p
	for field, w := range map[string]programme.Words{
		"city": p.City, "name": p.Name, "title": p.Title, "host": p.Host, "free_of_charge": p.FreeOfCharge,
		"decided_by": p.DecidedBy, "letterhead": p.Letterhead, "office.name": p.Office.Name,
		"office.signature": p.Office.Signature, "measure.title": p.Measure.Title, "measure.issuer": p.Measure.Issuer,
	} {
		c.named(field, w)
	}
	c.maybeNamed("office.address", p.Office.Address)
	c.list("bonuses", p.Bonuses)
	c.list("vetoes", p.Vetoes)
}

func (c *checker) list(field string, all []programme.Named) {
	unique := c.unique()
	for i, n := range all {
		unique(at(field, i)+".id", n.ID)
		c.named(at(field, i)+".name", n.Name)
	}
}

func (c *checker) named(field string, w programme.Words) {
	c.want(strings.TrimSpace(w.Zh) != "", field+".zh", "must not be empty")
	c.want(strings.TrimSpace(w.En) != "", field+".en", "must not be empty")
}

func (c *checker) maybeNamed(field string, w programme.Words) {
	if w != (programme.Words{}) {
		c.named(field, w)
	}
}
