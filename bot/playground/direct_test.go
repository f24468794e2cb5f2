package playground_test

import (
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"testing"
)

// reply is an answer of the Bot API as it came over the wire.
type reply struct {
	HTTP        int
	OK          bool            `json:"ok"`
	Code        int             `json:"error_code"`
	Description string          `json:"description"`
	Result      json.RawMessage `json:"result"`
	Parameters  struct {
		RetryAfter int `json:"retry_after"`
	} `json:"parameters"`
}

// post calls a method with a JSON body.
func (b *box) post(method, body string) reply {
	b.t.Helper()
	return b.send(method, "application/json", body)
}

func (b *box) send(method, contentType, body string) reply {
	b.t.Helper()
	r, err := http.Post(b.url+"/bot"+token+"/"+method, contentType, strings.NewReader(body))
	return readReply(b.t, r, err)
}

func readReply(t *testing.T, r *http.Response, err error) (out reply) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	raw, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(raw, &out); err != nil {
		t.Fatalf("%s: %s", err, raw)
	}
	out.HTTP = r.StatusCode
	return out
}

// update is what the tests look at in an update.
type update struct {
	ID      int64           `json:"update_id"`
	Message json.RawMessage `json:"message"`
	Edited  json.RawMessage `json:"edited_message"`
	Press   *struct {
		ID   string `json:"id"`
		Data string `json:"data"`
		From struct {
			ID int64 `json:"id"`
		} `json:"from"`
		Message struct {
			ID   int64 `json:"message_id"`
			Date int64 `json:"date"`
		} `json:"message"`
	} `json:"callback_query"`
	Member json.RawMessage `json:"my_chat_member"`
}

// text is the message's text, or its caption.
func (u update) text() string {
	var m struct{ Text, Caption string }
	if json.Unmarshal(u.Message, &m) != nil {
		return ""
	}
	return m.Text + m.Caption
}

// updates calls getUpdates.
func (b *box) updates(body string) []update {
	b.t.Helper()
	r := b.post("getUpdates", body)
	if !r.OK {
		b.t.Fatalf("getUpdates %s: %s", body, r.Description)
	}
	var out []update
	if err := json.Unmarshal(r.Result, &out); err != nil {
		b.t.Fatal(err)
	}
	return out
}

// refused asserts a refusal whose description holds a phrase.
func (b *box) refused(r reply, code int, phrase string) {
	b.t.Helper()
	if r.OK || r.Code != code || r.HTTP != code || !strings.Contains(r.Description, phrase) {
		b.t.Errorf("got %d %d %q, want %d with %q", r.HTTP, r.Code, r.Description, code, phrase)
	}
}
