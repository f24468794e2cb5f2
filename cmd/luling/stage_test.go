//go:build failpoints

package main

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"luling/bot"
	"luling/bot/playground"
	"luling/store"
	"luling/store/programme"
)

const (
	contactAccount = 1001
	headAccount    = 1002
	bodyAccount    = 1013
)

// a stage is a playground, a bot in a process of its own, and people who do
// what a patient user does: look, answer what is asked, press again if nothing moves.
type stage struct {
	t      *testing.T
	r      *rand.Rand
	box    *playground.Server
	web    *httptest.Server
	bot    *process
	set    Settings
	db     *store.DB // read only, beside the bot
	events <-chan playground.Event
	quit   func()

	kills       int
	acked       map[string]string // answers the bot has said it took
	given       string            // question answered last
	story       []string          // revisions and questions, for a failure's message
	acted       map[int64]string  // per person: the screen last acted on
	updates     []int64
	redelivered int
	lost        int
}

func newStage(t *testing.T, r *rand.Rand) *stage {
	s := &stage{t: t, r: r, acked: map[string]string{}, acted: map[int64]string{}}
	clock := bot.NewClock()
	box, err := playground.New(playground.Config{
		Clock: clock, Token: playToken, Username: "luling_bot", Title: "庐陵", People: cast(), Limits: playground.Limits{Off: true},
	})
	if err != nil {
		t.Fatal(err)
	}
	s.box, s.web = box, httptest.NewServer(box.Handler())
	s.set = Settings{Data: t.TempDir(), Address: "127.0.0.1:0"}
	s.bot = &process{settings: s.set, clock: clock, api: s.web.URL, args: []string{"--unpaced"}}
	s.events, s.quit = box.Subscribe()
	return s
}

func (s *stage) end() {
	if err := s.bot.stop(); err != nil {
		s.t.Error(err)
	}
	if s.db != nil {
		_ = s.db.Close()
	}
	s.quit()
	_ = s.box.Close()
	s.web.CloseClientConnections()
	s.web.Close()
}

// when is the hit at which to kill: early ones for what happens once, later ones
// in the middle of the form for what happens at every turn.
func (s *stage) when(point string) int {
	switch {
	case strings.HasPrefix(point, "store.migrate"), strings.Contains(point, "undo"), strings.Contains(point, "notices.sent"):
		return 1
	case strings.Contains(point, "chain"), strings.Contains(point, "notice"), strings.Contains(point, "jobs"), strings.Contains(point, "files"), strings.Contains(point, "job"):
		return 1 + s.r.IntN(3)
	}
	return 2 + s.r.IntN(40)
}

func (s *stage) start(order string) {
	s.bot.extra = append(s.bot.extra, order)
	if err := s.bot.start(); err != nil {
		s.t.Fatal(err)
	}
}

// watch starts the bot again if it was killed.
func (s *stage) watch() {
	select {
	case <-s.bot.ended:
		s.kills++
		if s.kills > 3 {
			s.t.Fatal("the bot's process ends again and again")
		}
		s.start("LULING_FAILPOINT=")
	default:
	}
}

// play goes on until the application is submitted and everybody has heard of it.
func (s *stage) play(ctx context.Context) {
	for _, person := range []int64{contactAccount, headAccount, bodyAccount} {
		s.did(s.box.Start(person, ""))
	}
	s.did(s.box.Send(contactAccount, "/没有这个命令")) // a turn that is refused and undone
	for !s.finished() {
		s.watch()
		if !s.step() {
			s.wait(ctx)
		}
		if ctx.Err() != nil {
			s.t.Fatalf("%v: the application does not come to its end; the contact sees:\n%s\nthe head:\n%s\nthe body:\n%s",
				s.bot.extra, s.sees(contactAccount), s.sees(headAccount), s.sees(bodyAccount))
		}
	}
}

