package main

import (
	"fmt"
	"strings"

	"luling/flows"
	"luling/store"
	"luling/store/programme"
	"luling/store/storetest"
)

// answers says how a kind of question is answered; buttons answer the others.
var answersOf = map[string]string{
	"text": "这是一段用来走完全部提问的文字", "number": "3", "money": "30万", "year": "2025",
	"phone": "13870600101", "person": "张三 主任 13870600101",
	"long_text": strings.Repeat("这是一段用来走完全部提问的文字。", 5),
}

// fills answers the form on the screen to its end, looking around at each question.
func (w *walker) fills(s stand, wanted programme.Category, look func(stand)) stand {
	w.T.Helper()
	listed := map[any]bool{}
	for range 400 {
		about, _ := s.screen.Data.(map[string]any)
		kind, asks := about["Kind"].(string)
		if !asks || s.screen.Text != "form.question" {
			return s
		}
		look(s)
		question := about["Question"]
		switch text := answersOf[kind]; {
		case question == "apply.full_time_names":
			s = w.does(s, typed("张一、张二、张三"))
		case text != "":
			s = w.does(s, typed(text))
		case kind == "date":
			s = w.does(s, typed(w.day))
		case kind == "files" && w.filed > aFewFiles && keyOf(s, "skip") != nil && question != "apply.proof":
			s = w.presses(s, "skip")
		case kind == "files":
			s = w.sends(s)
		case kind == "list":
			s, listed[question] = w.lists(s, listed[question]), true
		case kind == "choices":
			s = w.presses(w.presses(s, "on"), "done")
		default:
			s = w.picks(s, string(wanted))
		}
	}
	w.T.Fatalf("the form does not end: %v", s.screen.Data)
	return s
}

// lists puts a further entry into the list on the screen, or ends it if it has one
// and may be ended.
func (w *walker) lists(s stand, has bool) stand {
	w.T.Helper()
	if has && keyOf(s, "done") != nil {
		return w.presses(s, "done")
	}
	return w.presses(s, "add")
}

// presses presses the first button of the form that does so.
func (w *walker) presses(s stand, do string) stand {
	w.T.Helper()
	b := keyOf(s, do)
	if b == nil {
		w.T.Fatalf("nothing does %q: %v", do, s.screen)
	}
	return w.does(s, s.press(*b))
}

// keyOf finds the first button of the form that does so, nil if there is none.
func keyOf(s stand, do string) *flows.Button {
	for _, row := range s.screen.Buttons {
		for _, b := range row {
			if b.Do == do {
				return &b
			}
		}
	}
	return nil
}

// picks presses the button of an option, or the first that answers.
func (w *walker) picks(s stand, wanted string) stand {
	var first *flows.Button
	for _, row := range s.screen.Buttons {
		for _, b := range row {
			if b.Do == "pick" && (first == nil || b.Arg == wanted) {
				first = &b
			}
		}
	}
	return w.does(s, s.press(*first))
}

// aFewFiles are enough to see what can become of files.
const aFewFiles = 4

// refuses looks at what is said of a file that cannot be kept.
func (w *walker) refuses(s stand, id programme.FileID) {
	w.T.Helper()
	for _, reason := range []string{"type", "empty", "too_big", "unsafe", "unreadable"} {
		w.looks(s, 0, flows.Input{Event: flows.Arrived, Received: &flows.Received{File: id, State: programme.FileRefused, Reason: reason}})
	}
}

// sends sends one file, which arrives, and ends the list.
func (w *walker) sends(s stand) stand {
	w.T.Helper()
	id := fmt.Sprint("file", w.number)
	s = w.does(s, flows.Input{Event: flows.Filed, File: &flows.Incoming{TelegramID: id, UniqueID: id, Name: id + ".pdf", Size: 1000}})
	var pending []programme.File
	storetest.View(w.T, w.DB, w.Now, func(tx *store.Tx) (err error) {
		pending, err = tx.FilesPending()
		return err
	})
	for _, f := range pending {
		w.filed++
		if w.filed <= aFewFiles {
			w.refuses(s, f.ID)
		}
		hash := fmt.Sprintf("%064d", f.ID)
		s = w.does(s, flows.Input{Event: flows.Arrived, Received: &flows.Received{File: f.ID, State: programme.FileStored, Type: "application/pdf", Size: 1000, SHA256: hash}})
	}
	return w.presses(s, "done")
}

// version is that of the first application.
func (w *walker) version() (v int64) {
	storetest.View(w.T, w.DB, w.Now, func(tx *store.Tx) error {
		a, err := tx.Application(1)
		v = a.Version
		return err
	})
	return v
}

// opens presses a button that opens a form.
func (w *walker) opens(s stand, act, arg string) stand {
	w.T.Helper()
	return w.does(s, s.press(flows.Button{Act: act, Arg: arg}))
}

// submits presses the button that submits, if it is there.
func (w *walker) submits(s stand) stand {
	w.T.Helper()
	for _, row := range s.screen.Buttons {
		for _, b := range row {
			if b.Do == "submit" {
				return w.does(s, s.press(b))
			}
		}
	}
	return s
}
