package locales

import (
	"errors"
	"fmt"
	html "html/template"
	"strings"
	text "text/template"
)

// functions are what templates may call; doc.go lists them. The tongue may be
// nil where templates are only parsed.
func functions(t *tongue, plain bool) map[string]any {
	f := map[string]any{
		"line": t.takeIn, "in": t.words, "label": t.label, "var": t.variable,
		"money": t.money, "date": t.date, "at": t.at, "quote": t.quote, "join": t.join,
		"num": num, "points": points, "size": size, "add": add, "sub": sub,
		"default": orElse, "dict": dict, "cut": cut,
	}
	if !plain {
		f["text"] = t.text
	}
	return f
}

// text is safe because the message it renders has been escaped already.
func (t *tongue) text(name string, data any) (html.HTML, error) {
	deeper, err := t.deeper()
	if err != nil {
		return "", err
	}
	said, err := deeper.message(name, data)
	return html.HTML(said), err // #nosec G203 -- the output of html/template itself
}

func (t *tongue) takeIn(name string, data any) (string, error) {
	deeper, err := t.deeper()
	if err != nil {
		return "", err
	}
	return deeper.line(name, data)
}

func (t *tongue) words(v any) (string, error) { return chosen(t.lang, v) }

// label is words, a line with data, or a string as it is: what people typed is
// never taken for the name of a line.
func (t *tongue) label(v any) (string, error) {
	if m, ok := v.(map[string]any); ok && !isWords(m) {
		name, ok := m["Text"].(string)
		if !ok {
			return "", errors.New("a label is neither words nor a line")
		}
		return t.takeIn(name, m["Data"])
	}
	return chosen(t.lang, v)
}

func (t *tongue) variable(name string) (any, error) {
	v, ok := t.vars[name]
	if !ok {
		return nil, fmt.Errorf("the programme has no variable %q", name)
	}
	if m, ok := v.(map[string]any); ok && isWords(m) {
		return chosen(t.lang, m)
	}
	return v, nil
}

func (t *tongue) join(sep string, list any) (string, error) {
	entries, ok := list.([]any)
	if !ok && list != nil {
		return "", fmt.Errorf("join: %T is no list", list)
	}
	said := make([]string, len(entries))
	for i, entry := range entries {
		var err error
		if said[i], err = t.entry(entry); err != nil {
			return "", fmt.Errorf("join: entry %d: %w", i, err)
		}
	}
	return strings.Join(said, sep), nil
}

func (t *tongue) entry(v any) (string, error) {
	switch v := v.(type) {
	case int64, float64:
		return fmt.Sprint(v), nil
	default:
		return t.label(v)
	}
}

func orElse(instead, v any) any {
	if truth, ok := text.IsTrue(v); ok && truth {
		return v
	}
	return instead
}

func dict(pairs ...any) (map[string]any, error) {
	if len(pairs)%2 != 0 {
		return nil, errors.New("dict: a key without a value")
	}
	m := make(map[string]any, len(pairs)/2)
	for i := 0; i < len(pairs); i += 2 {
		key, ok := pairs[i].(string)
		if !ok {
			return nil, fmt.Errorf("dict: a key is a %T, not a string", pairs[i])
		}
		m[key] = pairs[i+1]
	}
	return m, nil
}
