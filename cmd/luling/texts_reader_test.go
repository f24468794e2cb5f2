package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"luling/flows"
	"luling/locales"
	"luling/store"
	"luling/store/storetest"
)

// house is the house with every feature of the program.
func house(t *testing.T) *flows.House {
	t.Helper()
	h, err := flows.NewHouse(features()...)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// a reader reads everything that is said, in every language, as the edge renders
// it, and remembers which texts were named.
type reader struct {
	t     *testing.T
	texts *locales.Texts
	known map[string]string
	said  map[string]bool
}

func newReader(t *testing.T) *reader {
	t.Helper()
	texts, err := locales.Load()
	if err != nil {
		t.Fatal(err)
	}
	p := storetest.Programme(t)
	return &reader{t, texts.With(map[string]any{
		"bot": "luling_bot", "city": p.City, "office": p.Office.Name, "phone": p.Office.Phone, "measure": p.Measure.Title,
	}), names(t, "zh"), map[string]bool{}}
}

// The platform's bounds, and ours of a message.
const (
	longestText = 4000
	mostButtons = 100
	mostInARow  = 8
	longestWord = 200 // of a toast
)

func (r *reader) reply(where string, reply flows.Reply) {
	raw, err := json.Marshal(reply)
	if err != nil {
		r.t.Fatalf("%s: %v", where, err)
	}
	var stored flows.Reply
	r.decode(where, raw, &stored)
	if stored.Text != "" {
		r.remember(stored.Text)
		r.remember(stored.Data)
		for _, lang := range locales.Languages {
			said, err := r.texts.HTML(lang, stored.Text, stored.Data)
			r.fine(where+" "+lang+" "+stored.Text, said, locales.Length(said), longestText, err)
		}
	}
	r.buttons(where, stored.Buttons)
	if reply.Toast != nil {
		r.line(where, *reply.Toast)
	}
	for _, f := range reply.Files {
		r.line(where, flows.Line{Text: f.Caption, Data: f.Data})
	}
}

func (r *reader) decode(where string, raw []byte, into any) {
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	if err := d.Decode(into); err != nil {
		r.t.Fatalf("%s: %v", where, err)
	}
}

func (r *reader) buttons(where string, rows [][]flows.Button) {
	n := 0
	for _, row := range rows {
		n += len(row)
		if len(row) > mostInARow || n > mostButtons {
			r.t.Errorf("%s: %d buttons, %d in a row", where, n, len(row))
		}
		for _, b := range row {
			if _, err := flows.Data(b, "abcdefgh", 1<<30); err != nil {
				r.t.Errorf("%s: %v", where, err)
			}
			r.remember(b.Text)
			r.remember(b.Data)
			r.remember(b.Label)
			for _, lang := range locales.Languages {
				said, err := r.label(lang, b)
				r.fine(where+" "+lang+" button "+b.Text, said, len([]rune(said)), longestWord, err)
			}
		}
	}
}

func (r *reader) label(lang string, b flows.Button) (string, error) {
	if b.Text == "" {
		return r.texts.Label(lang, b.Label)
	}
	return r.texts.Plain(lang, b.Text, b.Data)
}

func (r *reader) line(where string, l flows.Line) {
	r.remember(l.Text)
	for _, lang := range locales.Languages {
		said, err := r.texts.Plain(lang, l.Text, l.Data)
		r.fine(where+" "+lang+" "+l.Text, said, len([]rune(said)), longestWord, err)
	}
}

func (r *reader) notice(where string, n store.Notice) {
	reply := flows.Reply{Text: n.Text}
	r.decode(where, n.Data, &reply.Data)
	if n.Buttons != nil {
		r.decode(where, n.Buttons, &reply.Buttons)
	}
	r.reply(where+" notice", reply)
}

func (r *reader) fine(where, said string, length, most int, err error) {
	switch {
	case err != nil:
		r.t.Errorf("%s: %v", where, err)
	case length == 0 || length > most:
		r.t.Errorf("%s: %d characters", where, length)
	case strings.Contains(said, "<no value>") || strings.Contains(said, "{{") || strings.Contains(said, "&lt;no value"):
		r.t.Errorf("%s: left over: %s", where, said)
	}
}

// remember notes every text that data names.
func (r *reader) remember(v any) {
	switch v := v.(type) {
	case string:
		if _, known := r.known[v]; known {
			r.said[v] = true
		}
	case []any:
		for _, x := range v {
			r.remember(x)
		}
	case map[string]any:
		for _, x := range v {
			r.remember(x)
		}
	}
}

// leastShown is how many bytes of a text's own words tell it from others in a
// transcript: two Chinese characters.
const leastShown = 6

// covers fails for each text that the walk did not name, that no named one takes
// in and that no transcript shows. Refusals and days are all rendered by the tests
// of package locales; acts are of stages that are to come, too; what is promised waits
// for what says it.
func (r *reader) covers() {
	for more := r.taken(); len(more) > 0; more = r.taken() {
		for _, name := range more {
			r.said[name] = true
		}
	}
	shown, first := transcripts(r.t), first(r.t)
	for name, body := range r.known {
		kind, _, _ := strings.Cut(name, ".")
		later := kind == "refused" || strings.HasPrefix(name, "audit.act.") || kind == "weekday" || promised[kind] != "" || promised[name] != "" || first[name]
		if run := words(body); !r.said[name] && !later && (len(run) < leastShown || !strings.Contains(shown, run)) {
			r.t.Errorf("neither the walk nor a transcript comes by %q", name)
		}
	}
}

// taken are texts that those said take in.
func (r *reader) taken() (more []string) {
	for name := range r.said {
		for _, call := range insideTemplate.FindAllString(r.known[name], -1) {
			for _, m := range quoted.FindAllStringSubmatch(call, -1) {
				if _, known := r.known[m[1]]; known && !r.said[m[1]] {
					more = append(more, m[1])
				}
			}
		}
	}
	return more
}

// words are the longest run of a text's own words.
func words(body string) (longest string) {
	for _, run := range regexp.MustCompile(`{{[^}]*}}|<[^>]*>|\n`).Split(body, -1) {
		if run = strings.TrimSpace(run); len(run) > len(longest) {
			longest = run
		}
	}
	return longest
}

// transcripts are all of them in one.
func transcripts(t *testing.T) string {
	t.Helper()
	var all strings.Builder
	files, err := filepath.Glob("testdata/*/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no transcripts", err)
	}
	for _, file := range files {
		said, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		all.Write(said)
	}
	return all.String()
}
