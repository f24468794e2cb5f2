package playground_test

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

// hook is a webhook whose answers the test decides.
type hook struct {
	got    chan string
	answer chan int
	secret string
}

func (h *hook) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var u update
	if json.NewDecoder(r.Body).Decode(&u) != nil || r.Header.Get("X-Telegram-Bot-Api-Secret-Token") != h.secret {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	h.got <- u.text()
	w.WriteHeader(<-h.answer)
}

func TestAWebhookGetsEachLaneInOrderUntilItAgrees(t *testing.T) {
	t.Parallel()
	b := started(t)
	h := &hook{got: make(chan string), answer: make(chan int), secret: "s3cret"}
	server := httptest.NewServer(h)
	t.Cleanup(server.Close)
	if r := b.post("setWebhook", `{"url":"`+server.URL+`","secret_token":"s3cret"}`); !r.OK {
		t.Fatal(r.Description)
	}
	b.refused(b.post("getUpdates", `{}`), 409, "webhook is active")
	b.id(b.Send(li, "一"))
	b.id(b.Send(li, "二"))
	if got := <-h.got; got != "一" {
		t.Errorf("first comes %q", got)
	}
	h.answer <- 503
	<-b.clock.asked
	if got := string(b.post("getWebhookInfo", `{}`).Result); !strings.Contains(got, `"pending_update_count":2`) || !strings.Contains(got, "503") {
		t.Errorf("the platform says %s", got)
	}
	b.clock.advance(time.Second)
	for _, want := range []string{"一", "二"} {
		if got := <-h.got; got != want {
			t.Errorf("got %q, want %q", got, want)
		}
		h.answer <- 200
	}
	if err := b.WaitConfirmed(t.Context()); err != nil {
		t.Error(err)
	}
	if r := b.post("deleteWebhook", `{}`); !r.OK {
		t.Error(r.Description)
	}
	b.updates(`{}`)
}

func TestAWebhookHasAnAddressThePlatformWouldTake(t *testing.T) {
	t.Parallel()
	b := started(t)
	for url, ok := range map[string]bool{
		"https://example.org/hook": true, "https://example.org:8443/hook": true, "http://127.0.0.1:9/": true,
		"http://example.org/hook": false, "https://example.org:9000/hook": false, "hook": false,
	} {
		if r := b.post("setWebhook", `{"url":"`+url+`"}`); r.OK != ok {
			t.Errorf("%s: %+v", url, r)
		}
	}
	b.refused(b.post("setWebhook", `{"url":"https://example.org","secret_token":"a b"}`), 400, "secret token")
	b.refused(b.post("setWebhook", `{"url":"https://example.org","max_connections":101}`), 400, "max_connections")
	b.id(b.Send(li, "x"))
	if r := b.post("setWebhook", `{"url":"","drop_pending_updates":true}`); !r.OK || b.Unconfirmed() != 0 {
		t.Errorf("%s, %d wait", r.Description, b.Unconfirmed())
	}
}
