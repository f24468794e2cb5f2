package conversation

import (
	"crypto/tls"
	"errors"
	"fmt"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/redis/go-redis/v9"
	"github.com/redis/go-redis/v9/maintnotifications"
)

// address reads a URL of the forms [Open] lists. Its errors do not repeat the
// URL, which may hold a password.
func address(raw string) (*redis.UniversalOptions, error) {
	u, err := url.Parse(raw)
	if err != nil {
		return nil, errors.New("the redis URL cannot be read: redis://user:password@host:port/0 is a plain one")
	}
	o := quick(&redis.UniversalOptions{Username: u.User.Username()})
	o.Password, _ = u.User.Password()
	if err := connect(o, u); err != nil {
		return nil, fmt.Errorf("redis URL: %w", err)
	}
	if err := details(o, u.Query()); err != nil {
		return nil, fmt.Errorf("redis URL: %w", err)
	}
	return o, nil
}

func connect(o *redis.UniversalOptions, u *url.URL) (err error) {
	switch u.Scheme {
	case "unix":
		o.Addrs = []string{u.Path}
		return nil
	case "rediss":
		o.TLSConfig = &tls.Config{MinVersion: tls.VersionTLS12} // checked against each node's own name
	case "redis":
	default:
		return fmt.Errorf("%q is none of redis, rediss and unix", u.Scheme)
	}
	if u.Hostname() == "" {
		return errors.New("no host")
	}
	o.Addrs = []string{u.Host}
	if u.Port() == "" {
		o.Addrs = []string{u.Host + ":6379"}
	}
	if path := strings.Trim(u.Path, "/"); path != "" {
		o.DB, err = number("database", path)
	}
	return err
}

func details(o *redis.UniversalOptions, q url.Values) (err error) {
	for name, values := range q {
		switch name {
		case "addr":
			o.Addrs = append(o.Addrs, values...)
		case "master":
			o.MasterName = values[0]
		case "sentinel_password":
			o.SentinelPassword = values[0]
		case "cluster":
			o.IsClusterMode = values[0] == "true"
		case "db":
			o.DB, err = number("database", values[0])
		default:
			return fmt.Errorf("%q means nothing here", name)
		}
	}
	if err == nil && len(o.Addrs) > 1 && o.MasterName == "" && !o.IsClusterMode {
		return errors.New("several addresses need master=NAME or cluster=true")
	}
	return err
}

func number(what, s string) (int, error) {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 {
		return 0, fmt.Errorf("%s %q is no number", what, s)
	}
	return n, nil
}

// quick has everything fail early and nothing tried twice.
func quick(o *redis.UniversalOptions) *redis.UniversalOptions {
	o.MaxRetries = -1
	o.DialTimeout = patience
	o.DialerRetries = 1
	o.DialerRetryTimeout = time.Millisecond
	o.ReadTimeout = patience
	o.WriteTimeout = patience
	o.PoolTimeout = patience
	o.ContextTimeoutEnabled = true
	o.PipelinePoolSize = -1 // everything here is a pipeline: one pool is enough
	o.DisableIdentity = true
	o.MaintNotificationsConfig = &maintnotifications.Config{Mode: maintnotifications.ModeDisabled}
	return o
}
