package playground_test

import (
	"fmt"
	"testing"
	"time"

	"luling/bot/playground"
)

func TestWhatCanNotBeEditedOrDeleted(t *testing.T) {
	t.Parallel()
	b := started(t, unlimited)
	plain := b.say("原文").ID
	keys := `"reply_markup":{"inline_keyboard":[[{"text":"a","callback_data":"b"}]]}`
	b.post("sendMessage", `{"chat_id":11,"text":"有键盘",`+keys+`}`)
	keyed := b.last(li).ID
	b.post("sendMessage", `{"chat_id":11,"text":"x","reply_markup":{"keyboard":[[{"text":"a"}]]}}`)
	reply := b.last(li).ID
	b.id(b.Send(li, "own"))
	own := b.last(li).ID
	for _, row := range []struct {
		name, method, rest string
		id                 int64
		phrase             string
	}{
		{"the same text", "editMessageText", `"text":"原文"`, int64(plain), "message is not modified"},
		{"the same text but for blanks", "editMessageText", `"text":" 原文\n"`, int64(plain), "message is not modified"},
		{"the same text and keyboard", "editMessageText", `"text":"有键盘",` + keys, keyed, "message is not modified"},
		{"no keyboard on none", "editMessageReplyMarkup", `"chat_id":11`, int64(plain), "message is not modified"},
		{"a message that is not there", "editMessageText", `"text":"x"`, 999, "message to edit not found"},
		{"the person's own message", "editMessageText", `"text":"x"`, own, "message can't be edited"},
		{"a message with a reply keyboard", "editMessageText", `"text":"x"`, reply, "message can't be edited"},
		{"a caption where there is none", "editMessageCaption", `"caption":"x"`, int64(plain), "no caption"},
		{"a message of another chat", "editMessageText", `"text":"x","chat_id":12`, int64(plain), "message to edit not found"},
		{"to delete what is not there", "deleteMessage", `"chat_id":11`, 999, "message to delete not found"},
	} {
		t.Run(row.name, func(t *testing.T) {
			b := *b
			b.t = t
			b.refused(b.post(row.method, fmt.Sprintf(`{"chat_id":11,"message_id":%d,%s}`, row.id, row.rest)), 400, row.phrase)
		})
	}
	if r := b.post("editMessageText", fmt.Sprintf(`{"chat_id":11,"message_id":%d,"text":"有键盘"}`, keyed)); !r.OK {
		t.Errorf("the same text without the keyboard: %s", r.Description)
	}
}

func TestAMessageCanBeDeletedFor48Hours(t *testing.T) {
	t.Parallel()
	b := started(t)
	first, second := b.say("一").ID, b.say("二").ID
	b.clock.advance(48 * time.Hour)
	if r := b.post("deleteMessage", fmt.Sprintf(`{"chat_id":11,"message_id":%d}`, first)); !r.OK {
		t.Errorf("after 48 h: %s", r.Description)
	}
	b.clock.advance(time.Second)
	b.refused(b.post("deleteMessage", fmt.Sprintf(`{"chat_id":11,"message_id":%d}`, second)), 400, "message can't be deleted")
	if r := b.post("editMessageText", fmt.Sprintf(`{"chat_id":11,"message_id":%d,"text":"改"}`, second)); !r.OK {
		t.Errorf("an old message can't be edited: %s", r.Description)
	}
}

func TestAPressIsAnsweredOnceWithin15Minutes(t *testing.T) {
	t.Parallel()
	b := started(t)
	press := func() string {
		id, err := b.PressData(li, 1, "x")
		if err != nil {
			t.Fatal(err)
		}
		return `{"callback_query_id":"` + id + `"}`
	}
	old, late := press(), press()
	b.clock.advance(15 * time.Minute)
	if r := b.post("answerCallbackQuery", old); !r.OK {
		t.Errorf("after 15 minutes: %s", r.Description)
	}
	b.refused(b.post("answerCallbackQuery", old), 400, "query is too old")
	b.clock.advance(time.Second)
	b.refused(b.post("answerCallbackQuery", late), 400, "query is too old")
	b.refused(b.post("answerCallbackQuery", `{"callback_query_id":"5"}`), 400, "query is too old")
	if got := b.Toasts(li); len(got) != 1 || got[0].Text != "" {
		t.Errorf("toasts %+v", got)
	}
}

func TestAModifiedClientPressesWhatItLikes(t *testing.T) {
	t.Parallel()
	b := started(t)
	m := b.say("给李华")
	if _, err := b.PressData(wang, int64(m.ID), "made up"); err != nil {
		t.Fatal(err)
	}
	if _, err := b.PressData(li, 999, "gone"); err != nil {
		t.Fatal(err)
	}
	got := b.updates(`{}`)
	if p := got[0].Press; p.From.ID != wang || p.Message.ID != int64(m.ID) || p.Message.Date == 0 || p.Data != "made up" {
		t.Errorf("got %+v", p)
	}
	if p := got[1].Press; p.Message.ID != 999 || p.Message.Date != 0 {
		t.Errorf("a message that is gone comes as %+v", p)
	}
}

