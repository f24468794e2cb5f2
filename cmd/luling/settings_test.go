package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/alecthomas/kong"
)

// command executes one command line with data in a folder of the test's own.
func command(t *testing.T, folder string, args ...string) (string, error) {
	t.Helper()
	var out bytes.Buffer
	err := execute(context.Background(), append(args, "--data="+folder), nil, &out)
	return out.String(), err
}

const goodToken = "123456:abcdefghijklmnopqrst"

func TestHelpNamesEveryCommandAndSetting(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	if err := execute(context.Background(), []string{"--help", "--listen=nonsense"}, nil, &out); err != nil {
		t.Fatalf("--help must not look at the settings: %v", err)
	}
	app := model(t)
	for _, c := range app.Leaves(true) {
		if !strings.Contains(out.String(), "\n  "+path(c)+" ") {
			t.Errorf("--help does not name %q", path(c))
		}
	}
	for _, v := range known(app) {
		if !strings.Contains(out.String(), "($"+v+")") {
			t.Errorf("--help does not name %s", v)
		}
	}
	if strings.Contains(out.String(), "\n  messenger") {
		t.Error("--help names the playground's own command")
	}
}

func TestHelpOfEachCommandSaysWhatItIsIn(t *testing.T) {
	t.Parallel()
	for _, c := range model(t).Leaves(true) {
		var out bytes.Buffer
		if err := execute(context.Background(), append(strings.Fields(path(c)), "--help"), nil, &out); err != nil {
			t.Fatal(err)
		}
		for _, language := range strings.SplitN(c.Help, "/ ", 2) {
			if got := strings.Join(strings.Fields(out.String()), " "); !strings.Contains(got, strings.TrimSpace(language)) {
				t.Errorf("luling %s --help does not say %q", path(c), language)
			}
		}
		if !strings.Contains(c.Help, "/ ") {
			t.Errorf("luling %s is explained in one language only: %q", path(c), c.Help)
		}
	}
}

func TestManualsFirstStepsWork(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	steps := 0
	for line := range strings.Lines(manual) {
		typed, is := strings.CutPrefix(line, "  luling ")
		if !is {
			continue
		}
		steps++
		if out, err := command(t, folder, strings.Fields(typed)...); err != nil || out == "" {
			t.Errorf("luling %s: %q, %v", typed, out, err)
		}
	}
	if steps != 5 {
		t.Errorf("the manual has %d steps, want 5", steps)
	}
}

func TestSettingsRefuseWhatCannotBeMeant(t *testing.T) {
	t.Parallel()
	missing := filepath.Join(t.TempDir(), "missing.toml")
	for _, row := range []struct{ name, args, want string }{
		{"an empty folder", "settings --data=", "LULING_DATA is empty"},
		{"a token of five digits", "settings --telegram-token=12345:abcdefghijklmnopqrst", "LULING_TELEGRAM_TOKEN does not look like a token"},
		{"a token of 19 letters", "settings --telegram-token=123456:abcdefghijklmnopqrs", "LULING_TELEGRAM_TOKEN does not look like a token"},
		{"another messenger without a token", "settings --telegram-api=https://example.org", "LULING_TELEGRAM_API is set without LULING_TELEGRAM_TOKEN"},
		{"a messenger's name without a scheme", "settings --telegram-token=" + goodToken + " --telegram-api=example.org", "LULING_TELEGRAM_API is not an address"},
		{"a messenger by another protocol", "settings --telegram-token=" + goodToken + " --telegram-api=ftp://example.org", "LULING_TELEGRAM_API is not an address"},
		{"a Redis without a scheme", "settings --redis=localhost:6379", "REDIS_URL must begin with redis://, rediss:// or unix://"},
		{"a page without a port", "settings --listen=localhost", "LULING_ADDRESS is not host:port"},
		{"a programme file that is not there", "programme --programme=" + missing, "LULING_PROGRAMME: "},
		{"a flag nobody knows", "settings --colour=red", "unknown flag --colour (luling --help lists the commands)"},
		{"a command nobody knows", "opn", "luling --help lists the commands"},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			var out bytes.Buffer
			err := execute(context.Background(), strings.Fields(row.args), nil, &out)
			if err == nil || !strings.Contains(err.Error(), row.want) {
				t.Errorf("luling %s: %v\nwant …%s…", row.args, err, row.want)
			}
			if out.Len() > 0 {
				t.Errorf("refused, and yet it printed %q", out.String())
			}
		})
	}
}

