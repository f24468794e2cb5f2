package playground_test

import (
	"context"
	"fmt"
	"net/http/httptest"
	"sync"
	"testing"
	"time"

	"github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"

	"luling/bot/playground"
)

const (
	token = "4200:test"
	li    = int64(11)
	wang  = int64(12)
	zhao  = int64(13)
)

// box is a playground behind a real HTTP server, with the real client before it.
type box struct {
	*playground.Server
	client *bot.Bot
	t      *testing.T
	clock  *clock
	url    string
}

func people() []playground.Person {
	return []playground.Person{
		{ID: li, First: "李", Last: "华", Lang: "zh-hans", Phone: "+8613800000001", Role: playground.Words{Zh: "联络员", En: "Contact"}},
		{ID: wang, First: "Wang", Username: "wang", Lang: "en"},
		{ID: zhao, First: "赵"},
	}
}

// open starts a box at nine in the morning; change alters its config first.
func open(t *testing.T, change ...func(*playground.Config)) *box {
	t.Helper()
	c := newClock()
	config := playground.Config{Clock: c, Token: token, Username: "luling_bot", Title: "庐陵", People: people()}
	for _, f := range change {
		f(&config)
	}
	s, err := playground.New(config)
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(s.Handler())
	client, err := bot.New(token, bot.WithServerURL(server.URL), bot.WithHTTPClient(time.Minute, server.Client()))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
		server.CloseClientConnections()
		server.Close()
	})
	return &box{Server: s, client: client, t: t, clock: c, url: server.URL}
}

func unlimited(c *playground.Config) { c.Limits.Off = true }

// started opens a box in which everybody pressed START, with nothing left to
// deliver.
func started(t *testing.T, change ...func(*playground.Config)) *box {
	t.Helper()
	b := open(t, change...)
	for _, p := range people() {
		b.id(b.Start(p.ID, ""))
	}
	b.confirmAll()
	return b
}

// confirmAll takes all there is, as a bot does that is done with it.
func (b *box) confirmAll() {
	b.t.Helper()
	for _, u := range b.updates(`{"offset":-1}`) {
		b.updates(fmt.Sprintf(`{"offset":%d}`, u.ID+1))
	}
}

// id fails the test if an action did, and returns what it returned.
func (b *box) id(id int64, err error) int64 {
	b.t.Helper()
	if err != nil {
		b.t.Fatal(err)
	}
	return id
}

func (b *box) say(text string) *models.Message {
	b.t.Helper()
	m, err := b.client.SendMessage(context.Background(), &bot.SendMessageParams{ChatID: li, Text: text})
	if err != nil {
		b.t.Fatal(err)
	}
	return m
}

func (b *box) last(person int64) playground.Message {
	b.t.Helper()
	all := b.Messages(person)
	if len(all) == 0 {
		b.t.Fatalf("person %d sees no message", person)
	}
	return all[len(all)-1]
}

// clock stands until it is advanced.
type clock struct {
	mu      sync.Mutex
	now     time.Time
	waiting map[chan time.Time]time.Time
	asked   chan struct{} // gets a token whenever somebody begins to wait
}

func newClock() *clock {
	return &clock{
		now:     time.Date(2026, 11, 23, 9, 0, 0, 0, time.FixedZone("", 8*3600)),
		waiting: map[chan time.Time]time.Time{},
		asked:   make(chan struct{}, 1000),
	}
}

func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *clock) After(d time.Duration) <-chan time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	ch := make(chan time.Time, 1)
	if d <= 0 {
		ch <- c.now
		return ch
	}
	c.waiting[ch] = c.now.Add(d)
	select {
	case c.asked <- struct{}{}:
	default:
	}
	return ch
}

func (c *clock) advance(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
	for ch, at := range c.waiting {
		if !at.After(c.now) {
			ch <- c.now
			delete(c.waiting, ch)
		}
	}
}
