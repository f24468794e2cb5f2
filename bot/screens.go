package bot

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"log/slog"
	"time"

	tg "github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"

	"luling/store"
	"luling/store/failpoint"
)

// a wish is a screen somebody should see, as it was committed.
type wish struct {
	store.Screen
	again     bool // wanted before this process began: how often it was sent is not known
	transient bool // for a stranger: no row, no mark
	offer     int  // message that went ahead of it and asks for the same: the keyboard's; 0: none
}

// a sender makes what is shown equal to what is wanted, and sends what was promised.
type sender struct {
	client *Client
	render renderer
	pace   pacer
	clock  *Clock
	log    *slog.Logger
	lanes  *lanes
	marks  *marks
	seen   *sight
	health health
}

// pacer says how long to wait before a message to a chat may go.
type pacer interface {
	Takes(account int64, at time.Time) (ok, first bool)
	Reply(ctx context.Context, chat int64) time.Duration
	Bulk(ctx context.Context, chat int64) time.Duration
	Pause(d time.Duration)
}

// want shows a screen as soon as its chat's turn comes.
func (s *sender) want(w wish) {
	if !w.transient {
		s.seen.wanted(w)
	}
	s.lanes.want(w.Chat, w, s.show)
}

// show sends or edits until the screen is shown, a newer one is wanted, the
// person cannot be reached, or the sender stops.
func (s *sender) show(ctx context.Context, w wish) {
	p, err := s.render.page(w.Language, w.Content, w.Conversation, w.Wanted)
	if err != nil {
		s.log.Error("screen cannot be rendered", "error", err)
		p = s.render.apology(w.Language)
	}
	hash := p.hash()
	w = s.seen.newest(w)
	if !w.Anew && w.MessageID != 0 && hash == w.ShownHash && (w.transient || p.contact == w.Keyboard) {
		s.shown(w, w.MessageID, hash, false)
		return
	}
	for wait := (backoff{}); ctx.Err() == nil; {
		_ = failpoint.Hit("sender.before-screen")
		err := s.keyboard(ctx, &w, p)
		var id int
		if err == nil {
			id, err = s.put(ctx, w, p)
		}
		if err == nil {
			_ = failpoint.Hit("sender.after-screen")
			s.shown(w, id, hash, w.Anew || w.MessageID == 0 || id != w.MessageID)
			return
		}
		if s.settled(w, err) || s.lanes.newer(w.Chat) {
			return
		}
		if ClassOf(err) == Gone {
			w.Anew = true
			continue
		}
		s.rest(ctx, err, &wait)
	}
}

// put makes the call: an edit of the live message, or a new one.
func (s *sender) put(ctx context.Context, w wish, p page) (int, error) {
	if err := s.yield(ctx, s.pace.Reply, w.Chat); err != nil {
		return 0, err
	}
	var m models.Message
	if w.MessageID != 0 && !w.Anew {
		err := s.call(ctx, "editMessageText", &tg.EditMessageTextParams{
			ChatID: w.Chat, MessageID: w.MessageID, Text: p.html, ParseMode: models.ParseModeHTML,
			LinkPreviewOptions: noPreview, ReplyMarkup: p.markup,
		}, nil)
		if ClassOf(err) == Unmodified && err != nil {
			err = nil
		}
		return w.MessageID, err
	}
	err := s.call(ctx, "sendMessage", p.message(w.Chat), &m)
	if err == nil && w.MessageID != 0 && !w.transient {
		s.strip(ctx, w.Chat, w.MessageID)
	}
	return m.ID, err
}

var noPreview = &models.LinkPreviewOptions{IsDisabled: tg.True()}

func (p page) message(chat int64) *tg.SendMessageParams {
	return &tg.SendMessageParams{
		ChatID: chat, Text: p.html, ParseMode: models.ParseModeHTML,
		LinkPreviewOptions: noPreview, ReplyMarkup: p.markup, ProtectContent: p.protect,
	}
}

// answered asks the messenger something that changes nothing.
func (s *sender) answered(ctx context.Context) bool {
	err := s.call(ctx, "getMe", struct{}{}, nil)
	return err == nil || ClassOf(err) != NotSent && ClassOf(err) != Unsure
}

func (s *sender) shown(w wish, message int, hash string, sent bool) {
	if w.transient {
		return
	}
	s.seen.shown(w, message, hash, sent)
	s.marks.shown(store.Mark{Chat: w.Chat, Revision: w.Wanted, MessageID: message, Hash: hash})
}

func (p page) hash() string {
	markup, err := json.Marshal(p.markup)
	if err != nil {
		return ""
	}
	sum := sha256.Sum256(append([]byte(p.html+"\x00"), markup...))
	return hex.EncodeToString(sum[:8])
}
