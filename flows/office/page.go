package office

import (
	"strconv"

	"luling/flows"
)

// perPage is how many people a page lists.
const perPage = 8

// a pager is one page of a list of so many.
type pager struct{ n, of int }

// paged is the page of a number that came with a button: the nearest there is.
func paged(arg string, total int) pager {
	of := max(1, (total+perPage-1)/perPage)
	n, _ := strconv.Atoi(arg)
	return pager{min(max(n, 1), of), of}
}

func (p pager) offset() int { return (p.n - 1) * perPage }

// keys are the buttons to the pages beside it; to makes one.
func (p pager) keys(to func(page string) flows.Button) (rows [][]flows.Button) {
	var beside []flows.Button
	if p.n > 1 {
		b := to(strconv.Itoa(p.n - 1))
		b.Text = "office.button.before"
		beside = append(beside, b)
	}
	if p.n < p.of {
		b := to(strconv.Itoa(p.n + 1))
		b.Text = "office.button.after"
		beside = append(beside, b)
	}
	if beside == nil {
		return nil
	}
	return [][]flows.Button{beside}
}
