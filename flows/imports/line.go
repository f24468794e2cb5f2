package imports

import (
	"encoding/json"
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"

	"luling/flows"
	"luling/flows/ask"
	"luling/flows/sheet"
	"luling/store/programme"
)

// a line is one line of a list on its way to a verdict.
type line struct {
	*ledger
	table sheet.Table
	row   sheet.Row

	name    string
	object  int64
	was     any // the record it would change
	will    any
	changes []flows.Line
	wrong   []flows.Line
	twin    *twin // what it may be instead of new
}

// a twin is a record a line may mean though it is not called the same.
type twin struct {
	Object  int64
	Name    string
	Same    string // what is alike: "name" or "code"
	Was     json.RawMessage
	Will    json.RawMessage
	Changes []flows.Line
}

type facts = map[string]any

// refuse adds a reason why the line cannot be taken.
func (l *line) refuse(why string, about facts) {
	l.wrong = append(l.wrong, flows.Line{Text: "imports.why." + why, Data: about})
}

// bad adds a reason that is about a column.
func (l *line) bad(why, key string, about facts) {
	if about == nil {
		about = facts{}
	}
	about["Column"] = columnName(key)
	l.refuse(why, about)
}

func columnName(key string) string { return "imports.column." + key }

// cell is what the line says in a column. What a table program shows for a
// mistake in a formula is one here too.
func (l *line) cell(key string) string {
	s := l.table.Cell(l.row, key)
	if strings.HasPrefix(s, "#") && strings.Trim(s, "#ABCDEFILMNORUVZ/0!?") == "" && len(s) > 1 {
		l.bad("formula", key, facts{"Text": s})
		return ""
	}
	if s == "-" || s == "/" || s == "无" || s == "—" {
		return ""
	}
	return s
}

// called is a name of bounded length: Chinese letters that were spread out with
// blanks are put together again.
func (l *line) called(key string, least, most int) string {
	return together(l.text(key, least, most))
}

func together(s string) string {
	r := []rune(s)
	kept := r[:0:0]
	for i, x := range r {
		if x != ' ' || i > 0 && i+1 < len(r) && r[i-1] < unicode.MaxASCII && r[i+1] < unicode.MaxASCII {
			kept = append(kept, x)
		}
	}
	return string(kept)
}

// text is a cell of bounded length; one that is needed and missing is wrong.
func (l *line) text(key string, least, most int) string {
	before := len(l.wrong)
	s := l.cell(key)
	switch n := utf8.RuneCountInString(s); {
	case len(l.wrong) > before:
		return ""
	case n == 0 && least > 0:
		l.bad("missing", key, nil)
	case n > 0 && n < least:
		l.bad("too_short", key, facts{"Has": n, "Min": least, "Text": s})
	case n > most:
		l.bad("too_long", key, facts{"Has": n, "Max": most, "Over": n - most})
	}
	return s
}

// understand reads a cell as a question of that kind does.
func (l *line) understand(key string, q ask.Question) (raw json.RawMessage, ok bool) {
	s := l.cell(key)
	if s == "" {
		return nil, false
	}
	out := q.Understand(ask.Input{Text: s, Today: l.today.String()})
	if out.Kind == ask.Valid {
		return out.Value, true
	}
	l.unread(key, s, out.Refusal)
	return nil, false
}

// unread says why a value was not understood, in words of lists.
func (l *line) unread(key, s string, no *ask.Refusal) {
	about := facts{"Text": s}
	for k, v := range no.Data {
		about[k] = v
	}
	about["Text"] = s
	why, known := reasons[no.Name]
	if !known {
		why = "unread"
	}
	l.bad(why, key, about)
}

