package pace

import (
	"context"
	"sync"
	"testing"
	"time"

	"github.com/alicebob/miniredis/v2"

	"luling/store/conversation"
	"luling/store/conversation/redistest"
)

// A bench is a Pace whose time is moved by hand, for the process and for Redis.
type bench struct {
	*Pace
	mu    sync.Mutex
	now   time.Time
	redis *miniredis.Miniredis // nil: none to share
}

func (b *bench) clock() time.Time {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.now
}

func (b *bench) move(d time.Duration) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.now = b.now.Add(d)
	if b.redis != nil {
		b.redis.SetTime(b.now)
		b.redis.FastForward(d)
	}
}

func inMemory(t *testing.T, l Limits) *bench {
	t.Helper()
	b := &bench{now: time.Date(2026, 6, 15, 1, 0, 0, 0, time.UTC)}
	b.Pace = New(connect(t, "", b.clock), l)
	return b
}

func inRedis(t *testing.T, l Limits) *bench {
	t.Helper()
	b := inMemory(t, l)
	b.redis = miniredis.RunT(t)
	b.redis.SetTime(b.now)
	b.Pace = New(connect(t, "redis://"+b.redis.Addr(), b.clock), l)
	return b
}

func connect(t *testing.T, url string, now func() time.Time) *conversation.Redis {
	t.Helper()
	r, err := conversation.Open(t.Context(), conversation.Config{URL: url, Now: now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = r.Close() })
	return r
}

// onBoth runs a promise where the limits are kept in memory and in Redis.
func onBoth(t *testing.T, l Limits, promise func(t *testing.T, b *bench)) {
	t.Run("memory", func(t *testing.T) { t.Parallel(); promise(t, inMemory(t, l)) })
	t.Run("redis", func(t *testing.T) { t.Parallel(); promise(t, inRedis(t, l)) })
}

type ask func(ctx context.Context, chat int64) time.Duration

// passes expects n messages to go at once and the next to wait, and that the
// wait is neither a millisecond too long nor too short.
func (b *bench) passes(t *testing.T, ask ask, chat int64, n int, wait time.Duration) {
	t.Helper()
	for i := range n {
		if left := ask(t.Context(), chat); left != 0 {
			t.Fatalf("message %d of %d waits %v", i+1, n, left)
		}
	}
	b.waits(t, ask, chat, wait)
	b.move(wait - time.Millisecond)
	b.waits(t, ask, chat, time.Millisecond)
	b.move(time.Millisecond)
	if left := ask(t.Context(), chat); left != 0 {
		t.Errorf("after the wait there are %v left", left)
	}
	b.waits(t, ask, chat, wait)
}

func (b *bench) waits(t *testing.T, ask ask, chat int64, want time.Duration) {
	t.Helper()
	left := ask(t.Context(), chat)
	if off := left - want; off < -time.Millisecond || off > time.Millisecond || left == 0 {
		t.Errorf("wait of %v, want %v", left, want)
	}
}

func TestAPersonGetsFiveAtOnceAndThenOneASecond(t *testing.T) {
	t.Parallel()
	onBoth(t, Limits{}, func(t *testing.T, b *bench) {
		b.passes(t, b.Reply, 7, 5, time.Second)
		b.passes(t, b.Reply, 8, 5, time.Second) // another chat does not mind
	})
}

func TestAskingTakesNoPlaceWhileItIsRefused(t *testing.T) {
	t.Parallel()
	onBoth(t, Limits{}, func(t *testing.T, b *bench) {
		for range 100 {
			b.Reply(t.Context(), 7)
		}
		b.waits(t, b.Reply, 7, time.Second)
	})
}

func TestABurstComesBackAfterFiveSeconds(t *testing.T) {
	t.Parallel()
	onBoth(t, Limits{}, func(t *testing.T, b *bench) {
		for range 5 {
			b.Reply(t.Context(), 7)
		}
		b.move(5 * time.Second)
		b.passes(t, b.Reply, 7, 5, time.Second)
	})
}

