package main

import (
	"errors"
	"fmt"
	"io"
	"net"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"luling/store/programme"
	"luling/store/rulebook"
)

// Settings are read once, from flags and environment.
type Settings struct {
	Data    string `env:"LULING_DATA" default:"data" help:"Folder of the database, the attachments and the rest."`
	Token   string `name:"telegram-token" env:"LULING_TELEGRAM_TOKEN" help:"The bot's token. Empty: the playground."`
	API     string `name:"telegram-api" env:"LULING_TELEGRAM_API" default:"https://api.telegram.org" help:"Address of the Bot API."`
	Redis   string `env:"REDIS_URL" help:"A Redis server. Empty: one inside the process."`
	Address string `name:"listen" env:"LULING_ADDRESS" default:"127.0.0.1:8080" help:"Where the playground's page listens."`
	File    string `name:"programme" env:"LULING_PROGRAMME" help:"The programme file. Empty: the measure of Ji'an."`
}

// variables are the environment variables this program reads.
var variables = []string{
	"LULING_DATA", "LULING_TELEGRAM_TOKEN", "LULING_TELEGRAM_API", "LULING_ADDRESS", "LULING_PROGRAMME",
	"LULING_FAILPOINT", // read by builds with the tag failpoints
}

// unknown refuses variables that look like ours and are not: most likely a slip.
func unknown(environment []string) error {
	var errs []error
	for _, e := range environment {
		name, _, _ := strings.Cut(e, "=")
		if strings.HasPrefix(name, "LULING_") && !strings.HasPrefix(name, "LULING_TEST_") && !slices.Contains(variables, name) {
			errs = append(errs, fmt.Errorf("the environment variable %s is not known; known are %s", name, strings.Join(variables[:5], ", ")))
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
	if s.Token == "" && s.API != "https://api.telegram.org" && os.Getenv(clockVariable) == "" {
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
	return rulebook.Load(s.File)
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

func withoutPassword(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return "***"
	}
	return u.Redacted()
}
