package main

import (
	"go/ast"
	"go/parser"
	gotoken "go/token"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"luling/locales"
)

// names are the texts of a language with the source of each, as defined in its files.
func names(t *testing.T, lang string) map[string]string {
	t.Helper()
	all := map[string]string{}
	files, err := filepath.Glob("../../locales/" + lang + "/*")
	if err != nil || len(files) == 0 {
		t.Fatal("no texts", err)
	}
	for _, file := range files {
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, part := range strings.Split(string(source), `{{define "`)[1:] {
			name, body, _ := strings.Cut(part, `"}}`)
			all[name] = body
		}
	}
	return all
}

var (
	looksLikeName  = regexp.MustCompile(`^[a-z]+(\.[a-z_0-9]+)+$`)
	quoted         = regexp.MustCompile(`"([^"]*)"`)
	insideTemplate = regexp.MustCompile(`{{[^}]*}}`)
)

// literals are the strings in the Go files of folders, tests left out.
func literals(t *testing.T, folders ...string) map[string]string {
	t.Helper()
	found := map[string]string{}
	for _, folder := range folders {
		err := filepath.WalkDir("../../"+folder, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			file, err := parser.ParseFile(gotoken.NewFileSet(), path, nil, parser.SkipObjectResolution)
			if err != nil {
				return err
			}
			ast.Inspect(file, func(n ast.Node) bool {
				if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == gotoken.STRING {
					if s, err := strconv.Unquote(lit.Value); err == nil {
						found[s] = path
						for _, m := range quoted.FindAllStringSubmatch(s, -1) {
							found[m[1]] = path // JSON written by hand
						}
					}
				}
				return true
			})
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return found
}

// made are names that are put together as the program runs, by how they begin,
// with where that is done. What follows is the program's own word.
var made = map[string]string{
	"state.":               "flows/card, flows/apply: the state of an application",
	"role.":                "flows, flows/people: the role of a person",
	"command.":             "flows: the command of a menu and of /help",
	"language.":            "flows/people: the languages there are",
	"refused.":             "flows: the name of a refusal",
	"refused.file.":        "flows: why the content of a file was refused",
	"about.verify.":        "flows/about: the ways to verify of the programme file",
	"audit.act.":           "flows/card: the act of a journal entry",
	"audit.act.ask_":       "flows/apply: what a contact asks the leaders for",
	"audit.act.decline_":   "flows/apply: what a leader declines",
	"card.button.section.": "flows/card: the nine parts of the form",
	"units.body_type.":     "flows/units: the kinds of recommending body",
}

// promised are texts that wait for what says them.
var promised = map[string]string{
	"phase":            "the phases of a round, which the office is going to step through in chat",
	"month":            "the calendar buttons of dates",
	"state.not_chosen": "what a unit that was not chosen reads after the public notice",
}

// ends are what is put behind a word, or behind a list and its column: by a form
// for each question, by
// flows/apply for what the recommending body is told, by flows/card for what
// each criterion is asked.
var ends = []string{"", ".label", "_body", "_text", "_text.label", "_files", "_files.label"}

// first are the texts that only screens and snapshots of the first release name:
// people may still have these before them.
func first(t *testing.T) map[string]bool {
	t.Helper()
	all := map[string]bool{}
	for _, file := range []string{"apply_first.html", "apply_first.txt"} {
		source, err := os.ReadFile("../../locales/zh/" + file)
		if err != nil {
			t.Fatal(err)
		}
		for _, part := range strings.Split(string(source), `{{define "`)[1:] {
			name, _, _ := strings.Cut(part, `"}}`)
			all[name] = true
		}
	}
	return all
}

// composed reports whether a name is put together from words of the program.
func composed(name string, spoken map[string]string) bool {
	for begin := range made {
		if word, ok := strings.CutPrefix(name, begin); ok && spoken[word] != "" {
			return true
		}
	}
	for _, begin := range []string{"apply.", "apply.return.", "apply.withdraw.", "proxy.begin.", "apply.scan.", "about.approve.", "about.waive.", "office.block.", "office.unblock.", "people.invite.", "people.absence.", "people.self.", "units.unit.", "units.body.", "units.end.", "study.", "weekday."} {
		rest, ok := strings.CutPrefix(name, begin)
		if rest = strings.TrimPrefix(rest, "section."); ok && slices.ContainsFunc(ends, func(end string) bool {
			word, ok := strings.CutSuffix(rest, end)
			list, field, column := strings.Cut(word, ".")
			column = column && spoken[list] != "" && spoken[field] != ""
			return ok && (column || spoken[word] != "" || begin == "weekday.")
		}) {
			return true
		}
	}
	return false
}

func TestBothLanguagesHaveTheSameTexts(t *testing.T) {
	t.Parallel()
	first := names(t, locales.Languages[0])
	for _, lang := range locales.Languages[1:] {
		here := slices.Sorted(maps.Keys(names(t, lang)))
		if !slices.Equal(here, slices.Sorted(maps.Keys(first))) {
			t.Errorf("%s and %s define other names", lang, locales.Languages[0])
		}
	}
}

// What looks like the name of a text is one, or the name of a refusal, an act or a
// form.
func TestEveryNameInTheProgramIsDefined(t *testing.T) {
	t.Parallel()
	defined, others := names(t, "zh"), furnished(t)
	kinds := map[string]bool{}
	for name := range defined {
		kind, _, _ := strings.Cut(name, ".")
		kinds[kind] = true
	}
	for s, path := range literals(t, "bot", "cmd", "flows") {
		kind, _, _ := strings.Cut(s, ".")
		if looksLikeName.MatchString(s) && kinds[kind] && defined[s] == "" && defined["refused."+s] == "" && !others[s] {
			t.Errorf("%s: %q is neither a text nor an act nor a form", path, s)
		}
	}
}

// furnished are the acts and the forms of the house.
func furnished(t *testing.T) map[string]bool {
	t.Helper()
	h := house(t)
	all := map[string]bool{}
	for name := range h.Acts() {
		all[name] = true
	}
	for name := range h.Forms() {
		all[name] = true
	}
	return all
}

// A text is named in the program, or in another text, or put together there.
func TestEveryTextIsUsed(t *testing.T) {
	t.Parallel()
	defined, spoken, first := names(t, "zh"), literals(t, "bot", "cmd", "flows", "store"), first(t)
	inside := map[string]bool{}
	for _, body := range defined {
		for _, call := range insideTemplate.FindAllString(body, -1) {
			for _, m := range quoted.FindAllStringSubmatch(call, -1) {
				inside[m[1]] = true
			}
		}
	}
	for name := range defined {
		_, direct := spoken[name]
		kind, _, _ := strings.Cut(name, ".")
		if !direct && !inside[name] && !composed(name, spoken) && promised[kind] == "" && promised[name] == "" && !first[name] {
			t.Errorf("nobody says %q", name)
		}
	}
}
