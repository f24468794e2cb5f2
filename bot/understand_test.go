package bot

import (
	"encoding/json"
	"testing"

	"luling/flows"
)

const from = `"from":{"id":7,"is_bot":false,"first_name":"L","language_code":"zh-hans"},"chat":{"id":7,"type":"private"},"date":1772413200`

func TestKindsOfUpdates(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		says, raw string
		want      flows.Event
		taken     bool
	}{
		{"a text", `{"update_id":1,"message":{"message_id":2,` + from + `,"text":"三十万"}}`, flows.Texted, true},
		{"a document", `{"update_id":1,"message":{"message_id":2,` + from + `,"document":{"file_id":"a","file_unique_id":"b","file_name":"x.pdf"}}}`, flows.Filed, true},
		{"a picture", `{"update_id":1,"message":{"message_id":2,` + from + `,"photo":[{"file_id":"a","file_unique_id":"b"}]}}`, flows.Filed, true},
		{"a sticker", `{"update_id":1,"message":{"message_id":2,` + from + `,"sticker":{"file_id":"a","file_unique_id":"b"}}}`, flows.Odd, true},
		{"a corrected text", `{"update_id":1,"edited_message":{"message_id":2,` + from + `,"text":"x"}}`, flows.Corrected, true},
		{"a press on a message long gone", `{"update_id":1,"callback_query":{"id":"9","from":{"id":7},"message":{"chat":{"id":7,"type":"private"},"message_id":2,"date":0},"data":"c:todo:"}}`, flows.Pressed, true},
		{"a press without any message", `{"update_id":1,"callback_query":{"id":"9","from":{"id":7},"data":"c:todo:"}}`, flows.Pressed, true},
		{"a press in another's chat", `{"update_id":1,"callback_query":{"id":"9","from":{"id":8},"message":{"message_id":2,"chat":{"id":7,"type":"private"},"date":1},"data":"c:todo:"}}`, flows.Pressed, false},
		{"a text in a group", `{"update_id":1,"message":{"message_id":2,"from":{"id":7},"chat":{"id":-7,"type":"group"},"date":1,"text":"x"}}`, "", false},
		{"a text of a bot", `{"update_id":1,"message":{"message_id":2,"from":{"id":7,"is_bot":true},"chat":{"id":7,"type":"private"},"date":1,"text":"x"}}`, "", false},
		{"a message without a sender", `{"update_id":1,"message":{"message_id":2,"chat":{"id":7,"type":"private"},"date":1,"text":"x"}}`, "", false},
		{"a kind we did not ask for", `{"update_id":1,"poll":{"id":"1"}}`, "", false},
		{"no JSON at all", `{"update_id":1,`, "", false},
	} {
		a, taken := understand(json.RawMessage(row.raw), monday)
		if taken != row.taken || taken && a.input.Event != row.want {
			t.Errorf("%s: %q, taken %v", row.says, a.input.Event, taken)
		}
	}
}

func FuzzUnderstand(f *testing.F) {
	f.Add([]byte(`{"update_id":1,"message":{"message_id":2,` + from + `,"text":"/start","entities":[{"type":"bot_command","offset":0,"length":50}]}}`))
	f.Add([]byte(`{"update_id":-1,"callback_query":{"message":null}}`))
	f.Add([]byte(`{"update_id":1,"message":{"photo":[]}}`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		if a, taken := understand(raw, monday); taken && a.input.From == 0 && a.input.Chat == 0 {
			t.Logf("an update of nobody: %+v", a.input)
		}
	})
}

func TestTheOffsetConfirmsExactlyWhatWasFetched(t *testing.T) {
	t.Parallel()
	raw := []json.RawMessage{json.RawMessage(`{"update_id":41}`), json.RawMessage(`{"update_id":40}`)}
	if got := next(raw); got != 42 {
		t.Errorf("offset %d after 41", got)
	}
	if got := next(nil); got != 0 {
		t.Errorf("offset %d after an empty answer: numbers may begin anew", got)
	}
}
