package imports

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"luling/flows"
	"luling/store"
	"luling/store/programme"
)

// Save makes what was confirmed. Each line is saved in one transaction with the
// mark that it is: killed and run again, it goes on behind the last one.
func Save(ctx context.Context, b flows.Bench, data []byte) (flows.Report, error) {
	var o order
	if err := json.Unmarshal(data, &o); err != nil {
		return flows.Report{}, err
	}
	r := reader{Bench: b}
	if err := b.View(ctx, r.load(o.Import)); err != nil {
		return flows.Report{}, err
	}
	if r.State != programme.ImportSaving {
		return r.report("saved"), nil
	}
	if err := json.Unmarshal(r.Remarks, &r.remarks); err != nil {
		return flows.Report{}, err
	}
	err := r.save(ctx)
	if err == nil {
		err = r.saved(ctx)
	}
	if err != nil && b.Last() { // what is saved stays; the rest can be confirmed again
		err = r.end(ctx, programme.ImportReady, &flows.Line{Text: "imports.why.unsaved", Data: facts{}})
	}
	return r.report(fmt.Sprint("saved/", r.Version)), err
}

// saved makes the table of what became of the lines, and ends the import.
func (r *reader) saved(ctx context.Context) error {
	var rows []programme.ImportLine
	err := r.View(ctx, func(tx *store.Tx) (err error) {
		rows, err = tx.ImportLines(r.ID, store.ImportLineFilter{})
		return err
	})
	if err == nil {
		err = r.publish(ctx, rows, "saved")
	}
	if err == nil {
		err = r.end(ctx, programme.ImportSaved, nil)
	}
	return err
}

var confirmed = store.ImportLineFilter{
	Verdicts: []programme.Verdict{programme.VerdictNew, programme.VerdictUpdate}, Outcome: new(programme.LineOutcome), Limit: savePiece,
}

func (r *reader) save(ctx context.Context) error {
	var all store.ImportCounts
	err := r.View(ctx, func(tx *store.Tx) (err error) {
		all, err = tx.CountImport(r.ID)
		return err
	})
	open := all.Outcome[programme.LineOpen]
	total := open + all.Outcome[programme.LineSaved] + all.Outcome[programme.LineOvertaken]
	for n := 1; n > 0 && err == nil; {
		if err = r.Update(ctx, func(tx *store.Tx) (err error) { n, err = r.piece(tx); return err }); err == nil && n > 0 {
			open -= n
			r.progress(ctx, total-open, total)
		}
	}
	return err
}

// piece saves the next lines under the hat the list was sent under.
func (r *reader) piece(tx *store.Tx) (n int, err error) {
	rows, err := tx.ImportLines(r.ID, confirmed)
	if err != nil {
		return 0, err
	}
	if r.GrantID != 0 {
		g, err := tx.GrantByID(r.GrantID)
		if err != nil {
			return 0, err
		}
		tx.As(r.to, g)
	}
	for _, row := range rows {
		if err := r.line(tx, row); err != nil {
			return 0, fmt.Errorf("line %d: %w", row.No, err)
		}
	}
	return len(rows), nil
}

// line saves one line, or marks it as overtaken.
func (r *reader) line(tx *store.Tx, row programme.ImportLine) error {
	row.Outcome = programme.LineSaved
	err := kinds[r.Kind].save(tx, r.Import, row)
	if errors.Is(err, store.ErrConflict) || errors.Is(err, store.ErrExists) || errors.Is(err, store.ErrNotFound) {
		row.Outcome, err = programme.LineOvertaken, nil
	}
	if err != nil {
		return err
	}
	return tx.PutImportLine(row)
}

// unchanged gives ErrConflict if a record is not what the line was compared with.
func unchanged(now any, was []byte) error {
	raw, err := json.Marshal(now)
	if err == nil && !bytes.Equal(raw, was) {
		err = store.ErrConflict
	}
	return err
}

// journal notes a record that came from a list.
func journal(tx *store.Tx, i programme.Import, row programme.ImportLine, object string) error {
	return tx.Journal(store.Entry{
		Act: "import", Object: object, Reason: reason(i, row), Clause: programme.Ours,
		Data: fmt.Appendf(nil, `{"import":%d,"line":%d,"verdict":%q}`, i.ID, row.No, row.Verdict),
	})
}

func reason(i programme.Import, row programme.ImportLine) string {
	return fmt.Sprintf("名单导入（import/%d 第%d行）", i.ID, row.No)
}
