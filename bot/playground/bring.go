package playground

import (
	"crypto/rand"
	"fmt"
)

// SendFile sends a document, or a picture if f.Photo.
// Errors: ErrEmpty, ErrNoPicture, ErrTooLong of a caption over 1024 units.
func (s *Server) SendFile(person int64, f File) (int64, error) {
	ids, err := s.bring(person, "", []File{f})
	if err != nil {
		return 0, err
	}
	return ids[0], nil
}

// SendAlbum sends 2 to 10 files that belong together. The bot gets one update
// each, with one album id and nothing that says which is the last. The album's
// id is for SendToAlbum.
func (s *Server) SendAlbum(person int64, all []File) (album string, updates []int64, err error) {
	if len(all) < 2 || len(all) > 10 {
		return "", nil, fmt.Errorf("an album has 2 to 10 files, not %d", len(all))
	}
	album = rand.Text()
	updates, err = s.bring(person, album, all)
	return album, updates, err
}

// SendToAlbum sends a straggler of an album, which arrives late.
func (s *Server) SendToAlbum(person int64, album string, f File) (int64, error) {
	ids, err := s.bring(person, album, []File{f})
	if err != nil {
		return 0, err
	}
	return ids[0], nil
}

// bring keeps the files before it takes the lock.
func (s *Server) bring(person int64, album string, all []File) ([]int64, error) {
	made := make([]*message, len(all))
	kept := make([][]*file, len(all))
	for i, f := range all {
		var err error
		if made[i], kept[i], err = s.pack(f); err != nil {
			return nil, err
		}
		made[i].Album = album
	}
	defer s.lock()()
	a, err := s.talker(person)
	if err != nil {
		return nil, err
	}
	var ids []int64
	for i, m := range made {
		m.Files = s.files.register(kept[i]...)
		ids = append(ids, s.say(a, m))
	}
	return ids, nil
}

// pack makes the message of one file.
func (s *Server) pack(f File) (*message, []*file, error) {
	if len(f.Content) == 0 {
		return nil, nil, ErrEmpty
	}
	text, all, err := words(f.Caption, "", nil)
	if err == nil && units(text) > maxCaption {
		err = fmt.Errorf("%w: caption of %d, at most %d", ErrTooLong, units(text), maxCaption)
	}
	if err != nil {
		return nil, nil, err
	}
	m := &message{Kind: kindDocument, Text: text, Entities: all}
	if f.Photo {
		m.Kind = kindPhoto
		kept, err := s.files.picture(f.Content)
		return m, kept, err
	}
	kept, err := s.files.document(f.Name, f.MIME, f.Content)
	return m, kept, err
}