// However the minute is laid: never more than the number, and not much less.
func TestAGroupGetsTwentyInAnyMinute(t *testing.T) {
	t.Parallel()
	onBoth(t, Limits{}, func(t *testing.T, b *bench) {
		var sent []time.Time
		for end := b.clock().Add(5 * time.Minute); b.clock().Before(end); b.move(500 * time.Millisecond) {
			for b.Reply(t.Context(), -100) == 0 {
				sent = append(sent, b.clock())
			}
		}
		if most := mostWithin(sent, time.Minute); most > 20 || most < 19 {
			t.Errorf("%d in a minute", most)
		}
		if len(sent) < 5*15 {
			t.Errorf("only %d in five minutes", len(sent))
		}
	})
}

func TestAllBulkTogetherStaysBelowThirtyASecond(t *testing.T) {
	t.Parallel()
	onBoth(t, Limits{}, func(t *testing.T, b *bench) {
		var sent []time.Time
		chat := int64(1)
		for end := b.clock().Add(4 * time.Second); b.clock().Before(end); b.move(10 * time.Millisecond) {
			for b.Bulk(t.Context(), chat) == 0 {
				sent, chat = append(sent, b.clock()), chat+1
			}
		}
		if most := mostWithin(sent, time.Second); most > 30 || most < 29 {
			t.Errorf("%d in a second", most)
		}
		if len(sent) < 100 || len(sent) > 106 {
			t.Errorf("%d in four seconds", len(sent))
		}
	})
}

// mostWithin is the largest number of instants in any half-open span.
func mostWithin(at []time.Time, span time.Duration) (most int) {
	first := 0
	for i := range at {
		for at[i].Sub(at[first]) >= span {
			first++
		}
		most = max(most, i-first+1)
	}
	return most
}

func TestBulkWaitsForItsChatToo(t *testing.T) {
	t.Parallel()
	onBoth(t, Limits{BulkPerSecond: 1000}, func(t *testing.T, b *bench) {
		for range 5 {
			b.Reply(t.Context(), 7)
		}
		b.waits(t, b.Bulk, 7, time.Second)
		if left := b.Bulk(t.Context(), 8); left != 0 {
			t.Errorf("another chat waits %v", left)
		}
	})
}

func TestRepliesDoNotWaitForBulk(t *testing.T) {
	t.Parallel()
	onBoth(t, Limits{}, func(t *testing.T, b *bench) {
		for chat := int64(1000); b.Bulk(t.Context(), chat) <= time.Millisecond; chat++ {
			b.move(time.Millisecond)
		}
		if left := b.Reply(t.Context(), 7); left != 0 {
			t.Errorf("a reply waits %v", left)
		}
	})
}

func TestOtherLimits(t *testing.T) {
	t.Parallel()
	onBoth(t, Limits{PrivatePerSecond: 4, GroupPerMinute: 11}, func(t *testing.T, b *bench) {
		b.passes(t, b.Reply, 7, 5, 250*time.Millisecond)
		b.passes(t, b.Reply, -7, 5, 10*time.Second)
	})
}

func TestAPauseHoldsForEverybody(t *testing.T) {
	t.Parallel()
	for _, l := range []Limits{{}, {Off: true}} {
		onBoth(t, l, func(t *testing.T, b *bench) {
			b.Pause(7 * time.Second)
			b.Pause(time.Second) // does not end the longer one
			b.Pause(-time.Hour)
			for _, ask := range []ask{b.Reply, b.Bulk} {
				b.waits(t, ask, 7, 7*time.Second)
				b.waits(t, ask, -7, 7*time.Second)
			}
			b.move(7*time.Second - 1)
			if left := b.Reply(t.Context(), 7); left != 1 {
				t.Errorf("just before its end: %v", left)
			}
			b.move(1)
			if reply, bulk := b.Reply(t.Context(), 7), b.Bulk(t.Context(), 8); reply != 0 || bulk != 0 {
				t.Errorf("at its end: %v and %v", reply, bulk)
			}
		})
	}
}

