package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"luling/bot/bottest"
	"luling/bot/playground"
	"luling/flows/sheet/sheettest"
	"luling/store"
)

// list writes a list into a file of the operator's.
func list(t *testing.T, name, content string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

const threeUnits = "单位名称,单位类型,所在地\n永丰县第二中学,学校,永丰县\n永丰县某机关,机关,永丰县\n永丰县藤田镇人民致府,乡镇,永丰县\n"

// The same list, by a process of its own and beside a running bot.
func TestTheOperatorImportsAList(t *testing.T) {
	t.Parallel()
	for name, folder := range map[string]string{"alone": t.TempDir(), "beside a bot": besideABot(t)} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			out, err := command(t, folder, "import", list(t, "名单.csv", threeUnits))
			for _, words := range []string{"3\t永丰县某机关\t有误\t“机关”不是规定的单位类型", "条新增", "1 条有误", "luling import --confirm=1 --plan="} {
				if err != nil || !strings.Contains(out, words) {
					t.Fatalf("import says %q, %v; want %q", out, err, words)
				}
			}
			if units, _ := command(t, folder, "unit", "list"); strings.Contains(units, "永丰县第二中学") {
				t.Error("a unit is registered before anything was confirmed")
			}
			how := toConfirm.FindStringSubmatch(out)
			if out, err := command(t, folder, "import", how[1], "--plan=0000"); err == nil {
				t.Errorf("a plan that was not shown is saved: %q", out)
			}
			for range 2 { // a second time it is said again
				if out, err := command(t, folder, "import", how[1], how[2]); err != nil || !strings.Contains(out, "已保存") {
					t.Errorf("confirm says %q, %v", out, err)
				}
			}
			if units, err := command(t, folder, "unit", "list"); err != nil || strings.Count(units, "永丰县第二中学") != 1 {
				t.Errorf("registered: %q, %v", units, err)
			}
			if out, err := command(t, folder, "verify"); err != nil || !strings.Contains(out, "invariants hold") {
				t.Errorf("verify: %q, %v", out, err)
			}
		})
	}
}

func TestTheOperatorIsAsked(t *testing.T) {
	t.Parallel()
	for answer, want := range map[string]string{"y\n": "已保存 1 条", "n\n": "未保存", "": "未保存"} {
		folder := t.TempDir()
		said, err := command(t, folder, "import", list(t, "名单.csv", "名称,类型,所在地\n永丰县第二中学,学校,永丰县\n"))
		if err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		err = importCommand{}.ask(t.Context(), &Settings{Data: folder}, said, strings.NewReader(answer), &out)
		if err != nil || !strings.Contains(out.String(), want) {
			t.Errorf("who answers %q is told %q, %v", answer, out.String(), err)
		}
	}
}

