package ask

import (
	"encoding/json"
	"testing"
)

// FuzzQuick: what is decoded the quick way is what JSON says.
func FuzzQuick(f *testing.F) {
	for _, seed := range []string{`12`, `-0`, `007`, `1e3`, `"甲"`, `"a\\n"`, `"\"`, `"a"b"`, `true`, `false`, ` 1`, `"`, ``, "\"\x01\"", "\"\xff\"", `9223372036854775808`} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		alike[int64](t, raw)
		alike[string](t, raw)
		alike[bool](t, raw)
	})
}

func alike[T comparable](t *testing.T, raw []byte) {
	t.Helper()
	var quickly, slowly T
	if !quick(raw, &quickly) {
		return
	}
	if err := json.Unmarshal(raw, &slowly); err != nil || quickly != slowly {
		t.Fatalf("%q is %v, not %v, %v", raw, quickly, slowly, err)
	}
}
