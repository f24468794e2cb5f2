package main

import (
	"errors"
	"fmt"
	"io"
	"net"
	"net/url"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/alecthomas/kong"

	"luling/store/programme"
	"luling/store/rulebook"
)

// Settings are read once, from flags and environment.
type Settings struct {
	Data    string `env:"LULING_DATA" default:"data" placeholder:"FOLDER" help:"数据目录 / Folder of the database, the attachments and the rest (${default})."`
	Token   string `name:"telegram-token" env:"LULING_TELEGRAM_TOKEN" placeholder:"TOKEN" help:"机器人令牌，空则用自带页面 / The bot's token. Empty: the playground. A flag is seen by everybody on the machine: prefer the variable."`
	API     string `name:"telegram-api" env:"LULING_TELEGRAM_API" default:"https://api.telegram.org" placeholder:"URL" help:"接口地址 / Address of the Bot API (${default})."`
	Redis   string `env:"REDIS_URL" placeholder:"URL" help:"Redis 地址，空则内置 / A Redis server. Empty: one inside the process."`
	Address string `name:"listen" env:"LULING_ADDRESS" default:"127.0.0.1:8080" placeholder:"HOST:PORT" help:"聊天页面的监听地址 / Where the playground's page listens (${default})."`
	File    string `name:"programme" env:"LULING_PROGRAMME" placeholder:"FILE" help:"规则文件，空则用吉安办法 / The programme file. Empty: the measure of Ji'an."`

	typed []string // the command line, to be handed to a running bot
}

// failpointVariable names the point at which a build with the tag failpoints ends.
const failpointVariable = "LULING_FAILPOINT"

// known lists the environment variables of the settings, in the manual's order.
func known(app *kong.Application) (names []string) {
	for _, f := range app.Flags {
		names = append(names, f.Envs...)
	}
	return names
}

// unknown refuses variables that look like ours and are not: most likely a slip.
func unknown(environment, known []string) error {
	var errs []error
	for _, e := range environment {
		name, _, _ := strings.Cut(e, "=")
		ours := strings.HasPrefix(name, "LULING_") && !strings.HasPrefix(name, "LULING_TEST_") && name != failpointVariable
		if ours && !slices.Contains(known, name) {
			errs = append(errs, fmt.Errorf("the environment variable %s is not known; known are %s", name, strings.Join(known, ", ")))
		}
	}
	return errors.Join(errs...)
}

var token = regexp.MustCompile(`^[0-9]{6,}:[A-Za-z0-9_-]{20,}$`)

// check refuses settings that cannot be meant, naming the variable.
func (s Settings) check() error {
	var errs []error
	if s.Token != "" && !token.MatchString(s.Token) {
		errs = append(errs, errors.New("LULING_TELEGRAM_TOKEN does not look like a token: digits, a colon, then at least 20 letters"))
	}
	if s.Token == "" && s.API != "https://api.telegram.org" {
		errs = append(errs, errors.New("LULING_TELEGRAM_API is set without LULING_TELEGRAM_TOKEN: set both or none"))
	}
	if u, err := url.Parse(s.API); err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" {
		errs = append(errs, errors.New("LULING_TELEGRAM_API is not an address such as https://api.telegram.org"))
	}
	if s.Redis != "" && !strings.HasPrefix(s.Redis, "redis://") && !strings.HasPrefix(s.Redis, "rediss://") && !strings.HasPrefix(s.Redis, "unix://") {
		errs = append(errs, errors.New("REDIS_URL must begin with redis://, rediss:// or unix://"))
	}
	if _, _, err := net.SplitHostPort(s.Address); err != nil {
		errs = append(errs, errors.New("LULING_ADDRESS is not host:port, such as 127.0.0.1:8080"))
	}
	if s.Data == "" {
		errs = append(errs, errors.New("LULING_DATA is empty: name a folder"))
	}
	return errors.Join(errs...)
}

func (s Settings) path(name string) string { return filepath.Join(s.Data, name) }

// programme reads the programme file named, or the one built in.
func (s Settings) programme() (*programme.Programme, error) {
	if s.File == "" {
		return rulebook.Default()
	}
	p, err := rulebook.Load(s.File)
	if err != nil {
		return nil, fmt.Errorf("LULING_PROGRAMME: %w", err)
	}
	return p, nil
}

type showCommand struct{}

// Run prints the settings; secrets are masked.
func (showCommand) Run(s *Settings, out io.Writer) error {
	rows := [][2]string{
		{"LULING_DATA", s.Data}, {"LULING_TELEGRAM_TOKEN", masked(s.Token)}, {"LULING_TELEGRAM_API", s.API},
		{"REDIS_URL", withoutPassword(s.Redis)}, {"LULING_ADDRESS", s.Address}, {"LULING_PROGRAMME", s.File},
	}
	for _, r := range rows {
		if r[1] == "" {
			r[1] = "(empty)"
		}
		if _, err := fmt.Fprintf(out, "%-22s %s\n", r[0], r[1]); err != nil {
			return err
		}
	}
	return nil
}

// masked shows that a secret is there and nothing of it but the bot's number.
func masked(secret string) string {
	if secret == "" {
		return ""
	}
	id, _, _ := strings.Cut(secret, ":")
	return id + ":***"
}

// withoutPassword is a Redis URL without its secrets, which may stand before the
// host and, for Sentinel, behind the question mark.
func withoutPassword(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return "***"
	}
	q := u.Query()
	for name := range q {
		if strings.Contains(name, "password") {
			q.Set(name, "xxxxx")
			u.RawQuery = q.Encode()
		}
	}
	return u.Redacted()
}
