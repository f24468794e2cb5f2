package playground

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Bounds of what a bot may send, in bytes.
const (
	maxUpload = 50 << 20
	maxBody   = maxUpload + 10<<20 // an album's parts and the form around them
)

// A call is one request of the bot: its parameters as JSON, checked against
// the table, and the files that came along.
type call struct {
	method string
	args   map[string]json.RawMessage
	files  map[string]*upload // by form field
	chat   int64              // the call is about; 0: none, or not known yet
}

// readCall reads the parameters of a method, whichever way they were sent.
func (s *Server) readCall(method string, r *http.Request) (*call, error) {
	f, ok := table.Methods[method]
	if !ok {
		return nil, errNotFound
	}
	c := &call{method: method, args: map[string]json.RawMessage{}, files: map[string]*upload{}}
	if err := c.readForm(f, r.URL.Query()); err != nil {
		return nil, err
	}
	if r.Method == http.MethodPost {
		if err := c.readBody(f, r); err != nil {
			return nil, err
		}
	}
	if err := f.check("", c.args); err != nil {
		return nil, err
	}
	return c, s.keepUploads(c)
}

func (c *call) readBody(f fields, r *http.Request) error {
	kind, params, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
	body := http.MaxBytesReader(nil, r.Body, maxBody)
	if kind == "multipart/form-data" {
		err := c.readMultipart(f, multipart.NewReader(body, params["boundary"]))
		_, drained := io.Copy(io.Discard, body) // only then does net/http notice a client that leaves
		return cmp.Or(err, drained)
	}
	raw, err := io.ReadAll(body)
	if err != nil {
		return unreadable(err)
	}
	switch {
	case len(raw) == 0:
		return nil
	case kind == "application/json":
		return c.readJSON(raw)
	case kind == "application/x-www-form-urlencoded":
		values, err := url.ParseQuery(string(raw))
		if err != nil {
			return bad("can't parse the form")
		}
		return c.readForm(f, values)
	}
	return bad("content type %q is not supported", kind)
}

func (c *call) readJSON(raw []byte) error {
	if !utf8.Valid(raw) {
		return errNotUTF8
	}
	if err := json.Unmarshal(raw, &c.args); err != nil {
		return bad("can't parse request JSON object")
	}
	for name, value := range c.args {
		if string(value) == "null" {
			delete(c.args, name)
		}
	}
	return nil
}

func (c *call) readForm(f fields, values url.Values) error {
	for name, all := range values {
		if len(all) != 1 {
			return bad("parameter %q is given %d times", name, len(all))
		}
		if err := c.setText(f, name, all[0]); err != nil {
			return err
		}
	}
	return nil
}

func (c *call) readMultipart(f fields, form *multipart.Reader) error {
	for {
		part, err := form.NextPart()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return unreadable(err)
		}
		if err := c.readPart(f, part); err != nil {
			return err
		}
	}
}

func (c *call) readPart(f fields, part *multipart.Part) error {
	raw, err := io.ReadAll(part)
	if err != nil {
		return unreadable(err)
	}
	name := part.FormName()
	if part.FileName() == "" {
		return c.setText(f, name, string(raw))
	}
	if len(raw) > maxUpload {
		return errTooLarge
	}
	c.files[name] = &upload{name: part.FileName(), mime: part.Header.Get("Content-Type"), content: raw}
	if _, ok := f[name]; ok {
		return c.setText(f, name, "attach://"+name)
	}
	return nil
}

// setText takes a parameter that came as text, as forms send them, for the
// JSON of its type. An empty one counts as not given.
func (c *call) setText(f fields, name, text string) error {
	kinds, known := f[name]
	if !known {
		return bad("unknown parameter %q", name)
	}
	if text == "" {
		return nil
	}
	if !utf8.ValidString(text) {
		return errNotUTF8
	}
	if isText(kinds, text) {
		raw, err := json.Marshal(text)
		c.args[name] = raw
		return err
	}
	var compact bytes.Buffer
	if err := json.Compact(&compact, []byte(text)); err != nil || compact.Len() == 0 {
		return bad("can't parse %q: not JSON", name)
	}
	c.args[name] = compact.Bytes()
	return nil
}

// isText says whether a form's text stands for a JSON string. Where a number
// would do as well, as in chat_id, digits are a number.
func isText(kinds, text string) bool {
	if _, err := strconv.ParseInt(text, 10, 64); err == nil && strings.Contains(kinds, "Integer") {
		return false
	}
	return !strings.HasPrefix(kinds, "Array") && (strings.Contains(kinds, "String") || strings.Contains(kinds, "InputFile"))
}

var errNotUTF8 = bad("strings must be encoded in UTF-8")

func unreadable(err error) error {
	var large *http.MaxBytesError
	if errors.As(err, &large) {
		return errTooLarge
	}
	return bad("can't read the request: %v", err)
}
