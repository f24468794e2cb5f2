package imports

import (
	"encoding/json"
	"fmt"
	"path"
	"slices"
	"strings"

	"luling/flows"
	"luling/flows/sheet"
	"luling/store"
	"luling/store/programme"
)

// Begin records a list that is stored already and is to be read now, and returns
// the order of its reading: the operator's way in. The kind may be empty.
func Begin(tx *store.Tx, name string, kind programme.ImportKind, content flows.Kept) (programme.Import, []byte, error) {
	i := programme.Import{State: programme.ImportReading, Kind: kind, Name: name, Reads: 1}
	if err := tx.AddImport(&i); err != nil {
		return i, nil, err
	}
	d, _, err := tx.OpenDraft("imports", subject(i.ID))
	if err != nil {
		return i, nil, err
	}
	f := programme.File{
		DraftID: d.ID, Field: "sheet", Name: name, Type: content.Type, Size: content.Size, SHA256: content.SHA256, State: programme.FileStored,
	}
	if err := tx.AddFile(&f); err != nil {
		return i, nil, err
	}
	i.FileID = f.ID
	if err := tx.PutImport(&i); err != nil {
		return i, nil, err
	}
	data, err := Order(i)
	return i, data, err
}

// Order is what [Read] and [Save] are told: which import.
func Order(i programme.Import) ([]byte, error) { return json.Marshal(order{i.ID, i.Reads}) }

// begin says what can be sent and how, and shows the newest list that waits.
func begin(tx *store.Tx, _ string) (flows.Reply, error) {
	var lines []any
	for _, k := range allowed(tx.Grant().Role) {
		var must, more []any
		for _, c := range kinds[k].columns {
			if c.Needed {
				must = append(must, flows.Line{Text: columnName(c.Key)})
			} else {
				more = append(more, flows.Line{Text: columnName(c.Key)})
			}
		}
		lines = append(lines, facts{"Kind": string(k), "More": more, "Must": must})
	}
	rows := [][]flows.Button{}
	tasks, err := todo(tx)
	for _, t := range tasks {
		rows = append(rows, flows.Row(t.Button))
	}
	about := facts{"Kinds": lines, "Lines": sheet.MostLines, "Bytes": tx.Programme().Evidence.FileBytes}
	return flows.Reply{Text: "imports.begin", Data: about, Buttons: append(rows, flows.Row(flows.Menu())), Close: true}, err
}

// tables are the ends of names of files that may be lists; old ones are answered
// by what to do.
var tables = []string{".xlsx", ".csv", ".txt", ".tsv", ".xls", ".et", ".xlsm"}

// filed takes a table that was sent outside any form.
func filed(tx *store.Tx, in flows.Input) (flows.Reply, bool, error) {
	if !sends(tx) || !slices.Contains(tables, strings.ToLower(path.Ext(in.File.Name))) {
		return flows.Reply{}, false, nil
	}
	i := programme.Import{State: programme.ImportFetching, Name: in.File.Name}
	if err := tx.AddImport(&i); err != nil {
		return flows.Reply{}, true, err
	}
	f, err := flows.Take(tx, in, flows.Taken{Form: "imports", Subject: subject(i.ID), Field: "sheet", Table: true})
	if err != nil {
		return flows.Reply{}, true, err
	}
	i.FileID = f.ID
	if err := tx.PutImport(&i); err != nil {
		return flows.Reply{}, true, err
	}
	r, err := page(tx, i)
	return r, true, err
}

func sends(tx *store.Tx) bool {
	_, may := programme.May(tx.Grant().Role, programme.ActRegisterUnit, "")
	return may && tx.Grant().ID != 0
}

// fetched goes on when the file is here.
func fetched(tx *store.Tx, f programme.File) (flows.Reply, error) {
	var id programme.ImportID
	d, err := tx.DraftByID(f.DraftID)
	if err == nil {
		_, err = fmt.Sscan(d.Subject, &id)
	}
	if err != nil {
		return flows.Reply{}, err
	}
	i, err := tx.Import(id)
	if err != nil || i.State != programme.ImportFetching {
		return flows.Reply{}, err
	}
	if f.State == programme.FileStored {
		return flows.Reply{}, reads(tx, &i)
	}
	i.State = programme.ImportRefused
	refused := flows.Line{Text: unfetched(f.Reason), Data: facts{"Max": tx.Programme().Evidence.FileBytes}}
	if err := into(&i.Remarks, remarks{Refused: &refused}); err != nil {
		return flows.Reply{}, err
	}
	if err := tx.PutImport(&i); err != nil {
		return flows.Reply{}, err
	}
	return page(tx, i)
}

// unfetched says why the content of a file was refused.
func unfetched(reason string) string {
	switch reason {
	case "too_big":
		return "imports.why.file_too_big"
	case "empty":
		return "imports.why.file_empty"
	case "type":
		return "imports.why.file_type"
	case "unsafe":
		return "imports.why.file_unsafe"
	}
	return "imports.why.file_unreadable"
}

// reads orders a reading.
func reads(tx *store.Tx, i *programme.Import) error {
	i.State, i.Reads = programme.ImportReading, i.Reads+1
	if err := tx.PutImport(i); err != nil {
		return err
	}
	return work(tx, "read", *i)
}

func work(tx *store.Tx, name string, i programme.Import) error {
	data, err := Order(i)
	if err == nil {
		_, err = tx.AddJob(store.Job{Name: "imports." + name, Key: fmt.Sprintf("imports.%s/%d/%d", name, i.ID, i.Version), Data: data})
	}
	return err
}

// pasted takes lines pasted outside any form, if they begin with a header.
func pasted(tx *store.Tx, text string) (flows.Reply, bool, error) {
	if !sends(tx) || !strings.Contains(strings.TrimSpace(text), "\n") {
		return flows.Reply{}, false, nil
	}
	g, err := sheet.Paste(text)
	if err != nil || !header(g) {
		return flows.Reply{}, false, nil // not a list: somebody else's text
	}
	i := programme.Import{State: programme.ImportReading, Pasted: text}
	if err := tx.AddImport(&i); err != nil {
		return flows.Reply{}, true, err
	}
	if err := reads(tx, &i); err != nil {
		return flows.Reply{}, true, err
	}
	r, err := page(tx, i)
	return r, true, err
}

// todo lists the sender's lists that wait for his word.
func todo(tx *store.Tx) (tasks []flows.Task, err error) {
	if !sends(tx) {
		return nil, nil
	}
	all, err := tx.ImportsOf(tx.Actor().ID, 20)
	for _, i := range all {
		if i.State != programme.ImportReady && i.State != programme.ImportUnclear {
			continue
		}
		about := facts{"Name": i.Name, "At": i.CreatedAt}
		look := flows.Button{Text: "imports.button.look", Data: about, Act: "imports.show", Object: int64(i.ID)}
		tasks = append(tasks, flows.Task{Text: "imports.todo", Data: about, Button: look})
	}
	return tasks, err
}
