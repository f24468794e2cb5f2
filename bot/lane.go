package bot

import (
	"context"
	"sync"
)

// lanes run work for chats: in order within one chat, side by side between
// chats, never more than width at once. What waits in a lane is lost with the
// process: everything in it is also a row.
type lanes struct {
	mu    sync.Mutex
	chats map[int64]*lane
	slots chan struct{}
	idle  *sync.Cond
	ctx   context.Context // of the sender: ends what is in flight
}

// a lane is what waits for one chat.
type lane struct {
	screen *wish  // the newest wanted screen; an older one is forgotten
	tasks  []task // notices and files, in order
}

type task func(ctx context.Context)

func newLanes(ctx context.Context, width int) *lanes {
	l := &lanes{chats: map[int64]*lane{}, slots: make(chan struct{}, width), ctx: ctx}
	l.idle = sync.NewCond(&l.mu)
	return l
}

// want puts a screen in the place of the one that waits, if any.
func (l *lanes) want(chat int64, w wish, show func(context.Context, wish)) {
	l.enter(chat, func(ln *lane) { ln.screen = &w }, show)
}

// add appends a task.
func (l *lanes) add(chat int64, t task, show func(context.Context, wish)) {
	l.enter(chat, func(ln *lane) { ln.tasks = append(ln.tasks, t) }, show)
}

func (l *lanes) enter(chat int64, put func(*lane), show func(context.Context, wish)) {
	l.mu.Lock()
	defer l.mu.Unlock()
	ln, busy := l.chats[chat]
	if !busy {
		ln = &lane{}
		l.chats[chat] = ln
	}
	put(ln)
	if !busy {
		go l.run(chat, ln, show)
	}
}

// run empties a lane: the screen first, then what the same turn has promised.
func (l *lanes) run(chat int64, ln *lane, show func(context.Context, wish)) {
	for {
		l.mu.Lock()
		tasks, screen := ln.tasks, ln.screen
		ln.tasks, ln.screen = nil, nil
		if len(tasks) == 0 && screen == nil {
			delete(l.chats, chat)
			l.idle.Broadcast()
			l.mu.Unlock()
			return
		}
		l.mu.Unlock()
		l.slots <- struct{}{}
		if screen != nil {
			show(l.ctx, *screen)
		}
		for _, t := range tasks {
			t(l.ctx)
		}
		<-l.slots
	}
}

// newer reports whether a newer screen waits for the chat.
func (l *lanes) newer(chat int64) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	ln := l.chats[chat]
	return ln != nil && ln.screen != nil
}

// wait returns when no lane has work.
func (l *lanes) wait() {
	l.mu.Lock()
	defer l.mu.Unlock()
	for len(l.chats) > 0 {
		l.idle.Wait()
	}
}

// busy reports whether any lane has work.
func (l *lanes) busy() bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return len(l.chats) > 0
}