func TestSettingsTellEveryFaultAtOnce(t *testing.T) {
	t.Parallel()
	err := Settings{Token: "x", API: "y", Redis: "z", Address: "w"}.check()
	for _, name := range []string{"LULING_DATA", "LULING_TELEGRAM_TOKEN", "LULING_TELEGRAM_API", "REDIS_URL", "LULING_ADDRESS"} {
		if err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%v\ndoes not name %s", err, name)
		}
	}
}

func TestSettingsAreShownWithoutSecrets(t *testing.T) {
	t.Parallel()
	out, err := command(t, "somewhere", "settings", "--telegram-token="+goodToken, "--redis=rediss://office:hunter2@db.example.org:6380/1", "--listen=:9000")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"LULING_DATA            somewhere\n", "LULING_TELEGRAM_TOKEN  123456:***\n", "LULING_TELEGRAM_API    https://api.telegram.org\n",
		"REDIS_URL              rediss://office:xxxxx@db.example.org:6380/1\n", "LULING_ADDRESS         :9000\n", "LULING_PROGRAMME       (empty)\n",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("%s\nlacks %q", out, want)
		}
	}
	for _, secret := range []string{"abcdefghij", "hunter2"} {
		if strings.Contains(out, secret) {
			t.Errorf("the settings show %q", secret)
		}
	}
}

func TestRedisIsShownWithoutItsPasswords(t *testing.T) {
	t.Parallel()
	for address, want := range map[string]string{
		"":                            "",
		"unix:///run/redis.sock?db=1": "unix:///run/redis.sock?db=1",
		"redis://:hunter2@host/0":     "redis://:xxxxx@host/0",
		"redis://host/0?master=m&sentinel_password=hunter2": "redis://host/0?master=m&sentinel_password=xxxxx",
		"redis://:hunter2@host:x":                           "***",
	} {
		if got := withoutPassword(address); got != want {
			t.Errorf("%s is shown as %s, want %s", address, got, want)
		}
	}
}

// A refusal must not repeat the secret it refuses: it ends up in logs.
func TestRefusedSecretsAreNotRepeated(t *testing.T) {
	t.Parallel()
	for _, args := range [][]string{{"settings", "--telegram-token=hunter2"}, {"settings", "--redis=http://office:hunter2@host"}} {
		if _, err := command(t, "somewhere", args...); err == nil || strings.Contains(err.Error(), "hunter2") {
			t.Errorf("%v: %v", args, err)
		}
	}
}

func TestSettingsComeFromTheEnvironment(t *testing.T) {
	t.Setenv("LULING_DATA", "from-the-environment")
	t.Setenv("LULING_TELEGRAM_TOKEN", goodToken)
	t.Setenv("REDIS_URL", "redis://localhost")
	var out bytes.Buffer
	if err := execute(context.Background(), []string{"settings"}, os.Environ(), &out); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"from-the-environment", "123456:***", "redis://localhost"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%s\nlacks %q", out.String(), want)
		}
	}
}

func TestUnknownVariablesAreRefusedByName(t *testing.T) {
	t.Parallel()
	for _, row := range []struct{ name, variable, want string }{
		{"one of the settings", "LULING_DATA=x", ""},
		{"one of the tests", "LULING_TEST_REDIS=1", ""},
		{"the point of a crash test", "LULING_FAILPOINT=x", ""},
		{"one of somebody else", "LULINGS=1", ""},
		{"a slip", "LULING_TOKEN=hunter2", "the environment variable LULING_TOKEN is not known; known are LULING_DATA, LULING_TELEGRAM_TOKEN,"},
		{"an empty slip", "LULING_DATE=", "LULING_DATE is not known"},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			err := execute(context.Background(), []string{"settings"}, []string{"HOME=/", row.variable}, &bytes.Buffer{})
			if row.want == "" && err != nil {
				t.Error(err)
			}
			if row.want != "" && (err == nil || !strings.Contains(err.Error(), row.want) || strings.Contains(err.Error(), "hunter2")) {
				t.Errorf("%v\nwant …%s…", err, row.want)
			}
		})
	}
}

func model(t *testing.T) *kong.Application {
	t.Helper()
	parser, err := new(program).parser(&bytes.Buffer{})
	if err != nil {
		t.Fatal(err)
	}
	return parser.Model
}

// path is a command as one types it.
func path(n *kong.Node) string { return strings.TrimPrefix(n.Path(), "luling ") }