func TestOffMeansNoLimit(t *testing.T) {
	t.Parallel()
	b := inRedis(t, Limits{Off: true})
	for range 1000 {
		if b.Bulk(t.Context(), 7) != 0 || b.Reply(t.Context(), -7) != 0 {
			t.Fatal("waits")
		}
	}
}

func TestWhatNobodySharesCostsNoRoundTrip(t *testing.T) {
	t.Parallel()
	b := inMemory(t, Limits{})
	before := b.Pace.redis.RoundTrips()
	b.Bulk(t.Context(), 7)
	if got := b.Pace.redis.RoundTrips(); got != before {
		t.Errorf("%d round trips", got-before)
	}
}

func TestMemoryTakesOverWhileRedisIsAway(t *testing.T) {
	t.Parallel()
	b := inRedis(t, Limits{})
	b.redis.SetError("LOADING Redis is loading the dataset in memory")
	b.passes(t, b.Reply, 7, 5, time.Second)
	b.redis.SetError("")
	b.move(time.Second)
	for i := range 5 {
		if left := b.Reply(t.Context(), 9); left != 0 {
			t.Errorf("back: message %d waits %v", i+1, left)
		}
	}
	if !b.redis.Exists("rate:{c:9}:send") {
		t.Error("Redis is back and not used")
	}
}

func TestProcessesShareTheLimits(t *testing.T) {
	t.Parallel()
	b := inRedis(t, Limits{})
	other := New(connect(t, "redis://"+b.redis.Addr(), b.clock), Limits{})
	for i := range 5 {
		p := []*Pace{b.Pace, other}[i%2]
		if left := p.Reply(t.Context(), 7); left != 0 {
			t.Fatalf("message %d waits %v", i+1, left)
		}
	}
	b.waits(t, b.Reply, 7, time.Second)
	b.waits(t, other.Reply, 7, time.Second)
}

// The real engine has its own clock, so only what does not depend on the speed
// of the machine is looked at: the burst, and that a wait is a wait.
func TestARealServerCounts(t *testing.T) {
	t.Parallel()
	r := connect(t, redistest.Start(t).URL(), func() time.Time { return time.Unix(0, 0) })
	p := New(r, Limits{GroupPerMinute: burst + 1})
	for i := range burst {
		if left := p.Reply(t.Context(), -7); left != 0 {
			t.Fatalf("message %d waits %v", i+1, left)
		}
	}
	if left := p.Reply(t.Context(), -7); left <= 0 || left > time.Minute {
		t.Errorf("waits %v", left)
	}
	if len(p.memory.chats) > 0 {
		t.Error("it was memory that counted")
	}
}

func TestMemoryForgetsChatsAtRestOnly(t *testing.T) {
	t.Parallel()
	b := inMemory(t, Limits{})
	for id := range int64(crowd) {
		b.Reply(t.Context(), id+1)
	}
	b.move(time.Second)
	for range burst {
		b.Reply(t.Context(), 7)
	}
	b.Reply(t.Context(), crowd+1)
	if got := len(b.memory.chats); got != 2 {
		t.Errorf("%d chats are remembered", got)
	}
	b.waits(t, b.Reply, 7, time.Second)
}

func TestLimitsFromManyGoroutines(t *testing.T) {
	t.Parallel()
	onBoth(t, Limits{}, func(t *testing.T, b *bench) {
		var wg sync.WaitGroup
		went := make(chan int64, 1000)
		for g := range 50 {
			wg.Go(func() {
				chat := int64(g%2) + 1
				if b.Reply(t.Context(), chat) == 0 {
					went <- chat
				}
			})
		}
		wg.Wait()
		if n := len(went); n != 2*burst {
			t.Errorf("%d went", n)
		}
	})
}
