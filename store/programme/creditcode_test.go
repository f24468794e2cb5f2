package programme_test

import (
	"errors"
	"strings"
	"testing"

	"luling/store/programme"
)

func TestCreditCode(t *testing.T) {
	t.Parallel()
	const code = "91350100M000100Y43" // the example of the national standard
	for _, c := range []struct {
		name, text, want string
	}{
		{"as printed", code, code},
		{"in small letters", strings.ToLower(code), code},
		{"in groups", "9135 0100 M000 100Y 43", code},
		{"in full width", "９１３５０１００Ｍ０００１００Ｙ４３", code},
		{"one sign wrong", "91350100M000100Y44", ""},
		{"two signs swapped", "91350100M000010Y43", ""},
		{"one sign short", code[:17], ""},
		{"one sign long", code + "3", ""},
		{"a letter the code does not use", "91350100I000100Y43", ""},
		{"a letter of more bytes", "91350100万00100Y43", ""},
		{"nothing", "", ""},
	} {
		got, err := programme.CreditCode(c.text)
		if got != c.want || (err == nil) != (c.want != "") || err != nil && !errors.Is(err, programme.ErrCreditCode) {
			t.Errorf("%s: %q, %v; want %q", c.name, got, err, c.want)
		}
	}
}

func TestEveryBodyHasOneCheckSign(t *testing.T) {
	t.Parallel()
	const signs = "0123456789ABCDEFGHJKLMNPQRTUWXY"
	checks := map[rune]bool{}
	for _, last := range signs { // the weight of the last place runs through every remainder
		body, passing := "91350100M000100Y"+string(last), 0
		for _, check := range signs {
			if _, err := programme.CreditCode(body + string(check)); err == nil {
				checks[check] = true
				passing++
			}
		}
		if passing != 1 {
			t.Errorf("%s has %d check signs", body, passing)
		}
	}
	if len(checks) != len(signs) {
		t.Errorf("%d different check signs, want %d", len(checks), len(signs))
	}
}