func TestWhatTheOperatorCannotImport(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	for _, row := range []struct {
		name, want string
		typed      []string
	}{
		{"a kind nobody knows", "is none of", []string{"import", list(t, "a.csv", threeUnits), "--kind=cats"}},
		{"a list of no kind", "--kind", []string{"import", list(t, "b.csv", "甲,乙\n丙,丁\n")}},
		{"a list without a needed column", "缺少必需的列：单位类型", []string{"import", list(t, "c.csv", "名称,所在地\n丙,丁\n"), "--kind=units"}},
		{"a picture", "no .xlsx", []string{"import", list(t, "d.csv", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")}},
		{"nothing", "name a file", []string{"import"}},
		{"a list that is not there", "not found", []string{"import", "--confirm=99", "--plan=00"}},
	} {
		t.Run(row.name, func(t *testing.T) {
			if out, err := command(t, folder, row.typed...); err == nil || !strings.Contains(err.Error(), row.want) {
				t.Errorf("%q, %v; want %q", out, err, row.want)
			}
		})
	}
}

// many is a list of n units with codes of their own.
func many(n int) playground.File {
	b := (&sheettest.Book{}).Row("单位名称", "单位类型", "所在地", "统一社会信用代码", "职工人数")
	for i := range n {
		b.Row(fmt.Sprintf("吉州区第%d企业服务有限公司", i), "企业", "吉州区", creditCode(i), i)
	}
	return workbook("全部企业", b)
}

// a watcher sees what is edited on the screens.
type watcher struct {
	mu    sync.Mutex
	seen  []string
	first chan struct{} // closed at the first edit with the word
	word  string
	once  sync.Once
}

func (w *watcher) meddle(_ http.ResponseWriter, r *http.Request) bool {
	if !strings.HasSuffix(r.URL.Path, "/editMessageText") {
		return false
	}
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return false
	}
	r.Body = io.NopCloser(bytes.NewReader(body))
	w.mu.Lock()
	w.seen = append(w.seen, string(body))
	w.mu.Unlock()
	if strings.Contains(string(body), w.word) {
		w.once.Do(func() { close(w.first) })
	}
	return false
}

func (w *watcher) count(word string) (n int) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, s := range w.seen {
		if strings.Contains(s, word) {
			n++
		}
	}
	return n
}

// Five thousand lines: one message says how far they are, and others are answered
// in between.
func TestFiveThousandLinesInChat(t *testing.T) {
	w, chat := town(t)
	seen := &watcher{first: make(chan struct{}), word: "已核对"}
	w.Meddle(seen.meddle)
	office, contact := chat[1015], chat[1001]
	office.Start("")
	begun := time.Now()
	messages := len(office.Messages())
	office.Sends(many(5000))
	office.Found("共 5,000 行：5,000 条新增")
	read := time.Now()
	office.Press("确认保存：新增 5000")
	office.Found("已保存 5,000 行")
	t.Logf("read in %v, saved in %v; said how far %d and %d times", read.Sub(begun), time.Since(read), seen.count("已核对"), seen.count("正在保存"))
	if seen.count("已核对") < 2 || seen.count("正在保存：") < 2 {
		t.Error("nobody is told how far it is")
	}
	if n := len(office.Messages()) - messages; n > 5 { // the file, the screen, two tables
		t.Errorf("%d messages for one list", n)
	}
	if n := registered(w); n < 5000 {
		t.Errorf("%d units", n)
	}
	contact.Start("")
	contact.Sees("您好")
	w.Sound()
}

// The bot stops in the middle of saving and is started again.
func TestAnImportSurvivesARestart(t *testing.T) {
	t.Parallel()
	w, chat := town(t)
	seen := &watcher{first: make(chan struct{}), word: "正在保存："}
	w.Meddle(seen.meddle)
	office := chat[1015]
	office.Start("")
	office.Sends(many(1500))
	before := registered(w)
	report := office.Found("确认保存：新增 1500")
	var data string
	for _, row := range report.Keyboard {
		for _, b := range row {
			if strings.Contains(b.Text, "确认保存") {
				data = b.Data
			}
		}
	}
	if _, err := w.Server.PressData(office.ID, report.ID, data); err != nil {
		t.Fatal(err)
	}
	select {
	case <-seen.first:
	case <-time.After(time.Minute):
		t.Fatal("nothing is saved")
	}
	w.End()
	w.Begin()
	w.Settle()
	office.Found("已保存 1,500 行")
	if n := registered(w) - before; n != 1500 {
		t.Errorf("%d units are registered, 1500 were confirmed", n)
	}
	entriesOnce(t, w)
	w.Sound()
}

// entriesOnce fails for each unit that was journalled twice.
func entriesOnce(t *testing.T, w *bottest.World) {
	t.Helper()
	err := w.Bot.DB().View(context.Background(), w.Clock.Now(), func(tx *store.Tx) error {
		units, err := tx.Units(store.UnitFilter{})
		for _, u := range units {
			entries, err := tx.Entries(fmt.Sprintf("unit/%d", u.ID))
			if err != nil {
				return err
			}
			if n := len(entries); n > 1 {
				t.Errorf("%s was saved %d times", u.Name, n)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
