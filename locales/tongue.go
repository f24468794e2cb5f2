package locales

import (
	"fmt"
	html "html/template"
	"strings"
	"sync"
	text "text/template"
)

// deepest is how far a text may take in another that takes in another. Data
// may name the text to take in, and a text that takes in itself must end as an
// error, not as the end of the process.
const deepest = 8

// A tongue is the texts of one language with the variables they may mention.
type tongue struct {
	lang     string
	sources  map[string]source
	vars     map[string]any
	messages *html.Template
	lines    *text.Template
	depth    int
	deeper   func() (*tongue, error) // the same texts, for those taken in by these
}

func newTongue(lang string, sources map[string]source, vars map[string]any, depth int) (*tongue, error) {
	if depth > deepest {
		return nil, fmt.Errorf("texts take in each other more than %d deep", deepest)
	}
	t := &tongue{lang: lang, sources: sources, vars: vars, depth: depth}
	t.deeper = sync.OnceValues(func() (*tongue, error) { return newTongue(lang, sources, vars, depth+1) })
	t.messages = html.New("").Option("missingkey=error").Funcs(functions(t, false))
	t.lines = text.New("").Option("missingkey=error").Funcs(functions(t, true))
	for name, s := range sources {
		if err := t.add(name, s); err != nil {
			return nil, fmt.Errorf("%s: %w", s.where, err)
		}
	}
	return t, nil
}

// add takes a copy of the tree: escaping, which happens when a message is first
// rendered, changes it.
func (t *tongue) add(name string, s source) (err error) {
	if s.plain {
		_, err = t.lines.AddParseTree(name, s.tree.Copy())
	} else {
		_, err = t.messages.AddParseTree(name, s.tree.Copy())
	}
	return err
}

// with cannot fail: the same trees were added once already.
func (t *tongue) with(vars map[string]any) *tongue {
	with, err := newTongue(t.lang, t.sources, vars, 0)
	if err != nil {
		return t
	}
	return with
}

func (t *tongue) message(name string, data any) (string, error) {
	if s, ok := t.sources[name]; !ok || s.plain {
		return "", fmt.Errorf("message %q: %w", name, ErrUnknown)
	}
	var b strings.Builder
	err := t.messages.ExecuteTemplate(&b, name, data)
	return strings.TrimSpace(b.String()), err
}

func (t *tongue) line(name string, data any) (string, error) {
	if s, ok := t.sources[name]; !ok || !s.plain {
		return "", fmt.Errorf("line %q: %w", name, ErrUnknown)
	}
	var b strings.Builder
	err := t.lines.ExecuteTemplate(&b, name, data)
	return strings.TrimSpace(b.String()), err
}
