package conversation

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/alicebob/miniredis/v2/server"

	"luling/store/conversation/redistest"
)

// failing expects one failure, then silence for a second of the clock, then
// the next one who asks to find out.
func failing(t *testing.T, c *clock, r *Redis, ask func() error, mend func()) {
	t.Helper()
	asked := r.RoundTrips()
	if err := ask(); !errors.Is(err, ErrAway) || r.RoundTrips() != asked+1 {
		t.Fatalf("error %v after %d round trips", err, r.RoundTrips()-asked)
	}
	c.move(respite - 1)
	if err := ask(); !errors.Is(err, ErrAway) || r.RoundTrips() != asked+1 {
		t.Errorf("within the second: %v after %d round trips", err, r.RoundTrips()-asked)
	}
	c.move(1)
	if err := ask(); !errors.Is(err, ErrAway) || r.RoundTrips() != asked+2 {
		t.Errorf("after the second: %v after %d round trips", err, r.RoundTrips()-asked)
	}
	mend()
	c.move(respite)
	if err := ask(); err != nil {
		t.Errorf("mended: %v", err)
	}
	if err := ask(); err != nil {
		t.Errorf("mended, again: %v", err)
	}
}

func saving1(t *testing.T, r *Redis) func() error {
	return func() error { return New[where](r).Save(t.Context(), map[int64]where{1: {"apply", 1}}, nil) }
}

func loading1(t *testing.T, r *Redis) func() error {
	return func() error { _, err := New[where](r).Load(t.Context(), []int64{1, 2}); return err }
}

func TestInnerServerFails(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ name, command, answer string }{
		{"out of memory", "SET", "OOM command not allowed when used memory > 'maxmemory'."},
		{"a replica", "SET", "READONLY You can't write against a read only replica."},
		{"still loading", "GET", "LOADING Redis is loading the dataset in memory"},
		{"a cluster that is down", "GET", "CLUSTERDOWN The cluster is down"},
		{"another password", "GET", "NOAUTH Authentication required."},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			c := newClock()
			r := open(t, Config{Now: c.Now})
			r.inner.server.Server().SetPreHook(func(peer *server.Peer, command string, _ ...string) bool {
				if !strings.EqualFold(command, tt.command) {
					return false
				}
				peer.WriteError(tt.answer)
				return true
			})
			ask := loading1(t, r)
			if tt.command == "SET" {
				ask = saving1(t, r)
			}
			failing(t, c, r, ask, func() { r.inner.server.Server().SetPreHook(nil) })
		})
	}
}

// The bound is loose because the machine is shared; that callers do not wait
// for the server itself is what counts: it does not answer at all.
func TestASlowServerIsAway(t *testing.T) {
	t.Parallel()
	c := newClock()
	r := open(t, Config{Now: c.Now})
	release := make(chan struct{})
	r.inner.server.Server().SetPreHook(func(*server.Peer, string, ...string) bool { <-release; return false })
	began := time.Now()
	failing(t, c, r, loading1(t, r), func() { close(release) })
	if took := time.Since(began); took < 2*patience || took > 40*patience {
		t.Errorf("two failures took %v", took)
	}
}

func TestARealServerFails(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name        string
		break_, fix func(s *redistest.Server)
		ask         func(*testing.T, *Redis) func() error
	}{
		{"killed and started again", (*redistest.Server).Kill, (*redistest.Server).Restart, loading1},
		{"stopped with open connections", (*redistest.Server).Stop, (*redistest.Server).Continue, loading1},
		{
			"read-only", func(s *redistest.Server) { s.Do("REPLICAOF", "127.0.0.1", "1") },
			func(s *redistest.Server) { s.Do("REPLICAOF", "NO", "ONE") }, saving1,
		},
		{
			"out of memory", func(s *redistest.Server) { s.Do("CONFIG", "SET", "maxmemory", "1") },
			func(s *redistest.Server) { s.Do("CONFIG", "SET", "maxmemory", "0") }, saving1,
		},
		{
			"no longer ours", func(s *redistest.Server) { s.Do("ACL", "SETUSER", "default", "-get") },
			func(s *redistest.Server) { s.Do("ACL", "SETUSER", "default", "+get") }, loading1,
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			c, s := newClock(), redistest.Start(t)
			r := open(t, Config{URL: s.URL(), Now: c.Now})
			if err := tt.ask(t, r)(); err != nil {
				t.Fatal(err)
			}
			tt.break_(s)
			failing(t, c, r, tt.ask(t, r), func() { tt.fix(s) })
		})
	}
}

func TestAServerThatIsNotThereYetIsNoError(t *testing.T) {
	t.Parallel()
	c, s := newClock(), redistest.Start(t)
	s.Kill()
	r := open(t, Config{URL: s.URL(), Now: c.Now})
	if err := loading1(t, r)(); !errors.Is(err, ErrAway) {
		t.Errorf("error %v", err)
	}
	s.Restart()
	c.move(respite)
	if err := loading1(t, r)(); err != nil {
		t.Errorf("once it is there: %v", err)
	}
}

func TestOneCallerAtATimeFindsOut(t *testing.T) {
	t.Parallel()
	c := newClock()
	var b breaker
	for range 2 {
		if !b.allows(c.Now()) {
			t.Error("a breaker that never failed holds back")
		}
	}
	b.trip(c.Now())
	c.move(respite)
	if !b.allows(c.Now()) || b.allows(c.Now()) {
		t.Error("not exactly one passes after the respite")
	}
	b.reset()
	if !b.allows(c.Now()) {
		t.Error("held back after a success")
	}
	b.trip(c.Now())
	c.move(-time.Hour)
	if !b.allows(c.Now()) {
		t.Error("held back for an hour because the clock went back")
	}
}
