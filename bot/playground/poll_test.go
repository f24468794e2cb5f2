package playground_test

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	"luling/bot/playground"
)

func texts(all []update) string {
	var out []string
	for _, u := range all {
		out = append(out, u.text())
	}
	return fmt.Sprint(out)
}

func TestAnUpdateComesAgainUntilItIsConfirmed(t *testing.T) {
	t.Parallel()
	b := started(t)
	first := b.id(b.Send(li, "一"))
	second := b.id(b.Send(wang, "二"))
	if second != first+1 {
		t.Errorf("ids %d and %d do not follow each other", first, second)
	}
	for range 2 {
		if got := texts(b.updates(`{}`)); got != "[一 二]" {
			t.Errorf("got %s", got)
		}
	}
	if n, m := b.Undelivered(), b.Unconfirmed(); n != 0 || m != 2 {
		t.Errorf("%d undelivered, %d unconfirmed", n, m)
	}
	if got := texts(b.updates(fmt.Sprintf(`{"offset":%d}`, second))); got != "[二]" {
		t.Errorf("after the first was confirmed: %s", got)
	}
	if got := texts(b.updates(fmt.Sprintf(`{"offset":%d}`, second+1))); got != "[]" || b.Unconfirmed() != 0 {
		t.Errorf("after both were confirmed: %s", got)
	}
}

func TestLimitAndNegativeOffset(t *testing.T) {
	t.Parallel()
	b := started(t)
	for i := range 101 {
		b.id(b.Send(li, fmt.Sprint(i)))
	}
	for _, row := range []struct {
		name, body string
		first      string
		n          int
	}{
		{"one is asked for", `{"limit":1}`, "0", 1},
		{"a hundred are asked for", `{"limit":100}`, "0", 100},
		{"more than a hundred are never given", `{"limit":101}`, "0", 100},
		{"none is not a limit", `{"limit":0}`, "0", 100},
		{"the last two; all before are forgotten", `{"offset":-2}`, "99", 2},
		{"more than there are", `{"offset":-50}`, "99", 2},
	} {
		got := b.updates(row.body)
		if len(got) != row.n || got[0].text() != row.first {
			t.Errorf("%s: %d, first %s", row.name, len(got), got[0].text())
		}
	}
}

func TestASecondPollerEndsTheFirst(t *testing.T) {
	t.Parallel()
	b := started(t)
	first := make(chan reply, 1)
	go func() { first <- b.post("getUpdates", `{"timeout":50}`) }()
	<-b.clock.asked
	second := make(chan reply, 1)
	go func() { second <- b.post("getUpdates", `{"timeout":50}`) }()
	b.refused(<-first, 409, "terminated by other getUpdates request")
	b.id(b.Send(li, "x"))
	if r := <-second; !r.OK {
		t.Errorf("the second poller got %s", r.Description)
	}
}

func TestALongPollEndsByTheClockOrByAnUpdate(t *testing.T) {
	t.Parallel()
	b := started(t)
	got := make(chan reply, 1)
	poll := func(body string) { got <- b.post("getUpdates", body) }
	go poll(`{"timeout":30}`)
	<-b.clock.asked
	b.clock.advance(29 * time.Second)
	b.id(b.Send(li, "x"))
	if r := <-got; string(r.Result) == "[]" {
		t.Error("an update did not end the poll")
	}
	b.confirmAll()
	go poll(`{"timeout":3000}`)
	<-b.clock.asked
	b.clock.advance(50 * time.Second)
	if r := <-got; string(r.Result) != "[]" {
		t.Errorf("after 50 seconds, the longest time: %s", r.Result)
	}
}

func TestWhatIsNotFetchedInTimeIsGone(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name  string
		after time.Duration
		want  int
	}{
		{"after 150 s both are there", 150 * time.Second, 2},
		{"after 151 s the press is gone", 151 * time.Second, 1},
		{"after 24 h the message is there", 24 * time.Hour, 1},
		{"after 24 h and a second nothing is", 24*time.Hour + time.Second, 0},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			b := started(t)
			b.id(b.Send(li, "x"))
			if _, err := b.PressData(li, 1, "data"); err != nil {
				t.Fatal(err)
			}
			b.clock.advance(row.after)
			if got := b.updates(`{}`); len(got) != row.want || b.Unconfirmed() != row.want {
				t.Errorf("%d updates, %d unconfirmed, want %d", len(got), b.Unconfirmed(), row.want)
			}
		})
	}
}

