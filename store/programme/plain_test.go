package programme_test

import (
	"testing"

	"luling/store/programme"

	"pgregory.net/rapid"
)

func TestPlainName(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, a, b string }{
		{"blanks do not matter", "吉安 市第一\u3000医院 ", "吉安市第一医院"},
		{"brackets are brackets", "江西某某（吉安）有限公司", "江西某某(吉安)有限公司"},
		{"square and lenticular ones too", "某某【吉安】公司", "某某[吉安]公司"},
		{"full width letters are letters", "ＡＢＣ科技１２３", "abc科技123"},
		{"capitals do not matter", "Luling科技", "LULING科技"},
		{"invisible marks do not matter", "吉安\u200b市\ufeff医院\u202e", "吉安市医院"},
	} {
		if programme.PlainName(c.a) != programme.PlainName(c.b) {
			t.Errorf("%s: %q and %q are plainly %q and %q", c.name, c.a, c.b, programme.PlainName(c.a), programme.PlainName(c.b))
		}
	}
	if programme.PlainName("吉安县医院") == programme.PlainName("吉安市医院") {
		t.Error("two names are one")
	}
	rapid.Check(t, func(t *rapid.T) {
		plain := programme.PlainName(rapid.String().Draw(t, "name"))
		if again := programme.PlainName(plain); again != plain {
			t.Fatalf("the plain name %q is plainly %q", plain, again)
		}
	})
}

func TestNear(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, a, b string
		want       bool
	}{
		{"the same", "吉安市第一人民医院", "吉安市第一人民医院", true},
		{"one letter replaced", "吉安市第一人民医院", "吉安县第一人民医院", true},
		{"two letters missing", "吉安市第一人民医院", "吉安市第一医院", true},
		{"three letters missing", "吉安市第一人民医院", "吉安市人民院", false},
		{"one letter more at each end", "安市第一医", "吉安市第一医院", true},
		{"two letters changed place", "吉安市一第医院", "吉安市第一医院", true},
		{"width and brackets do not count", "某某公司（吉安）", "某某公司(吉安)", true},
		{"two letters against none", "医院", "", true},
		{"three letters against none", "大医院", "", false},
	} {
		if programme.Near(c.a, c.b) != c.want || programme.Near(c.b, c.a) != c.want {
			t.Errorf("%s: %v, want %v both ways", c.name, programme.Near(c.a, c.b), c.want)
		}
	}
}
