package playground_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"luling/bot/playground"
)

// BenchmarkTurn is one text of one of 2,000 people, fetched, answered with a
// keyboard and edited: what the box itself costs a load test.
func BenchmarkTurn(b *testing.B) {
	config := playground.Config{Token: token, Username: "b", Limits: playground.Limits{Off: true}}
	for i := range 2000 {
		config.People = append(config.People, playground.Person{ID: int64(i + 1), First: "a"})
	}
	s, err := playground.New(config)
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	h := s.Handler()
	call := func(method, body string) string {
		r := httptest.NewRequest("POST", "/bot"+token+"/"+method, strings.NewReader(body))
		r.Header.Set("Content-Type", "application/json")
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code != http.StatusOK {
			b.Fatal(w.Body)
		}
		return w.Body.String()
	}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		person := int64(i%2000 + 1)
		id, err := s.Send(person, "某某大学附属医院")
		if err != nil {
			b.Fatal(err)
		}
		call("getUpdates", fmt.Sprintf(`{"offset":%d}`, id))
		var sent struct {
			Result struct {
				ID int `json:"message_id"`
			} `json:"result"`
		}
		raw := call("sendMessage", fmt.Sprintf(`{"chat_id":%d,"parse_mode":"HTML","text":"<b>1/12</b> 贵单位属于哪一类?","reply_markup":{"inline_keyboard":[[{"text":"企业","callback_data":"s.a.1"},{"text":"院所","callback_data":"s.a.2"}]]}}`, person))
		if err := json.Unmarshal([]byte(raw), &sent); err != nil {
			b.Fatal(err)
		}
		call("editMessageText", fmt.Sprintf(`{"chat_id":%d,"message_id":%d,"text":"企业"}`, person, sent.Result.ID))
	}
}
