package bot

import (
	"luling/locales"
	"luling/store"
)

// away tells everybody in the batch, once, that nothing can be stored now: what
// they sent is kept by the messenger and comes again.
func (l *line) away(in []arrival, soon *answers) {
	soon.busy()
	for _, a := range in {
		if a.ignored || a.update == 0 || a.press != "" || l.told[a.input.Chat] {
			continue
		}
		l.told[a.input.Chat] = true
		content := []byte(`{"Text":"hall.busy"}`)
		l.sender.want(wish{transient: true, Screen: store.Screen{Chat: a.input.Chat, Content: content, Language: locales.Match(a.input.Language)}})
	}
}
