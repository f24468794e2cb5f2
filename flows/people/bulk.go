package people

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"

	"luling/flows"
	"luling/store"
	"luling/store/programme"
)

const (
	mostSlips = 100 // invitations of one document, so that a turn stays short
	aPreview  = 15  // names on a page of the preview
)

// bulk shows who would be invited: first whose, then the names. The argument is
// the scope and a page: "units/2", "body/3/1".
//
// Source: A6, A7.
func bulk(tx *store.Tx, p flows.Press) (flows.Reply, error) {
	scope, page := cutLast(p.Arg)
	if tx.Grant().Role == programme.RoleRecommender {
		scope = "units"
	}
	if scope == "" {
		return scopes(tx)
	}
	gaps, err := missing(tx, scope)
	if err != nil {
		return flows.Reply{}, err
	}
	return preview(gaps, scope, page, false)
}

// cutLast takes the page off an argument; what has none is the scope alone.
func cutLast(arg string) (scope string, page int) {
	i := strings.LastIndex(arg, "/")
	if i < 0 {
		return arg, 1
	}
	page, err := strconv.Atoi(arg[i+1:])
	if err != nil {
		return arg[:i], 1
	}
	return arg[:i], page
}

// scopes lets the office choose whom to look at, with how many each has.
func scopes(tx *store.Tx) (flows.Reply, error) {
	var rows [][]flows.Button
	for _, scope := range []string{"bodies", "units", "city", "all"} {
		gaps, err := missing(tx, scope)
		if err != nil {
			return flows.Reply{}, err
		}
		about := map[string]any{"Scope": scope, "N": len(gaps)}
		rows = append(rows, flows.Row(flows.Button{Text: "people.button.scope", Data: about, Act: "people.bulk", Arg: scope + "/1"}))
	}
	return flows.Say("people.scopes", nil, append(rows, flows.Row(flows.Menu()))...), nil
}

// preview shows a page of the names, and how many slips the next document has.
func preview(gaps []gap, scope string, page int, changed bool) (flows.Reply, error) {
	pages := max(1, (len(gaps)+aPreview-1)/aPreview)
	page = min(max(page, 1), pages)
	from := (page - 1) * aPreview
	var lines []map[string]any
	for i, g := range gaps[from:min(from+aPreview, len(gaps))] {
		line := g.line()
		line["No"] = from + i + 1
		lines = append(lines, line)
	}
	n := min(len(gaps), mostSlips)
	data := map[string]any{"Lines": lines, "Total": len(gaps), "N": n, "Page": page, "Pages": pages, "Changed": changed}
	var rows [][]flows.Button
	if n > 0 {
		rows = append(rows, flows.Row(flows.Button{Text: "people.button.slips", Data: data, Act: "people.bulk_print", Arg: scope + "/" + mark(gaps[:n]), Style: "primary"}))
	}
	var turn []flows.Button
	if page > 1 {
		turn = append(turn, flows.Button{Text: "people.button.before", Act: "people.bulk", Arg: fmt.Sprintf("%s/%d", scope, page-1)})
	}
	if page < pages {
		turn = append(turn, flows.Button{Text: "people.button.after", Act: "people.bulk", Arg: fmt.Sprintf("%s/%d", scope, page+1)})
	}
	if turn != nil {
		rows = append(rows, turn)
	}
	return flows.Say("people.bulk", data, append(rows, flows.Row(flows.Menu()))...), nil
}

// line is a gap as texts show it; a name that is not known is empty.
func (g gap) line() map[string]any {
	name := g.Name
	if name == Unnamed {
		name = ""
	}
	var at any
	if !g.invited.IsZero() {
		at = g.invited
	}
	return map[string]any{"Role": string(g.Role), "Where": g.where, "Name": name, "Post": g.Post, "Invited": at}
}

// mark is enough of a list to see that it is another.
func mark(gaps []gap) string {
	sum := sha256.New()
	for _, g := range gaps {
		fmt.Fprintf(sum, "%s\x00%s\x00%d\x00", key(g.Invitation), g.Name, g.invited.UnixMilli())
	}
	return hex.EncodeToString(sum.Sum(nil)[:6])
}
