package playground

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
)

// A refusal is an answer of the Bot API that is not ok.
type refusal struct {
	status int
	text   string
	after  int    // seconds to wait; 0: not said
	body   string // sent as it stands instead of JSON, as a proxy would
}

func (r *refusal) Error() string { return r.text }

func bad(format string, args ...any) error {
	return &refusal{status: http.StatusBadRequest, text: "Bad Request: " + fmt.Sprintf(format, args...)}
}

func forbidden(text string) error {
	return &refusal{status: http.StatusForbidden, text: "Forbidden: " + text}
}

func conflict(text string) error {
	return &refusal{status: http.StatusConflict, text: "Conflict: " + text}
}

func tooMany(seconds int) error {
	text := "Too Many Requests: retry after " + strconv.Itoa(seconds)
	return &refusal{status: http.StatusTooManyRequests, text: text, after: seconds}
}

var (
	errNotFound     = &refusal{status: http.StatusNotFound, text: "Not Found"}
	errUnauthorized = &refusal{status: http.StatusUnauthorized, text: "Unauthorized"}
	errTooLarge     = &refusal{status: http.StatusRequestEntityTooLarge, text: "Request Entity Too Large"}
	errClosing      = &refusal{status: http.StatusInternalServerError, text: "Internal Server Error: restart"}
)

type parameters struct {
	RetryAfter int `json:"retry_after"`
}

type answer struct {
	OK          bool            `json:"ok"`
	Result      json.RawMessage `json:"result,omitempty"`
	ErrorCode   int             `json:"error_code,omitempty"`
	Description string          `json:"description,omitempty"`
	Parameters  *parameters     `json:"parameters,omitempty"`
}

func (r *refusal) write(w http.ResponseWriter) {
	if r.body != "" {
		w.Header().Set("Content-Type", "text/html")
		w.WriteHeader(r.status)
		_, _ = w.Write([]byte(r.body))
		return
	}
	a := answer{ErrorCode: r.status, Description: r.text}
	if r.after > 0 {
		a.Parameters = &parameters{r.after}
	}
	writeJSON(w, r.status, a)
}

// writeJSON answers with v; a client that went away is not an error of ours.
func writeJSON(w http.ResponseWriter, status int, v any) {
	raw, err := json.Marshal(v)
	if err != nil {
		http.Error(w, "encode: "+err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Content-Length", strconv.Itoa(len(raw)))
	w.WriteHeader(status)
	_, _ = w.Write(raw)
}
