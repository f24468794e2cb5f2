package bot

import (
	"context"
	"testing"

	"luling/store"
)

// screenOf is revision r of the first chat, asking a question.
func screenOf(r int64, question string) store.Screen {
	return store.Screen{Chat: 1, Conversation: "c", Asks: question, Wanted: r, Anew: true, AnewFrom: r}
}

func TestWhatIsEarly(t *testing.T) {
	t.Parallel()
	s := newSight()
	show := func(r int64, question string, message int) {
		w := wish{Screen: screenOf(r, question)}
		s.wanted(w)
		s.shown(w, message, "", true)
	}
	show(1, "name", 10)
	show(2, "name", 20) // asked again after a refusal
	show(3, "staff", 30)
	for _, row := range []struct {
		says         string
		message      int
		early, blind bool
	}{
		{"sent before the question", 29, true, true},
		{"sent after it", 31, false, false},
		{"a press, which has no message of its own", 0, false, false},
	} {
		early, blind := s.early(t.Context(), screenOf(3, "staff"), row.message)
		if early != row.early || blind != row.blind {
			t.Errorf("%s: early %v, blind %v", row.says, early, blind)
		}
	}
	show(4, "staff", 40)
	if early, blind := s.early(t.Context(), screenOf(4, "staff"), 35); early || !blind {
		t.Errorf("sent between two askings of the same: early %v, blind %v", early, blind)
	}
}

func TestAScreenOnItsWayIsWaitedFor(t *testing.T) {
	t.Parallel()
	s := newSight()
	w := wish{Screen: screenOf(1, "name")}
	s.wanted(w)
	over, end := context.WithCancel(t.Context())
	end()
	if early, _ := s.early(over, w.Screen, 5); !early {
		t.Error("a screen that does not come was seen")
	}
	go s.shown(w, 3, "", true)
	if early, _ := s.early(t.Context(), w.Screen, 5); early {
		t.Error("a message after the screen is early")
	}
}

func TestOfAnotherProcessesScreensNothingIsCertain(t *testing.T) {
	t.Parallel()
	s := newSight()
	w := wish{Screen: screenOf(1, "name"), again: true}
	s.wanted(w)
	s.shown(w, 30, "", true)
	if early, blind := s.early(t.Context(), w.Screen, 29); early || blind {
		t.Errorf("early %v, blind %v", early, blind)
	}
}

func TestWhatFollowsTheKeyboardIsNotEarly(t *testing.T) {
	t.Parallel()
	s := newSight()
	w := wish{Screen: screenOf(1, "contact_phone"), offer: 10}
	s.wanted(w)
	s.shown(w, 12, "", true)
	for message, want := range map[int]bool{9: true, 11: false, 13: false} {
		if early, _ := s.early(t.Context(), w.Screen, message); early != want {
			t.Errorf("message %d: early is %v", message, early)
		}
	}
}
