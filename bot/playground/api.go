package playground

import (
	"context"
	"crypto/subtle"
	"encoding/json"
	"errors"
	"net/http"
	"strings"
	"time"
)

// A Call is one request of the bot, as the box answered it.
type Call struct {
	Method     string
	ChatID     int64 // 0: of no chat
	At         time.Time
	Status     int // of HTTP; 0: the connection was cut without an answer
	RetryAfter int // seconds, with 429
}

const keptCalls = 20_000

// methods are what a call does once its parameters have their types. They run
// under the lock; getUpdates, which waits, is not among them.
var methods = map[string]func(*Server, *call) (any, error){
	"getMe":                  (*Server).getMe,
	"setWebhook":             (*Server).setWebhook,
	"deleteWebhook":          (*Server).deleteWebhook,
	"getWebhookInfo":         (*Server).getWebhookInfo,
	"sendMessage":            (*Server).sendMessage,
	"sendDocument":           (*Server).sendDocument,
	"sendPhoto":              (*Server).sendPhoto,
	"sendMediaGroup":         (*Server).sendMediaGroup,
	"copyMessage":            (*Server).copyMessage,
	"forwardMessage":         (*Server).forwardMessage,
	"editMessageText":        (*Server).editMessageText,
	"editMessageCaption":     (*Server).editMessageCaption,
	"editMessageReplyMarkup": (*Server).editMessageReplyMarkup,
	"editMessageMedia":       (*Server).editMessageMedia,
	"deleteMessage":          (*Server).deleteMessage,
	"deleteMessages":         (*Server).deleteMessages,
	"answerCallbackQuery":    (*Server).answerCallbackQuery,
	"getFile":                (*Server).getFile,
	"setMyCommands":          (*Server).setMyCommands,
	"getMyCommands":          (*Server).getMyCommands,
	"deleteMyCommands":       (*Server).deleteMyCommands,
	"sendChatAction":         (*Server).sendChatAction,
	"getChat":                (*Server).getChat,
	"pinChatMessage":         (*Server).pinChatMessage,
	"unpinChatMessage":       (*Server).unpinChatMessage,
	"leaveChat":              (*Server).leaveChat,
	"setChatMenuButton":      (*Server).setChatMenuButton,
	"getChatMenuButton":      (*Server).getChatMenuButton,
}

// serveAPI answers one request of the Bot API.
func (s *Server) serveAPI(w http.ResponseWriter, r *http.Request) {
	token, method, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, "/bot"), "/")
	c, err := s.admit(token, method, r)
	var result json.RawMessage
	if err == nil {
		result, err = s.answer(r.Context(), c)
	}
	s.note(method, c, err)
	var no *refusal
	switch {
	case err == nil:
		writeJSON(w, http.StatusOK, answer{OK: true, Result: result})
	case errors.As(err, &no):
		no.write(w)
	default:
		panic(http.ErrAbortHandler) // net/http's way to cut a connection without an answer
	}
}

func (s *Server) admit(token, method string, r *http.Request) (*call, error) {
	if !s.isToken(token) {
		return nil, errUnauthorized
	}
	return s.readCall(method, r)
}

func (s *Server) isToken(token string) bool {
	return subtle.ConstantTimeCompare([]byte(token), []byte(s.config.Token)) == 1
}

// answer passes the call through what a test may have broken, and does it.
func (s *Server) answer(ctx context.Context, c *call) (json.RawMessage, error) {
	if err := s.waitSilence(ctx); err != nil {
		return nil, err
	}
	fault := s.fault(c)
	if err := fault.before(ctx); err != nil {
		return nil, err
	}
	result, err := s.do(ctx, c)
	if lost := fault.after(); lost != nil {
		return nil, lost
	}
	return result, err
}

func (s *Server) do(ctx context.Context, c *call) (json.RawMessage, error) {
	if c.method == "getUpdates" {
		return s.getUpdates(ctx, c)
	}
	v, err := s.run(c)
	if err != nil {
		return nil, err
	}
	return json.Marshal(v)
}

func (s *Server) run(c *call) (any, error) {
	defer s.lock()()
	if s.closed {
		return nil, errClosing
	}
	return methods[c.method](s, c)
}

// note keeps the log of calls.
func (s *Server) note(method string, c *call, err error) {
	entry := Call{Method: method, At: s.config.Clock.Now(), Status: http.StatusOK}
	if c != nil {
		entry.ChatID = c.chat
	}
	var no *refusal
	if errors.As(err, &no) {
		entry.Status, entry.RetryAfter = no.status, no.after
	} else if err != nil {
		entry.Status = 0
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.calls = append(s.calls, entry); len(s.calls) >= 2*keptCalls {
		s.calls = append([]Call(nil), s.calls[keptCalls:]...)
	}
}

// getMe returns the bot's own account.
func (s *Server) getMe(*call) (any, error) {
	type me struct {
		*wireUser
		Join    bool `json:"can_join_groups"`
		ReadAll bool `json:"can_read_all_group_messages"`
		Inline  bool `json:"supports_inline_queries"`
	}
	return me{wireUser: s.bot()}, nil
}
