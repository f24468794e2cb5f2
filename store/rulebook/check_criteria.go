package rulebook

import (
	"regexp"
	"slices"

	"luling/store/programme"
)

const allPoints = 100_00 // hundredths

var itemNo = regexp.MustCompile(`^[1-9]\d?\.[1-9]\d?$`)

func (c *checker) criteria() {
	c.want(len(c.p.Criteria) > 0, "criteria", "must not be empty")
	unique, numbers, sum := c.unique(), map[string]bool{}, int64(0)
	for i, one := range c.p.Criteria {
		field := at("criteria", i)
		unique(field+".id", string(one.ID))
		c.want(slices.Contains(programme.CriterionIDs, one.ID), field+".id", "is %q, must be one of %q", one.ID, programme.CriterionIDs)
		c.named(field+".name", one.Name)
		c.clause(field+".clause", one.Clause)
		c.points(field+".points", one.Points)
		c.items(field, one, numbers)
		sum += one.Points
	}
	c.want(sum == allPoints, "criteria", "points add up to %s, must be 100", written(sum))
}

func (c *checker) items(field string, of programme.Criterion, numbers map[string]bool) {
	c.want(len(of.Items) > 0, field+".items", "must have at least one item")
	sum := int64(0)
	for i, one := range of.Items {
		c.item(at(field+".items", i), one)
		c.want(!numbers[one.No], at(field+".items", i)+".no", "%q is there twice", one.No)
		numbers[one.No] = true
		sum += one.Points
	}
	c.want(sum == of.Points, field+".points", "is %s, but the items add up to %s", written(of.Points), written(sum))
}

func (c *checker) item(field string, one programme.Item) {
	c.want(itemNo.MatchString(one.No), field+".no", "%q is not a number such as 1.2", one.No)
	c.named(field+".name", one.Name)
	c.points(field+".points", one.Points)
	c.clause(field+".clause", one.Clause)
	c.named(field+".text", one.Text)
	c.named(field+".proof", one.Proof)
	c.want(len(one.Verify) > 0, field+".verify", "must name at least one way to verify")
	for i, way := range one.Verify {
		c.want(slices.Contains(programme.Methods, way), at(field+".verify", i), "is %q, must be one of %q", way, programme.Methods)
	}
	c.want(one.Years >= 0 && one.Years <= 10, field+".years", "is %d, must be between 0 and 10", one.Years)
}

func (c *checker) points(field string, value int64) {
	c.want(value > 0 && value%50 == 0, field, "is %s, must be a positive number of half points", written(value))
}

// weights wants a category's own weights, if any, to cover each criterion and add up.
func (c *checker) weights(field string, rule programme.CategoryRule) {
	if rule.Weights == nil {
		return
	}
	sum := int64(0)
	for id, weight := range rule.Weights {
		_, known := c.p.Criterion(id)
		c.want(known, field+".weights."+string(id), "%q is not a criterion of the file", id)
		c.points(field+".weights."+string(id), weight)
		sum += weight
	}
	for _, one := range c.p.Criteria {
		_, weighed := rule.Weights[one.ID]
		c.want(weighed, field+".weights", "must weigh %q too", one.ID)
	}
	c.want(sum == allPoints, field+".weights", "add up to %s, must be 100", written(sum))
}
