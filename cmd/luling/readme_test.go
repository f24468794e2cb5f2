package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"luling/bot/bottest"
)

// root is the repository, seen from here; readme is what its readers open first.
const (
	root   = "../.."
	readme = root + "/README.md"
)

// TestReadmeSaysWhatTheCodePrints compares the parts between
// <!-- name --> and <!-- /name --> with what the code prints today, and rewrites
// them under -update.
func TestReadmeSaysWhatTheCodePrints(t *testing.T) {
	t.Parallel()
	text := read(t, readme)
	for name, print := range parts() {
		before, got, after, found := part(text, name)
		if !found {
			t.Errorf("the README has no part %s", name)
			continue
		}
		want := "\n" + strings.TrimSpace(print(t)) + "\n"
		if got != want && !bottest.Updating() {
			t.Errorf("the README's part %s is not what the code says (make say rewrites it); it should be:\n%s", name, want)
		}
		text = before + want + after
	}
	if bottest.Updating() {
		if err := os.WriteFile(readme, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func TestReadmeHasNoPartNobodyWrites(t *testing.T) {
	t.Parallel()
	for _, m := range regexp.MustCompile(`<!-- /?([a-z -]+) -->`).FindAllStringSubmatch(read(t, readme), -1) {
		if parts()[m[1]] == nil {
			t.Errorf("the README has a part %q that no test writes", m[1])
		}
	}
}

// part splits the text around what stands between the marks of a part.
func part(text, name string) (before, within, after string, found bool) {
	from, to := "<!-- "+name+" -->", "<!-- /"+name+" -->"
	i, j := strings.Index(text, from), strings.Index(text, to)
	if i < 0 || j < i || strings.Count(text, from) != 1 || strings.Count(text, to) != 1 {
		return "", "", "", false
	}
	i += len(from)
	return text[:i], text[i:j], text[j:], true
}

// fileName matches what the README says in code letters that looks like a file of ours.
var fileName = regexp.MustCompile("`([a-z0-9_./-]+\\.(?:go|html|txt|toml|sql|yml|png|md|js|css))`")

func TestReadmeNamesOnlyFilesThatExist(t *testing.T) {
	t.Parallel()
	for _, m := range fileName.FindAllStringSubmatch(read(t, readme), -1) {
		if _, err := os.Stat(filepath.Join(root, m[1])); err != nil {
			t.Errorf("the README speaks of %s: %v", m[1], err)
		}
	}
}

// functionName matches "`bot/line.go` · `take`, `run`": functions by their file.
var functionName = regexp.MustCompile("`([a-z0-9_./-]+\\.go)` · ((?:`\\w+`(?:, )?)+)")

func TestReadmeNamesOnlyFunctionsThatExist(t *testing.T) {
	t.Parallel()
	all := functionName.FindAllStringSubmatch(read(t, readme), -1)
	if len(all) < 10 {
		t.Fatalf("only %d files with functions found: is the README written otherwise now?", len(all))
	}
	for _, m := range all {
		code := read(t, filepath.Join(root, m[1]))
		for _, name := range strings.Split(strings.ReplaceAll(m[2], "`", ""), ", ") {
			if name != "" && !regexp.MustCompile(`(?m)^(func (\([^)]*\) )?|type |var )`+name+`\b`).MatchString(code) {
				t.Errorf("the README says that %s has %s", m[1], name)
			}
		}
	}
}

func TestReadmeNamesEveryPackage(t *testing.T) {
	t.Parallel()
	text := read(t, readme)
	for _, folder := range packages(t) {
		if !strings.HasSuffix(folder, "test") && !strings.Contains(text, "`"+folder+"`") {
			t.Errorf("the README does not name the package %s", folder)
		}
	}
}

// packages lists the folders that hold Go code.
func packages(t *testing.T) (folders []string) {
	t.Helper()
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if name := d.Name(); d.IsDir() && path != root && (name == "build" || name == "testdata" || name[0] == '.') {
			return fs.SkipDir
		}
		if !strings.HasSuffix(path, ".go") {
			return nil
		}
		folder, err := filepath.Rel(root, filepath.Dir(path))
		if !slices.Contains(folders, folder) {
			folders = append(folders, folder)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return folders
}

func TestReadmesPictureIsThereAndSmall(t *testing.T) {
	t.Parallel()
	picture, err := os.Stat(root + "/.github/page.png")
	if err != nil || picture.Size() > 300<<10 {
		t.Errorf("the picture of the page: %v, %v", picture, err)
	}
	if !strings.Contains(read(t, readme), "(.github/page.png)") {
		t.Error("the README does not show the page")
	}
}

// TestReadmesCommandsParse reads every line of the README's shell blocks that
// calls the program, as the program would.
func TestReadmesCommandsParse(t *testing.T) {
	t.Parallel()
	n := 0
	for _, line := range regexp.MustCompile(`(?m)^(?:[A-Z_]+=\S+ )*build/luling(.*)$`).FindAllStringSubmatch(read(t, readme), -1) {
		n++
		typed, _, _ := strings.Cut(line[1], "  #")
		parser, err := new(program).parser(t.Output())
		if err != nil {
			t.Fatal(err)
		}
		if _, err := parse(parser, strings.Fields(typed)); err != nil {
			t.Errorf("luling%s: %v", typed, err)
		}
	}
	if n < 8 {
		t.Errorf("only %d command lines found in the README", n)
	}
}

func read(t *testing.T, path string) string {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(fmt.Errorf("read: %w", err))
	}
	return string(content)
}
