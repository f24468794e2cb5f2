package flows

import (
	"errors"
	"strings"
	"testing"
)

func TestDataGoesThereAndBack(t *testing.T) {
	t.Parallel()
	for name, b := range map[string]Button{
		"a button of a form":                {Do: doPick, Arg: "enterprise"},
		"an argument with colons":           {Do: doPick, Arg: "a:b:c"},
		"an act on a thing and its version": {Act: "apply.confirm", Object: 12, Version: 3, Arg: "ec66"},
		"a command":                         {Act: "/todo"},
		"a command with an argument":        {Act: "/desk", Arg: "2"},
	} {
		data, err := b.data("abcdefgh", 35)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		p, err := parseData(data)
		if err != nil {
			t.Fatalf("%s: %s: %v", name, data, err)
		}
		again := Button{Do: p.do, Act: p.act, Object: p.press.Object, Version: p.press.Version, Arg: p.arg}
		if p.command != "" {
			again.Act = "/" + p.command
		}
		if again != b {
			t.Errorf("%s: %+v came back as %+v", name, b, again)
		}
	}
}

func TestDataHasSixtyFourBytes(t *testing.T) {
	t.Parallel()
	fits := Button{Act: "a.b", Arg: strings.Repeat("x", MaxData-len("a:a.b:0:0:"))}
	if data, err := fits.data("", 0); err != nil || len(data) != MaxData {
		t.Errorf("%d bytes: %v", len(data), err)
	}
	fits.Arg += "x"
	if _, err := fits.data("", 0); err == nil {
		t.Error("a byte too many is not an error")
	}
}

func FuzzParseData(f *testing.F) {
	for _, s := range []string{"", "f:abcdefgh:z:pick:x", "a:apply.confirm:1:2:", "c:todo:", "a:b:-1:0:", "a:b:00:0:", "f:x", "x:y:z", "a:a.b:zzzzzzzzzzzzzzzz:0:"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, err := parseData(s)
		if err != nil {
			if !errors.Is(err, ErrData) {
				t.Errorf("%q: %v is not ErrData", s, err)
			}
			return
		}
		if p.press.Object < 0 || p.press.Version < 0 || p.revision < 0 || len(s) > MaxData {
			t.Errorf("%q was read as %+v", s, p)
		}
	})
}
