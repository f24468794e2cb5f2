package bot

import (
	"context"
	"sync"

	"luling/store"
)

// sight remembers, for this process alone, what each chat has been shown, so
// that a message written before its sender could see the live screen is not
// taken for an answer to it.
type sight struct {
	mu    sync.Mutex
	chats map[int64]*look
}

type look struct {
	wanted int64         // newest revision wanted as a new message
	asks   string        // what the newest wanted screen asks
	shown  int64         // newest revision shown
	sees   string        // what the live screen asks
	first  int           // id of the message that first asked it; 0: an edit did, or it is not known
	newest int           // id of the newest screen sent as a new message, 0 if not known
	live   int           // id of the live screen
	hash   string        // of what it shows
	keys   *bool         // whether the chat has a keyboard of ours; nil: as its row says
	moved  chan struct{} // closed when shown changes
}

// asks is what a screen asks, for telling one question from the next.
func asks(s store.Screen) string { return s.Conversation + "/" + s.Asks + "/" + s.View }

func newSight() *sight { return &sight{chats: map[int64]*look{}} }

func (s *sight) wanted(w wish) {
	if w.again || !w.Anew {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	l := s.at(w.Chat)
	l.wanted, l.asks = w.Wanted, asks(w.Screen)
}

func (s *sight) at(chat int64) *look {
	l := s.chats[chat]
	if l == nil {
		l = &look{moved: make(chan struct{})}
		s.chats[chat] = l
	}
	return l
}

// newest is the wish with what was shown since it was made: marks reach the
// database later. Without it a screen that changes while it is on its way would
// be sent twice.
func (s *sight) newest(w wish) wish {
	s.mu.Lock()
	defer s.mu.Unlock()
	l := s.chats[w.Chat]
	if l == nil || w.transient {
		return w
	}
	if l.keys != nil {
		w.Keyboard = *l.keys
	}
	if l.shown <= w.Shown {
		return w
	}
	w.Shown, w.MessageID, w.ShownHash = l.shown, l.live, l.hash
	w.Anew = w.AnewFrom > w.Shown
	return w
}

func (s *sight) shown(w wish, message int, hash string, sent bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	l := s.at(w.Chat)
	l.shown, l.live, l.hash = max(l.shown, w.Wanted), message, hash
	if w.offer != 0 {
		message = w.offer // who has read that knows what is asked
	}
	if sent && !w.again {
		l.newest = message
	}
	if now := asks(w.Screen); now != l.sees {
		l.sees, l.first = now, 0
		if sent && !w.again {
			l.first = message
		}
	}
	close(l.moved)
	l.moved = make(chan struct{})
}

// keyboard notes whether a chat has a keyboard of ours.
func (s *sight) keyboard(chat int64, has bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.at(chat).keys = &has
}

// sees reports whether the chat's live screen asks what is asked now.
func (s *sight) sees(now store.Screen) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	l := s.chats[now.Chat]
	return l != nil && l.sees == asks(now)
}

// early reports whether a message was certainly sent before its sender could
// see the question that is asked now, and blind whether before the live screen,
// which may ask the same again. A screen on its way is waited for until ctx
// ends. Of screens this process knows nothing about it is never certain.
func (s *sight) early(ctx context.Context, now store.Screen, message int) (early, blind bool) {
	for {
		s.mu.Lock()
		l := s.chats[now.Chat]
		if l == nil {
			s.mu.Unlock()
			return false, false
		}
		seen, asked, coming := l.sees == asks(now), l.asks == asks(now), l.wanted > l.shown
		first, newest, moved := l.first, l.newest, l.moved
		s.mu.Unlock()
		if !coming {
			return seen && message != 0 && message < first, message != 0 && message < newest
		}
		select {
		case <-moved:
		case <-ctx.Done():
			return asked && !seen, true
		}
	}
}

// forget drops chats beyond most, so that the memory stays bounded; a forgotten
// chat's next message is simply not early.
func (s *sight) forget(most int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for chat, l := range s.chats {
		if len(s.chats) <= most {
			return
		}
		if l.wanted <= l.shown {
			delete(s.chats, chat)
		}
	}
}
