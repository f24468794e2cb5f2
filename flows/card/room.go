package card

import (
	"unicode/utf16"

	"luling/store/programme"
)

// How many characters at most stand beside what people typed.
const (
	lineRoom  = 40  // label and punctuation
	fileRoom  = 100 // one file: name cut to 60, size and state
	factsRoom = 400 // what the register says of a unit
	meetRoom  = 160 // one study session
	rowRoom   = 12  // place or year of an entry
	wordRoom  = 40  // an option that was chosen
)

// room is how many characters the answer takes at most, as the messenger counts.
func (a Answer) room() int {
	room := lineRoom + nameRoom(a.About["Name"]) + fileRoom*len(a.Files)
	switch a.Shown["Kind"] {
	case "unit_facts":
		return room + factsRoom
	case "study_facts":
		facts, _ := a.Shown["Facts"].(map[string]any)
		return room + meetRoom*(1+length(facts["Sessions"]))
	case kindTable:
		room += 2 * lineRoom // what the activities come to
	}
	for _, e := range a.Entries {
		room += rowRoom
		for _, of := range e.Answers {
			room += of.room()
		}
	}
	return room + shownRoom(a.Shown)
}

func shownRoom(shown map[string]any) (room int) {
	for key, v := range shown {
		if text, ok := v.(string); ok && key != "Kind" {
			room += units(text)
		}
	}
	if _, chosen := shown["Label"]; chosen {
		room += wordRoom
	}
	return room + wordRoom*length(shown["Chosen"])
}

// nameRoom is the longer of two wordings, just made or read back.
func nameRoom(name any) int {
	switch name := name.(type) {
	case programme.Words:
		return max(units(name.Zh), units(name.En))
	case map[string]any:
		zh, _ := name["Zh"].(string)
		en, _ := name["En"].(string)
		return max(units(zh), units(en))
	}
	return 0
}

func units(text string) int { return len(utf16.Encode([]rune(text))) }

// length is that of a list, whether it was just made or read back.
func length(list any) int {
	switch list := list.(type) {
	case []map[string]any:
		return len(list)
	case []any:
		return len(list)
	}
	return 0
}
