//go:build golden

package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"luling/bot"
	"luling/bot/bottest"
	"luling/bot/playground"
	"luling/store"
)

var release = flag.String("release", "", "name of the release whose golden set is written, such as v2")

// TestGoldenMake writes the golden set of the program as it is now: `make golden
// RELEASE=v2`, on the commit that is released. A set that is there is never
// written again, for what people have of an earlier release does not change either.
func TestGoldenMake(t *testing.T) {
	folder := filepath.Join("testdata", "golden", *release)
	if _, err := os.Stat(folder); *release == "" || err == nil {
		t.Fatalf("-release must name a release that has no set yet, not %q", *release)
	}
	half := filepath.Join(t.TempDir(), *release)
	for _, s := range scenes {
		m := &maker{dir: t.TempDir(), buttons: map[int64][][2]string{}}
		t.Run(s.name, func(t *testing.T) { m.play(t, s) })
		if !t.Failed() { // the scene's world has ended: everything is in its files
			m.write(t, half, s)
		}
	}
	if t.Failed() {
		return
	}
	must(t, os.MkdirAll(filepath.Dir(folder), 0o755))
	must(t, os.CopyFS(folder, os.DirFS(half)))
}

// a maker plays one scene and keeps what it leaves.
type maker struct {
	dir     string // the world's own
	at      time.Time
	buttons map[int64][][2]string
}

func (m *maker) play(t *testing.T, s scene) {
	w := bottest.New(t, features(), bottest.People(cast()), m.keep)
	w.Meddle(m.listen)
	w.Do(func(tx *store.Tx) error { return plant(tx) })
	chats := map[int64]*bottest.Chat{}
	for _, p := range players {
		chats[p.id] = w.ChatOf(p.id, p.name)
	}
	s.play(&stageOf{w, chats})
	must(t, w.Server.WaitConfirmed(t.Context()))
	w.Sound()
	m.at = w.Clock.Now()
	w.End() // flushes what was shown, and writes the conversations
}

// keep has the world put everything where it can be found when it has ended.
func (m *maker) keep(c *bot.Config, box *playground.Config) {
	c.Database, c.Files = filepath.Join(m.dir, "luling.db"), filepath.Join(m.dir, "files")
	c.Snapshot, box.File = filepath.Join(m.dir, "redis.snapshot"), filepath.Join(m.dir, "box.json")
}

// listen notes every button that is ever shown.
func (m *maker) listen(_ http.ResponseWriter, r *http.Request) bool {
	body, err := io.ReadAll(r.Body)
	r.Body = io.NopCloser(bytes.NewReader(body))
	var call struct {
		Chat   int64 `json:"chat_id"`
		Markup struct {
			Rows [][]struct {
				Text string `json:"text"`
				Data string `json:"callback_data"`
			} `json:"inline_keyboard"`
		} `json:"reply_markup"`
	}
	if err != nil || json.Unmarshal(body, &call) != nil {
		return false
	}
	for _, b := range slices.Concat(call.Markup.Rows...) {
		shown := [2]string{b.Data, b.Text}
		if b.Data != "" && !slices.Contains(m.buttons[call.Chat], shown) {
			m.buttons[call.Chat] = append(m.buttons[call.Chat], shown)
		}
	}
	return false
}

func (m *maker) write(t *testing.T, release string, s scene) {
	folder := filepath.Join(release, s.name)
	must(t, os.MkdirAll(folder, 0o755))
	tables, rows, rest := dumped(t, filepath.Join(m.dir, "luling.db"))
	for name, content := range map[string]string{
		filepath.Join(release, "tables.sql"): tables, filepath.Join(release, "rest.sql"): rest,
		filepath.Join(folder, "rows.sql"):     rows,
		filepath.Join(folder, "redis.json"):   lines(t, m.redis(t)),
		filepath.Join(folder, "chats.json"):   lines(t, m.chats(t)),
		filepath.Join(folder, "buttons.json"): lines(t, m.buttons),
		filepath.Join(folder, "scene.json"):   lines(t, goldenScene{Title: s.title, At: m.at}),
	} {
		must(t, os.WriteFile(name, []byte(content), 0o644))
	}
	must(t, copyNew(filepath.Join(release, "contents"), filepath.Join(m.dir, "files")))
}

// redis is what the server inside the process wrote down, readable.
func (m *maker) redis(t *testing.T) (all []goldenKey) {
	raw, err := os.ReadFile(filepath.Join(m.dir, "redis.snapshot"))
	must(t, err)
	_, list, _ := bytes.Cut(raw, []byte("\n"))
	var kept []struct {
		Key   string
		Value []byte
		Until time.Time
	}
	must(t, json.Unmarshal(list, &kept))
	for _, k := range kept {
		all = append(all, goldenKey{k.Key, k.Value, k.Until})
	}
	slices.SortFunc(all, func(a, b goldenKey) int { return strings.Compare(a.Key, b.Key) })
	return all
}

// chats is what the messenger shows people still: of messages without buttons
// only the newest, of files that they exist.
func (m *maker) chats(t *testing.T) (box map[string]any) {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join(m.dir, "box.json"))
	must(t, err)
	box = map[string]any{"files": []any{}}
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	must(t, d.Decode(&box))
	delete(box, "presses")
	for _, person := range box["people"].([]any) {
		delete(person.(map[string]any), "toasts")
	}
	files := box["files"].([]any)
	slices.SortFunc(files, func(a, b any) int {
		return strings.Compare(a.(map[string]any)["path"].(string), b.(map[string]any)["path"].(string))
	})
	box["messages"] = slices.DeleteFunc(box["messages"].([]any), func(m any) bool {
		message := m.(map[string]any)
		return message["sender"] != "bot" || message["keyboard"] == nil && message["files"] == nil
	})
	return box
}

// lines is JSON that reads well in a diff: what is nested more than two deep
// stands on one line.
func lines(t *testing.T, v any) string {
	var compact bytes.Buffer
	e := json.NewEncoder(&compact)
	e.SetEscapeHTML(false)
	must(t, e.Encode(v))
	var b strings.Builder
	depth, quoted, escaped := 0, false, false
	for _, c := range compact.String() {
		opens, closes := !quoted && (c == '{' || c == '['), !quoted && (c == '}' || c == ']')
		if closes {
			if depth--; depth < 2 {
				b.WriteString("\n")
			}
		}
		b.WriteRune(c)
		if opens {
			depth++
		}
		if opens && depth <= 2 || !quoted && c == ',' && depth <= 2 {
			b.WriteString("\n")
		}
		if c == '"' && !escaped {
			quoted = !quoted
		}
		escaped = c == '\\' && !escaped
	}
	return b.String()
}

// copyNew copies the contents that are not there yet; they are named by their hash.
func copyNew(to, from string) error {
	return filepath.WalkDir(from, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		into := filepath.Join(to, strings.TrimPrefix(path, from))
		content, err := os.ReadFile(path)
		if err == nil {
			err = os.MkdirAll(filepath.Dir(into), 0o755)
		}
		if err == nil {
			err = os.WriteFile(into, content, 0o644)
		}
		return err
	})
}
