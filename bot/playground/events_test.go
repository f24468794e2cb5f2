package playground_test

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"

	"luling/bot/playground"
)

// watch collects events until one of that name is about what the phrase says.
func watch(t *testing.T, events <-chan playground.Event, name, phrase string) playground.Event {
	t.Helper()
	end := time.After(20 * time.Second)
	for {
		select {
		case e, ok := <-events:
			if !ok {
				t.Fatalf("the events ended before %s %q", name, phrase)
			}
			if e.Name == name && strings.Contains(string(e.Data), phrase) {
				return e
			}
		case <-end:
			t.Fatalf("no event %s %q", name, phrase)
		}
	}
}

// TestTheRealClientsOwnLoop has the unchanged library poll and answer.
func TestTheRealClientsOwnLoop(t *testing.T) {
	t.Parallel()
	b := open(t)
	events, cancel := b.Subscribe()
	defer cancel()
	echo := func(ctx context.Context, client *bot.Bot, u *models.Update) {
		if u.Message == nil {
			return
		}
		_, err := client.SendMessage(ctx, &bot.SendMessageParams{ChatID: u.Message.Chat.ID, Text: "echo " + u.Message.Text})
		if err != nil && ctx.Err() == nil {
			t.Error(err)
		}
	}
	client, err := bot.New(token, bot.WithServerURL(b.url), bot.WithDefaultHandler(echo), bot.WithNotAsyncHandlers())
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	done := make(chan struct{})
	go func() { client.Start(ctx); close(done) }()
	watch(t, events, "bot", `"up":true`)
	for i := range 3 {
		b.id(b.Send(li, fmt.Sprint("汉", i)))
	}
	watch(t, events, "message", "echo 汉2")
	if err := b.WaitConfirmed(t.Context()); err != nil {
		t.Fatal(err)
	}
	stop()
	<-done
	watch(t, events, "bot", `"up":false`)
}

func TestEachEventSaysWhatHappened(t *testing.T) {
	t.Parallel()
	b := started(t, unlimited)
	events, cancel := b.Subscribe()
	m := b.say("一").ID
	watch(t, events, "message", `"html":"一"`)
	watch(t, events, "person", `"unread":1`)
	b.post("editMessageText", fmt.Sprintf(`{"chat_id":11,"message_id":%d,"text":"二"}`, m))
	if e := watch(t, events, "message", `"edited":true`); e.Person != li || e.ID == "" {
		t.Errorf("got %+v", e)
	}
	b.post("deleteMessage", fmt.Sprintf(`{"chat_id":11,"message_id":%d}`, m))
	watch(t, events, "delete", fmt.Sprintf(`{"ids":[%d],"person":11}`, m))
	b.post("sendChatAction", `{"chat_id":11,"action":"typing"}`)
	watch(t, events, "typing", `{"person":11}`)
	press, err := b.PressData(li, 1, "x")
	if err != nil {
		t.Fatal(err)
	}
	b.post("answerCallbackQuery", `{"callback_query_id":"`+press+`","text":"好","show_alert":true}`)
	watch(t, events, "toast", `{"alert":true,"message":1,"person":11,"text":"好"}`)
	b.post("setMyCommands", `{"commands":[{"command":"apply","description":"申报"}]}`)
	watch(t, events, "person", `"command":"apply"`)
	b.id(b.Block(li))
	watch(t, events, "person", `"blocked":true`)
	b.id(b.Unblock(li))
	watch(t, events, "person", `"blocked":false`)
	cancel()
	cancel()
	for range events {
	}
}

func TestAReaderTooSlowIsToldToLookAgain(t *testing.T) {
	t.Parallel()
	b := started(t)
	events, cancel := b.Subscribe()
	defer cancel()
	for range 5000 {
		if err := b.Read(li); err != nil {
			t.Fatal(err)
		}
	}
	watch(t, events, "reset", "{}")
}

func TestThePageDrawsEveryKindOfMessage(t *testing.T) {
	t.Parallel()
	b := started(t, unlimited)
	b.post("sendMessage", `{"chat_id":11,"text":"电话?","reply_markup":{"keyboard":[[{"text":"分享","request_contact":true}],[{"text":"不"}]],"input_field_placeholder":"138…"}}`)
	b.post("sendMessage", `{"chat_id":11,"text":"好","reply_markup":{"remove_keyboard":true}}`)
	b.post("sendMessage", `{"chat_id":11,"text":"写","reply_markup":{"force_reply":true}}`)
	b.id(b.Contact(li, false))
	b.id(b.Dice(li))
	b.id(b.SendFile(li, playground.File{Name: "汇总.xlsx", Content: []byte("12345")}))
	_, out := b.page("GET", "/page/people/11/messages?limit=6", "")
	raw, err := json.Marshal(out)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		`"reply_keyboard":{"placeholder":"138…","rows":[[{"request_contact":true,"text":"分享"}],[{"request_contact":false,"text":"不"}]]}`,
		`"remove_keyboard":true`, `"force_reply":true`, `"html":"王小明\u003cbr\u003e+8613900000000"`, `"html":"🎲 4"`,
		`"name":"汇总.xlsx","size":5`,
	} {
		if !strings.Contains(string(raw), want) {
			t.Errorf("no %s in %s", want, raw)
		}
	}
	for person, want := range map[int64]string{li: "汇总.xlsx", wang: "[Sticker]", zhao: strings.Repeat("长", 80) + "…"} {
		switch person {
		case wang:
			b.id(b.Sticker(person))
		case zhao:
			b.id(b.Send(person, strings.Repeat("长", 81)+"\n二"))
		}
		if _, state := b.page("GET", "/page/state", ""); !strings.Contains(fmt.Sprint(state), want) {
			t.Errorf("no %q in the list", want)
		}
	}
}

func TestUnmodifiedFormattingIsNoChange(t *testing.T) {
	t.Parallel()
	b := started(t, unlimited)
	b.post("sendMessage", `{"chat_id":11,"text":"<b>一</b> /help","parse_mode":"HTML"}`)
	id := b.last(li).ID
	same := `{"chat_id":11,"message_id":%d,"text":"%s","parse_mode":"HTML"}`
	b.refused(b.post("editMessageText", fmt.Sprintf(same, id, "<b>一</b> /help")), 400, "not modified")
	b.refused(b.post("editMessageText", fmt.Sprintf(same, id, "<strong>一</strong> /help")), 400, "not modified")
	if r := b.post("editMessageText", fmt.Sprintf(same, id, "<i>一</i> /help")); !r.OK {
		t.Error(r.Description)
	}
	b.refused(b.post("sendMessage", `{"chat_id":11,"text":"<b>一","parse_mode":"HTML"}`), 400, "can't parse entities")
	b.refused(b.post("sendMessage", `{"chat_id":11,"text":"x","parse_mode":"Markdown"}`), 400, "parse_mode")
	if r := b.post("sendMessage", `{"chat_id":11,"text":"x","entities":[{"type":"bold","offset":0,"length":1}]}`); !r.OK || b.last(li).HTML != "<b>x</b>" {
		t.Errorf("%s, %+v", r.Description, b.last(li))
	}
	b.refused(b.post("sendMessage", `{"chat_id":11,"text":"x","entities":[{"type":"bold","offset":0,"length":2}]}`), 400, "can't parse entities")
}
