package main

import (
	"database/sql"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"luling/bot"
	"luling/bot/bottest"
	"luling/bot/playground"
)

// A golden set is what one release left of one scene, in files people can read:
// rows.sql of its database, redis.json, chats.json as the messenger shows them
// still, buttons.json with every button it ever showed, scene.json. See
// testdata/golden/README.md.
type golden struct {
	release, scene string // folders
	goldenScene
	buttons map[int64][][2]string // by account: data and label, oldest first
	chats   struct {
		People []struct {
			ID      int64 `json:"id"`
			Started bool  `json:"started"`
		} `json:"people"`
	}
}

type goldenScene struct {
	Title string
	At    time.Time // when the release was stopped
}

// a goldenKey is one key of Redis.
type goldenKey struct {
	Key   string
	Value json.RawMessage
	Until time.Time `json:",omitzero"`
}

// goldens are the scenes of all releases.
func goldens(t *testing.T) (all []*golden) {
	t.Helper()
	found, err := filepath.Glob(filepath.Join("testdata", "golden", "*", "*", "scene.json"))
	must(t, err)
	for _, file := range found {
		scene := filepath.Dir(file)
		g := &golden{release: filepath.Dir(scene), scene: scene}
		g.read(t, "scene.json", &g.goldenScene)
		g.read(t, "buttons.json", &g.buttons)
		g.read(t, "chats.json", &g.chats)
		all = append(all, g)
	}
	if len(all) == 0 {
		t.Fatal("there are no golden sets")
	}
	return all
}

func (g *golden) read(t *testing.T, name string, into any) {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join(g.scene, name))
	must(t, err)
	must(t, json.Unmarshal(raw, into))
}

// name is what the test of the scene is called.
func (g *golden) name() string { return filepath.Base(g.release) + "/" + filepath.Base(g.scene) }

// wakes begins a world in which the program of today finds what the release
// left; with where people stood, or without.
func (g *golden) wakes(t *testing.T, flushed bool) *woken {
	t.Helper()
	dir, redis := t.TempDir(), bottest.OwnRedis(t)
	database, box := filepath.Join(dir, "luling.db"), filepath.Join(dir, "box.json")
	g.database(t, database)
	before := remembered(t, database)
	must(t, os.CopyFS(filepath.Join(dir, "files"), os.DirFS(filepath.Join(g.release, "contents"))))
	chats, err := os.ReadFile(filepath.Join(g.scene, "chats.json"))
	must(t, err)
	must(t, os.WriteFile(box, chats, 0o600))
	if !flushed {
		g.redis(t, redis)
	}
	w := bottest.New(t, features(), bottest.People(g.people(t, database)), redis.Option(), func(c *bot.Config, b *playground.Config) {
		c.Database, c.Files, b.File = database, filepath.Join(dir, "files"), box
		c.Clock.Advance(g.At.Sub(c.Clock.Now()))
	})
	v := &woken{World: w, t: t, g: g, database: database, before: before, chat: map[int64]*bottest.Chat{}, given: map[string]bool{}}
	for _, p := range g.chats.People {
		if p.Started {
			v.chat[p.ID] = w.ChatOf(p.ID, "P")
		}
	}
	w.Settle()
	return v
}

// database makes the file again.
func (g *golden) database(t *testing.T, path string) {
	t.Helper()
	db, err := sql.Open("sqlite3", "file:"+path)
	must(t, err)
	for _, name := range []string{g.release + "/tables.sql", g.scene + "/rows.sql", g.release + "/rest.sql"} {
		statements, err := os.ReadFile(name)
		must(t, err)
		_, err = db.Exec(string(statements))
		must(t, err)
	}
	must(t, db.Close())
}

func (g *golden) redis(t *testing.T, redis *bottest.Redis) {
	t.Helper()
	var keys []goldenKey
	g.read(t, "redis.json", &keys)
	for _, k := range keys {
		redis.Put(k.Key, string(k.Value), k.Until.Sub(g.At))
	}
}

// people are those of the set, whoever stands in the playground today.
func (g *golden) people(t *testing.T, database string) (all []playground.Person) {
	t.Helper()
	db, err := sql.Open("sqlite3", "file:"+database+"?mode=ro")
	must(t, err)
	defer db.Close()
	languages := map[string]string{}
	for _, row := range queried(t, db, `SELECT telegram_id, language FROM people`) {
		languages[row[0]] = row[1]
	}
	for _, p := range g.chats.People {
		id, err := json.Marshal(p.ID)
		must(t, err)
		all = append(all, playground.Person{ID: p.ID, First: "P" + string(id), Lang: languages[string(id)]})
	}
	return all
}

// queried is what a query finds, as text.
func queried(t *testing.T, db *sql.DB, query string) (all [][]string) {
	t.Helper()
	rows, err := db.Query(query)
	must(t, err)
	defer rows.Close()
	columns, err := rows.Columns()
	must(t, err)
	for rows.Next() {
		row, into := make([]string, len(columns)), make([]any, len(columns))
		for i := range row {
			into[i] = &row[i]
		}
		must(t, rows.Scan(into...))
		all = append(all, slices.Clone(row))
	}
	must(t, rows.Err())
	return all
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
