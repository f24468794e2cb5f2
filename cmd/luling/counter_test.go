package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"luling/store"
	"luling/store/programme"
)

// besideABot opens the counter of a running bot and returns its data folder.
func besideABot(t *testing.T) string {
	t.Helper()
	w, _ := town(t)
	s := Settings{Data: filepath.Dir(w.Bot.DB().Path())}
	c, err := s.openCounter(t.Context(), w.Bot)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(c.close)
	return s.Data
}

func TestCommandsAreHandedToTheRunningBot(t *testing.T) {
	t.Parallel()
	folder := besideABot(t)
	if _, err := store.Open(t.Context(), store.Config{Path: filepath.Join(folder, "luling.db")}); err == nil {
		t.Fatal("the database is not in use: nothing is handed to anybody")
	}
	if out, err := command(t, folder, "unit", "add", "永丰县第二中学", "--type=school", "--area=yongfeng"); err != nil || out != "unit 6: 永丰县第二中学\n" {
		t.Errorf("unit add: %q, %v", out, err)
	}
	if out, err := command(t, folder, "unit", "list"); err != nil || !strings.Contains(out, "永丰县第二中学") {
		t.Errorf("unit list: %q, %v", out, err)
	}
	if out, err := command(t, folder, "verify"); err != nil || !strings.Contains(out, "invariants hold") {
		t.Errorf("verify: %q, %v", out, err)
	}
}

func TestTheRunningBotsRefusalIsTheOperators(t *testing.T) {
	t.Parallel()
	folder := besideABot(t)
	for _, row := range []struct{ name, typed, want string }{
		{"a role nobody knows", "invite 王五 --role=boss", `--role "boss" is none of`},
		{"a unit nobody knows", "invite 王五 --role=contact --unit=99", "--unit: "},
		{"a second round of the year", "round open 2026 --from=2026-03-02 --until=2026-03-31 --recommend=2026-04-21 --check=2026-05-08", "a second one needs --reason"},
		{"an end without a role", "person end 9999 --reason=调离", "grant 9999"},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			if out, err := command(t, folder, strings.Fields(row.typed)...); err == nil || !strings.Contains(err.Error(), row.want) {
				t.Errorf("luling %s: %q, %v\nwant …%s…", row.typed, out, err, row.want)
			}
		})
	}
}

func TestTheCounterIsForTheOperatorAlone(t *testing.T) {
	t.Parallel()
	socket, err := os.Stat(filepath.Join(besideABot(t), "luling.sock"))
	if err != nil || socket.Mode().Perm() != 0o600 {
		t.Errorf("the operators' socket: %v, %v", socket.Mode(), err)
	}
}

func TestASocketsPathHasItsLength(t *testing.T) {
	t.Parallel()
	w, _ := town(t)
	folder := t.TempDir()
	for n, want := range map[int]string{longestSocket: "", longestSocket + 1: "LULING_DATA is 1 bytes too long"} {
		s := Settings{Data: filepath.Join(folder, strings.Repeat("x", n-len(folder)-len("//luling.sock")))}
		if err := os.Mkdir(s.Data, 0o700); err != nil {
			t.Fatal(err)
		}
		c, err := s.openCounter(t.Context(), w.Bot)
		if want == "" && err != nil || want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
			t.Errorf("a path of %d bytes: %v", n, err)
		}
		if err == nil {
			c.close()
		}
	}
}

// An invitation made beside the running bot opens a role in its chat.
func TestAnInvitationFromTheCounterWorksInChat(t *testing.T) {
	t.Parallel()
	w, chats := town(t)
	s := Settings{Data: filepath.Dir(w.Bot.DB().Path())}
	c, err := s.openCounter(t.Context(), w.Bot)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(c.close)
	out, err := command(t, s.Data, "invite", "吴海涛", "--role=supervisor")
	if err != nil {
		t.Fatal(err)
	}
	_, code, _ := strings.Cut(out, "?start=")
	code, _, _ = strings.Cut(code, "\n")
	public := chats[1019]
	public.Start(code)
	public.Sees("吴海涛，欢迎使用", "您当前的身份：监督员")
	w.Look(func(tx *store.Tx) error {
		people, err := tx.Holders(programme.RoleSupervisor, 0, 0)
		if err == nil && len(people) != 1 {
			t.Errorf("%d supervisors, want 1", len(people))
		}
		return err
	})
}
