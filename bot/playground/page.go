package playground

import (
	"embed"
	"encoding/json"
	"errors"
	"mime"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
)

//go:embed web
var web embed.FS

// maxPageBody is how much one request of the page may hold, in bytes.
const maxPageBody = 60 << 20

// page serves the page, its assets and its API.
func (s *Server) page() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", func(w http.ResponseWriter, r *http.Request) {
		http.ServeFileFS(w, r, web, "web/index.html")
	})
	mux.Handle("GET /web/", http.FileServerFS(web))
	mux.HandleFunc("GET /page/state", s.pageState)
	mux.HandleFunc("GET /page/events", s.pageEvents)
	mux.HandleFunc("GET /page/files/{id}", s.pageFile)
	mux.HandleFunc("GET /page/people/{id}/messages", s.pageMessages)
	for name, do := range s.pageActions() {
		mux.Handle("POST /page/people/{id}/"+name, s.guarded(func(w http.ResponseWriter, r *http.Request) error {
			person, err := strconv.ParseInt(r.PathValue("id"), 10, 64)
			if err != nil {
				return ErrNoPerson
			}
			return do(person, r)
		}))
	}
	mux.Handle("POST /page/clock", s.guarded(s.pageClock))
	mux.Handle("POST /page/restart", s.guarded(s.pageRestart))
	return headers(mux)
}

// headers keeps the page to itself: nothing foreign is loaded or framed.
func headers(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", "default-src 'self'; img-src 'self' data: blob:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'")
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cache-Control", "no-cache")
		next.ServeHTTP(w, r)
	})
}

// guarded lets only requests of the page itself through, and answers with what
// went wrong or {}.
func (s *Server) guarded(do func(http.ResponseWriter, *http.Request) error) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := ownRequest(r); err != nil {
			complain(w, http.StatusForbidden, err)
			return
		}
		r.Body = http.MaxBytesReader(w, r.Body, maxPageBody)
		if err := do(w, r); err != nil {
			complain(w, statusOf(err), err)
			return
		}
		writeJSON(w, http.StatusOK, struct{}{})
	})
}

// ownRequest refuses what another site's page or a plain form could send.
func ownRequest(r *http.Request) error {
	kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if !slices.Contains([]string{"application/json", "multipart/form-data"}, kind) {
		return errors.New("the content type must be application/json or multipart/form-data")
	}
	if site := r.Header.Get("Sec-Fetch-Site"); site != "" && site != "same-origin" {
		return errors.New("only the page itself may ask for this")
	}
	if origin := r.Header.Get("Origin"); origin != "" {
		if u, err := url.Parse(origin); err != nil || u.Host != r.Host {
			return errors.New("only the page itself may ask for this")
		}
	}
	return nil
}

func complain(w http.ResponseWriter, status int, err error) {
	text := strings.TrimPrefix(err.Error(), "Bad Request: ")
	writeJSON(w, status, map[string]string{"error": text})
}

var errHidden = errors.New("this box does not offer that")

func statusOf(err error) int {
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &large):
		return http.StatusRequestEntityTooLarge
	case errors.Is(err, ErrNoPerson), errors.Is(err, ErrNoMessage), errors.Is(err, ErrNoButton), errors.Is(err, errHidden):
		return http.StatusNotFound
	case errors.Is(err, ErrBlocked):
		return http.StatusConflict
	case errors.Is(err, errFailed):
		return http.StatusInternalServerError
	}
	return http.StatusBadRequest
}

// readPage decodes a JSON body.
func readPage(r *http.Request, into any) error {
	if err := json.NewDecoder(r.Body).Decode(into); err != nil {
		return errors.Join(errors.New("the request is not the JSON expected"), err)
	}
	return nil
}
