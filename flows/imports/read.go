package imports

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash"

	"luling/flows"
	"luling/flows/ask"
	"luling/flows/sheet"
	"luling/store"
	"luling/store/programme"
)

// An order says which import a job is about, and which reading of it.
type order struct {
	Import programme.ImportID
	Read   int
}

// remarks is what is to be said of a list as a whole.
type remarks struct {
	Lines   int         `json:",omitempty"` // under the header
	Sheet   string      `json:",omitempty"`
	Others  int         `json:",omitempty"` // further sheets, not read
	Unknown []string    `json:",omitempty"` // headers that say nothing to us
	Refused *flows.Line `json:",omitempty"` // why it cannot be read
	Report  int64       `json:",omitempty"` // file of the report
}

// Lines of one piece of writing: each takes about a tenth of a millisecond to
// plan and three to save.
const (
	planPiece = 60
	savePiece = 20
)

// Read compares a list with the records and stores what it would change. It may
// be run again: what a reading left half done is dropped first, and one that was
// finished is only reported.
func Read(ctx context.Context, b flows.Bench, data []byte) (flows.Report, error) {
	var o order
	if err := json.Unmarshal(data, &o); err != nil {
		return flows.Report{}, err
	}
	r := reader{Bench: b}
	if err := b.View(ctx, r.load(o.Import)); err != nil {
		return flows.Report{}, err
	}
	if r.State != programme.ImportReading || r.Reads != o.Read {
		return r.report("read"), nil
	}
	err := r.read(ctx)
	var no *ask.Refusal
	switch {
	case errors.As(err, &no):
		err = r.end(ctx, programme.ImportRefused, &flows.Line{Text: "imports.why." + no.Name, Data: orNone(no.Data)})
	case err != nil && b.Last():
		err = r.end(ctx, programme.ImportRefused, &flows.Line{Text: "imports.why.failed", Data: facts{}})
	}
	return r.report("read"), err
}

func orNone(about map[string]any) facts {
	if about == nil {
		return facts{}
	}
	return about
}

// a reader is one reading of one import.
type reader struct {
	flows.Bench
	programme.Import
	to      programme.Person
	file    programme.File
	remarks remarks
	sum     hash.Hash
	told    int
}

func (r *reader) load(id programme.ImportID) func(*store.Tx) error {
	return func(tx *store.Tx) (err error) {
		if r.Import, err = tx.Import(id); err != nil {
			return err
		}
		if r.PersonID != 0 {
			if r.to, err = tx.Person(r.PersonID); err != nil {
				return err
			}
		}
		if r.FileID != 0 {
			r.file, err = tx.File(r.FileID)
		}
		return err
	}
}

// report is what the sender is told at the end of a step.
func (r *reader) report(step string) flows.Report {
	return flows.Report{
		To: r.to.TelegramID, Act: "imports.show", Object: int64(r.ID),
		Key: fmt.Sprintf("import/%d/%s/%d", r.ID, step, r.Reads),
	}
}

func (r *reader) read(ctx context.Context) error {
	g, err := r.grid()
	if err != nil {
		return err
	}
	r.remarks = remarks{Sheet: g.Name, Others: g.Others}
	table, err := r.table(ctx, g)
	if err != nil || r.State != programme.ImportReading {
		return err
	}
	r.remarks.Lines, r.remarks.Unknown = len(table.Lines), table.Unknown[:min(len(table.Unknown), 20)]
	if err := into(&r.Head, table.Header.Cells); err != nil {
		return err
	}
	if err := r.drop(ctx); err != nil {
		return err
	}
	rows, err := r.plan(ctx, table)
	if err == nil {
		err = r.write(ctx, rows)
	}
	if err == nil {
		err = r.publish(ctx, rows, "plan")
	}
	if err != nil {
		return err
	}
	r.Hash = hex.EncodeToString(r.sum.Sum(nil))
	return r.end(ctx, programme.ImportReady, nil)
}

func (r *reader) grid() (sheet.Grid, error) {
	if r.FileID == 0 {
		return sheet.Paste(r.Pasted)
	}
	content, err := r.Open(r.file.SHA256)
	if err != nil {
		return sheet.Grid{}, err
	}
	defer content.Close()
	return sheet.Open(content, r.file.Size)
}

