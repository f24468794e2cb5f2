// Package bottest lets tests read like a chat: a real bot on a real database
// file and a real Redis protocol, people who write to it through the
// playground, and waiting that ends when everything that follows is done.
package bottest

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"net/http/httptest"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"luling/bot"
	"luling/bot/playground"
	"luling/flows"
	"luling/store"
	"luling/store/conversation/redistest"
	"luling/store/pace"
	"luling/store/programme"
	"luling/store/rulebook"
)

// Token is the bot's token in every world.
const Token = "1000000001:playground-token-for-tests"

// most is how many people a world has; the first of them are given roles.
const most = 60

// A World is one bot, its stores, its messenger and the people around it.
type World struct {
	t       testing.TB
	Clock   *bot.Clock
	Server  *playground.Server
	Bot     *bot.Bot
	Log     *Script
	cfg     bot.Config
	cancel  context.CancelFunc
	ended   chan error
	people  int64
	chats   []*Chat
	mu      sync.Mutex
	message string // everything the bot logged
	meddle  Meddler
}

// An Option changes the world before it begins.
type Option func(*bot.Config, *playground.Config)

// People gives the world a cast of its own.
func People(cast []playground.Person) Option {
	return func(_ *bot.Config, box *playground.Config) { box.People = cast }
}

// Start is the instant worlds begin at: Monday, 2 March 2026, 09:00 at the office.
var Start = time.Date(2026, 3, 2, 1, 0, 0, 0, time.UTC)

// New begins a world with the features given. It ends with the test.
func New(t testing.TB, features []flows.Feature, options ...Option) *World {
	t.Helper()
	w := &World{t: t, Clock: bot.NewStillClock(Start), Log: &Script{}}
	rules, err := rulebook.Default()
	must(t, err)
	dir := t.TempDir()
	w.cfg = bot.Config{
		Token: Token, Database: filepath.Join(dir, "luling.db"), Files: filepath.Join(dir, "files"),
		Snapshot:  filepath.Join(dir, "redis.snapshot"),
		Programme: rules, Features: features, Clock: w.Clock, Log: w.logger(), Limits: pace.Limits{Off: true},
	}
	box := playground.Config{Clock: w.Clock, Token: Token, Username: "luling_bot", Title: "庐陵", Limits: playground.Limits{Off: true}}
	for i := range int64(most) {
		box.People = append(box.People, playground.Person{ID: i + 1, First: fmt.Sprintf("P%d", i+1), Lang: "zh-hans", Phone: fmt.Sprintf("1380000%04d", i)})
	}
	for _, o := range options {
		o(&w.cfg, &box)
	}
	if w.cfg.Redis == "" && os.Getenv("LULING_TEST_REDIS") != "" {
		w.cfg.Redis = redistest.Start(t).URL() // a process of this world's own
	}
	w.Server, err = playground.New(box)
	must(t, err)
	web := httptest.NewServer(w.between(w.Server.Handler()))
	w.cfg.API = web.URL
	t.Cleanup(func() {
		w.End()
		must(t, w.Server.Close())
		web.CloseClientConnections()
		web.Close()
	})
	w.Begin()
	return w
}

// Begin starts the bot, or starts it again after End.
func (w *World) Begin() {
	w.t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	b, err := bot.New(ctx, w.cfg)
	must(w.t, err)
	w.Bot, w.cancel, w.ended = b, cancel, make(chan error, 1)
	go func() { w.ended <- b.Run(ctx) }()
}

// End stops the bot gracefully. A second call does nothing.
func (w *World) End() {
	if w.cancel == nil {
		return
	}
	w.cancel()
	if err := <-w.ended; err != nil {
		w.t.Errorf("the bot ended with: %v", err)
	}
	w.cancel = nil
}

// Configure changes the bot's settings while it is stopped.
func (w *World) Configure(change func(*bot.Config)) { change(&w.cfg) }

// Settle returns when every update is confirmed and everything that followed is done.
func (w *World) Settle() {
	w.t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	for {
		if err := w.Server.WaitConfirmed(ctx); err != nil {
			w.t.Fatalf("updates are not confirmed: %v\n%s", err, w.Logged())
		}
		if err := w.Bot.Quiet(ctx); err != nil {
			w.t.Fatalf("the bot does not come to rest: %v\n%s", err, w.Logged())
		}
		if w.Server.Unconfirmed() == 0 {
			break
		}
	}
	for _, c := range w.chats {
		w.Log.look(c)
	}
}

// Advance moves the clock, lets what is due happen and waits for it.
func (w *World) Advance(d time.Duration) {
	w.t.Helper()
	w.Clock.Advance(d)
	must(w.t, w.Bot.Tick(context.Background()))
	w.Settle()
}

// Do changes the database directly, as the operator of the program would.
func (w *World) Do(f func(tx *store.Tx) error) {
	w.t.Helper()
	must(w.t, w.Bot.DB().Update(context.Background(), w.Clock.Now(), f))
}

// Look reads the database.
func (w *World) Look(f func(tx *store.Tx) error) {
	w.t.Helper()
	must(w.t, w.Bot.DB().View(context.Background(), w.Clock.Now(), f))
}

// Today is the civil date of the world.
func (w *World) Today() programme.Date { return programme.DateOf(w.Clock.Now()) }

func (w *World) logger() *slog.Logger {
	return slog.New(slog.NewTextHandler(writer{w}, &slog.HandlerOptions{Level: slog.LevelInfo}))
}

// Logged is what the bot wrote to its log.
func (w *World) Logged() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.message
}

type writer struct{ w *World }

func (x writer) Write(p []byte) (int, error) {
	x.w.mu.Lock()
	defer x.w.mu.Unlock()
	x.w.message += string(p)
	return len(p), nil
}

var _ io.Writer = writer{}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
