package imports

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"luling/flows"
	"luling/store"
	"luling/store/programme"
)

// publish makes the report as a table, with what becomes of each line behind the
// columns that were sent, and records it as a file.
func (r *reader) publish(ctx context.Context, rows []programme.ImportLine, step string) error {
	content, err := r.paper(rows)
	if err != nil {
		return err
	}
	kept, err := r.Keep(ctx, bytes.NewReader(content))
	if err != nil {
		return err
	}
	return r.Update(ctx, func(tx *store.Tx) error {
		d, _, err := tx.OpenDraft("imports", subject(r.ID))
		if err != nil {
			return err
		}
		f := programme.File{
			DraftID: d.ID, Field: step, Name: paperName(r.Name, step), Type: kept.Type,
			Size: kept.Size, SHA256: kept.SHA256, State: programme.FileStored,
		}
		tx.As(r.to, tx.Grant())
		err = tx.AddFile(&f)
		r.remarks.Report = int64(f.ID)
		return err
	})
}

func paperName(name, step string) string {
	name, _, _ = strings.Cut(name, ".")
	if name == "" {
		name = "名单"
	}
	return map[string]string{"plan": name + "-核对结果.csv", "saved": name + "-导入结果.csv"}[step]
}

func subject(id programme.ImportID) string { return fmt.Sprint(id) }

// paper writes the table with a mark that has table programs read it as UTF-8.
func (r *reader) paper(rows []programme.ImportLine) ([]byte, error) {
	var out bytes.Buffer
	out.WriteString("\ufeff")
	w := csv.NewWriter(&out)
	w.UseCRLF = true
	lang := r.to.Language
	var head []string
	err := json.Unmarshal(r.Head, &head)
	width := len(head)
	for _, name := range []string{"imports.paper.no", "imports.paper.result", "imports.paper.reason"} {
		word, no := r.Words(lang, name, nil)
		err = errors.Join(err, no)
		head = append(head, word)
	}
	if err != nil {
		return nil, err
	}
	if err := w.Write(harmless(head)); err != nil {
		return nil, err
	}
	for _, row := range rows {
		cells, err := r.paperLine(lang, row, width)
		if err == nil {
			err = w.Write(harmless(cells))
		}
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", row.No, err)
		}
	}
	w.Flush()
	return out.Bytes(), w.Error()
}

func (r *reader) paperLine(lang string, row programme.ImportLine, width int) ([]string, error) {
	var cells []string
	var says []flows.Line
	err := json.Unmarshal(row.Cells, &cells)
	if len(row.Says) > 0 {
		err = errors.Join(err, json.Unmarshal(row.Says, &says))
	}
	cells = append(cells, make([]string, max(0, width-len(cells)))...)[:width]
	result, no := r.Words(lang, "imports.result."+result(row), nil)
	err = errors.Join(err, no)
	var reasons []string
	for _, s := range says {
		said, no := r.Words(lang, s.Text, s.Data)
		err = errors.Join(err, no)
		reasons = append(reasons, said)
	}
	return append(cells, fmt.Sprint(row.No), result, strings.Join(reasons, " ")), err
}

// result is the word for what becomes, or became, of a line.
func result(row programme.ImportLine) string {
	if row.Outcome != programme.LineOpen {
		return string(row.Outcome)
	}
	return string(row.Verdict)
}

// harmless keeps table programs from taking what people wrote for a formula.
func harmless(cells []string) []string {
	for i, c := range cells {
		if c != "" && strings.ContainsRune("=+-@\t", rune(c[0])) && strings.Trim(c, "+-0123456789. ") != "" {
			cells[i] = "'" + c
		}
	}
	return cells
}