func TestAllowedUpdatesAreRemembered(t *testing.T) {
	t.Parallel()
	b := started(t)
	b.updates(`{"allowed_updates":["callback_query"]}`)
	b.updates(`{}`)
	if id := b.id(b.Send(li, "x")); id != 0 {
		t.Errorf("a message came through as %d", id)
	}
	if _, err := b.PressData(li, 1, "data"); err != nil || b.Unconfirmed() != 1 {
		t.Errorf("a press did not: %v", err)
	}
	b.updates(`{"allowed_updates":[]}`)
	if id := b.id(b.Send(li, "x")); id == 0 {
		t.Error("an empty list does not stand for all kinds")
	}
	b.refused(b.post("getUpdates", `{"allowed_updates":["messages"]}`), 400, "messages")
}

func TestAfterAQuietWeekIdsGoOnElsewhereAndNothingIsLost(t *testing.T) {
	t.Parallel()
	b := started(t)
	first := b.id(b.Send(li, "x"))
	b.confirmAll()
	b.clock.advance(7*24*time.Hour + time.Second)
	second := b.id(b.Send(li, "y"))
	if second == first+1 {
		t.Error("the ids went on as if nothing had been")
	}
	if got := texts(b.updates(fmt.Sprintf(`{"offset":%d}`, second+1_000))); got != "[y]" {
		t.Errorf("a bot whose offset is far beyond gets %s", got)
	}
}

func TestAReplayedUpdateComesOnceMore(t *testing.T) {
	t.Parallel()
	b := started(t)
	old := b.id(b.Send(li, "once"))
	b.confirmAll()
	if err := b.Replay(old); err != nil {
		t.Fatal(err)
	}
	b.id(b.Send(li, "new"))
	got := b.updates(fmt.Sprintf(`{"offset":%d}`, old+1))
	if texts(got) != "[once new]" || got[0].ID != old {
		t.Errorf("got %s", texts(got))
	}
	b.updates(fmt.Sprintf(`{"offset":%d}`, old+2))
	if n := b.Unconfirmed(); n != 0 {
		t.Errorf("%d unconfirmed", n)
	}
	if err := b.Replay(1); err == nil {
		t.Error("an update that never was is replayed")
	}
}

func TestAShuffleKeepsEachLanesOrder(t *testing.T) {
	t.Parallel()
	b := started(t)
	want := map[int64]string{}
	for i := range 6 {
		for _, person := range []int64{li, wang, zhao} {
			text := fmt.Sprint(person, " ", i)
			want[b.id(b.Send(person, text))] = text
		}
	}
	moved := b.Shuffle(7)
	last, changed := map[byte]string{}, false
	for i, u := range b.updates(`{}`) {
		if text := u.text(); text < last[text[1]] {
			t.Errorf("%q comes after %q", text, last[text[1]])
		} else {
			last[text[1]] = text
		}
		for old, id := range moved {
			changed = changed || old != id
			if id == u.ID && want[old] != u.text() {
				t.Errorf("update %d, once %d, says %q", id, old, u.text())
			}
		}
		if i > 0 && u.ID == 0 {
			t.Error("an update has no id")
		}
	}
	if !changed {
		t.Error("nothing was shuffled")
	}
}

func TestWaitConfirmedWaitsForTheLast(t *testing.T) {
	t.Parallel()
	b := started(t)
	b.id(b.Send(li, "x"))
	done := make(chan error, 1)
	go func() { done <- b.WaitConfirmed(context.Background()) }()
	select {
	case err := <-done:
		t.Fatalf("done with one unconfirmed: %v", err)
	default:
	}
	b.confirmAll()
	if err := <-done; err != nil {
		t.Error(err)
	}
	b.id(b.Send(li, "y"))
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := b.WaitConfirmed(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestClosingEndsWhoWaits(t *testing.T) {
	t.Parallel()
	b := started(t)
	got := make(chan reply, 1)
	go func() { got <- b.post("getUpdates", `{"timeout":50}`) }()
	<-b.clock.asked
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	b.refused(<-got, 500, "restart")
	if _, err := b.Send(li, "x"); !errors.Is(err, playground.ErrClosed) {
		t.Errorf("got %v", err)
	}
}
