package main

import (
	"errors"
	"os"
)

// playgroundFile is what tells the playground's folder from an office's.
const playgroundFile = "playground.json"

// forPlay refuses the folder of an office: the page has no login, and whoever
// opens it acts for everybody.
func (s Settings) forPlay() error {
	if s.has("luling.db") && !s.has(playgroundFile) {
		return errors.New("LULING_DATA holds a database that is not the playground's: name another folder, or set LULING_TELEGRAM_TOKEN")
	}
	return nil
}

// forOffice refuses the folder of the playground, whose people are invented.
func (s Settings) forOffice() error {
	if s.has(playgroundFile) {
		return errors.New("LULING_DATA holds the playground's invented people: name another folder")
	}
	return nil
}

func (s Settings) has(name string) bool {
	_, err := os.Stat(s.path(name))
	return err == nil
}
