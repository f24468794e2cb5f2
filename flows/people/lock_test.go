package people_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"luling/flows/people"
	"luling/store"
	"luling/store/programme"
	"luling/store/storetest"
)

// Five wrong codes lock the account for an hour; a good one is then not looked at.
func TestWrongCodesLock(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name  string
		wrong int
		wait  time.Duration
		good  bool
	}{
		{"after four wrong codes a good one is taken", 4, 0, true},
		{"after five it is not", 5, 0, false},
		{"nor a millisecond before the hour is over", 5, time.Hour - time.Millisecond, false},
		{"after the hour it is", 5, time.Hour, true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			w := town(t)
			code := invite(w, storetest.Player{}, programme.Invitation{Role: programme.RoleContact, UnitID: w.Unit("吉安甲厂").ID})
			chat := w.Chat(stranger)
			for range tt.wrong {
				w.Now = w.Now.Add(10 * time.Minute)
				chat.Says("ACDEFGHJKM").Sees("邀请码不可用")
			}
			w.Now = w.Now.Add(tt.wait)
			chat.Says(code.Typed)
			if got := strings.Contains(chat.Screen(), "已启用"); got != tt.good {
				t.Errorf("taken: %v\n%s", got, chat.Screen())
			}
			w.Chat(stranger + 1).Says("ACDEFGHJKM").Sees("邀请码不可用")
		})
	}
}

func TestEveryBadCodeHearsTheSame(t *testing.T) {
	t.Parallel()
	w := town(t)
	u := w.Unit("吉安甲厂")
	used := invite(w, storetest.Player{}, programme.Invitation{Role: programme.RoleContact, UnitID: u.ID})
	w.Chat(stranger).Says(used.Typed).Sees("已启用")
	old := invite(w, storetest.Player{}, programme.Invitation{Role: programme.RoleOffice})
	w.Now = monday.Add(72 * time.Hour)
	said := map[string]bool{}
	for _, code := range []string{"ACDEFGHJKM", "x", used.Typed, used.Link, old.Typed, old.Link, strings.Repeat("长", 500)} {
		chat := w.Chat(stranger + 1).Says("/start " + code)
		said[chat.Screen()] = true
	}
	if len(said) != 1 {
		t.Errorf("%d different answers: %v", len(said), said)
	}
}

func TestGuessing(t *testing.T) {
	t.Parallel()
	w := town(t)
	for i := range 5 {
		invite(w, storetest.Player{}, programme.Invitation{Role: programme.RoleContact, UnitID: w.Unit(fmt.Sprint("单位", i)).ID})
	}
	chat := w.Chat(stranger)
	for range 200 {
		chat.Says("ACDEFGHJKM")
	}
	var tries int
	storetest.View(t, w.DB, w.Now, func(tx *store.Tx) (err error) {
		tries, err = tx.FailedTries(stranger, monday)
		return err
	})
	if tries > 10 || len(grants(w, stranger)) != 0 {
		t.Errorf("200 guesses left %d rows and %v", tries, grants(w, stranger))
	}
}

func TestOldTriesAreForgotten(t *testing.T) {
	t.Parallel()
	w := town(t)
	w.Chat(stranger).Says("ACDEFGHJKM")
	for _, tt := range []struct {
		after time.Duration
		left  int
	}{{time.Hour, 1}, {time.Hour + time.Millisecond, 0}} {
		storetest.Update(t, w.DB, w.Now, func(tx *store.Tx) error {
			if err := people.Feature.Due(tx, monday.Add(tt.after)); err != nil {
				return err
			}
			n, err := tx.FailedTries(stranger, monday)
			if n != tt.left {
				t.Errorf("%v later %d tries are left", tt.after, n)
			}
			return err
		})
	}
}
