package playground_test

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"luling/bot/playground"
)

// page asks the page's API as the page itself would.
func (b *box) page(method, path, body string, header ...string) (int, map[string]any) {
	b.t.Helper()
	r, err := http.NewRequest(method, b.url+path, strings.NewReader(body))
	if err != nil {
		b.t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Origin", b.url)
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	w, err := http.DefaultClient.Do(r)
	if err != nil {
		b.t.Fatal(err)
	}
	defer w.Body.Close()
	out := map[string]any{}
	if err := json.NewDecoder(w.Body).Decode(&out); err != nil && !errors.Is(err, io.EOF) {
		b.t.Fatal(err)
	}
	return w.StatusCode, out
}

func TestThePageTellsAndDoes(t *testing.T) {
	t.Parallel()
	b := open(t)
	act := func(path, body string) {
		t.Helper()
		if code, out := b.page("POST", "/page/people/11/"+path, body); code != 200 {
			t.Fatalf("%s: %d %v", path, code, out)
		}
	}
	act("start", `{"payload":""}`)
	act("text", `{"text":"看看 <b> https://example.org 吧\n第二行"}`)
	act("contact", `{}`)
	act("forward", `{"texts":["一","二"]}`)
	for _, kind := range []string{"sticker", "voice", "video", "location"} {
		act("other", `{"kind":"`+kind+`"}`)
	}
	r := b.post("sendMessage", `{"chat_id":11,"text":"选","reply_markup":{"inline_keyboard":[[{"text":"甲","callback_data":"a"},{"text":"链接","url":"https://example.org"},{"text":"抄","copy_text":{"text":"x"}}]]}}`)
	if !r.OK {
		t.Fatal(r.Description)
	}
	_, state := b.page("GET", "/page/state", "")
	person := state["people"].([]any)[0].(map[string]any)
	if person["name"] != "李 华" || person["started"] != true || person["unread"] != 1.0 || person["last"] != "选" {
		t.Errorf("the state says %v", person)
	}
	_, out := b.page("GET", "/page/people/11/messages?limit=200", "")
	all := out["messages"].([]any)
	if len(all) != 10 {
		t.Fatalf("%d messages", len(all))
	}
	text := all[1].(map[string]any)
	want := `看看 &lt;b&gt; <a href="https://example.org" target="_blank" rel="noopener noreferrer">https://example.org</a> 吧<br>第二行`
	if text["html"] != want || text["from"] != "person" {
		t.Errorf("the text is drawn as %v", text)
	}
	row := all[9].(map[string]any)["keyboard"].([]any)[0].([]any)
	for i, kind := range []string{"callback", "url", "copy"} {
		if got := row[i].(map[string]any)["kind"]; got != kind {
			t.Errorf("button %d is %v, want %s", i, got, kind)
		}
		if got := row[i].(map[string]any)["copy"]; got != map[string]string{"copy": "x"}[kind] {
			t.Errorf("button %d copies %q", i, got)
		}
	}
	act("read", `{}`)
	act("edit", `{"message":2,"text":"改了"}`)
	act("press", `{"message":10,"row":0,"column":0}`)
	act("block", `{"blocked":true}`)
	_, state = b.page("GET", "/page/state", "")
	person = state["people"].([]any)[0].(map[string]any)
	if person["unread"] != 0.0 || person["blocked"] != true {
		t.Errorf("the state says %v", person)
	}
}

func TestThePageRefusesWhatIsNotItsOwn(t *testing.T) {
	t.Parallel()
	b := open(t)
	for _, row := range []struct {
		name, path, body string
		header           []string
		code             int
	}{
		{"a form of another site", "/page/people/11/text", `text=x`, []string{"Content-Type", "application/x-www-form-urlencoded"}, 403},
		{"a page of another site", "/page/people/11/text", `{"text":"x"}`, []string{"Origin", "https://example.org"}, 403},
		{"a fetch across sites", "/page/people/11/text", `{"text":"x"}`, []string{"Sec-Fetch-Site", "cross-site"}, 403},
		{"nobody's chat", "/page/people/99/text", `{"text":"x"}`, nil, 404},
		{"an empty text", "/page/people/11/text", `{"text":" "}`, nil, 400},
		{"no JSON", "/page/people/11/text", `x`, nil, 400},
		{"a button that is not there", "/page/people/11/press", `{"message":1,"row":0,"column":0}`, nil, 404},
		{"a clock that stands", "/page/clock", `{"seconds":60}`, nil, 404},
		{"a bot that is not ours to restart", "/page/restart", `{}`, nil, 404},
	} {
		if code, out := b.page("POST", row.path, row.body, row.header...); code != row.code || out["error"] == "" {
			t.Errorf("%s: %d %v, want %d", row.name, code, out, row.code)
		}
	}
}

func TestThePageMovesTheClockAndRestartsTheBot(t *testing.T) {
	t.Parallel()
	restarts := 0
	var b *box
	b = open(t, func(c *playground.Config) {
		c.Advance = func(d time.Duration) error { b.clock.advance(d); return nil }
		c.Restart = func() error { restarts++; return nil }
	})
	before := b.clock.Now()
	if code, _ := b.page("POST", "/page/clock", `{"seconds":3600}`); code != 200 || b.clock.Now().Sub(before) != time.Hour {
		t.Errorf("%d, the clock shows %s", code, b.clock.Now())
	}
	for _, body := range []string{`{"seconds":0}`, `{"seconds":-5}`, `{"seconds":99999999999}`} {
		if code, _ := b.page("POST", "/page/clock", body); code != 400 {
			t.Errorf("%s: %d", body, code)
		}
	}
	if code, _ := b.page("POST", "/page/restart", `{}`); code != 200 || restarts != 1 {
		t.Errorf("%d, %d restarts", code, restarts)
	}
}

// stream reads events until it has n of them.
func (b *box) stream(lastID string, n int, ready func()) (names []string, last string) {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	r, _ := http.NewRequestWithContext(ctx, "GET", b.url+"/page/events", nil)
	r.Header.Set("Last-Event-ID", lastID)
	w, err := http.DefaultClient.Do(r)
	if err != nil {
		b.t.Fatal(err)
	}
	defer w.Body.Close()
	lines := bufio.NewScanner(w.Body)
	for lines.Scan() {
		kind, rest, _ := strings.Cut(lines.Text(), ": ")
		switch kind {
		case "retry":
			ready()
		case "id":
			last = rest
		case "event":
			names = append(names, rest)
		case "data":
			if len(names) == n {
				return names, last
			}
		}
	}
	b.t.Fatalf("the stream ended after %v: %v", names, lines.Err())
	return nil, ""
}

func TestEventsResumeWhereThePageWas(t *testing.T) {
	t.Parallel()
	b := open(t)
	names, last := b.stream("", 2, func() { b.id(b.Send(li, "一")) })
	if strings.Join(names, " ") != "message person" {
		t.Errorf("got %v", names)
	}
	b.id(b.Send(li, "二"))
	b.id(b.Send(li, "三"))
	if names, _ = b.stream(last, 4, func() {}); strings.Join(names, " ") != "message person message person" {
		t.Errorf("resumed with %v", names)
	}
	if names, _ = b.stream("other-7", 1, func() {}); names[0] != "reset" {
		t.Errorf("an id of another run gives %v", names)
	}
}

func TestThePageAndItsAssetsAreServed(t *testing.T) {
	t.Parallel()
	b := open(t)
	for path, want := range map[string]int{"/": 200, "/web/index.html": 301, "/web/": 200, "/web/nothing.js": 404, "/page/nothing": 404} {
		client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
		r, err := client.Get(b.url + path)
		if err != nil {
			t.Fatal(err)
		}
		if err := r.Body.Close(); err != nil || r.StatusCode != want {
			t.Errorf("%s: %d, %v", path, r.StatusCode, err)
		}
		if r.Header.Get("Content-Security-Policy") == "" || r.Header.Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%s is not guarded: %v", path, r.Header)
		}
	}
}
