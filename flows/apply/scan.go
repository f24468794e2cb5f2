package apply

import (
	"fmt"
	"strings"

	"luling/flows"
	"luling/flows/ask"
	"luling/flows/card"
	"luling/store"
	"luling/store/programme"
)

const (
	scanForm = "apply.scan"
	scanAct  = "accept_scan" // the journal's word for a stamped scan taken for the leader's tap
	mostScan = 5             // files of one scan
)

// askScan asks the office for the stamped scan that stands for a leader's tap.
//
// Source: C10.
func askScan(tx *store.Tx, p flows.Press) (flows.Reply, error) {
	a, err := card.Find(tx, programme.ActSeeApplication, p.Object)
	if err != nil {
		return flows.Reply{}, err
	}
	if a.State != programme.AppAwaitingLeader || a.Version != p.Version {
		return elsewhere(tx, a)
	}
	return flows.Open(scanForm, reasonFor(tx, a)), nil
}

// a scanning is the scan of one application, as it was when its officer began.
type scanning struct {
	reasonForm
	Scan  []int64
	typed []programme.File // the scan that whoever typed for the unit has sent already
	draft int64
}

func openScan(tx *store.Tx, subject string) (flows.Form, error) {
	r, err := readReason(tx, subject, programme.ActConfirm)
	if err != nil {
		return nil, err
	}
	if r.State != programme.AppAwaitingLeader {
		return nil, flows.Refuse("form_gone", nil)
	}
	typed, err := typedScan(tx, r.Application)
	if err != nil {
		return nil, err
	}
	return &scanning{reasonForm: *r, typed: typed}, nil
}

// typedScan is the scan that was sent with an application typed for its unit. Who
// typed it does not confirm it.
//
// Source: C17.
func typedScan(tx *store.Tx, a card.Application) ([]programme.File, error) {
	typist, err := a.Typist(tx)
	if err != nil || typist == nil {
		return nil, err
	}
	if typist.Person == tx.Actor().ID {
		return nil, flows.Refuse("apply.own_scan", map[string]any{"Unit": a.Unit.Name})
	}
	d, err := a.Draft(tx)
	return d.Scan(), err
}

// Questions implements [ask.Form].
func (f *scanning) Questions() []ask.Question {
	if f.typed != nil {
		shown := ask.About(map[string]any{"Files": fileNames(f.typed)})
		return append(f.reasonForm.Questions(), ask.Facts("typed", ask.In("reason"), ask.Clause("S5.2b"), shown))
	}
	limits := ask.About(map[string]any{"Unit": f.Unit.Name, "Most": mostScan})
	return append(f.reasonForm.Questions(),
		ask.Files("scan", &f.Scan, ask.In("reason"), ask.Clause("S5.2b"), ask.AtMost(mostScan), limits))
}

// Gaps implements [flows.Gapped]: a scan is a picture or a PDF, and it is with us.
func (f *scanning) Gaps(tx *store.Tx, d store.Draft) (gaps []flows.Gap, err error) {
	f.draft = d.ID
	for _, id := range f.Scan {
		file, err := tx.File(programme.FileID(id))
		if err != nil {
			return nil, fmt.Errorf("scan: %w", err)
		}
		data := map[string]any{"Name": file.Name}
		switch {
		case file.State == programme.FilePending:
			gaps = append(gaps, flows.Gap{Text: "apply.gap.scan_pending", Data: data})
		case file.Type != "application/pdf" && !strings.HasPrefix(file.Type, "image/"):
			gaps = append(gaps, flows.Gap{Text: "apply.gap.scan_type", Data: data, Question: "scan"})
		}
	}
	return gaps, nil
}

// Submit shows what is about to be submitted; only the next tap submits it.
func (f *scanning) Submit(tx *store.Tx) (flows.Reply, error) {
	return confirmScan(tx, f.Application, f.draft, "")
}
