package main

import (
	"context"
	"database/sql"
	"fmt"
	"net/url"
	"strings"
	"sync"
	"testing"

	"github.com/mattn/go-sqlite3"

	"luling/bot/bottest"
)

// beside opens the world's database as another program would.
func beside(t *testing.T, w *bottest.World) *sql.Conn {
	t.Helper()
	db, err := sql.Open("sqlite3", "file:"+(&url.URL{Path: w.Bot.DB().Path()}).EscapedPath()+"?_busy_timeout=10000")
	if err != nil {
		t.Fatal(err)
	}
	c, err := db.Conn(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Close(); _ = db.Close() })
	return c
}

func run(t *testing.T, c *sql.Conn, statement string) {
	t.Helper()
	if _, err := c.ExecContext(context.Background(), statement); err != nil {
		t.Fatalf("%s: %v", statement, err)
	}
}

// Another program holds the database for longer than the bot waits for it. The
// person is told once that nothing needs to be sent again, and it is so.
// Without: l.away in line.run; the test then waits for the sentence until it
// is ended.
func TestAccidentDatabaseLocked(t *testing.T) {
	t.Parallel()
	w, chat := accident(t)
	c := chat[1001]
	registering(c, "place")
	w.Log.Begin("数据库被别的程序占用")
	other := beside(t, w)
	pragma(t, w, "busy_timeout = 100") // instead of 5 s
	c.AtOnce(func() {
		run(t, other, "BEGIN IMMEDIATE")
		said := watch(t, w, c, "平台正在维护")
		c.Says("行政楼三楼会议室")
		<-said
		run(t, other, "ROLLBACK")
	})
	asks(t, c, "chair")
	answer(t, w, "study place", `"行政楼三楼会议室"`)
	if n := strings.Count(w.Log.Text()+shown(c), "平台正在维护"); n == 0 {
		t.Error("nobody was told")
	}
	w.Transcript(t, "accident/database-locked")
	finish(t, w, c)
	w.Sound()
}

// watch is closed as soon as the person has been shown the words.
func watch(t *testing.T, w *bottest.World, c *bottest.Chat, words string) <-chan struct{} {
	t.Helper()
	events, cancel := w.Server.Subscribe()
	t.Cleanup(cancel)
	said := make(chan struct{})
	go func() {
		for range events {
			if strings.Contains(shown(c), words) {
				close(said)
				return
			}
		}
	}()
	return said
}

// shown is every message of the bot a person sees.
func shown(c *bottest.Chat) string {
	var b strings.Builder
	for _, m := range c.Messages() {
		if m.FromBot {
			b.WriteString(m.Text + "\n")
		}
	}
	return b.String()
}

// connections are the engine's own, by file, so that a disk can be full or
// read-only for one world.
var connections = struct {
	sync.Mutex
	of map[string][]*sqlite3.SQLiteConn
}{of: map[string][]*sqlite3.SQLiteConn{}}

func init() {
	db, err := sql.Open("sqlite3", ":memory:")
	if err != nil {
		panic(err)
	}
	db.Driver().(*sqlite3.SQLiteDriver).ConnectHook = func(c *sqlite3.SQLiteConn) error {
		connections.Lock()
		defer connections.Unlock()
		name := c.GetFilename("main")
		connections.of[name] = append(connections.of[name], c)
		return nil
	}
}

// pragma changes every connection of a world that can write, while it rests.
func pragma(t *testing.T, w *bottest.World, statement string) {
	t.Helper()
	connections.Lock()
	defer connections.Unlock()
	done := 0
	for _, c := range connections.of[w.Bot.DB().Path()] {
		if _, err := c.Exec("PRAGMA "+statement, nil); err == nil {
			done++
		}
	}
	if done == 0 {
		t.Fatalf("no connection to %s", w.Bot.DB().Path())
	}
}

// The disk is full, or can only be read: nothing is half done, nothing is
// confirmed, the person is told, and what was sent is taken when there is room.
func TestAccidentDisk(t *testing.T) {
	t.Parallel()
	for _, row := range []struct{ name, title, breaks, mends string }{
		{"full", "磁盘满了", "max_page_count = 1", "max_page_count = 1000000"},
		{"read-only", "磁盘只能读", "query_only = ON", "query_only = OFF"},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			w, chat := accident(t)
			c := chat[1001]
			registering(c, "decisions")
			before := stored(w)
			long := string([]rune(fiveThousand())[:1900])
			w.Log.Begin(row.title)
			said := watch(t, w, c, "平台正在维护")
			c.AtOnce(func() {
				pragma(t, w, row.breaks)
				c.Pastes(long)
				<-said
				same(t, before, stored(w))
				if w.Server.Unconfirmed() == 0 {
					t.Error("what could not be stored was confirmed")
				}
				pragma(t, w, row.mends)
			})
			asks(t, c, "no_secret")
			answer(t, w, "study decisions", fmt.Sprintf("%q", long))
			w.Transcript(t, "accident/disk-"+row.name)
			c.Press("确认")
			c.Sends(pdf("纪要"))
			c.Press("完成")
			c.Press("提交")
			c.Sees("已登记")
			w.Sound("tick")
		})
	}
}
