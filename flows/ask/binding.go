package ask

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"unicode/utf8"
)

// A typed is the binding of a question whose answer is a T. A kind is its
// functions; everything else is said once, here.
type typed[T any] struct {
	field *T                                           // what it is bound to, if it is of the answer's own type
	read  func(Question, Input) (reading[T], *Refusal) // what an input means
	check func(Question, T) *Refusal                   // rules that hold whatever the day
	end   func(Question, T) *Refusal                   // rules of a gathered answer's end; nil for other kinds
	put   func(T) error                                // into another bound field
	save  func() (restore func())                      // remembers that
	show  func(Question, T) (map[string]any, error)
}

// A reading is a value read from an input.
type reading[T any] struct {
	value   T
	changed bool   // differs from what was typed
	hedge   string // 约, 左右 …
	open    bool   // more may come: the answer is not complete
}

// typedInto returns a binding that writes to a field of the answer's own type.
func typedInto[T any](field *T) typed[T] {
	return typed[T]{field: field}
}

func (t typed[T]) understand(q Question, in Input) Outcome {
	got, no := t.read(q, in)
	if no == nil && t.check != nil {
		no = t.check(q, got.value)
	}
	if no == nil && t.end != nil && !got.open {
		no = t.end(q, got.value)
	}
	if no != nil {
		return no.outcome()
	}
	raw, err := json.Marshal(got.value)
	if err != nil {
		return refuse(RefusedNotUnderstood, with{"Text": quote(in.Text)})
	}
	out := Outcome{Kind: Valid, Value: raw, Done: !got.open}
	if got.changed {
		out.Echo = &Echo{Typed: quote(in.Text), Shown: q.Shown(raw), Hedge: got.hedge}
	}
	return out
}

func (t typed[T]) set(q Question, raw json.RawMessage) error {
	v, err := decode[T](raw)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrRejected, err)
	}
	if t.check != nil {
		if no := t.check(q, v); no != nil {
			return fmt.Errorf("%w: %w", ErrRejected, no)
		}
	}
	if t.field != nil {
		*t.field = v
		return nil
	}
	if err := t.put(v); err != nil {
		return fmt.Errorf("%w: %w", ErrRejected, err)
	}
	return nil
}

func (t typed[T]) complete(q Question, raw json.RawMessage) error {
	if t.end == nil {
		return nil
	}
	v, err := decode[T](raw)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrRejected, err)
	}
	if no := t.end(q, v); no != nil {
		return fmt.Errorf("%w: %w", ErrRejected, no)
	}
	return nil
}

func (t typed[T]) shown(q Question, raw json.RawMessage) (map[string]any, error) {
	v, err := decode[T](raw)
	if err != nil {
		return nil, err
	}
	return t.show(q, v)
}

func (t typed[T]) keep() func() {
	if t.field == nil {
		return t.save()
	}
	field, old := t.field, *t.field
	return func() { *field = old }
}

var errNoValue = errors.New("no value")

// decode reads one JSON value; null and nothing are errors, not zeros.
func decode[T any](raw json.RawMessage) (v T, err error) {
	if quick(raw, &v) {
		return v, nil
	}
	if trimmed := bytes.TrimSpace(raw); len(trimmed) == 0 || string(trimmed) == "null" {
		return v, errNoValue
	}
	err = json.Unmarshal(raw, &v)
	return v, err
}

// quick decodes what most answers are, as they are stored: a whole number, a text
// without escapes, a truth. It reports whether it could; it never reads anything
// otherwise than JSON does.
func quick(raw json.RawMessage, into any) bool {
	switch into := into.(type) {
	case *int64:
		n, ok := canonical(string(raw))
		if ok {
			*into = n
		}
		return ok
	case *string:
		if n := len(raw); n < 2 || raw[0] != '"' || raw[n-1] != '"' || !plainText(raw[1:n-1]) {
			return false
		}
		*into = string(raw[1 : len(raw)-1])
		return true
	case *bool:
		*into = string(raw) == "true"
		return *into
	}
	return false
}

// plainText reports whether a JSON text stands for itself.
func plainText(inner []byte) bool {
	return utf8.Valid(inner) && !bytes.ContainsFunc(inner, func(r rune) bool { return r < ' ' || r == '"' || r == '\\' })
}

// saveAny remembers what a pointer points to, whatever its type.
func saveAny(pointer any) func() {
	p := reflect.ValueOf(pointer)
	if p.Kind() != reflect.Pointer || p.IsNil() {
		return func() {}
	}
	old := reflect.New(p.Elem().Type()).Elem()
	old.Set(p.Elem())
	return func() { p.Elem().Set(old) }
}
