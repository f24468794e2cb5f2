package bottest

import "net/http"

// A Meddler stands between the bot and the messenger. It answers a request
// itself and returns true, or leaves it to the messenger.
type Meddler func(http.ResponseWriter, *http.Request) bool

// Meddle puts a meddler between; nil takes it away.
func (w *World) Meddle(m Meddler) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.meddle = m
}

func (w *World) between(messenger http.Handler) http.Handler {
	return http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		w.mu.Lock()
		m := w.meddle
		w.mu.Unlock()
		if m == nil || !m(rw, r) {
			messenger.ServeHTTP(rw, r)
		}
	})
}
