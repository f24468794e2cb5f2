package playground_test

import (
	"bytes"
	"fmt"
	"mime/multipart"
	"net/http"
	"net/url"
	"strings"
	"testing"
)

func TestUnknownMissingAndMistypedParametersAreNamed(t *testing.T) {
	t.Parallel()
	b := started(t)
	for _, row := range []struct {
		name, method, body string
		code               int
		phrase             string
	}{
		{"a method that is not there", "sendMesage", `{}`, 404, "Not Found"},
		{"a parameter that is not there", "sendMessage", `{"chat_id":11,"txt":"x"}`, 400, `"txt"`},
		{"a field of a field that is not there", "sendMessage", `{"chat_id":11,"text":"x","reply_markup":{"inline_keyboard":[[{"text":"a","data":"b"}]]}}`, 400, `"reply_markup.inline_keyboard[0][0].data"`},
		{"no chat", "sendMessage", `{"text":"x"}`, 400, `"chat_id"`},
		{"no text", "sendMessage", `{"chat_id":11}`, 400, `"text"`},
		{"a null counts as not given", "sendMessage", `{"chat_id":11,"text":null}`, 400, `"text"`},
		{"a number for a text", "sendMessage", `{"chat_id":11,"text":5}`, 400, `"text"`},
		{"a text for a switch", "sendMessage", `{"chat_id":11,"text":"x","protect_content":"yes"}`, 400, `"protect_content"`},
		{"a fraction for an identifier", "editMessageText", `{"chat_id":11,"message_id":1.5,"text":"x"}`, 400, `"message_id"`},
		{"a text for a keyboard", "sendMessage", `{"chat_id":11,"text":"x","reply_markup":"{}"}`, 400, `"reply_markup"`},
		{"one row for rows", "sendMessage", `{"chat_id":11,"text":"x","reply_markup":{"inline_keyboard":[{"text":"a"}]}}`, 400, `"reply_markup.inline_keyboard[0]"`},
		{"a null inside an object", "sendMessage", `{"chat_id":11,"text":"x","reply_markup":{"inline_keyboard":null}}`, 400, `"reply_markup.inline_keyboard"`},
		{"an array for the request", "sendMessage", `[]`, 400, "JSON object"},
		{"broken JSON", "sendMessage", `{"chat_id":`, 400, "JSON object"},
		{"broken characters", "sendMessage", "{\"chat_id\":11,\"text\":\"\xff\"}", 400, "UTF-8"},
		{"a scope without its type", "setMyCommands", `{"commands":[],"scope":{}}`, 400, `"scope.type"`},
	} {
		t.Run(row.name, func(t *testing.T) {
			b := *b
			b.t = t
			b.refused(b.post(row.method, row.body), row.code, row.phrase)
		})
	}
}

func TestAWrongTokenIsUnauthorized(t *testing.T) {
	t.Parallel()
	b := started(t)
	for _, path := range []string{"/bot4200:tesx/getMe", "/bot/getMe", "/file/bot4200:tesx/documents/file_0.txt"} {
		r, err := http.Get(b.url + path)
		b.refused(readReply(t, r, err), 401, "Unauthorized")
	}
}

