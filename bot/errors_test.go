package bot

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"
)

func TestClassesOfAnswers(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		says   string
		status int
		body   string
		want   Class
	}{
		{"too many messages", 429, `{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 7","parameters":{"retry_after":7}}`, TooMany},
		{"a person who blocked the bot", 403, `{"ok":false,"description":"Forbidden: bot was blocked by the user"}`, Unreachable},
		{"a person who never wrote", 400, `{"ok":false,"description":"Bad Request: chat not found"}`, Unreachable},
		{"a group that moved", 400, `{"ok":false,"description":"Bad Request","parameters":{"migrate_to_chat_id":-100}}`, Moved},
		{"an edit that changes nothing", 400, `{"ok":false,"description":"Bad Request: message is not modified: specified new"}`, Unmodified},
		{"a message that is gone", 400, `{"ok":false,"description":"Bad Request: message to edit not found"}`, Gone},
		{"a message of somebody else", 400, `{"ok":false,"description":"Bad Request: message can't be edited"}`, Gone},
		{"a press too old to answer", 400, `{"ok":false,"description":"Bad Request: query is too old and response timeout expired"}`, TooOld},
		{"a file too big to hand out", 400, `{"ok":false,"description":"Bad Request: file is too big"}`, TooBig},
		{"a mistake of ours", 400, `{"ok":false,"description":"Bad Request: can't parse entities"}`, Refused},
		{"a wrong token", 401, `{"ok":false,"description":"Unauthorized"}`, Denied},
		{"a second poller", 409, `{"ok":false,"description":"Conflict: terminated by other getUpdates request"}`, Rival},
		{"a page of a proxy", 502, `<html>Bad Gateway</html>`, Unsure},
		{"a fault of theirs", 500, `{"ok":false,"description":"Internal Server Error"}`, Unsure},
		{"half an answer", 200, `{"ok":tr`, Unsure},
	} {
		resp := &http.Response{StatusCode: row.status, Body: io.NopCloser(strings.NewReader(row.body))}
		err := answer("sendMessage", resp, nil)
		if got := ClassOf(fmt.Errorf("wrapped: %w", err)); got != row.want {
			t.Errorf("%s is %s, not %s", row.says, got, row.want)
		}
	}
}

func TestAFailureBeforeTheHeadersWasNotSent(t *testing.T) {
	t.Parallel()
	if got := ClassOf(failed("sendMessage", false, io.EOF)); got != NotSent {
		t.Errorf("before the headers: %s", got)
	}
	if got := ClassOf(failed("sendMessage", true, io.EOF)); got != Unsure {
		t.Errorf("after the headers: %s", got)
	}
}

func TestTheMessengersPauseIsObeyed(t *testing.T) {
	t.Parallel()
	b := backoff{}
	if d := b.wait(&CallError{Class: TooMany, RetryAfter: 7 * time.Second}); d != 7*time.Second {
		t.Errorf("waits %v", d)
	}
	for range 20 {
		if d := b.wait(errors.New("x")); d < 200*time.Millisecond || d > 5*time.Second {
			t.Errorf("waits %v", d)
		}
	}
}
