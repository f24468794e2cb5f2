package playground

import (
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"
)

type viewBot struct {
	Name     string `json:"name"`
	Username string `json:"username"`
	Up       bool   `json:"up"`
}

type viewState struct {
	Bot    viewBot         `json:"bot"`
	Now    time.Time       `json:"now"`
	People []viewPerson    `json:"people"`
	Can    map[string]bool `json:"can"`
}

func (s *Server) pageState(w http.ResponseWriter, _ *http.Request) {
	writeJSON(w, http.StatusOK, s.viewState())
}

func (s *Server) viewState() viewState {
	s.mu.Lock()
	defer s.mu.Unlock()
	v := viewState{
		Bot:    viewBot{s.config.Title, s.config.Username, s.link.up},
		Now:    s.config.Clock.Now(),
		People: []viewPerson{},
		Can:    map[string]bool{"advance": s.config.Advance != nil, "restart": s.config.Restart != nil},
	}
	for _, id := range s.order {
		v.People = append(v.People, s.viewPerson(s.people[id]))
	}
	return v
}

// pageMessages gives a person's newest messages, at most 1,000, 200 if nothing
// is said, oldest first.
func (s *Server) pageMessages(w http.ResponseWriter, r *http.Request) {
	id, _ := strconv.ParseInt(r.PathValue("id"), 10, 64)
	limit, err := strconv.Atoi(r.FormValue("limit"))
	if err != nil || limit < 1 || limit > 1000 {
		limit = 200
	}
	all, err := s.viewMessages(id, limit)
	if err != nil {
		complain(w, http.StatusNotFound, err)
		return
	}
	writeJSON(w, http.StatusOK, map[string]any{"messages": all})
}

func (s *Server) viewMessages(person int64, limit int) ([]viewMessage, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	a, err := s.account(person)
	if err != nil {
		return nil, err
	}
	out := []viewMessage{}
	for _, m := range a.log[max(0, len(a.log)-limit):] {
		out = append(out, s.viewMessage(m))
	}
	return out, nil
}

// shownInline are the types a browser draws and never runs, as files.js has them.
// Its viewer of documents does not work in a sandbox; what a document may do there
// is bounded by the viewer itself.
var shownInline = map[string]string{
	"image/png": sealed, "image/jpeg": sealed, "image/gif": sealed, "image/webp": sealed,
	"application/pdf": "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'",
}

// sealed is the policy of a file that needs nothing but itself.
const sealed = "sandbox; default-src 'none'"

// pageFile gives a file to the browser: pictures and PDF to be shown, all else to be kept.
func (s *Server) pageFile(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	f := s.files.byID[r.PathValue("id")]
	s.mu.Unlock()
	if f == nil {
		complain(w, http.StatusNotFound, ErrNoFile)
		return
	}
	content, err := s.files.store.get(f.Hash)
	if err != nil {
		complain(w, http.StatusNotFound, ErrNoFile)
		return
	}
	h := w.Header()
	h.Set("Cache-Control", "private, max-age=86400")
	policy, inline := shownInline[f.MIME]
	h.Set("Content-Type", f.MIME)
	if !inline {
		policy = sealed
		h.Set("Content-Type", "application/octet-stream")
		h.Set("Content-Disposition", attachment(f.Name))
	}
	h.Set("Content-Security-Policy", policy)
	h.Set("Content-Length", strconv.Itoa(len(content)))
	_, _ = w.Write(content)
}

// attachment names a file in any script (RFC 6266).
func attachment(name string) string {
	var out strings.Builder
	for _, b := range []byte(name) {
		if b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || strings.IndexByte("-_.", b) >= 0 {
			out.WriteByte(b)
		} else {
			fmt.Fprintf(&out, "%%%02X", b)
		}
	}
	return "attachment; filename*=UTF-8''" + out.String()
}
