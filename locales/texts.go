package locales

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
)

// ErrUnknown says that a text is asked for by a name that is not defined, or
// as a message where it is a line or the other way round.
var ErrUnknown = errors.New("no such text")

// Texts are all texts of all languages. They do not change and may be used by
// any number of goroutines.
type Texts struct {
	tongues map[string]*tongue
}

// Load reads the texts that are compiled in, and more beside them: those of a
// test's own forms. Its error names file and line.
func Load(more ...fs.FS) (*Texts, error) { return load(append([]fs.FS{files}, more...)...) }

func load(files ...fs.FS) (*Texts, error) {
	t := &Texts{tongues: map[string]*tongue{}}
	for _, lang := range Languages {
		sources := map[string]source{}
		for _, f := range files {
			if err := read(f, lang, sources); err != nil {
				return nil, fmt.Errorf("load texts: %w", err)
			}
		}
		var err error
		if t.tongues[lang], err = newTongue(lang, sources, nil, 0); err != nil {
			return nil, fmt.Errorf("load texts: %w", err)
		}
	}
	return t, nil
}

// With is the same texts where {{var "name"}} says vars["name"]: a string, a
// number, or a struct or map with Zh and En, of which the reader's is taken.
// vars is copied. A value that JSON cannot write is as good as missing.
func (t *Texts) With(vars map[string]any) *Texts {
	known := map[string]any{}
	for name, v := range vars {
		if n, err := normal(v); err == nil {
			known[name] = n
		}
	}
	with := &Texts{tongues: map[string]*tongue{}}
	for lang, old := range t.tongues {
		with.tongues[lang] = old.with(known)
	}
	return with
}

// Has reports whether lang defines name.
func (t *Texts) Has(lang, name string) bool {
	tongue, ok := t.tongues[lang]
	if !ok {
		return false
	}
	_, ok = tongue.sources[name]
	return ok
}

// IsPlain reports whether name is a line rather than a message. A name that is
// not defined is neither.
func (t *Texts) IsPlain(name string) bool {
	return t.tongues[Languages[0]].sources[name].plain
}

// Names lists the names lang defines, in alphabetical order.
func (t *Texts) Names(lang string) []string {
	tongue, ok := t.tongues[lang]
	if !ok {
		return nil
	}
	return slices.Sorted(maps.Keys(tongue.sources))
}

// HTML renders a message for a reader of lang (see [Match]). The blank edges
// are cut off. Its length is not checked: see [Length].
// Errors: ErrUnknown, a missing key or variable, or a wrong use of a function.
func (t *Texts) HTML(lang, name string, data any) (string, error) {
	return t.render((*tongue).message, lang, name, data)
}

// Plain renders a line for a reader of lang, under the rules of [Texts.HTML].
func (t *Texts) Plain(lang, name string, data any) (string, error) {
	return t.render((*tongue).line, lang, name, data)
}

// Label says what a button or an option is called: words in both languages, a
// map with Text and Data, or a string as it is.
func (t *Texts) Label(lang string, label any) (string, error) {
	return t.render(func(tongue *tongue, _ string, v any) (string, error) { return tongue.label(v) }, lang, "label", label)
}

func (t *Texts) render(how func(*tongue, string, any) (string, error), lang, name string, data any) (string, error) {
	lang = Match(lang)
	data, err := normal(data)
	if err != nil {
		return "", fmt.Errorf("render %s/%s: %w", lang, name, err)
	}
	said, err := how(t.tongues[lang], name, data)
	if err != nil {
		return "", fmt.Errorf("render %s/%s: %w", lang, name, err)
	}
	return said, nil
}
