package paper

import (
	"encoding/json"
	"errors"
	"fmt"

	"luling/locales"
)

// A Sheet is a finished document.
type Sheet struct {
	Name    string // of the file, with its ending
	Content []byte
}

// ErrKind says that there is no such kind of document.
var ErrKind = errors.New("no such document")

// kinds are the documents there are, by the names that features give them.
var kinds = map[string]func(json.RawMessage, *locales.Texts, string) (Sheet, error){
	"slips": slips,
}

// Make makes a document of a kind from the JSON of its data, for a reader of a
// language. Errors: ErrKind.
func Make(kind string, data json.RawMessage, texts *locales.Texts, lang string) (Sheet, error) {
	make, known := kinds[kind]
	if !known {
		return Sheet{}, fmt.Errorf("make %q: %w", kind, ErrKind)
	}
	s, err := make(data, texts, lang)
	if err != nil {
		return Sheet{}, fmt.Errorf("make %s: %w", kind, err)
	}
	return s, nil
}