// reasons are what questions refuse, as it is said of a cell.
var reasons = map[string]string{
	ask.RefusedNotADate: "date", ask.RefusedTwoDates: "date", ask.RefusedNoSuchDate: "no_such_date",
	ask.RefusedDayMissing: "day_missing", ask.RefusedInFuture: "future", ask.RefusedYearOutOfRange: "no_such_date",
	ask.RefusedTooEarly: "too_early", ask.RefusedWrongWeekday: "weekday",
	ask.RefusedNotANumber: "number", ask.RefusedTwoNumbers: "number", ask.RefusedNotWhole: "not_whole",
	ask.RefusedNegative: "negative", ask.RefusedTooBig: "too_big", ask.RefusedTooSmall: "negative", ask.RefusedAbsurd: "too_big",
	ask.RefusedNotAPhone: "phone", ask.RefusedTwoPhones: "phone", ask.RefusedNoAreaCode: "area_code",
}

// number is a whole number up to a bound; false: nothing was said, or nothing good.
func (l *line) number(key, unit string, most int64) (n int64, said bool) {
	raw, ok := l.understand(key, ask.Number(key, &n, ask.AtMost(most), ask.Unit(unit)))
	return n, ok && json.Unmarshal(raw, &n) == nil
}

// first is the earliest day of the programme's own time.
const firstNaming = "2000-01-01"

// day is a day that has been.
func (l *line) day(key string) (d programme.Date, said bool) {
	if day, is := l.table.Grid.Day(l.cell(key)); is {
		if d, err := programme.ParseDate(day); err == nil {
			if l.today.Before(d) {
				l.bad("future", key, facts{"Text": day, "Date": day, "Today": l.today.String()})
				return d, false
			}
			return d, true
		}
	}
	raw, ok := l.understand(key, ask.Date(key, &d, ask.NotFuture(), ask.NotBefore(firstNaming)))
	var text string
	if !ok || json.Unmarshal(raw, &text) != nil {
		return d, false
	}
	d, err := programme.ParseDate(text)
	return d, err == nil
}

// phone is a telephone number; what is no number at all is wrong.
func (l *line) phone(key string) (phone string) {
	raw, ok := l.understand(key, ask.Phone(key, &phone))
	if ok && json.Unmarshal(raw, &phone) != nil {
		return ""
	}
	return phone
}

// yes reads 是 or 否.
func (l *line) yes(key string) (yes, said bool) {
	switch s := strings.ToLower(l.cell(key)); s {
	case "":
		return false, false
	case "是", "√", "✓", "y", "yes", "1", "对", "市直", "true":
		return true, true
	case "否", "×", "n", "no", "0", "不是", "非", "县区", "false":
		return false, true
	default:
		l.bad("yes_no", key, facts{"Text": s})
		return false, false
	}
}

// verdict is what becomes of the line.
func (l *line) verdict() programme.Verdict {
	switch {
	case len(l.wrong) > 0:
		return programme.VerdictWrong
	case l.twin != nil:
		return programme.VerdictAsked
	case l.was == nil:
		return programme.VerdictNew
	case len(l.changes) == 0:
		return programme.VerdictSame
	}
	return programme.VerdictUpdate
}

// stored is the line as a row of the plan.
func (l *line) stored(id programme.ImportID) (row programme.ImportLine, err error) {
	row = programme.ImportLine{ImportID: id, No: l.row.No, Verdict: l.verdict(), Name: l.name, Object: l.object}
	says := l.changes
	if row.Verdict == programme.VerdictWrong {
		says = l.wrong
	}
	if row.Verdict == programme.VerdictAsked {
		says = []flows.Line{{Text: "imports.twin." + l.twin.Same, Data: facts{"Name": l.twin.Name}}}
	}
	err = errors.Join(
		into(&row.Says, says), into(&row.Cells, l.row.Cells),
		into(&row.Was, l.was), into(&row.Will, l.will), into(&row.Other, l.twin))
	return row, err
}

// into encodes a value; nothing stays nothing.
func into(raw *[]byte, v any) (err error) {
	*raw, err = json.Marshal(v)
	if string(*raw) == "null" {
		*raw = nil
	}
	return err
}

// changed notes a field that would be another.
func (l *line) changed(list *[]flows.Line, key string, from, to string) {
	if from != to {
		*list = append(*list, flows.Line{Text: "imports.change", Data: facts{"Column": columnName(key), "From": from, "To": to}})
	}
}
