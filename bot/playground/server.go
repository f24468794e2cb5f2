package playground

import (
	"context"
	"net/http"
	"strconv"
	"strings"
	"sync"
)

// A Server is one box. All its methods may be called at any time from any
// goroutine.
type Server struct {
	config Config
	botID  int64
	ctx    context.Context // ends with Close
	stop   context.CancelFunc
	tasks  sync.WaitGroup
	hooks  *http.Client // of webhooks

	mu       sync.Mutex // guards everything below
	closed   bool
	people   map[int64]*account
	order    []int64 // of people, as configured
	messages map[int64]*message
	lastID   int64 // of messages, one row of numbers for all chats, as bots see it
	queue    queue
	presses  presses
	files    files
	menus    menus
	webhook  webhook
	poll     *poll
	paces    paces
	faults   []*Injected
	silent   *gate
	calls    []Call
	events   events
	arrived  signal // an update to deliver
	settled  signal // fewer updates unconfirmed
	link     link   // whether the bot is there
	saver    saver
}

func newServer(c Config) *Server {
	s := &Server{
		config:   c,
		botID:    botID(c.Token),
		hooks:    newHooks(),
		people:   map[int64]*account{},
		messages: map[int64]*message{},
		presses:  presses{byID: map[string]*press{}},
		menus:    menus{Commands: map[string][]Command{}, Buttons: map[int64]menuButton{}},
		queue:    newQueue(),
		paces:    newPaces(c.Limits),
		events:   newEvents(c.Clock.Now()),
	}
	s.files = newFiles(c.File)
	s.ctx, s.stop = context.WithCancel(context.Background())
	for _, p := range c.People {
		s.people[p.ID] = newAccount(p)
		s.order = append(s.order, p.ID)
	}
	return s
}

// begin starts what runs beside the requests.
func (s *Server) begin() {
	s.tasks.Go(s.deliver)
}

// botID takes the bot's user id from its token, as clients do.
func botID(token string) int64 {
	head, _, _ := strings.Cut(token, ":")
	if id, err := strconv.ParseInt(head, 10, 64); err == nil && id > 0 {
		return id
	}
	return 1
}

// Handler serves the Bot API under /bot<token>/ and /file/bot<token>/, and the
// page under /, /web/ and /page/.
func (s *Server) Handler() http.Handler {
	page := s.page()
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch path := r.URL.Path; {
		case strings.HasPrefix(path, "/bot"):
			s.serveAPI(w, r)
		case strings.HasPrefix(path, "/file/bot"):
			s.serveFile(w, r)
		default:
			page.ServeHTTP(w, r)
		}
	})
}

// Close ends every waiting request, saves the state and stops. A second call
// does nothing. Errors: the state could not be saved.
func (s *Server) Close() error {
	s.mu.Lock()
	if s.closed {
		s.mu.Unlock()
		return nil
	}
	s.closed = true
	s.mu.Unlock()
	s.stop()
	s.tasks.Wait()
	s.hooks.CloseIdleConnections()
	return s.save(true)
}
