package ask_test

import (
	"strings"
	"testing"

	"luling/flows/ask"
)

func TestChecked(t *testing.T) {
	t.Parallel()
	var code string
	read := func(s string) (string, *ask.Refusal) {
		if s = strings.ToUpper(s); !strings.HasPrefix(s, "C") {
			return "", ask.Refuse("own.code", nil)
		}
		return s, nil
	}
	q := ask.Checked("code", &code, read, ask.Length(2, 4))
	for typed, want := range map[string]string{" c12 ": `"C12"`, "C1": `"C1"`, "12": "own.code", "c": "too_short", "c1234": "too_long", "": "empty"} {
		out := q.Understand(ask.Input{Text: typed})
		if got := string(out.Value); got != want && (out.Refusal == nil || out.Refusal.Name != want) {
			t.Errorf("%q: %s, %v, want %s", typed, got, out.Refusal, want)
		}
		if out.Kind == ask.Valid && (out.Echo != nil) != (typed != "C1") {
			t.Errorf("%q is echoed: %v", typed, out.Echo != nil)
		}
	}
	if err := q.Set([]byte(`"12"`)); err == nil || code != "" {
		t.Errorf("a stored answer that is no longer read is set: %q, %v", code, err)
	}
	if err := q.Set([]byte(`"C7"`)); err != nil || code != "C7" {
		t.Errorf("%q, %v", code, err)
	}
}
