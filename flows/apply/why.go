package apply

import (
	"strconv"

	"luling/flows"
	"luling/flows/ask"
	"luling/flows/card"
	"luling/store"
	"luling/store/programme"
)

// whyPerPage is how many reasons a page names, each with the button that mends it.
const whyPerPage = 8

// why says what stands against submitting the unit's application: every condition
// that is not met with its clause, and each part of the form that is not filled in.
//
// Source: M11.
func why(tx *store.Tx, arg string) (flows.Reply, error) {
	round, open, err := card.OpenRound(tx)
	if err != nil || !open {
		return flows.Say("apply.no_round", flows.Ask(tx), flows.Row(flows.Menu())), err
	}
	a, found, err := latest(tx, round.ID)
	switch {
	case err != nil:
		return flows.Reply{}, err
	case !found:
		if no, err := closed(tx, round); no != nil || err != nil {
			return *no, err
		}
		return progress(tx, "")
	case a.State != programme.AppDraft || !round.Accepts(tx.Now()):
		return standing(tx, a)
	}
	d, err := a.Draft(tx)
	if err != nil {
		return flows.Reply{}, err
	}
	n, _ := strconv.Atoi(arg)
	return reasons(tx, a, d, n), nil
}

// a reason stands against submitting; jump is the question that mends it.
type reason struct {
	line   map[string]any
	jump   string
	button *flows.Button
}

// against lists the conditions that are not met, then the parts of the form with
// questions that have no answer.
func against(d card.Draft) (all []reason) {
	for _, g := range d.Gaps() {
		gap := gap(d.Form.Application, g)
		all = append(all, reason{map[string]any{"Text": gap.Text, "Data": gap.Data, "Clause": card.Clause(gap.Clause)}, gap.Question, gap.Button})
	}
	for _, s := range ask.Sections(d.Filled) {
		open := s.Total - s.Done
		if open == 0 {
			continue
		}
		name := map[string]any{"Section": card.FormName + ".section." + s.Name, "About": d.Form.About("section." + s.Name), "Open": open}
		all = append(all, reason{line: map[string]any{"Text": "apply.why.section", "Data": name, "Clause": nil}, jump: s.First})
	}
	return all
}

// reasons shows a page of what stands against submitting, or that nothing does.
func reasons(tx *store.Tx, a card.Application, d card.Draft, page int) flows.Reply {
	all := against(d)
	pages := max(1, (len(all)+whyPerPage-1)/whyPerPage)
	page = min(max(page, 1), pages)
	from := (page - 1) * whyPerPage
	mend := tx.Grant().Role == programme.RoleContact
	var lines []map[string]any
	var rows [][]flows.Button
	for i, r := range all[from:min(from+whyPerPage, len(all))] {
		r.line["No"] = from + i + 1
		lines = append(lines, r.line)
		if b := r.key(a, from+i+1); mend && b != nil {
			rows = append(rows, flows.Row(*b))
		}
	}
	rows = append(rows, beside(page, pages)...)
	if mend {
		rows = append(rows, flows.Row(flows.Button{Text: "apply.button.go_on", Act: "/apply", Style: "primary"}))
	}
	data := map[string]any{
		"Unit": a.Unit.Name, "Year": a.Round.Year, "Reasons": lines, "Total": len(all), "Page": page, "Pages": pages,
		"ClosesOn": a.Round.ClosesOn.String(), "Contact": mend,
	}
	return flows.Say("apply.why", data, append(rows, flows.Row(flows.Menu()))...)
}

// key is the button that leads to where the reason is mended, nil if it mends
// itself.
func (r reason) key(a card.Application, no int) *flows.Button {
	switch {
	case r.button != nil:
		b := *r.button
		b.Data = map[string]any{"No": no}
		return &b
	case r.jump == "":
		return nil
	}
	return &flows.Button{Text: "apply.button.mend", Data: map[string]any{"No": no}, Act: "apply.mend", Object: int64(a.ID), Arg: r.jump}
}

func beside(page, pages int) [][]flows.Button {
	var keys []flows.Button
	if page > 1 {
		keys = append(keys, flows.Button{Text: "card.button.before", Act: "/why", Arg: strconv.Itoa(page - 1)})
	}
	if page < pages {
		keys = append(keys, flows.Button{Text: "card.button.after", Act: "/why", Arg: strconv.Itoa(page + 1)})
	}
	if keys == nil {
		return nil
	}
	return [][]flows.Button{keys}
}

// mendAt opens the form at the question a reason leads to.
func mendAt(_ *store.Tx, p flows.Press) (flows.Reply, error) {
	r := flows.Open(card.FormName, strconv.FormatInt(p.Object, 10))
	r.Form.Focus = p.Arg
	return r, nil
}
