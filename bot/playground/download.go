package playground

import (
	"fmt"
	"net/http"
	"path"
	"strconv"
	"strings"
)

// getFile gives a path from which a file of at most 20 MB can be had for an hour.
func (s *Server) getFile(c *call) (any, error) {
	f := s.files.byID[c.text("file_id")]
	switch {
	case f == nil:
		return nil, bad("wrong file_id or the file is temporarily unavailable")
	case f.Size > maxDownload:
		return nil, bad("file is too big")
	}
	s.files.open(f, len(s.files.byPath))
	f.Until = s.config.Clock.Now().Add(pathLives)
	return wireFile{ID: f.ID, Unique: "AQ" + f.Hash[:16], Size: f.Size, Path: f.Path}, nil
}

// open gives a file its path, which does not tell its name.
func (f *files) open(one *file, number int) {
	if one.Path == "" {
		one.Path = fmt.Sprintf("%ss/file_%d%s", one.Kind, number, strings.ToLower(path.Ext(one.Name)))
		f.byPath[one.Path] = one
	}
}

// serveFile is the bot's download.
func (s *Server) serveFile(w http.ResponseWriter, r *http.Request) {
	token, name, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, "/file/bot"), "/")
	if !s.isToken(token) {
		errUnauthorized.write(w)
		return
	}
	if s.waitSilence(r.Context()) != nil {
		panic(http.ErrAbortHandler)
	}
	hash, ok := s.downloadable(name)
	if !ok {
		errNotFound.write(w)
		return
	}
	content, err := s.files.store.get(hash)
	if err != nil {
		errNotFound.write(w)
		return
	}
	w.Header().Set("Content-Type", "application/octet-stream")
	w.Header().Set("Content-Length", strconv.Itoa(len(content)))
	_, _ = w.Write(content)
}

func (s *Server) downloadable(name string) (hash string, ok bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	f := s.files.byPath[name]
	if f == nil || s.config.Clock.Now().After(f.Until) {
		return "", false
	}
	return f.Hash, true
}
