package apply

import (
	"strconv"
	"strings"

	"luling/flows"
	"luling/flows/card"
	"luling/store"
	"luling/store/programme"
)

// scanned is the office's second tap. Its button names the form's answers and the
// hash of the content.
func scanned(tx *store.Tx, p flows.Press) (flows.Reply, error) {
	a, err := card.Find(tx, programme.ActSeeApplication, p.Object)
	if err != nil {
		return flows.Reply{}, err
	}
	if a.State != programme.AppAwaitingLeader || a.Version != p.Version {
		return elsewhere(tx, a)
	}
	hash, draft, _ := strings.Cut(p.Arg, "/")
	id, err := strconv.ParseInt(draft, 36, 64)
	if err != nil || !card.May(tx, programme.ActConfirm, a.Application) {
		return flows.Reply{}, flows.Refuse("not_allowed", flows.Ask(tx))
	}
	return confirmScan(tx, a, id, hash)
}

// confirmScan submits what the officer has seen, in time and if it is whole; said
// is the hash he saw, "" before the first look.
func confirmScan(tx *store.Tx, a card.Application, draft int64, said string) (flows.Reply, error) {
	s, err := readScan(tx, a, draft)
	if err != nil {
		return flows.Reply{}, err
	}
	inTime, err := a.Confirms(tx)
	if err != nil {
		return flows.Reply{}, err
	}
	d, err := a.Draft(tx)
	if err != nil {
		return flows.Reply{}, err
	}
	switch gaps := d.Gaps(); {
	case !inTime:
		r, err := late(tx, a)
		r.Buttons = deskKeys(a)
		return r, err
	case len(gaps) > 0 || !d.Whole():
		r := unready(a, gaps)
		r.Buttons = deskKeys(a)
		return r, nil
	}
	content, err := d.Content().Bytes()
	if err != nil {
		return flows.Reply{}, err
	}
	if hash := card.Short(card.Hash(content)); said != hash {
		return askScanTwice(tx, a, s, hash, said != "")
	}
	return submitScan(tx, a, s, content)
}

// askScanTwice is the screen before the second tap.
func askScanTwice(tx *store.Tx, a card.Application, s scan, hash string, changed bool) (flows.Reply, error) {
	data, err := preview(tx, a)
	if err != nil {
		return flows.Reply{}, err
	}
	data["Hash"], data["Changed"], data["Grace"] = hash, changed, a.Round.Late(tx.Now())
	data["Reason"], data["Scans"] = s.reason, s.names()
	yes := flows.Button{
		Text: "apply.button.confirm_now", Act: "apply.scanned", Object: int64(a.ID), Version: a.Version,
		Arg: hash + "/" + strconv.FormatInt(s.draft, 36), Style: "success",
	}
	return flows.Say("apply.scan_confirm", data, append([][]flows.Button{flows.Row(yes)}, deskKeys(a)...)...), nil
}

// submitScan names the scan in the journal and submits as a leader would have.
func submitScan(tx *store.Tx, a card.Application, s scan, content []byte) (flows.Reply, error) {
	err := tx.Journal(store.Entry{Act: scanAct, Object: a.Object(), Reason: s.reason, Clause: "S5.2b", Data: s.data()})
	if err != nil {
		return flows.Reply{}, err
	}
	r, err := submit(tx, a, content)
	if r.Text == "apply.receipt" {
		r.Buttons = deskKeys(a)
	}
	return r, err
}

// elsewhere answers an officer whose application has moved on: with the receipt if
// he submitted it, else with who did it, and the way to its card.
func elsewhere(tx *store.Tx, a card.Application) (flows.Reply, error) {
	r, err := confirmed(tx, a)
	r.Buttons = deskKeys(a)
	return r, err
}

func deskKeys(a card.Application) [][]flows.Button {
	return [][]flows.Button{flows.Row(flows.Button{Text: "apply.button.look", Act: "desk.card", Object: int64(a.ID)}, flows.Menu())}
}
