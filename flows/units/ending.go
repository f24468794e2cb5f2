package units

import (
	"fmt"
	"strconv"
	"strings"

	"luling/flows"
	"luling/flows/ask"
	"luling/store"
	"luling/store/programme"
)

// Bounds of a reason, in characters. Source: 6, common rules.
const (
	leastReason = 10
	mostReason  = 500
)

// An endForm asks what becomes of a body: another name, or a successor that takes
// everything over. Its subject is the body, its version and who asks: "3/2/5".
//
// Source: A13.
type endForm struct {
	body   programme.Body
	all    []programme.Body
	counts store.Succession

	How       string // "rename" or "succeed"
	Name      string
	Successor string
	Reason    string
}

func openEnd(tx *store.Tx, p flows.Press) (flows.Reply, error) {
	b, err := bodyAt(tx, p.Object)
	if err != nil {
		return flows.Reply{}, err
	}
	if !b.Open() {
		return bodyCard(tx, b, "")
	}
	return flows.Open("units.end", fmt.Sprintf("%d/%d/%d", b.ID, b.Version, tx.Actor().ID)), nil
}

func openEnding(tx *store.Tx, subject string) (flows.Form, error) {
	f, err := readEnding(tx, subject)
	if err != nil {
		return nil, err
	}
	return f, nil
}

// readEnding opens the form for who began it, while the body is as it was.
func readEnding(tx *store.Tx, subject string) (*endForm, error) {
	var body, version, person int64
	if n, _ := fmt.Sscanf(subject, "%d/%d/%d", &body, &version, &person); n != 3 || programme.PersonID(person) != tx.Actor().ID || tx.Grant().Role != programme.RoleOffice {
		return nil, flows.Refuse("not_allowed", flows.Ask(tx))
	}
	f := &endForm{}
	var err error
	if f.body, err = bodyAt(tx, body); err != nil {
		return nil, err
	}
	if f.body.Version != version {
		return nil, overtaken(tx, f.body)
	}
	if f.all, err = tx.Bodies(); err == nil {
		f.counts, err = tx.Succession(f.body.ID)
	}
	return f, err
}

// overtaken refuses what was meant for the body as it was, and says who changed it.
func overtaken(tx *store.Tx, b programme.Body) error {
	by, at, err := lastChange(tx, bodyObject(b.ID))
	if err != nil {
		return err
	}
	return flows.Refuse("units.body_overtaken", map[string]any{"Body": b.Name, "By": by, "At": at, "Open": b.Open()})
}

// Questions implements [ask.Form].
func (f *endForm) Questions() []ask.Question {
	in, about := ask.In("end"), ask.About(map[string]any{"Body": f.body.Name, "How": f.How})
	qs := []ask.Question{ask.Choice("how", &f.How, []ask.Option{{ID: "rename", Label: "units.rename"}, {ID: "succeed", Label: "units.succeed"}}, in, about)}
	switch f.How {
	case "rename":
		qs = append(qs, ask.Checked("name", &f.Name, newName(f.all), in, about, ask.Length(2, 80)))
	case "succeed":
		qs = append(qs, ask.Choice("successor", &f.Successor, f.successors(), in, about))
	}
	return append(qs, ask.LongText("reason", &f.Reason, in, about, ask.Length(leastReason, mostReason)))
}

// successors are the open bodies that can take over: units of an area go to a
// body with an area.
func (f *endForm) successors() (options []ask.Option) {
	for _, b := range f.all {
		if b.Open() && b.ID != f.body.ID && (b.HasArea() || !f.body.HasArea()) {
			options = append(options, ask.Option{ID: number(b.ID), Label: same(b.Name)})
		}
	}
	return options
}

// About implements [flows.Describing]: the preview, before the first of two taps.
func (f *endForm) About(string) map[string]any { return f.preview() }

func (f *endForm) preview() map[string]any {
	return map[string]any{
		"Body": f.body.Name, "How": f.How, "Name": f.Name, "Successor": f.successor().Name, "Reason": f.Reason,
		"Units": f.counts.Units, "Applications": f.counts.Applications, "People": f.counts.People,
	}
}

func (f *endForm) successor() (b programme.Body) {
	for _, b := range f.all {
		if b.ID == bodyID(f.Successor) {
			return b
		}
	}
	return b
}

// Submit is the first tap: it changes nothing and asks once more.
func (f *endForm) Submit(tx *store.Tx) (flows.Reply, error) {
	d, err := tx.Draft("units.end", fmt.Sprintf("%d/%d/%d", f.body.ID, f.body.Version, tx.Actor().ID))
	if err != nil {
		return flows.Reply{}, err
	}
	return f.askTwice(d.ID, false), nil
}

// askTwice shows what is about to happen; the button knows the counts it was
// shown with.
func (f *endForm) askTwice(draft int64, changed bool) flows.Reply {
	data := f.preview()
	data["Changed"] = changed
	yes := flows.Button{Text: "units.button.succeed", Data: data, Act: "units.succeed", Object: draft, Version: f.body.Version, Arg: f.counted(), Style: "danger"}
	no := flows.Button{Text: "units.button.not_now", Act: "units.body", Object: int64(f.body.ID)}
	return flows.Say("units.succeed_twice", data, flows.Row(yes), flows.Row(no))
}

func (f *endForm) counted() string {
	n := []string{strconv.Itoa(f.counts.Units), strconv.Itoa(f.counts.Applications), strconv.Itoa(f.counts.People)}
	return strings.Join(n, "-")
}