func TestAllFourWaysOfSendingParameters(t *testing.T) {
	t.Parallel()
	b := started(t, unlimited)
	keyboard := `{"inline_keyboard":[[{"text":"a","callback_data":"b"}]]}`
	form := url.Values{"chat_id": {"11"}, "text": {"12"}, "reply_markup": {keyboard}, "protect_content": {"true"}}
	var body bytes.Buffer
	w := multipart.NewWriter(&body)
	for name, value := range form {
		if err := w.WriteField(name, value[0]); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	get, err := http.Get(b.url + "/bot" + token + "/sendMessage?" + form.Encode())
	for name, r := range map[string]reply{
		"GET":        readReply(t, get, err),
		"urlencoded": b.send("sendMessage", "application/x-www-form-urlencoded", form.Encode()),
		"multipart":  b.send("sendMessage", w.FormDataContentType(), body.String()),
		"JSON":       b.post("sendMessage", `{"chat_id":11,"text":"12","protect_content":true,"reply_markup":`+keyboard+`}`),
	} {
		m := b.last(li)
		if !r.OK || m.Text != "12" || !m.Protected || len(m.Keyboard) != 1 {
			t.Errorf("%s: %s; the person sees %+v", name, r.Description, m)
		}
	}
	b.refused(b.send("sendMessage", "application/x-www-form-urlencoded", "chat_id=11&text=x&protect_content=maybe"), 400, "protect_content")
	b.refused(b.send("sendMessage", "application/x-www-form-urlencoded", "chat_id=11&text=x&text=y"), 400, "text")
	b.refused(b.send("sendMessage", "text/plain", "x"), 400, "content type")
}

// quoted makes a JSON string of n repeated characters.
func quoted(text string, n int) string { return `"` + strings.Repeat(text, n) + `"` }

func buttons(total, inRow int) string {
	var rows [][]string
	for i := range total {
		if i%inRow == 0 {
			rows = append(rows, nil)
		}
		rows[len(rows)-1] = append(rows[len(rows)-1], `{"text":"a","callback_data":"b"}`)
	}
	var lines []string
	for _, row := range rows {
		lines = append(lines, "["+strings.Join(row, ",")+"]")
	}
	return `{"inline_keyboard":[` + strings.Join(lines, ",") + `]}`
}

func TestBothSidesOfEachBound(t *testing.T) {
	t.Parallel()
	b := started(t, unlimited)
	press := func() string {
		id, err := b.PressData(li, 1, "x")
		if err != nil {
			t.Fatal(err)
		}
		return id
	}
	text := func(text string) string { return `{"chat_id":11,"text":` + text + `}` }
	markup := func(markup string) string { return `{"chat_id":11,"text":"x","reply_markup":` + markup + `}` }
	button := func(rest string) string { return markup(`{"inline_keyboard":[[{"text":"a",` + rest + `}]]}`) }
	commands := func(n int, name, description string) string {
		one := `{"command":` + name + `,"description":` + description + `}`
		return `{"commands":[` + strings.TrimSuffix(strings.Repeat(one+",", n), ",") + `]}`
	}
	for _, row := range []struct {
		name, method, good, wrong, phrase string
	}{
		{"a text has 4096 units", "sendMessage", text(quoted("汉", 4096)), text(quoted("汉", 4097)), "message is too long"},
		{"a character beyond the plane counts twice", "sendMessage", text(quoted("𠀀", 2048)), text(quoted("𠀀", 2049)), "message is too long"},
		{"tags do not count", "sendMessage", `{"chat_id":11,"parse_mode":"HTML","text":"<b>` + strings.Repeat("a", 4096) + `</b>"}`, `{"chat_id":11,"parse_mode":"HTML","text":"<b>` + strings.Repeat("a", 4097) + `</b>"}`, "message is too long"},
		{"a text is not blank", "sendMessage", text(`" x "`), text(`" \n "`), "message text is empty"},
		{"tags alone are no text", "sendMessage", `{"chat_id":11,"parse_mode":"HTML","text":"<b>x</b>"}`, `{"chat_id":11,"parse_mode":"HTML","text":"<b></b>"}`, "message text is empty"},
		{"a datum has 64 bytes", "sendMessage", button(`"callback_data":` + quoted("a", 64)), button(`"callback_data":` + quoted("a", 65)), "BUTTON_DATA_INVALID"},
		{"a datum counts bytes, not characters", "sendMessage", button(`"callback_data":` + quoted("汉", 21)), button(`"callback_data":` + quoted("汉", 22)), "BUTTON_DATA_INVALID"},
		{"a datum is not empty", "sendMessage", button(`"callback_data":"x"`), button(`"callback_data":""`), "BUTTON_DATA_INVALID"},
		{"a button does one thing", "sendMessage", button(`"callback_data":"x"`), button(`"callback_data":"x","url":"https://example.org"`), "exactly one action"},
		{"a button does something", "sendMessage", button(`"disabled":{}`), button(`"style":"primary"`), "Text buttons are unallowed"},
		{"a button has a known style", "sendMessage", button(`"callback_data":"x","style":"danger"`), button(`"callback_data":"x","style":"red"`), "style"},
		{"a button's address is one", "sendMessage", button(`"url":"tg://user?id=5"`), button(`"url":"javascript:1"`), "URL"},
		{"a copied text has 256 characters", "sendMessage", button(`"copy_text":{"text":` + quoted("汉", 256) + `}`), button(`"copy_text":{"text":` + quoted("汉", 257) + `}`), "COPY_TEXT"},
		{"a keyboard has 100 buttons", "sendMessage", markup(buttons(100, 8)), markup(buttons(101, 8)), "at most 100"},
		{"a row has 8 buttons", "sendMessage", markup(buttons(8, 8)), markup(buttons(9, 9)), "at most 8"},
		{"a placeholder has 64 characters", "sendMessage", markup(`{"force_reply":true,"input_field_placeholder":` + quoted("汉", 64) + `}`), markup(`{"force_reply":true,"input_field_placeholder":` + quoted("汉", 65) + `}`), "placeholder"},
		{"a markup is of one kind", "sendMessage", markup(`{"keyboard":[[{"text":"a"}]]}`), markup(`{"keyboard":[[{"text":"a"}]],"remove_keyboard":true}`), "exactly one"},
		{"a markup is of some kind", "sendMessage", markup(`{"remove_keyboard":true}`), markup(`{}`), "exactly one"},
		{"a toast has 200 characters", "answerCallbackQuery", `{"callback_query_id":"` + press() + `","text":` + quoted("汉", 200) + `}`, `{"callback_query_id":"` + press() + `","text":` + quoted("汉", 201) + `}`, "MESSAGE_TOO_LONG"},
		{"a toast opens only the bot", "answerCallbackQuery", `{"callback_query_id":"` + press() + `","url":"https://t.me/luling_bot?start=x"}`, `{"callback_query_id":"` + press() + `","url":"https://example.org"}`, "URL_INVALID"},
		{"there are 100 commands", "setMyCommands", commands(100, `"a"`, `"b"`), commands(101, `"a"`, `"b"`), "TOO_MUCH"},
		{"a command has 32 letters", "setMyCommands", commands(1, quoted("a", 32), `"b"`), commands(1, quoted("a", 33), `"b"`), "COMMAND_INVALID"},
		{"a command is in small letters", "setMyCommands", commands(1, `"apply_2"`, `"b"`), commands(1, `"Apply"`, `"b"`), "COMMAND_INVALID"},
		{"a description has 256 characters", "setMyCommands", commands(1, `"a"`, quoted("汉", 256)), commands(1, `"a"`, quoted("汉", 257)), "DESCRIPTION_INVALID"},
		{"a description says something", "setMyCommands", commands(1, `"a"`, `"b"`), commands(1, `"a"`, `""`), "DESCRIPTION_INVALID"},
		{"a language has two letters", "setMyCommands", `{"commands":[],"language_code":"zh"}`, `{"commands":[],"language_code":"zho"}`, "language code"},
		{"a hundred messages are deleted at once", "deleteMessages", `{"chat_id":11,"message_ids":[` + strings.Repeat("999,", 99) + `999]}`, `{"chat_id":11,"message_ids":[` + strings.Repeat("999,", 100) + `999]}`, "1 to 100"},
		{"none is deleted", "deleteMessages", `{"chat_id":11,"message_ids":[999]}`, `{"chat_id":11,"message_ids":[]}`, "1 to 100"},
	} {
		t.Run(row.name, func(t *testing.T) {
			b := *b
			b.t = t
			if r := b.post(row.method, row.good); !r.OK {
				t.Errorf("within: %s", r.Description)
			}
			b.refused(b.post(row.method, row.wrong), 400, row.phrase)
		})
	}
}

func TestWhatPeopleSendIsBoundedToo(t *testing.T) {
	t.Parallel()
	b := started(t)
	for _, n := range []int{64, 65} {
		if _, err := b.Start(li, strings.Repeat("a", n)); (err == nil) != (n == 64) {
			t.Errorf("a payload of %d: %v", n, err)
		}
	}
	for _, n := range []int{4096, 4097} {
		if _, err := b.Send(li, strings.Repeat("汉", n)); (err == nil) != (n == 4096) {
			t.Errorf("a text of %d: %v", n, err)
		}
	}
	for i, payload := range []string{"a b", "汉", "a.b"} {
		if _, err := b.Start(li, payload); err == nil {
			t.Error(fmt.Sprint("row ", i), "passes")
		}
	}
}
