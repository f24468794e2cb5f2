package bottest

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"unicode"

	"luling/bot/playground"
)

var update = flag.Bool("update", false, "rewrite the bot's lines of the transcripts")

// A Script is what was said, in order, as a transcript.
type Script struct {
	mu    sync.Mutex
	lines []string
}

// Note puts a line of explanation into the script.
func (s *Script) Note(line string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.lines = append(s.lines, "# "+line)
}

// Begin forgets what was said so far, so that a transcript holds only what it is
// about, and puts a title on top.
func (s *Script) Begin(title string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.lines = []string{"# " + title}
}

func (s *Script) act(c *Chat, what string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.lines = append(s.lines, "", c.Name+" > "+strings.ReplaceAll(spelt(what), "\n", "\n    "))
}

// spelt writes out what cannot be seen.
func spelt(what string) string {
	var b strings.Builder
	for _, r := range what {
		if unicode.IsPrint(r) && r != '\u2800' && r != '\u3164' || r == '\n' {
			b.WriteRune(r)
		} else {
			fmt.Fprintf(&b, "‹%U›", r)
		}
	}
	return b.String()
}

// look writes down what is new in a chat.
func (s *Script) look(c *Chat) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, m := range c.w.Server.Messages(c.ID) {
		if !m.FromBot {
			continue
		}
		now := written(m)
		before, known := c.seen[m.ID]
		c.seen[m.ID] = now
		if known && (before == now || buttonsOnly(before, now)) {
			continue
		}
		head := "庐陵 → " + c.Name
		if known {
			head += "(改)"
		}
		s.lines = append(s.lines, head+":", indent(now))
	}
}

// buttonsOnly reports whether nothing changed but that the buttons were taken away.
func buttonsOnly(before, now string) bool {
	return strings.HasPrefix(before, now) && !strings.Contains(now, "\n[")
}

func indent(s string) string { return "    " + strings.ReplaceAll(s, "\n", "\n    ") }

// written is a message as text, its buttons a row a line.
func written(m playground.Message) string {
	var b strings.Builder
	b.WriteString(m.Text)
	if m.File != nil {
		b.WriteString("(文件 " + m.File.Name + ")")
	}
	for _, row := range m.Keyboard {
		b.WriteString("\n")
		for i, k := range row {
			if i > 0 {
				b.WriteString(" ")
			}
			b.WriteString("[" + k.Text + "]")
		}
	}
	return b.String()
}

// Text is the whole script.
func (s *Script) Text() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return strings.TrimSpace(strings.Join(s.lines, "\n")) + "\n"
}

// Transcript compares the script with testdata/NAME.txt, or rewrites that file
// under -update.
func (w *World) Transcript(t *testing.T, name string) {
	t.Helper()
	path := filepath.Join("testdata", name+".txt")
	got := w.Log.Text()
	if *update {
		must(t, os.MkdirAll(filepath.Dir(path), 0o755))
		must(t, os.WriteFile(path, []byte(got), 0o644))
		return
	}
	want, err := os.ReadFile(path)
	must(t, err)
	if string(want) != got {
		t.Errorf("the conversation differs from %s (make say rewrites it):\n%s", path, firstDifference(string(want), got))
	}
}

func firstDifference(want, got string) string {
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range max(len(w), len(g)) {
		if i >= len(w) || i >= len(g) || w[i] != g[i] {
			return "line " + line(w, i) + "\nbut  " + line(g, i)
		}
	}
	return ""
}

func line(lines []string, i int) string {
	if i >= len(lines) {
		return "(end)"
	}
	return lines[i]
}
