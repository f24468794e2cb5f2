package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"luling/bot/bottest"
	"luling/flows"
	"luling/store"
	"luling/store/storetest"
)

// a walker goes everywhere in the house and has a reader read what is said there.
type walker struct {
	*storetest.World
	house  *flows.House
	reader *reader
	heard  int64  // newest notice read
	day    string // what a question for a date is answered
	number int
	filed  int // files sent so far
}

func newWalker(t *testing.T, r *reader) *walker {
	t.Helper()
	return &walker{World: storetest.New(t, bottest.Start), house: house(t), reader: r, day: "2025-05-20"}
}

// a stand is where somebody stands: the conversation and the screen before him.
type stand struct {
	account int64
	c       flows.Conversation
	screen  flows.Reply
}

func at(account int64) stand {
	return stand{account: account, c: flows.Rebuild(store.Screen{})}
}

func typed(text string) flows.Input { return flows.Input{Event: flows.Texted, Text: text} }

func (s stand) press(b flows.Button) flows.Input {
	data, _ := flows.Data(b, s.c.ID, s.c.Revision) // the reader has looked at its length
	return flows.Input{Event: flows.Pressed, Data: data, Live: true, Offered: true}
}

// turn takes one input inside a transaction and reads what it led to.
func (w *walker) turn(tx *store.Tx, s stand, in flows.Input) (stand, error) {
	w.number++
	in.From, in.Chat, in.Message, in.At, in.Language = s.account, s.account, w.number, w.Now, "zh"
	where := fmt.Sprintf("%s %q %s", in.Event, in.Text, in.Data)
	out, err := w.house.Turn(tx, s.c, in)
	if no := flows.RefusalOf(err); no != nil {
		out, err = w.house.Refused(tx, s.c, in, no)
	}
	if err != nil {
		return s, fmt.Errorf("%s: %w", where, err)
	}
	w.reader.reply(where, out.Reply)
	s.c = out.Conversation
	if out.Reply.Text != "" {
		s.c.Shown(s.c.Revision+1, in.Event)
		s.screen = out.Reply
	}
	return s, w.listen(tx)
}

// listen reads the notices that were promised meanwhile.
func (w *walker) listen(tx *store.Tx) error {
	all, err := tx.Notices(store.NoticeFilter{})
	for _, n := range all {
		if n.ID > w.heard {
			w.reader.notice(n.Key, n)
		}
	}
	return err
}

var errUndone = errors.New("as if it had not been")

// does goes on for good.
func (w *walker) does(s stand, in flows.Input) (after stand) {
	w.T.Helper()
	storetest.Update(w.T, w.DB, w.Now, func(tx *store.Tx) (err error) {
		after, err = w.turn(tx, s, in)
		return err
	})
	storetest.View(w.T, w.DB, w.Now, func(tx *store.Tx) error {
		all, err := tx.Notices(store.NoticeFilter{})
		for _, n := range all {
			w.heard = max(w.heard, n.ID)
		}
		return err
	})
	return after
}

// looks goes in some directions, and so many steps on by every button there, and
// comes back as if it had not been.
func (w *walker) looks(s stand, steps int, directions ...flows.Input) {
	w.T.Helper()
	for _, in := range directions {
		var next []flows.Input
		err := w.DB.Update(context.Background(), w.Now, func(tx *store.Tx) error {
			after, err := w.turn(tx, s, in)
			if err != nil {
				return err
			}
			if steps > 0 {
				next = ways(after)
			}
			for _, on := range next {
				if _, err := w.turn(tx, after, on); err != nil {
					return err
				}
			}
			return errUndone
		})
		if !errors.Is(err, errUndone) {
			w.T.Error(err)
		}
	}
}

// ways are all buttons of a screen.
func ways(s stand) (all []flows.Input) {
	for _, row := range s.screen.Buttons {
		for _, b := range row {
			all = append(all, s.press(b))
		}
	}
	return all
}

// odd are inputs that most questions do not want.
func odd() []flows.Input {
	all := []flows.Input{
		typed("？"), typed("-5"), typed("三五个"), typed("3 4"), typed("1.234"), typed("2月31日"), typed("2099-01-01"), typed("1900-01-01"),
		typed("甲，乙，2025年3月"), typed("甲\t乙\t丙\t丁\t戊\n甲\t2025年3月"),
		typed(strings.Repeat("长", 4096)), typed("9999999999999999"), typed("张三"), typed("12345"), typed("0.5"), typed("<b>&"),
		{Event: flows.Shared}, {Event: flows.Corrected, Text: "改"}, {Event: flows.Texted, Text: "早", Early: true},
		{Event: flows.Filed, File: &flows.Incoming{TelegramID: "t", UniqueID: "u", Name: "内部材料.pdf", Size: 100}},
		{Event: flows.Filed, File: &flows.Incoming{TelegramID: "t", UniqueID: "u", Name: "大.pdf", Size: 25 << 20}},
	}
	for _, kind := range []string{"sticker", "voice", "video", "location", "unknown"} {
		all = append(all, flows.Input{Event: flows.Odd, Other: kind})
	}
	return all
}
