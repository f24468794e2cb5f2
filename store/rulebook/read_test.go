package rulebook_test

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"

	"luling/store/programme"
	"luling/store/rulebook"
)

func read(t testing.TB, content string) *programme.Programme {
	t.Helper()
	p, err := rulebook.Read("city.toml", strings.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestVersionIsThatOfTheBytes(t *testing.T) {
	t.Parallel()
	whole := text(t)
	same, changed := read(t, whole), read(t, whole+"\n")
	if d := jian(t); d.Version != same.Version || len(d.Version) != 64 || string(d.Source) != whole {
		t.Errorf("the same bytes are version %s and %s", d.Version, same.Version)
	}
	if same.Version == changed.Version {
		t.Error("one more blank line is no new version")
	}
}

func TestLoad(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "city.toml")
	if _, err := rulebook.Load(path); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a missing file: %v", err)
	}
	spoiled, line := spoil(t, "planned = 7", "planned = 9")
	if err := os.WriteFile(path, []byte(spoiled), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := rulebook.Load(path)
	if err == nil || !strings.HasPrefix(err.Error(), fmt.Sprintf("%s:%d: seats.planned: ", path, line)) {
		t.Errorf("a faulty file: %v", err)
	}
	if err := os.WriteFile(path, []byte(text(t)), 0o600); err != nil {
		t.Fatal(err)
	}
	if p, err := rulebook.Load(path); err != nil || p.Version != jian(t).Version {
		t.Errorf("a good file: %v", err)
	}
}

func TestEditorsHabits(t *testing.T) {
	t.Parallel()
	whole := text(t)
	for name, content := range map[string]string{
		"a byte order mark": "\ufeff" + whole,
		"line ends of DOS":  strings.ReplaceAll(whole, "\n", "\r\n"),
	} {
		if p := read(t, content); p.City.Zh != "吉安市" || p.PointsSum("") != 100_00 {
			t.Errorf("%s: city %q, %d points", name, p.City.Zh, p.PointsSum(""))
		}
	}
}

func TestReadingFails(t *testing.T) {
	t.Parallel()
	broken := errors.New("broken")
	if _, err := rulebook.Read("city.toml", iotest.ErrReader(broken)); !errors.Is(err, broken) {
		t.Errorf("a broken file: %v", err)
	}
}

func TestLength(t *testing.T) {
	t.Parallel()
	whole := text(t)
	longest := whole + strings.Repeat("#", 1<<20-len(whole))
	read(t, longest)
	if _, err := rulebook.Read("city.toml", strings.NewReader(longest+"#")); !errors.Is(err, rulebook.ErrTooLong) {
		t.Errorf("one byte more: %v", err)
	}
}

func TestEveryFaultIsTold(t *testing.T) {
	t.Parallel()
	_, err := rulebook.Read("empty.toml", strings.NewReader(""))
	var faults rulebook.Faults
	if !errors.As(err, &faults) || len(faults) < 50 {
		t.Fatalf("an empty file has %d faults", len(faults))
	}
	for _, f := range faults {
		if f.File != "empty.toml" || f.Line != 0 || f.Problem == "" || strings.Contains(f.Error(), ":0") {
			t.Errorf("the fault %+v is written %q", f, f)
		}
	}
}

func TestBodyOverridesItsQuota(t *testing.T) {
	t.Parallel()
	none, _ := spoil(t, `type = "county"`, "type = \"county\"\nquota = 0")
	if b := read(t, none).Bodies; b[0].Quota != 0 || b[1].Quota != 2 {
		t.Errorf("quotas %d and %d, want 0 as written and 2 of the type", b[0].Quota, b[1].Quota)
	}
	three, _ := spoil(t, "county = 2", "county = 3")
	if b := read(t, three).Bodies; b[0].Quota != 3 {
		t.Errorf("quota %d, want that of the type", b[0].Quota)
	}
}

func TestWeightsOfACategory(t *testing.T) {
	t.Parallel()
	with := func(weights string) string {
		content, _ := spoil(t, `types = ["industrial_park", "enterprise"]`, `types = ["industrial_park", "enterprise"]`+"\nweights = "+weights)
		return content
	}
	p := read(t, with("{ guarantee = 20, plan = 15, carrier = 10, platform = 10, feature = 14.5, result = 30.5 }"))
	for _, c := range []struct {
		category  programme.Category
		criterion programme.CriterionID
		want      int64
	}{
		{programme.CatEnterprise, programme.CritResult, 30_50},
		{programme.CatEnterprise, programme.CritGuarantee, 20_00},
		{programme.CatRural, programme.CritResult, 18_00},
		{"", programme.CritResult, 18_00},
		{programme.CatEnterprise, "style", 0},
	} {
		if got := p.Points(c.category, c.criterion); got != c.want {
			t.Errorf("%s in %q is worth %d hundredths, want %d", c.criterion, c.category, got, c.want)
		}
	}
	if sum := p.PointsSum(programme.CatEnterprise); sum != 100_00 {
		t.Errorf("the weights add up to %d hundredths", sum)
	}
	for name, weights := range map[string]string{
		"categories[0].weights: add up to 99, must be 100":                         "{ guarantee = 19, plan = 15, carrier = 10, platform = 10, feature = 15, result = 30 }",
		`categories[0].weights: must weigh "result" too`:                           "{ guarantee = 50, plan = 15, carrier = 10, platform = 10, feature = 15 }",
		`categories[0].weights.style: "style" is not a criterion of the file`:      "{ guarantee = 20, plan = 15, carrier = 10, platform = 10, feature = 15, result = 25, style = 5 }",
		"categories[0].weights.plan: x is not a number of points such as 4 or 2.5": `{ guarantee = 20, plan = "x" }`,
	} {
		_, err := rulebook.Read("city.toml", strings.NewReader(with(weights)))
		if err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("got %v, want %s", err, name)
		}
	}
}

func TestAnotherCity(t *testing.T) {
	t.Parallel()
	content, _ := spoil(t, "[[categories]]\nid = \"social_work\"", "[[categories]]\nid = \"digital\"")
	content = strings.Replace(content, `city = { zh = "吉安市", en = "Ji'an" }`, `city = { zh = "某市", en = "Elsewhere" }`, 1)
	p := read(t, content)
	if rule, found := p.Category("digital"); !found || p.City.In("en") != "Elsewhere" || p.City.In("fr") != "某市" {
		t.Errorf("another city's own category is %v", rule)
	}
}

func FuzzRead(f *testing.F) {
	f.Add("city = { zh = \"甲\", en = \"A\" }\n[seats]\nmin = 1\n[[criteria]]\n[[criteria.items]]\nno = \"1.1\"\npoints = 0.5\n")
	f.Add("a.b = 1\n[a]\nb = 2\n[[a.b.c]]\n")
	f.Add("x = [[1, {y = [2]}],\n3]\n")
	f.Add("[[bodies]]\nquota = 99999999999999999999\n")
	f.Add("points = \"\\u0000")
	f.Fuzz(func(t *testing.T, content string) {
		p, err := rulebook.Read("fuzz.toml", strings.NewReader(content))
		if (p == nil) == (err == nil) {
			t.Fatalf("a programme and a fault, or neither: %v", err)
		}
		var faults rulebook.Faults
		errors.As(err, &faults)
		lines := 1 + strings.Count(content, "\n")
		for _, fault := range faults {
			if fault.Line < 0 || fault.Line > lines {
				t.Fatalf("%v lies outside %d lines", fault, lines)
			}
		}
	})
}
