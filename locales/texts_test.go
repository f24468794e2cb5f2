package locales

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"
)

func loaded(t *testing.T) *Texts {
	t.Helper()
	texts, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return texts
}

// made loads texts that are the same in both languages.
func made(t *testing.T, messages, lines string) *Texts {
	t.Helper()
	texts, err := load(pair(messages, lines))
	if err != nil {
		t.Fatal(err)
	}
	return texts
}

func pair(messages, lines string) fstest.MapFS {
	files := fstest.MapFS{}
	for _, lang := range Languages {
		files[lang+"/a.html"] = &fstest.MapFile{Data: []byte(messages)}
		files[lang+"/a.txt"] = &fstest.MapFile{Data: []byte(lines)}
	}
	return files
}

func TestLoadRefuses(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ name, messages, lines, want string }{
		{"a text that does not end", "\n{{define \"a\"}}", "", "zh/a.html:2"},
		{"a function nobody knows", "\n\n{{define \"a\"}}{{shout .}}{{end}}", "", "zh/a.html:3"},
		{"a message inside a line", "", "{{define \"a\"}}{{text \"b\" .}}{{end}}", "zh/a.txt:1"},
		{"words outside of a text", "{{define \"a\"}}a{{end}}\nstray", "", "zh/a.html:2"},
		{"a text that says nothing", "\n{{define \"a\"}} {{end}}", "", "zh/a.html:2"},
		{"a name used twice in one file", "{{define \"a\"}}1{{end}}\n{{define \"a\"}}2{{end}}", "", "zh/a.html:2"},
		{"a name used for a message and a line", "{{define \"a\"}}1{{end}}", "\n{{define \"a\"}}2{{end}}", "zh/a.txt:2"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			_, err := load(pair(tt.messages, tt.lines))
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v, want one that names %s", err, tt.want)
			}
		})
	}
}

func TestLoadRefusesANameInTwoFiles(t *testing.T) {
	t.Parallel()
	files := pair(`{{define "a"}}1{{end}}`, "")
	files["en/b.html"] = &fstest.MapFile{Data: []byte("\n{{define \"a\"}}2{{end}}")}
	_, err := load(files)
	if err == nil || !strings.Contains(err.Error(), "en/b.html:2") || !strings.Contains(err.Error(), "en/a.html:1") {
		t.Errorf("error %v, want one that names both places", err)
	}
}

func TestMissingIsAnError(t *testing.T) {
	t.Parallel()
	texts := made(t, `
{{define "key"}}{{.Name}}{{end}}
{{define "deep"}}{{.A.B}}{{end}}
{{define "inner"}}{{text "key" .}}{{end}}
{{define "unknown"}}{{text "nowhere" .}}{{end}}
{{define "var"}}{{var "city"}}{{end}}
{{define "message as line"}}{{line "key" .}}{{end}}`, `
{{define "line key"}}{{.Name}}{{end}}`)
	for _, name := range []string{"key", "deep", "inner", "unknown", "var", "message as line", "line key", "undefined"} {
		for _, data := range []any{nil, map[string]any{}, map[string]any{"A": map[string]any{}}} {
			if said, err := texts.HTML("zh", name, data); err == nil {
				t.Errorf("HTML %s with %v said %q", name, data, said)
			}
			if said, err := texts.Plain("zh", name, data); err == nil {
				t.Errorf("Plain %s with %v said %q", name, data, said)
			}
		}
	}
}

// Data may name the text to take in; it must not be able to end the process.
func TestATextThatTakesInItselfIsAnError(t *testing.T) {
	t.Parallel()
	texts := made(t, `
{{define "message"}}{{text .Name .}}{{end}}
{{define "round"}}{{line "line" .}}{{end}}
{{define "down"}}{{if .N}}{{.N}}{{text "down" (dict "N" (sub .N 1))}}{{end}}{{end}}`, `
{{define "line"}}{{label (dict "Text" "line" "Data" .)}}{{end}}`)
	for _, name := range []string{"message", "round"} {
		if said, err := texts.HTML("zh", name, map[string]any{"Name": "message"}); err == nil {
			t.Errorf("%s said %q", name, said)
		}
	}
	if said, err := texts.HTML("zh", "down", map[string]any{"N": deepest}); err != nil || said != "87654321" {
		t.Errorf("%d deep: %q, %v", deepest, said, err)
	}
	if said, err := texts.HTML("zh", "down", map[string]any{"N": deepest + 1}); err == nil {
		t.Errorf("%d deep said %q", deepest+1, said)
	}
}

func TestUnknownNames(t *testing.T) {
	t.Parallel()
	texts := loaded(t)
	if _, err := texts.HTML("zh", "button.back", nil); !errors.Is(err, ErrUnknown) {
		t.Errorf("a line asked for as a message: %v", err)
	}
	if _, err := texts.Plain("zh", "screen.busy", nil); !errors.Is(err, ErrUnknown) {
		t.Errorf("a message asked for as a line: %v", err)
	}
	if texts.Has("zh", "nowhere") || texts.Has("fr", "button.back") || texts.Names("fr") != nil {
		t.Error("what is not there is said to be")
	}
	if !texts.Has("en", "button.back") || !texts.IsPlain("button.back") || texts.IsPlain("screen.busy") {
		t.Error("what is there is denied or of the wrong kind")
	}
}

func TestWithVariables(t *testing.T) {
	t.Parallel()
	type words struct{ Zh, En string }
	bare := made(t, `{{define "a"}}{{var "city"}}, {{var "phone"}}{{end}}`, "")
	if _, err := bare.HTML("zh", "a", nil); err == nil {
		t.Fatal("a variable of nobody was rendered")
	}
	texts := bare.With(map[string]any{"city": words{"吉安", "Ji'an"}, "phone": "<110>"})
	for lang, want := range map[string]string{"zh": "吉安, &lt;110&gt;", "en": "Ji&#39;an, &lt;110&gt;"} {
		if said, err := texts.HTML(lang, "a", nil); err != nil || said != want {
			t.Errorf("%s: %q, %v, want %q", lang, said, err, want)
		}
	}
	again := texts.With(map[string]any{"city": "B", "phone": "1"})
	if said, err := again.HTML("zh", "a", nil); err != nil || said != "B, 1" {
		t.Errorf("other variables after rendering: %q, %v", said, err)
	}
	if _, err := bare.HTML("zh", "a", nil); err == nil {
		t.Error("With changed the texts it was called on")
	}
}

func TestMatch(t *testing.T) {
	t.Parallel()
	for code, want := range map[string]string{
		"": "zh", "zh": "zh", "zh-hans": "zh", "zh-TW": "zh", "zh-hant": "zh", "zh_CN": "zh",
		"en": "en", "en-GB": "en", "EN_us": "en", "eng": "zh", "fr": "zh", "pt-br": "zh", "-en": "zh",
	} {
		if got := Match(code); got != want {
			t.Errorf("Match(%q) = %q, want %q", code, got, want)
		}
	}
}
