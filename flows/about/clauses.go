package about

import (
	"strconv"
	"strings"

	"luling/flows"
	"luling/flows/card"
	"luling/store/programme"
)

// aPage is how many items of a criterion one page shows.
const aPage = 5

// clauses lists the six criteria, one button each. Source: S4; A3, C15.
func clauses(tx tx, _ string) (flows.Reply, error) {
	p := tx.Programme()
	var lines []map[string]any
	var rows [][]flows.Button
	for i, c := range p.Criteria {
		line := map[string]any{"No": i + 1, "Name": c.Name, "Points": c.Points, "Items": len(c.Items)}
		lines = append(lines, line)
		rows = append(rows, flows.Row(flows.Button{Text: "about.button.criterion", Data: line, Act: "about.criterion", Arg: argument(c.ID, 0)}))
	}
	about := map[string]any{"Lines": lines, "Sum": p.PointsSum(""), "Measure": p.Measure.Title, "Number": p.Measure.Number}
	about["Quote"] = quote(p, "S4")
	warn, err := card.Unapproved(tx)
	about["Unapproved"] = warn
	return flows.Say("about.clauses", about, append(rows, out(tx)...)...), err
}

// criterionPage shows a page of a criterion: its clause as printed on the first,
// and on each some of its items with points, proof and way to verify.
func criterionPage(tx tx, press press) (flows.Reply, error) {
	p := tx.Programme()
	id, from := readArgument(press.Arg)
	c, ok := p.Criterion(id)
	if !ok || from >= len(c.Items) {
		return flows.Toast("toast.stale", nil), nil
	}
	about := map[string]any{
		"Name": c.Name, "Points": c.Points, "Page": from/aPage + 1, "Pages": (len(c.Items) + aPage - 1) / aPage,
		"First": from == 0, "Quote": quote(p, c.Clause), "Plain": plain(p, c.Clause),
	}
	var items []map[string]any
	for _, i := range c.Items[from:min(from+aPage, len(c.Items))] {
		items = append(items, map[string]any{
			"No": i.No, "Name": i.Name, "Points": i.Points, "Text": i.Text, "Proof": i.Proof,
			"Verify": verify(i), "Years": i.Years,
		})
	}
	about["Items"] = items
	rows := [][]flows.Button{turn(c, from), flows.Row(flows.Button{Text: "about.button.others", Act: "about.clauses"})}
	return flows.Say("about.criterion", about, append(rows, out(tx)...)...), nil
}

func quote(p *programme.Programme, id string) programme.Words {
	c, _ := p.Clause(id)
	return c.Quote
}

func plain(p *programme.Programme, id string) programme.Words {
	c, _ := p.Clause(id)
	return c.Plain
}

// verify names the ways to verify, each a text.
func verify(i programme.Item) (names []string) {
	for _, m := range i.Verify {
		names = append(names, "about.verify."+string(m))
	}
	return names
}

// turn are the buttons to the pages before and after.
func turn(c programme.Criterion, from int) (keys []flows.Button) {
	if from > 0 {
		keys = append(keys, flows.Button{Text: "about.button.before", Act: "about.criterion", Arg: argument(c.ID, max(0, from-aPage))})
	}
	if from+aPage < len(c.Items) {
		keys = append(keys, flows.Button{Text: "about.button.after", Act: "about.criterion", Arg: argument(c.ID, from+aPage)})
	}
	return keys
}

func argument(id programme.CriterionID, from int) string {
	return string(id) + "." + strconv.Itoa(from)
}

// readArgument reads what argument wrote; a page that is no number is the first.
func readArgument(s string) (programme.CriterionID, int) {
	id, page, _ := strings.Cut(s, ".")
	from, err := strconv.Atoi(page)
	if err != nil || from < 0 {
		from = 0
	}
	return programme.CriterionID(id), from - from%aPage
}
