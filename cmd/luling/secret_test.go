package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"luling/bot"
	"luling/bot/bottest"
	"luling/store"
)

// The two secrets of an invitation are shown once and stored nowhere: not in a
// table, not in the log of the database's changes, not beside it, not in our log.
// What is shown after a crash, or when the screen is asked for again, tells what
// to do instead.
// Without: the encoding of Instead in batch.put.
func TestSecretsOfAnInvitationAreShownOnce(t *testing.T) {
	t.Parallel()
	w, chat := accident(t)
	head := chat[1008]
	head.Says("/people")
	before := head.Last()
	head.Press("邀请人员")
	head.Says("廖建军")
	head.Says("副院长")
	head.Press("提交")
	screen := head.Screen()
	link := regexp.MustCompile(`start=([A-Za-z0-9_-]{22})`).FindStringSubmatch(screen)
	typed := regexp.MustCompile(`\b([2-9A-Z]{5}) ([2-9A-Z]{5})\b`).FindStringSubmatch(screen)
	if link == nil || typed == nil {
		t.Fatalf("no secrets on the screen:\n%s", screen)
	}
	if !anywhere(t, w, "廖建军") {
		t.Fatal("the name invited is not found: this test looks in the wrong place")
	}
	for _, secret := range []string{link[1], typed[0], typed[1] + typed[2]} {
		if anywhere(t, w, secret) {
			t.Errorf("the secret %s is stored", secret)
		}
	}
	unshown(w, head.ID)
	head.Sees("邀请已生成", "只显示一次", "请重新邀请", "再邀请一人")
	head.Data(before, "f:abcdefgh:1:pick:x")
	head.Sees("只显示一次")
	w.Sound()
}

// unshown restarts the bot as if it had died before the screen was sent.
func unshown(w *bottest.World, chat int64) {
	w.Do(func(tx *store.Tx) error {
		s, err := tx.Screen(chat)
		if err != nil {
			return err
		}
		s.Anew = true
		return tx.PutScreen(&s)
	})
	w.End()
	w.Begin()
	w.Settle()
}

// anywhere reports whether the words stand in a file of the bot's folder or in
// what it logged.
func anywhere(t *testing.T, w *bottest.World, words string) (found bool) {
	t.Helper()
	var database string
	w.Configure(func(c *bot.Config) { database = c.Database })
	err := filepath.WalkDir(filepath.Dir(database), func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		found = found || strings.Contains(string(content), words)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found || strings.Contains(w.Logged(), words)
}