// wait returns at the next event, when the bot's process ends, or after two
// seconds, when a patient user tries again.
func (s *stage) wait(ctx context.Context) {
	again := time.NewTimer(2 * time.Second)
	defer again.Stop()
	select {
	case <-s.events:
	case <-s.bot.ended:
	case <-ctx.Done():
	case <-again.C:
		if s.box.Unconfirmed() > 0 {
			return // what was sent is on its way still
		}
		s.t.Logf("nothing moves: %s", s.where())
		clear(s.acted)
	}
}

// where says what the contact sees and what the bot wants him to see.
func (s *stage) where() (line string) {
	err := s.view(func(tx *store.Tx) error {
		x, err := tx.Screen(contactAccount)
		line = fmt.Sprintf("asks %s, view %s, wanted %d, shown %d, message %d; ", x.Asks, x.View, x.Wanted, x.Shown, x.MessageID)
		return err
	})
	m, _ := last(s.box.Messages(contactAccount))
	_, revision, _ := formOf(m)
	return line + fmt.Sprintf("he sees revision %d in message %d, %v", revision, m.ID, err)
}

// step lets each person act on what he sees, and reports whether anybody did.
func (s *stage) step() (acted bool) {
	for _, person := range []int64{contactAccount, headAccount} {
		m, ok := last(s.box.Messages(person))
		standing := s.standing(person, m)
		if !ok || s.acted[person] == standing {
			continue
		}
		done := person == headAccount && s.heard(headAccount, "申报回执") == 0 && s.confirm() || person == contactAccount && s.apply(m)
		if done {
			s.acted[person], acted = standing, true
		}
	}
	return acted
}

// did remembers an update, and delivers an old one again every fifth time.
func (s *stage) did(update int64, err error) {
	if err != nil {
		s.t.Fatal(err)
	}
	if update != 0 {
		s.updates = append(s.updates, update)
	}
	if len(s.updates) > 0 && s.r.IntN(5) == 0 {
		if s.box.Replay(s.updates[s.r.IntN(len(s.updates))]) == nil {
			s.redelivered++
		}
	}
}

func (s *stage) finished() bool {
	return s.heard(contactAccount, "申报回执") > 0 && s.heard(headAccount, "申报回执") > 0 && s.heard(bodyAccount, "吉安市庐陵人民医院") > 0
}

// heard counts the messages a person has that contain the words.
func (s *stage) heard(person int64, words string) (n int) {
	for _, m := range s.box.Messages(person) {
		if m.FromBot && strings.Contains(m.Text, words) {
			n++
		}
	}
	return n
}

// view reads the database beside the bot.
func (s *stage) view(f func(tx *store.Tx) error) error {
	if s.db == nil {
		rules, err := s.set.programme()
		if err != nil {
			return err
		}
		db, err := store.Open(s.t.Context(), store.Config{Path: filepath.Join(s.set.Data, "luling.db"), Programme: rules, ReadOnly: true})
		if err != nil {
			return err
		}
		s.db = db
	}
	return s.db.View(s.t.Context(), time.Now(), f)
}

// sessions counts the study sessions registered so far.
func (s *stage) sessions() (n int) {
	err := s.view(func(tx *store.Tx) error {
		all, err := tx.StudySessions(1)
		n = len(all)
		return err
	})
	if err != nil {
		s.t.Logf("look beside the bot: %v", err)
	}
	return n
}

// asked is what the contact's screen of a revision asks.
func (s *stage) asked(conversation string, revision int64) (name, view string, ok bool) {
	err := s.view(func(tx *store.Tx) error {
		screen, err := tx.Screen(contactAccount)
		if err == nil && screen.Conversation == conversation && screen.Wanted == revision {
			name, view, ok = screen.Asks, screen.View, true
		}
		return err
	})
	if err != nil && !errors.Is(err, store.ErrNotFound) && !errors.Is(err, store.ErrBusy) {
		s.t.Logf("look beside the bot: %v", err)
	}
	return name, view, ok
}

