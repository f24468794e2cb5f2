package playground

import (
	"errors"
	"strings"
)

// sendDocument sends a file.
func (s *Server) sendDocument(c *call) (any, error) { return s.sendMedia(c, kindDocument) }

// sendPhoto sends a picture.
func (s *Server) sendPhoto(c *call) (any, error) { return s.sendMedia(c, kindPhoto) }

func (s *Server) sendMedia(c *call, kind string) (any, error) {
	text, all, err := c.caption()
	if err != nil {
		return nil, err
	}
	ids, err := s.find(c, kind, c.text(kind))
	if err != nil {
		return nil, err
	}
	m, err := s.post(c, message{
		Kind: kind, Text: text, Entities: all, Files: ids,
		Above: c.flag("show_caption_above_media"), Spoiler: c.flag("has_spoiler"),
	})
	if err != nil {
		return nil, err
	}
	return s.wire(m), nil
}

// find returns the files of one picture or document: those that came along
// under an attach:// name, or those of a file_id sent before.
func (s *Server) find(c *call, kind, ref string) ([]string, error) {
	if name, ok := strings.CutPrefix(ref, "attach://"); ok {
		up := c.files[name]
		if up == nil || up.kind != kind {
			return nil, bad("can't find the attached file %q", name)
		}
		return s.files.register(up.kept...), nil
	}
	switch f := s.files.byID[ref]; {
	case strings.Contains(ref, "://"):
		return nil, bad("wrong HTTP URL specified: this box fetches nothing from the network")
	case f == nil:
		return nil, bad("wrong file identifier/HTTP URL specified")
	case f.Kind != kind:
		return nil, bad("type of file mismatch")
	}
	return s.files.sizes(ref), nil
}

// keepUploads keeps the files of a call before the lock is taken, each as the
// kind it is sent as. One that nothing names is refused.
func (s *Server) keepUploads(c *call) error {
	if len(c.files) == 0 {
		return nil
	}
	kinds := c.attached()
	for name, up := range c.files {
		kind, ok := kinds[name]
		if !ok {
			return bad("the attached file %q is not used", name)
		}
		if err := s.files.upload(up, kind); err != nil {
			return err
		}
	}
	return nil
}

// attached tells the kind of each file that came along.
func (c *call) attached() map[string]string {
	kinds := map[string]string{}
	note := func(kind, ref string) {
		if name, ok := strings.CutPrefix(ref, "attach://"); ok {
			kinds[name] = kind
		}
	}
	note(kindDocument, c.text("document"))
	note(kindPhoto, c.text("photo"))
	for _, m := range c.media() {
		note(m.Type, m.Media)
	}
	return kinds
}

func (f *files) upload(up *upload, kind string) (err error) {
	up.kind = kind
	switch {
	case len(up.content) == 0:
		return bad("file must be non-empty")
	case kind != kindPhoto:
		up.kept, err = f.document(up.name, up.mime, up.content)
		return err
	case len(up.content) > maxPhoto:
		return bad("file of size %d bytes is too big for a photo; the maximum size is %d bytes", len(up.content), maxPhoto)
	}
	if up.kept, err = f.picture(up.content); errors.Is(err, ErrNoPicture) {
		return bad("IMAGE_PROCESS_FAILED")
	}
	return err
}
