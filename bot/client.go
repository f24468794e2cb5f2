package bot

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime/multipart"
	"net"
	"net/http"
	"net/http/httptrace"
	"strings"
	"sync/atomic"
	"time"
)

// A Client calls the Bot API: JSON for everything, multipart for uploads only.
// It never retries; what a failure means is in [CallError].
type Client struct {
	base  string // without a slash at its end
	token string
	poll  *http.Client
	call  *http.Client
	up    *http.Client
}

// NewClient makes a client for the API at base, such as https://api.telegram.org.
//
// Connections are dropped after 15 idle seconds, before the servers do it:
// a POST on a connection the other side has closed cannot be told from one that arrived.
func NewClient(base, token string) *Client {
	t := &http.Transport{
		Proxy:               http.ProxyFromEnvironment,
		DialContext:         (&net.Dialer{Timeout: 5 * time.Second}).DialContext,
		TLSHandshakeTimeout: 5 * time.Second,
		MaxIdleConnsPerHost: 64,
		IdleConnTimeout:     15 * time.Second,
	}
	return &Client{
		base: strings.TrimRight(base, "/"), token: token,
		poll: &http.Client{Transport: t, Timeout: 60 * time.Second},
		call: &http.Client{Transport: t, Timeout: 15 * time.Second},
		up:   &http.Client{Transport: t, Timeout: 5 * time.Minute},
	}
}

// Call makes one call with the library's parameter type and decodes the answer
// into result, which may be nil. Every error is a *[CallError].
func (c *Client) Call(ctx context.Context, method string, params, result any) error {
	return c.json(ctx, c.call, method, params, result)
}

func (c *Client) json(ctx context.Context, via *http.Client, method string, params, result any) error {
	body, err := json.Marshal(params)
	if err != nil {
		return &CallError{Method: method, Class: NotSent, err: fmt.Errorf("encode: %w", err)}
	}
	return c.send(ctx, via, method, "application/json", bytes.NewReader(body), result)
}

// Upload is Call with one file, read from r, in the named field; fields holds
// the other parameters as text.
func (c *Client) Upload(ctx context.Context, method string, fields map[string]string, field, name string, r io.Reader, result any) error {
	pr, pw := io.Pipe()
	form := multipart.NewWriter(pw)
	go func() { pw.CloseWithError(writeForm(form, fields, field, name, r)) }()
	defer pr.Close()
	return c.send(ctx, c.up, method, form.FormDataContentType(), pr, result)
}

func writeForm(form *multipart.Writer, fields map[string]string, field, name string, r io.Reader) error {
	for k, v := range fields {
		if err := form.WriteField(k, v); err != nil {
			return err
		}
	}
	w, err := form.CreateFormFile(field, name)
	if err != nil {
		return err
	}
	if _, err := io.Copy(w, r); err != nil {
		return err
	}
	return form.Close()
}

func (c *Client) send(ctx context.Context, via *http.Client, method, kind string, body io.Reader, result any) error {
	var wrote atomic.Bool
	ctx = httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{WroteHeaders: func() { wrote.Store(true) }})
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, c.base+"/bot"+c.token+"/"+method, body)
	if err != nil {
		return &CallError{Method: method, Class: NotSent, err: errors.New("bad request address")}
	}
	req.Header.Set("Content-Type", kind)
	resp, err := via.Do(req)
	if err != nil {
		return failed(method, wrote.Load(), c.hide(err))
	}
	defer resp.Body.Close()
	return answer(method, resp, result)
}

// hide takes the token out of an error of net/http, which quotes the address.
func (c *Client) hide(err error) error {
	return errors.New(strings.ReplaceAll(err.Error(), c.token, "***"))
}

// Download fetches a file by the path getFile gave. The caller closes it.
func (c *Client) Download(ctx context.Context, path string) (io.ReadCloser, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, c.base+"/file/bot"+c.token+"/"+path, nil)
	if err != nil {
		return nil, &CallError{Method: "download", Class: NotSent, err: errors.New("bad file address")}
	}
	resp, err := c.up.Do(req)
	if err != nil {
		return nil, failed("download", false, c.hide(err))
	}
	if resp.StatusCode != http.StatusOK {
		resp.Body.Close()
		return nil, classify("download", resp.StatusCode, envelope{})
	}
	return resp.Body, nil
}
