package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestOfficeAndPlaygroundKeepApart(t *testing.T) {
	t.Parallel()
	for _, row := range []struct{ name, holds, play, office string }{
		{"a folder that is not there yet is anybody's", "", "", ""},
		{"a database alone is an office's", "luling.db", "is not the playground's", ""},
		{"a database with a page beside it is the playground's", "luling.db playground.json", "", "invented people"},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			folder := t.TempDir()
			for _, name := range strings.Fields(row.holds) {
				if err := os.WriteFile(filepath.Join(folder, name), nil, 0o600); err != nil {
					t.Fatal(err)
				}
			}
			s := Settings{Data: folder}
			refuses(t, "the page", s.forPlay(), row.play)
			refuses(t, "an office", s.forOffice(), row.office)
		})
	}
}

// An office that forgets its token must not find its database on a page without a login.
func TestRunWithoutATokenRefusesAnOfficesFolder(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	if _, err := command(t, folder, "body", "list"); err != nil {
		t.Fatal(err)
	}
	_, err := command(t, folder, "run", "--listen=127.0.0.1:0")
	refuses(t, "luling run", err, "set LULING_TELEGRAM_TOKEN")
}

func TestRunWithATokenRefusesThePlaygroundsFolder(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, playgroundFile), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := command(t, folder, "run", "--telegram-token="+goodToken, "--telegram-api=http://127.0.0.1:1")
	refuses(t, "luling run", err, "name another folder")
}

// refuses holds an error against words of the refusal; no words: there is none.
func refuses(t *testing.T, who string, err error, words string) {
	t.Helper()
	if words == "" && err != nil || words != "" && (err == nil || !strings.Contains(err.Error(), words)) {
		t.Errorf("%s: %v, want …%s…", who, err, words)
	}
}
