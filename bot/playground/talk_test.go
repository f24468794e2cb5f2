package playground_test

import (
	"context"
	"errors"
	"testing"

	"github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"

	"luling/bot/playground"
)

func TestAConversationThroughTheRealClient(t *testing.T) {
	t.Parallel()
	b := open(t)
	ctx := context.Background()
	b.id(b.Start(li, "invite-7"))
	got := b.updates(`{"timeout":0}`)
	if len(got) != 1 || got[0].text() != "/start invite-7" {
		t.Fatalf("got %+v", got)
	}
	m, err := b.client.SendMessage(ctx, &bot.SendMessageParams{
		ChatID: li, Text: "<b>您好</b>, 请选择", ParseMode: models.ParseModeHTML,
		ReplyMarkup: &models.InlineKeyboardMarkup{InlineKeyboard: [][]models.InlineKeyboardButton{
			{{Text: "是", CallbackData: "yes", Style: "success"}, {Text: "否", CallbackData: "no"}},
		}},
	})
	if err != nil {
		t.Fatal(err)
	}
	seen := b.last(li)
	if seen.Text != "您好, 请选择" || seen.HTML != "<b>您好</b>, 请选择" || seen.Keyboard[0][0].Data != "yes" {
		t.Errorf("the person sees %+v", seen)
	}
	id, err := b.Press(li, int64(m.ID), 0, 1)
	if err != nil {
		t.Fatal(err)
	}
	got = b.updates(`{"offset":1002}`)
	if len(got) != 1 || got[0].Press.Data != "no" || got[0].Press.ID != id || got[0].Press.From.ID != li {
		t.Fatalf("got %+v", got)
	}
	if _, err := b.client.AnswerCallbackQuery(ctx, &bot.AnswerCallbackQueryParams{CallbackQueryID: id, Text: "好的"}); err != nil {
		t.Fatal(err)
	}
	if toasts := b.Toasts(li); len(toasts) != 1 || toasts[0].Text != "好的" {
		t.Errorf("toasts %+v", toasts)
	}
	if _, err := b.client.EditMessageText(ctx, &bot.EditMessageTextParams{ChatID: li, MessageID: m.ID, Text: "完"}); err != nil {
		t.Fatal(err)
	}
	if seen := b.last(li); seen.Text != "完" || !seen.Edited || len(seen.Keyboard) != 0 {
		t.Errorf("after the edit the person sees %+v", seen)
	}
	if _, err := b.client.DeleteMessage(ctx, &bot.DeleteMessageParams{ChatID: li, MessageID: m.ID}); err != nil {
		t.Fatal(err)
	}
	if seen := b.last(li); seen.FromBot {
		t.Errorf("the deleted message is still there: %+v", seen)
	}
}

func TestCommandsAreResolvedAsThePersonsClientDoes(t *testing.T) {
	t.Parallel()
	b := started(t)
	set := func(name string, scope models.BotCommandScope, lang string) {
		t.Helper()
		_, err := b.client.SetMyCommands(context.Background(), &bot.SetMyCommandsParams{
			Commands: []models.BotCommand{{Command: name, Description: "x"}}, Scope: scope, LanguageCode: lang,
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	shows := func(person int64, want string) {
		t.Helper()
		if got := b.Commands(person); len(got) != 1 || got[0].Command != want {
			t.Errorf("person %d is shown %+v, want %s", person, got, want)
		}
	}
	if got := b.Commands(li); len(got) != 0 {
		t.Errorf("before anything was set: %+v", got)
	}
	set("any", nil, "")
	shows(li, "any")
	set("any_zh", nil, "zh")
	shows(li, "any_zh")
	shows(wang, "any")
	set("private", &models.BotCommandScopeAllPrivateChats{}, "")
	shows(li, "private")
	set("private_zh", &models.BotCommandScopeAllPrivateChats{}, "zh")
	shows(li, "private_zh")
	set("own", &models.BotCommandScopeChat{ChatID: li}, "")
	shows(li, "own")
	set("own_zh", &models.BotCommandScopeChat{ChatID: li}, "zh")
	shows(li, "own_zh")
	shows(zhao, "private")
	if _, err := b.client.DeleteMyCommands(context.Background(), &bot.DeleteMyCommandsParams{
		Scope: &models.BotCommandScopeChat{ChatID: li}, LanguageCode: "zh",
	}); err != nil {
		t.Fatal(err)
	}
	shows(li, "own")
	if got := string(b.post("getMyCommands", `{"scope":{"type":"chat","chat_id":11}}`).Result); got != `[{"command":"own","description":"x"}]` {
		t.Errorf("the bot reads %s", got)
	}
	if got := string(b.post("getMyCommands", `{"language_code":"en"}`).Result); got != `[]` {
		t.Errorf("a list never set reads %s", got)
	}
	b.refused(b.post("setMyCommands", `{"commands":[],"scope":{"type":"chat","chat_id":99}}`), 400, "chat not found")
}

func TestAPersonWithoutAChatOrWithABlockIsOutOfReach(t *testing.T) {
	t.Parallel()
	b := open(t)
	text := `{"chat_id":11,"text":"x"}`
	b.refused(b.post("sendMessage", text), 403, "bot can't initiate conversation with a user")
	b.id(b.Start(li, ""))
	if r := b.post("sendMessage", text); !r.OK {
		t.Fatal(r.Description)
	}
	if id := b.id(b.Block(li)); id == 0 {
		t.Error("the bot does not hear of the block")
	}
	if id := b.id(b.Block(li)); id != 0 {
		t.Error("a second block is a second update")
	}
	b.refused(b.post("sendMessage", text), 403, "bot was blocked by the user")
	if _, err := b.Send(li, "x"); !errors.Is(err, playground.ErrBlocked) {
		t.Errorf("who has blocked the bot can write to it: %v", err)
	}
	b.id(b.Start(li, ""))
	if r := b.post("sendMessage", text); !r.OK {
		t.Error("START does not unblock")
	}
	b.refused(b.post("sendMessage", `{"chat_id":99,"text":"x"}`), 400, "chat not found")
	b.refused(b.post("sendMessage", `{"chat_id":"@nobody","text":"x"}`), 400, "chat not found")
}
