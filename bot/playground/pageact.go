package playground

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"time"
)

// What the page may do for a person, by the last part of the path.

type pageAction func(person int64, r *http.Request) error

func (s *Server) pageActions() map[string]pageAction {
	return map[string]pageAction{
		"text":    s.pageText,
		"start":   s.pageStart,
		"press":   s.pagePress,
		"files":   s.pageFiles,
		"contact": func(person int64, _ *http.Request) error { return second(s.Contact(person, true)) },
		"other":   s.pageOther,
		"forward": s.pageForward,
		"edit":    s.pageEdit,
		"block":   s.pageBlock,
		"read":    func(person int64, _ *http.Request) error { return s.Read(person) },
	}
}

// second drops the update's id, which the page does not need.
func second[T any](_ T, err error) error { return err }

func (s *Server) pageText(person int64, r *http.Request) error {
	var in struct{ Text string }
	if err := readPage(r, &in); err != nil {
		return err
	}
	return second(s.Send(person, in.Text))
}

func (s *Server) pageStart(person int64, r *http.Request) error {
	var in struct{ Payload string }
	if err := readPage(r, &in); err != nil {
		return err
	}
	return second(s.Start(person, in.Payload))
}

func (s *Server) pagePress(person int64, r *http.Request) error {
	var in struct {
		Message     int64
		Row, Column int
	}
	if err := readPage(r, &in); err != nil {
		return err
	}
	return second(s.Press(person, in.Message, in.Row, in.Column))
}

func (s *Server) pageOther(person int64, r *http.Request) error {
	var in struct{ Kind string }
	if err := readPage(r, &in); err != nil {
		return err
	}
	send := map[string]func(int64) (int64, error){
		kindSticker: s.Sticker, kindVoice: s.Voice, kindVideo: s.Video, kindLocation: s.Location, kindDice: s.Dice,
	}[in.Kind]
	if send == nil {
		return fmt.Errorf("no such kind: %q", in.Kind)
	}
	return second(send(person))
}

func (s *Server) pageForward(person int64, r *http.Request) error {
	var in struct{ Texts []string }
	if err := readPage(r, &in); err != nil {
		return err
	}
	if len(in.Texts) == 0 || len(in.Texts) > 100 {
		return errors.New("forward 1 to 100 texts")
	}
	return second(s.Forward(person, in.Texts...))
}

func (s *Server) pageEdit(person int64, r *http.Request) error {
	var in struct {
		Message int64
		Text    string
	}
	if err := readPage(r, &in); err != nil {
		return err
	}
	return second(s.Edit(person, in.Message, in.Text))
}

func (s *Server) pageBlock(person int64, r *http.Request) error {
	var in struct{ Blocked bool }
	if err := readPage(r, &in); err != nil {
		return err
	}
	if in.Blocked {
		return second(s.Block(person))
	}
	return second(s.Unblock(person))
}

// pageFiles sends one file or an album; the caption goes with the first.
func (s *Server) pageFiles(person int64, r *http.Request) error {
	if err := r.ParseMultipartForm(maxPageBody); err != nil { // #nosec G120 -- the body was bounded before it came here
		return err
	}
	defer func() { _ = r.MultipartForm.RemoveAll() }() // temporary files; the system clears what stays
	var all []File
	for _, part := range r.MultipartForm.File["file"] {
		from, err := part.Open()
		if err != nil {
			return fmt.Errorf("read %s: %w", part.Filename, err)
		}
		content, err := io.ReadAll(from)
		if err = errors.Join(err, from.Close()); err != nil {
			return fmt.Errorf("read %s: %w", part.Filename, err)
		}
		all = append(all, File{
			Name: part.Filename, MIME: part.Header.Get("Content-Type"), Content: content,
			Photo: r.FormValue("as") == kindPhoto,
		})
	}
	switch len(all) {
	case 0:
		return ErrEmpty
	case 1:
		all[0].Caption = r.FormValue("caption")
		return second(s.SendFile(person, all[0]))
	}
	all[0].Caption = r.FormValue("caption")
	_, _, err := s.SendAlbum(person, all)
	return err
}

// longestAdvance is how far one press may move the clock.
const longestAdvance = 400 * 24 * time.Hour

// errFailed says that what the page asked for was tried in vain.
var errFailed = errors.New("it did not work")

func (s *Server) pageClock(_ http.ResponseWriter, r *http.Request) error {
	if s.config.Advance == nil {
		return errHidden
	}
	var in struct{ Seconds int64 }
	if err := readPage(r, &in); err != nil {
		return err
	}
	if in.Seconds < 1 || in.Seconds > int64(longestAdvance/time.Second) {
		return errors.New("the clock moves forward, at most 400 days at once")
	}
	if err := s.config.Advance(time.Duration(in.Seconds) * time.Second); err != nil {
		return fmt.Errorf("%w: advance the clock: %w", errFailed, err)
	}
	s.ring(event{name: "clock"})
	return nil
}

func (s *Server) pageRestart(_ http.ResponseWriter, _ *http.Request) error {
	if s.config.Restart == nil {
		return errHidden
	}
	s.mu.Lock()
	s.bell(false)
	s.mu.Unlock()
	if err := s.config.Restart(); err != nil {
		return fmt.Errorf("%w: restart the bot: %w", errFailed, err)
	}
	return nil
}

func (s *Server) ring(e event) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.tell(e)
}
