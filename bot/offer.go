package bot

import (
	"luling/flows"
	"luling/store"
)

// offered reports whether the live screen, as it is wanted now, has the button
// a press came from. A message keeps its place while its buttons change.
func offered(s store.Screen, data string) bool {
	var r flows.Reply
	if decode(s.Content, &r) != nil {
		return false
	}
	for _, row := range r.Buttons {
		for _, b := range row {
			if d, err := flows.Data(b, s.Conversation, s.Wanted); err == nil && d == data {
				return true
			}
		}
	}
	return false
}