// judge stops the bot and looks at what is left.
func (s *stage) judge(point string) verdict {
	v := verdict{fired: s.kills > 0, redelivered: s.redelivered, lost: s.lost}
	if err := s.bot.stop(); err != nil {
		s.t.Error(err)
	}
	rules, err := s.set.programme()
	if err != nil {
		s.t.Fatal(err)
	}
	_ = s.db.Close()
	s.db = nil
	db, err := store.Open(s.t.Context(), store.Config{Path: filepath.Join(s.set.Data, "luling.db"), Programme: rules})
	if err != nil {
		s.t.Fatalf("%s: the database does not open again: %v", point, err)
	}
	defer db.Close()
	if _, err := db.Verify(s.t.Context()); err != nil {
		s.t.Errorf("%s: %v", point, err)
		v.violations++
	}
	violations, err := db.Check(s.t.Context())
	if err != nil {
		s.t.Fatal(err)
	}
	for _, x := range violations {
		s.t.Errorf("%s: %v", point, x)
		v.violations++
	}
	s.count(db, point, &v)
	return v
}

// count looks for what was lost, doubled or never came.
func (s *stage) count(db *store.DB, point string, v *verdict) {
	err := db.View(s.t.Context(), time.Now(), func(tx *store.Tx) error {
		apps, err := tx.Applications(store.ApplicationFilter{})
		if err != nil || len(apps) != 1 {
			s.t.Errorf("%s: %d applications (%v)", point, len(apps), err)
			v.doubled++
			return err
		}
		entries, err := tx.Entries("application/1")
		if err != nil {
			return err
		}
		seen := map[string]int{}
		for _, e := range entries {
			seen[e.Act]++
		}
		for act, n := range seen {
			if n > 1 && act != "register" {
				s.t.Errorf("%s: %s happened %d times", point, act, n)
				v.doubled++
			}
		}
		if seen[string(programme.MoveSubmit)] == 0 {
			s.t.Errorf("%s: nothing was submitted: %v, application %+v", point, seen, apps[0])
			v.missing++
		}
		return s.compare(tx, point, v)
	})
	if err != nil {
		s.t.Error(err)
	}
	if n := s.sessionsIn(db); n != 2 {
		s.t.Errorf("%s: %d study sessions", point, n)
		v.doubled += max(0, n-2)
		v.missing += max(0, 2-n)
	}
	const most = 2 // where the process died between sending and writing it down, nobody can know
	for person, words := range map[int64]string{contactAccount: "申报回执", headAccount: "申报回执"} {
		switch n := s.heard(person, words); {
		case n == 0:
			s.t.Errorf("%s: %d never heard %q", point, person, words)
			v.missing++
		case n > most:
			s.t.Errorf("%s: %d heard %q %d times", point, person, words, n)
			v.doubled++
		}
	}
}

func (s *stage) sessionsIn(db *store.DB) (n int) {
	err := db.View(s.t.Context(), time.Now(), func(tx *store.Tx) error {
		all, err := tx.StudySessions(1)
		n = len(all)
		return err
	})
	if err != nil {
		s.t.Error(err)
	}
	return n
}

// compare holds the answers the bot said it had against what is stored.
func (s *stage) compare(tx *store.Tx, point string, v *verdict) error {
	d, err := tx.Draft("apply", "1")
	if err != nil {
		return err
	}
	rows, err := tx.Answers(d.ID)
	if err != nil {
		return err
	}
	stored := map[string]string{}
	for _, row := range rows {
		stored[row.Name] = string(row.Value)
	}
	for name, value := range s.acked {
		if !strings.Contains(stored[name], value) {
			s.t.Errorf("%s: the answer to %s is lost: %s; %v", point, name, stored[name], s.story[max(0, len(s.story)-12):])
			v.lost++
		}
	}
	return nil
}

// unseen counts the updates sent that the database knows nothing of.
func (s *stage) unseen() (n int) {
	err := s.view(func(tx *store.Tx) error {
		for _, id := range s.updates {
			seen, err := tx.Seen(id)
			if err != nil {
				return err
			}
			if !seen {
				n++
			}
		}
		return nil
	})
	if err != nil {
		s.t.Fatal(err)
	}
	return n
}

// knows reports whether the database has seen an update.
func (s *stage) knows(update int64) (seen bool) {
	err := s.view(func(tx *store.Tx) (err error) {
		seen, err = tx.Seen(update)
		return err
	})
	return err == nil && seen
}