// table finds the header of the kind that was chosen, or finds out the kind.
func (r *reader) table(ctx context.Context, g sheet.Grid) (t sheet.Table, err error) {
	may := allowed(r.role(ctx))
	if r.Kind != "" {
		var there bool
		if t, there = g.Find(kinds[r.Kind].columns); !there {
			return t, ask.Refuse("no_header", facts{"Columns": needed(kinds[r.Kind].columns)})
		}
		if len(t.Missing) > 0 {
			return t, ask.Refuse("columns", facts{"Columns": needed(t.Missing)})
		}
		return t, t.Bounded()
	}
	if r.Kind, t = recognise(g, may); r.Kind == "" {
		return t, r.end(ctx, programme.ImportUnclear, nil)
	}
	return t, t.Bounded()
}

func (r *reader) role(ctx context.Context) (role programme.Role) {
	if r.GrantID == 0 {
		return ""
	}
	_ = r.View(ctx, func(tx *store.Tx) error { // without the grant the role is none, which may nothing
		g, err := tx.GrantByID(r.GrantID)
		if role = g.Role; role == "" || g.State != programme.GrantActive {
			role = programme.RolePublic
		}
		return err
	})
	return role
}

func needed(columns []sheet.Column) (names []any) {
	for _, c := range columns {
		if c.Needed {
			names = append(names, flows.Line{Text: columnName(c.Key)})
		}
	}
	return names
}

// drop forgets what an earlier reading has left.
func (r *reader) drop(ctx context.Context) error {
	for {
		var n int64
		err := r.Update(ctx, func(tx *store.Tx) (err error) {
			n, err = tx.DropImportLines(r.ID, 500)
			return err
		})
		if err != nil || n == 0 {
			return err
		}
	}
}

// plan compares each line with the records as they are now.
func (r *reader) plan(ctx context.Context, table sheet.Table) (rows []programme.ImportLine, err error) {
	var l *ledger
	err = r.View(ctx, func(tx *store.Tx) (err error) {
		l, err = openLedger(tx, r.Import)
		return err
	})
	if err != nil {
		return nil, err
	}
	r.sum = sha256.New()
	for _, row := range table.Lines {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		x := line{ledger: l, table: table, row: row}
		kinds[r.Kind].read(&x)
		planned, err := x.stored(r.ID)
		if err != nil {
			return nil, err
		}
		fmt.Fprintf(r.sum, "%d %s %d %s %s\n", planned.No, planned.Verdict, planned.Object, planned.Was, planned.Will)
		rows = append(rows, planned)
	}
	return rows, nil
}

// write stores the plan in pieces and says how far it is.
func (r *reader) write(ctx context.Context, rows []programme.ImportLine) error {
	if err := r.Update(ctx, r.note); err != nil {
		return err
	}
	for done := 0; done < len(rows); {
		piece := rows[done:min(done+planPiece, len(rows))]
		err := r.Update(ctx, func(tx *store.Tx) error {
			for _, row := range piece {
				if err := tx.AddImportLine(row); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
		done += len(piece)
		r.progress(ctx, done, len(rows))
	}
	return nil
}

// note stores what is known of the list so far.
func (r *reader) note(tx *store.Tx) error {
	if err := into(&r.Remarks, r.remarks); err != nil {
		return err
	}
	return tx.PutImport(&r.Import)
}

// leastShown is from how many lines on it is shown how far the work has come.
const leastShown = 500

// progress shows each further tenth. Nobody is told if that fails: the next
// tenth comes.
func (r *reader) progress(ctx context.Context, done, all int) {
	if tenth := done * 10 / all; all >= leastShown && tenth > r.told && tenth < 10 {
		r.told = tenth
		now := r.report("")
		now.Key = ""
		_ = r.Tell(ctx, now)
	}
}

// end stores where the import stands now.
func (r *reader) end(ctx context.Context, state programme.ImportState, refused *flows.Line) error {
	r.remarks.Refused = refused
	r.State = state
	return r.Update(ctx, r.note)
}
