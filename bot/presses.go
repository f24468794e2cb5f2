package bot

import (
	"context"
	"sync"
	"time"

	tg "github.com/go-telegram/bot"

	"luling/flows"
	"luling/locales"
)

// patience is how long a press may show its spinner before it is answered empty.
const patience = time.Second

// answers gives every press of a batch its answer once: after the commit with
// what the turn says, or empty when the turn takes too long. Answers are never
// stored: a press nobody answered stops spinning by itself.
type answers struct {
	mu    sync.Mutex
	line  *line
	open  map[string]arrival
	timer *time.Timer
}

func (l *line) answerSoon(in []arrival) *answers {
	a := &answers{line: l, open: map[string]arrival{}}
	for _, x := range in {
		if x.press != "" {
			a.open[x.press] = x
		}
	}
	if len(a.open) > 0 {
		a.timer = time.AfterFunc(patience, func() { a.give(nil) })
	}
	return a
}

// give answers the presses named, or all that are open.
func (a *answers) give(lines map[string]*flows.Line) {
	a.mu.Lock()
	defer a.mu.Unlock()
	for id, x := range a.open {
		l, known := lines[id]
		if lines != nil && !known {
			continue
		}
		delete(a.open, id)
		go a.line.sender.answer(id, x.input, l)
	}
}

// busy answers all that are open with a word that nothing can be done now.
func (a *answers) busy() {
	lines := map[string]*flows.Line{}
	a.mu.Lock()
	for id := range a.open {
		lines[id] = &flows.Line{Text: "toast.failed"}
	}
	a.mu.Unlock()
	a.give(lines)
}

func (a *answers) stop() {
	if a.timer != nil {
		a.timer.Stop()
	}
}

// answer stops the spinner of a press, with a few words if there are any.
func (s *sender) answer(press string, in flows.Input, l *flows.Line) {
	ctx, cancel := context.WithTimeout(s.lanes.ctx, 10*time.Second)
	defer cancel()
	p := tg.AnswerCallbackQueryParams{CallbackQueryID: press}
	if l != nil {
		text, err := s.render.line(locales.Match(in.Language), *l)
		if err != nil {
			s.log.Error("toast cannot be rendered", "error", err)
		}
		p.Text, p.ShowAlert = cut(text, 200), l.Alert
	}
	if err := s.call(ctx, "answerCallbackQuery", &p, nil); err != nil && ClassOf(err) != TooOld {
		s.log.Debug("press not answered", "class", ClassOf(err))
	}
}

func cut(s string, most int) string {
	if r := []rune(s); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return s
}
