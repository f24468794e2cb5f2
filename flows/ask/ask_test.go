package ask

import (
	"encoding/json"
	"reflect"
	"testing"
)

const today = "2026-06-17" // a Wednesday

// typing is a text typed today.
func typing(text string) Input { return Input{Text: text, Today: today} }

// is compares an outcome with the name of a refusal, or with an answer's JSON.
func is(t *testing.T, says string, got Outcome, want string) {
	t.Helper()
	if has := brief(got); has != want {
		t.Errorf("%s: got %s %s, want %s", says, got.Kind, has, want)
	}
}

func brief(o Outcome) string {
	if o.Refusal != nil {
		return o.Refusal.Name
	}
	return string(o.Value)
}

// accepted fails unless a valid outcome's value can be set and shown.
func accepted(t *testing.T, q Question, o Outcome) {
	t.Helper()
	if o.Kind != Valid {
		if o.Refusal == nil || o.Value != nil || o.Echo != nil {
			t.Errorf("%s outcome of %s without a refusal, or with an answer: %+v", o.Kind, q.Name, o)
		}
		wellFormed(t, o)
		return
	}
	if err := q.Set(o.Value); err != nil {
		t.Errorf("Set(%s) of a valid outcome: %v", o.Value, err)
	}
	if shown := q.Shown(o.Value); shown["Kind"] != string(q.Kind) {
		t.Errorf("Shown(%s) = %v", o.Value, shown)
	}
}

// wellFormed fails unless a refusal has its class and exactly its keys.
func wellFormed(t *testing.T, o Outcome) {
	t.Helper()
	for _, shape := range Refusals() {
		if shape.Name != o.Refusal.Name {
			continue
		}
		if o.Kind != shape.Outcome {
			t.Errorf("refusal %s is %s, its shape says %s", shape.Name, o.Kind, shape.Outcome)
		}
		keys := map[string]bool{}
		for _, key := range shape.Keys {
			keys[key] = true
		}
		for key := range o.Refusal.Data {
			if !keys[key] {
				t.Errorf("refusal %s mentions %s, its shape does not", shape.Name, key)
			}
			delete(keys, key)
		}
		if len(keys) > 0 {
			t.Errorf("refusal %s does not mention %v", shape.Name, keys)
		}
		return
	}
	t.Errorf("refusal %s is not listed", o.Refusal.Name)
}

// mentions fails unless a refusal's data is the wanted one.
func mentions(t *testing.T, o Outcome, want map[string]any) {
	t.Helper()
	if o.Refusal == nil {
		t.Fatalf("no refusal but %s", o.Value)
	}
	got, _ := json.Marshal(o.Refusal.Data)
	wanted, _ := json.Marshal(want)
	if string(got) != string(wanted) {
		t.Errorf("refusal %s mentions %s, want %s", o.Refusal.Name, got, wanted)
	}
}

func same(t *testing.T, what string, got, want any) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%s: got %v, want %v", what, got, want)
	}
}
