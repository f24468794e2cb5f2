package playground

import (
	"net"
	"net/url"
	"regexp"
	"slices"
	"time"
)

// webhook is where updates go instead of waiting for getUpdates.
type webhook struct {
	URL    string    `json:"url,omitempty"`
	Secret string    `json:"secret,omitempty"`
	Most   int       `json:"most,omitempty"` // requests at once
	ErrAt  time.Time `json:"err_at,omitzero"`
	Err    string    `json:"err,omitempty"`
}

var (
	secretToken  = regexp.MustCompile(`^[A-Za-z0-9_-]{0,256}$`)
	webhookPorts = []string{"", "443", "80", "88", "8443"}
)

// checkWebhook lets the platform's addresses pass, and those of this machine,
// where no certificate is to be had.
func checkWebhook(raw string) error {
	u, err := url.Parse(raw)
	if err != nil || u.Host == "" {
		return bad("bad webhook: invalid URL")
	}
	if ip := net.ParseIP(u.Hostname()); u.Hostname() == "localhost" || ip != nil && ip.IsLoopback() {
		return nil
	}
	switch {
	case u.Scheme != "https":
		return bad("bad webhook: An HTTPS URL must be provided for webhook")
	case !slices.Contains(webhookPorts, u.Port()):
		return bad("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
	}
	return nil
}

// setWebhook has updates delivered to an address. An empty one ends that.
func (s *Server) setWebhook(c *call) (any, error) {
	address, secret, most := c.text("url"), c.text("secret_token"), int(c.number("max_connections"))
	if address == "" {
		return s.deleteWebhook(c)
	}
	if err := checkWebhook(address); err != nil {
		return nil, err
	}
	if !secretToken.MatchString(secret) {
		return nil, bad("secret token contains unallowed characters")
	}
	if c.has("max_connections") && (most < 1 || most > 100) {
		return nil, bad("max_connections must be between 1 and 100")
	} else if most == 0 {
		most = 40
	}
	if err := s.allow(c); err != nil {
		return nil, err
	}
	s.drop(c)
	s.webhook = webhook{URL: address, Secret: secret, Most: most}
	s.cutPoll("terminated by setWebhook request")
	s.arrived.fire()
	s.bell(true)
	return true, nil
}

func (s *Server) drop(c *call) {
	if c.flag("drop_pending_updates") {
		s.queue.Waiting, s.queue.Again = nil, nil
		s.settled.fire()
	}
}

// deleteWebhook goes back to getUpdates.
func (s *Server) deleteWebhook(c *call) (any, error) {
	s.drop(c)
	s.webhook = webhook{}
	s.arrived.fire()
	return true, nil
}

// getWebhookInfo tells of the webhook and what waits for it.
func (s *Server) getWebhookInfo(*call) (any, error) {
	info := struct {
		URL     string   `json:"url"`
		Custom  bool     `json:"has_custom_certificate"`
		Pending int      `json:"pending_update_count"`
		ErrDate int64    `json:"last_error_date,omitempty"`
		Err     string   `json:"last_error_message,omitempty"`
		Most    int      `json:"max_connections,omitempty"`
		Allowed []string `json:"allowed_updates,omitempty"`
	}{
		URL: s.webhook.URL, Pending: s.queue.unconfirmed(s.config.Clock.Now()),
		Err: s.webhook.Err, Most: s.webhook.Most, Allowed: s.queue.Allowed,
	}
	if !s.webhook.ErrAt.IsZero() {
		info.ErrDate = s.webhook.ErrAt.Unix()
	}
	return info, nil
}
