package bot

import (
	"context"
	"sync"
	"time"
)

// sight remembers, for this process alone, what each chat has been shown, so
// that a message written before its sender could see the live screen is not
// taken for an answer to it.
type sight struct {
	mu    sync.Mutex
	chats map[int64]*look
}

type look struct {
	wanted  int64         // newest revision wanted as a new message
	shown   int64         // newest revision shown
	message int           // id of the live screen if it was sent once, as a new message; else 0
	live    int           // id of the live screen
	hash    string        // of what it shows
	moved   chan struct{} // closed when shown changes
}

func newSight() *sight { return &sight{chats: map[int64]*look{}} }

func (s *sight) wanted(w wish) {
	if w.again || !w.Anew {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.at(w.Chat).wanted = w.Wanted
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
	if l == nil || w.transient || l.shown <= w.Shown {
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
	l.shown, l.message, l.live, l.hash = max(l.shown, w.Wanted), 0, message, hash
	if sent && !w.again {
		l.message = message
	}
	close(l.moved)
	l.moved = make(chan struct{})
}

// early reports whether a message was certainly sent before its sender could
// see the live screen. A screen on its way is waited for, a second at most.
func (s *sight) early(ctx context.Context, chat int64, message int) bool {
	deadline := time.NewTimer(time.Second)
	defer deadline.Stop()
	for {
		s.mu.Lock()
		l := s.chats[chat]
		if l == nil {
			s.mu.Unlock()
			return false
		}
		waiting, id, moved := l.wanted > l.shown, l.message, l.moved
		s.mu.Unlock()
		if !waiting {
			return id != 0 && message != 0 && message < id
		}
		select {
		case <-moved:
		case <-deadline.C:
			return true
		case <-ctx.Done():
			return false
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