func TestOnlyAPersonsOwnTextIsEdited(t *testing.T) {
	t.Parallel()
	b := started(t)
	m := b.say("bot's")
	b.id(b.Send(li, "一"))
	own := b.last(li).ID
	if id := b.id(b.Edit(li, own, "二")); id == 0 || b.last(li).Text != "二" || !b.last(li).Edited {
		t.Errorf("the edit shows as %+v", b.last(li))
	}
	if got := b.updates(`{}`); len(got) != 2 || got[1].Edited == nil {
		t.Errorf("got %+v", got)
	}
	if _, err := b.Edit(li, int64(m.ID), "x"); err == nil {
		t.Error("a message of the bot's is edited by a person")
	}
	if _, err := b.Edit(wang, own, "x"); err == nil {
		t.Error("somebody else's message is edited")
	}
}

func TestProtectedMessagesAreNeitherCopiedNorForwarded(t *testing.T) {
	t.Parallel()
	b := started(t, unlimited)
	b.post("sendMessage", `{"chat_id":11,"text":"机密","protect_content":true}`)
	secret := b.last(li)
	if !secret.Protected {
		t.Error("the protection is lost")
	}
	open := b.say("公开").ID
	for method, phrase := range map[string]string{"copyMessage": "can't be copied", "forwardMessage": "can't be forwarded"} {
		body := `{"chat_id":12,"from_chat_id":11,"message_id":%d}`
		b.refused(b.post(method, fmt.Sprintf(body, secret.ID)), 400, phrase)
		if r := b.post(method, fmt.Sprintf(body, open)); !r.OK {
			t.Errorf("%s: %s", method, r.Description)
		}
		if got := b.last(wang); got.Text != "公开" || got.Forwarded != (method == "forwardMessage") {
			t.Errorf("%s gives %+v", method, got)
		}
	}
}

func TestRepliesPinsAndActions(t *testing.T) {
	t.Parallel()
	b := started(t, unlimited)
	m := b.say("一").ID
	if r := b.post("sendMessage", fmt.Sprintf(`{"chat_id":11,"text":"二","reply_parameters":{"message_id":%d}}`, m)); !r.OK || b.last(li).ReplyTo != int64(m) {
		t.Errorf("%s, %+v", r.Description, b.last(li))
	}
	b.refused(b.post("sendMessage", `{"chat_id":11,"text":"二","reply_parameters":{"message_id":999}}`), 400, "replied not found")
	if r := b.post("sendMessage", `{"chat_id":11,"text":"三","reply_parameters":{"message_id":999,"allow_sending_without_reply":true}}`); !r.OK {
		t.Error(r.Description)
	}
	if r := b.post("pinChatMessage", fmt.Sprintf(`{"chat_id":11,"message_id":%d}`, m)); !r.OK || b.last(li).Kind != "service" {
		t.Errorf("%s, %+v", r.Description, b.last(li))
	}
	b.refused(b.post("pinChatMessage", `{"chat_id":11,"message_id":999}`), 400, "message to pin not found")
	if r := b.post("unpinChatMessage", `{"chat_id":11}`); !r.OK {
		t.Error(r.Description)
	}
	b.refused(b.post("unpinChatMessage", `{"chat_id":11}`), 400, "message to unpin not found")
	if r := b.post("sendChatAction", `{"chat_id":11,"action":"typing"}`); !r.OK {
		t.Error(r.Description)
	}
	b.refused(b.post("sendChatAction", `{"chat_id":11,"action":"thinking"}`), 400, "action")
	b.refused(b.post("leaveChat", `{"chat_id":11}`), 400, "private chats")
	if r := b.post("getChat", `{"chat_id":12}`); !r.OK {
		t.Error(r.Description)
	}
	if r := b.post("setChatMenuButton", `{"chat_id":11,"menu_button":{"type":"commands"}}`); !r.OK {
		t.Error(r.Description)
	}
	if r := b.post("getChatMenuButton", `{"chat_id":11}`); string(r.Result) != `{"type":"commands"}` {
		t.Errorf("got %s", r.Result)
	}
}

func TestEveryOtherKindOfMessageReachesTheBot(t *testing.T) {
	t.Parallel()
	b := started(t)
	for kind, send := range map[string]func(int64) (int64, error){
		"sticker": b.Sticker, "voice": b.Voice, "video": b.Video, "location": b.Location, "dice": b.Dice,
		"contact": func(person int64) (int64, error) { return b.Contact(person, true) },
	} {
		if id := b.id(send(li)); id == 0 || b.last(li).Kind != kind {
			t.Errorf("%s shows as %+v", kind, b.last(li))
		}
	}
	if ids, err := b.Forward(li, "一", "二", "三"); err != nil || len(ids) != 3 || !b.last(li).Forwarded {
		t.Errorf("forwarded as %v: %v", ids, err)
	}
	b.id(b.SendAs(li, playground.Message{Text: "/start@luling_bot 你好 /help", ReplyTo: 1}))
	if got := b.last(li); len(got.Entities) != 2 || got.Entities[1].Offset != 21 || got.ReplyTo != 1 {
		t.Errorf("got %+v", got)
	}
}

func TestAChangedKeyboardAloneIsNoEditedMessage(t *testing.T) {
	t.Parallel()
	b := started(t, unlimited)
	m := b.say("选").ID
	r := b.post("editMessageReplyMarkup", fmt.Sprintf(`{"chat_id":11,"message_id":%d,"reply_markup":{"inline_keyboard":[[{"text":"a","callback_data":"b"}]]}}`, m))
	if seen := b.last(li); !r.OK || seen.Edited || len(seen.Keyboard) != 1 {
		t.Errorf("%s, %+v", r.Description, seen)
	}
}
