package bot

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"
)

// A Class says what a failed call means for what was to be sent.
type Class string

// The classes of a failed call.
const (
	NotSent     Class = "not_sent"    // nothing reached the messenger: try again
	Unsure      Class = "unsure"      // perhaps it was taken: at most one repeat
	TooMany     Class = "too_many"    // wait RetryAfter, everybody
	Moved       Class = "moved"       // the group has another id now
	Unreachable Class = "unreachable" // blocked, never started, deactivated
	Unmodified  Class = "unmodified"  // it already looks like that: success
	Gone        Class = "gone"        // the message cannot be edited any more: send anew
	TooOld      Class = "too_old"     // the press cannot be answered any more: ignore
	TooBig      Class = "too_big"     // the file is larger than the messenger hands out
	Refused     Class = "refused"     // our fault: dead letter
	Denied      Class = "denied"      // the token is wrong: stop
	Rival       Class = "rival"       // another poller is at work
)

// A CallError is a call that failed. It names no token, no text and no person.
type CallError struct {
	Method     string
	Class      Class
	Code       int
	RetryAfter time.Duration
	MoveTo     int64
	err        error
}

// Error says which method failed, how, and what the messenger said.
func (e *CallError) Error() string {
	return fmt.Sprintf("%s: %s (%d): %v", e.Method, e.Class, e.Code, e.err)
}

// Unwrap gives the cause.
func (e *CallError) Unwrap() error { return e.err }

// ClassOf is the class of a call's error; Unsure for any other.
func ClassOf(err error) Class {
	var e *CallError
	if errors.As(err, &e) {
		return e.Class
	}
	return Unsure
}

type envelope struct {
	OK          bool            `json:"ok"`
	Result      json.RawMessage `json:"result"`
	Code        int             `json:"error_code"`
	Description string          `json:"description"`
	Parameters  struct {
		RetryAfter int   `json:"retry_after"`
		MoveTo     int64 `json:"migrate_to_chat_id"`
	} `json:"parameters"`
}

func failed(method string, wrote bool, err error) error {
	class := NotSent
	if wrote {
		class = Unsure
	}
	return &CallError{Method: method, Class: class, err: err}
}

// answer reads the API's envelope. Anything that is not one may hide a success.
func answer(method string, resp *http.Response, result any) error {
	var e envelope
	if err := json.NewDecoder(io.LimitReader(resp.Body, 8<<20)).Decode(&e); err != nil {
		return &CallError{Method: method, Class: Unsure, Code: resp.StatusCode, err: errors.New("answer is not of the Bot API")}
	}
	if !e.OK {
		return classify(method, resp.StatusCode, e)
	}
	if result == nil {
		return nil
	}
	if err := json.Unmarshal(e.Result, result); err != nil {
		return &CallError{Method: method, Class: Unsure, Code: resp.StatusCode, err: errors.New("result has another form")}
	}
	return nil
}

func classify(method string, status int, e envelope) error {
	err := &CallError{
		Method: method, Code: status, MoveTo: e.Parameters.MoveTo, Class: class(status, e),
		RetryAfter: time.Duration(e.Parameters.RetryAfter) * time.Second, err: errors.New(e.Description),
	}
	return err
}

func class(status int, e envelope) Class {
	says := strings.ToLower(e.Description)
	switch {
	case status == http.StatusTooManyRequests:
		return TooMany
	case e.Parameters.MoveTo != 0:
		return Moved
	case status == http.StatusForbidden:
		return Unreachable
	case status == http.StatusUnauthorized, status == http.StatusNotFound:
		return Denied
	case status == http.StatusConflict:
		return Rival
	case status >= 500:
		return Unsure
	case strings.Contains(says, "not modified"):
		return Unmodified
	case strings.Contains(says, "to edit not found"), strings.Contains(says, "can't be edited"), strings.Contains(says, "message_id_invalid"):
		return Gone
	case strings.Contains(says, "query is too old"), strings.Contains(says, "query id is invalid"):
		return TooOld
	case strings.Contains(says, "file is too big"):
		return TooBig
	case strings.Contains(says, "chat not found"):
		return Unreachable
	}
	return Refused
}
