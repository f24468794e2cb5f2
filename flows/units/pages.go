package units

import (
	"strconv"
	"strings"

	"luling/flows"
)

// aPage is how many units or bodies a page lists, mostSought how many characters
// of what is looked for a button carries.
const (
	aPage      = 8
	mostSought = 12
)

// A sight is which page of a list is shown, and what is looked for in it. It is
// written "2/医院" in buttons.
type sight struct {
	page   int
	sought string
}

// readSight reads what a button carries or somebody typed; what is no page is
// the first one.
func readSight(arg string) (s sight) {
	page, sought, _ := strings.Cut(arg, "/")
	s.page, _ = strconv.Atoi(page)
	runes := []rune(strings.TrimSpace(sought))
	s.sought = string(runes[:min(len(runes), mostSought)])
	return s
}

func (s sight) at(page int) string { return strconv.Itoa(page) + "/" + s.sought }

// within puts the page into the bounds of a list of n and returns how many there are.
func (s *sight) within(n int) (pages int) {
	pages = max(1, (n+aPage-1)/aPage)
	s.page = min(max(s.page, 1), pages)
	return pages
}

// turn is the row that turns pages, none for a single page.
func (s sight) turn(act string, pages int) (rows [][]flows.Button) {
	var keys []flows.Button
	if s.page > 1 {
		keys = append(keys, flows.Button{Text: "units.button.before", Act: act, Arg: s.at(s.page - 1)})
	}
	if s.page < pages {
		keys = append(keys, flows.Button{Text: "units.button.after", Act: act, Arg: s.at(s.page + 1)})
	}
	if s.sought != "" {
		keys = append(keys, flows.Button{Text: "units.button.all", Act: act, Arg: "1/"})
	}
	if keys != nil {
		rows = append(rows, keys)
	}
	return rows
}

// find is what a text typed under the list presses.
func find(act string) *flows.Button { return &flows.Button{Act: act, Arg: "1/"} }
