package playground_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/go-telegram/bot"

	"luling/bot/playground"
)

func TestOneASecondInAPrivateChatAfterABurst(t *testing.T) {
	t.Parallel()
	b := started(t)
	text := `{"chat_id":11,"text":"x"}`
	for i := range 6 {
		if r := b.post("sendMessage", text); !r.OK {
			t.Fatalf("message %d: %s", i, r.Description)
		}
	}
	r := b.post("sendMessage", text)
	b.refused(r, 429, "Too Many Requests: retry after 1")
	if r.Parameters.RetryAfter != 1 {
		t.Errorf("retry_after is %d", r.Parameters.RetryAfter)
	}
	b.refused(b.post("editMessageText", fmt.Sprintf(`{"chat_id":11,"message_id":%d,"text":"y"}`, b.last(li).ID)), 429, "retry after 1")
	if r := b.post("sendMessage", `{"chat_id":12,"text":"x"}`); !r.OK {
		t.Errorf("another chat waits too: %s", r.Description)
	}
	b.clock.advance(999 * time.Millisecond)
	b.refused(b.post("sendMessage", text), 429, "retry after 1")
	b.clock.advance(time.Millisecond)
	if r := b.post("sendMessage", text); !r.OK {
		t.Errorf("after a second: %s", r.Description)
	}
	calls := b.Calls()
	if last := calls[len(calls)-2]; last.Status != 429 || last.RetryAfter != 1 || last.ChatID != li || last.Method != "sendMessage" {
		t.Errorf("the log says %+v", last)
	}
}

func TestThirtyASecondOverall(t *testing.T) {
	t.Parallel()
	crowd := func(c *playground.Config) {
		c.Limits.Private = playground.Rate{Every: time.Second, Burst: 100}
	}
	b := started(t, crowd)
	for i := range 30 {
		if r := b.post("sendMessage", `{"chat_id":11,"text":"x"}`); !r.OK {
			t.Fatalf("message %d: %s", i, r.Description)
		}
	}
	b.refused(b.post("sendMessage", `{"chat_id":12,"text":"x"}`), 429, "retry after 1")
	b.clock.advance(time.Second)
	for i := range 30 {
		if r := b.post("sendMessage", `{"chat_id":12,"text":"x"}`); !r.OK {
			t.Fatalf("message %d of the next second: %s", i, r.Description)
		}
	}
}

func TestEachFaultIsSeenByTheClient(t *testing.T) {
	t.Parallel()
	b := started(t, unlimited)
	send := func() error {
		_, err := b.client.SendMessage(context.Background(), &bot.SendMessageParams{ChatID: li, Text: "x"})
		return err
	}
	before := len(b.Messages(li))
	for _, row := range []struct {
		name  string
		fault playground.Fault
		seen  func(error) bool
		sent  int
	}{
		{"the connection is refused", playground.Fault{Kind: playground.Refused}, func(err error) bool { return err != nil }, 0},
		{"too many, with seconds", playground.Fault{Kind: playground.TooMany, RetryAfter: 7}, func(err error) bool {
			var many *bot.TooManyRequestsError
			return errors.As(err, &many) && many.RetryAfter == 7
		}, 0},
		{"the server fails", playground.Fault{Kind: playground.ServerError}, func(err error) bool { return strings.Contains(err.Error(), "500") }, 0},
		{"a proxy answers", playground.Fault{Kind: playground.BadGateway}, func(err error) bool { return strings.Contains(err.Error(), "<html>") }, 0},
		{"blocked", playground.Fault{Kind: playground.Forbidden, Text: "user is deactivated"}, func(err error) bool { return errors.Is(err, bot.ErrorForbidden) }, 0},
		{"refused", playground.Fault{Kind: playground.BadRequest, Text: "REPLY_MARKUP too long"}, func(err error) bool { return errors.Is(err, bot.ErrorBadRequest) }, 0},
		{"the answer is lost", playground.Fault{Kind: playground.LostReply}, func(err error) bool { return err != nil }, 1},
		{"of another chat", playground.Fault{Kind: playground.Refused, ChatID: wang}, func(err error) bool { return err == nil }, 1},
		{"of another method", playground.Fault{Kind: playground.Refused, Method: "sendPhoto"}, func(err error) bool { return err == nil }, 1},
	} {
		fault := b.InjectFault(row.fault)
		if err := send(); !row.seen(err) {
			t.Errorf("%s: the client sees %v", row.name, err)
		}
		if n := len(b.Messages(li)) - before; n != row.sent {
			t.Errorf("%s: %d messages came through, want %d", row.name, n, row.sent)
		}
		if row.fault.ChatID != wang && row.fault.Method == "" && fault.Fired() != 1 {
			t.Errorf("%s: it struck %d times", row.name, fault.Fired())
		}
		before = len(b.Messages(li))
	}
	twice := b.InjectFault(playground.Fault{Kind: playground.ServerError, Method: "sendMessage", Times: 2})
	first, second, third := send(), send(), send()
	if first == nil || second == nil || third != nil || twice.Fired() != 2 {
		t.Errorf("a fault of two times struck %d times", twice.Fired())
	}
}

func TestADelayedCallGoesOnWhenReleased(t *testing.T) {
	t.Parallel()
	b := started(t)
	fault := b.InjectFault(playground.Fault{Kind: playground.Delay, Method: "sendMessage"})
	got := make(chan reply, 1)
	go func() { got <- b.post("sendMessage", `{"chat_id":11,"text":"spät"}`) }()
	<-fault.Struck()
	if b.last(li).FromBot {
		t.Error("it came through before it was released")
	}
	fault.Release()
	fault.Release()
	if r := <-got; !r.OK || b.last(li).Text != "spät" {
		t.Errorf("%s, %+v", r.Description, b.last(li))
	}
}

func TestASilentTelegramAnswersNothingUntilItIsLifted(t *testing.T) {
	t.Parallel()
	b := started(t)
	b.Silence(true)
	ctx, cancel := context.WithCancel(context.Background())
	r, err := http.NewRequestWithContext(ctx, "POST", b.url+"/bot"+token+"/getMe", nil)
	if err != nil {
		t.Fatal(err)
	}
	left := make(chan error, 1)
	go func() {
		w, err := http.DefaultClient.Do(r)
		if err == nil {
			err = w.Body.Close()
		}
		left <- err
	}()
	got := make(chan reply, 1)
	go func() { got <- b.post("sendMessage", `{"chat_id":11,"text":"x"}`) }()
	cancel()
	if err := <-left; !errors.Is(err, context.Canceled) {
		t.Errorf("who leaves got %v", err)
	}
	b.id(b.Send(li, "people go on"))
	select {
	case r := <-got:
		t.Errorf("it answered %+v", r)
	default:
	}
	b.Silence(false)
	if r := <-got; !r.OK {
		t.Error(r.Description)
	}
}
