package bot

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"strconv"

	"luling/bot/paper"
	"luling/flows"
	"luling/store/files"
)

// paperTries is how often a document made from memory is tried. One that may have
// arrived is sent once more at most: a second copy does no harm.
const paperTries = 4

// a leaf is a document on its way to a chat. It is in no row and no log.
type leaf struct {
	chat  int64
	lang  string
	paper flows.Paper
}

// paper makes a document and sends it. If it does not arrive, the person asks for
// another, as the screen beside it says.
func (s *sender) paper(ctx context.Context, l leaf) {
	sheet, err := s.render.sheet(l)
	if err != nil {
		s.log.Error("document cannot be made", "kind", l.paper.Kind, "error", err)
		return
	}
	fields := map[string]string{"chat_id": strconv.FormatInt(l.chat, 10)}
	unsure := 0
	for wait, try := (backoff{}), 0; try < paperTries && ctx.Err() == nil; try++ {
		if err := s.yield(ctx, s.pace.Reply, l.chat); err != nil {
			return
		}
		err := s.upload(ctx, sheet, fields)
		switch class := ClassOf(err); {
		case err == nil:
			return
		case class == Unreachable:
			s.marks.unreachable(l.chat)
			return
		case class == Refused, class == Denied, class == Moved:
			s.log.Error("document refused", "kind", l.paper.Kind, "class", class)
			return
		case class == Unsure:
			if unsure++; unsure > 1 {
				return
			}
		}
		s.rest(ctx, err, &wait)
	}
	s.log.Error("document not sent", "kind", l.paper.Kind)
}

func (s *sender) upload(ctx context.Context, sheet paper.Sheet, fields map[string]string) error {
	err := s.client.Upload(ctx, "sendDocument", fields, "document", files.CleanName(sheet.Name), bytes.NewReader(sheet.Content), nil)
	s.health.note(err)
	var e *CallError
	if errors.As(err, &e) && e.Class == TooMany {
		s.pace.Pause(e.RetryAfter)
	}
	return err
}

// sheet makes the document from its data as JSON, as screens are made.
func (r renderer) sheet(l leaf) (paper.Sheet, error) {
	data, err := json.Marshal(l.paper.Data)
	if err != nil {
		return paper.Sheet{}, err
	}
	return paper.Make(l.paper.Kind, data, r.texts, l.lang)
}
