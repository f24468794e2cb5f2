package main

import (
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"

	"luling/bot"
	"luling/bot/bottest"
	"luling/bot/playground"
	"luling/flows"
	"luling/flows/ask"
	"luling/flows/study"
	"luling/store"
)

// having adds a feature to a world.
func having(f flows.Feature) bottest.Option {
	return func(c *bot.Config, _ *playground.Config) { c.Features = append(slices.Clone(c.Features), f) }
}

// A feature with faults: "now" always panics, "never" always fails, "first"
// fails twice and then works, "second" works.
func faulty(said *[]string) flows.Feature {
	var mu sync.Mutex
	tries := 0
	act := func(run func() error) flows.Act {
		return flows.Act{Run: func(*store.Tx, flows.Press) (flows.Reply, error) {
			mu.Lock()
			defer mu.Unlock()
			return flows.Toast("toast.failed", nil), run()
		}}
	}
	return flows.Feature{Name: "faulty", Acts: map[string]flows.Act{
		"now":   act(func() error { panic("a fault of the program") }),
		"never": act(func() error { return errors.New("a fault of the program") }),
		"first": act(func() error {
			if tries++; tries < 3 {
				return errors.New("not yet")
			}
			*said = append(*said, "first")
			return nil
		}),
		"second": act(func() error { *said = append(*said, "second"); return nil }),
	}}
}

// letters counts the updates set aside.
func letters(t *testing.T, w *bottest.World) (n int) {
	t.Helper()
	w.Look(func(tx *store.Tx) error {
		all, err := tx.DeadLetters(100)
		n = len(all)
		return err
	})
	return n
}

// A turn that panics, or fails, is tried three times, set aside and apologised
// for. Its person goes on where he stood, and the others never notice.
// Without: the bound of attempts in batch.fail; the update then runs again and
// again, and the test until it is ended.
func TestAccidentPanic(t *testing.T) {
	t.Parallel()
	for _, fault := range []string{"now", "never"} {
		t.Run(fault, func(t *testing.T) {
			t.Parallel()
			var said []string
			w, chat := accident(t, having(faulty(&said)))
			c, before, after := chat[1001], chat[1004], chat[1007]
			for _, x := range []*bottest.Chat{c, before, after} {
				x.Start("")
				registering(x, "place")
			}
			w.Log.Begin("程序出错:三次都办不成,道歉,同批的其他人照常")
			w.End()
			before.Unseen(func() { before.Says("厂部二楼") })
			c.Unseen(func() { c.Data(playground.Message{}, "a:faulty."+fault+":0:0:") })
			after.Unseen(func() { after.Says("学院一号楼") })
			w.Begin()
			w.Settle()
			c.Sees("未能办理", "此前保存的内容不受影响")
			asks(t, before, "chair")
			asks(t, after, "chair")
			if n := letters(t, w); n != 1 {
				t.Errorf("%d dead letters", n)
			}
			c.Press("返回填写")
			asks(t, c, "place")
			if fault == "now" {
				w.Transcript(t, "accident/panic")
			}
			finish(t, w, c)
			w.Sound("turn panicked", "turn failed")
		})
	}
}

// What a person sent after an update that fails waits until that has run.
// Without: the use of b.held in batch.take, by which the second comes first.
func TestAccidentOrderIsKept(t *testing.T) {
	t.Parallel()
	var said []string
	w, chat := accident(t, having(faulty(&said)))
	c := chat[1001]
	w.End()
	c.Unseen(func() {
		c.Data(playground.Message{}, "a:faulty.first:0:0:")
		c.Data(playground.Message{}, "a:faulty.second:0:0:")
	})
	w.Begin()
	w.Settle()
	if got := strings.Join(said, " "); got != "first second" {
		t.Errorf("they ran in the order %s", got)
	}
	if n := letters(t, w); n != 0 {
		t.Errorf("%d dead letters", n)
	}
	w.Sound("turn failed")
}

// A changed form is the study form of another version of the program.
type changed struct {
	flows.Form
	change func([]ask.Question) []ask.Question
}

func (c changed) Questions() []ask.Question { return c.change(c.Form.Questions()) }

func (c changed) Gaps(tx *store.Tx, d store.Draft) ([]flows.Gap, error) {
	return c.Form.(flows.Gapped).Gaps(tx, d)
}

// version is the program with that form.
func version(change func([]ask.Question) []ask.Question) func(*bot.Config) {
	return func(c *bot.Config) {
		c.Features = features()
		for i, f := range c.Features {
			if f.Name != "study" {
				continue
			}
			open := study.Feature.Forms["study"]
			f.Forms = map[string]flows.OpenForm{"study": func(tx *store.Tx, subject string) (flows.Form, error) {
				form, err := open(tx, subject)
				if err != nil {
					return nil, err
				}
				return changed{form, change}, nil
			}}
			c.Features[i] = f
		}
	}
}

func without(name string) func([]ask.Question) []ask.Question {
	return func(qs []ask.Question) []ask.Question {
		return slices.DeleteFunc(qs, func(q ask.Question) bool { return q.Name == name })
	}
}

func each(name string, change func(*ask.Question)) func([]ask.Question) []ask.Question {
	return func(qs []ask.Question) []ask.Question {
		for i := range qs {
			if qs[i].Name == name {
				change(&qs[i])
			}
		}
		return qs
	}
}

func unchanged(qs []ask.Question) []ask.Question { return qs }

// The form changes between two versions of the program while somebody fills it
// in. Nothing is lost: what is not accepted any more is shown and asked again,
// what is new is asked, what is gone is passed over.
// Without: the return after f.rejected in filling.put.
func TestAccidentFormChanged(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name, title      string
		before, after    func([]ask.Question) []ask.Question
		stands           string // question the person stands at when the program changes
		does             func(c *bottest.Chat)
		sees             []string
		asked            string // question asked then
		mends            func(c *bottest.Chat)
		untouched, value string
	}{
		{
			"stricter", "新版本对会议地点要求更严", unchanged, each("place", ask.Length(15, 80)), "by_head",
			func(c *bottest.Chat) { c.Press("是") },
			[]string{"会议在哪里召开", "现填：行政楼三楼会议室", "表单已更新，请重新确认"}, "place",
			func(c *bottest.Chat) { c.Says("行政楼三楼东头第一会议室(原多功能厅)") }, "study by_head", `"yes"`,
		},
		{
			"option-gone", "新版本去掉了一个选项", unchanged,
			each("by_head", func(q *ask.Question) { q.Options = q.Options[1:] }), "attendees",
			func(c *bottest.Chat) { c.Says("7人") },
			[]string{"主持人是否为", "表单已更新，请重新确认", "[否]"}, "by_head",
			func(c *bottest.Chat) { c.Press("否") }, "study attendees", "7",
		},
		{
			"new", "新版本多问一项", without("chair"), unchanged, "attendees",
			func(c *bottest.Chat) { c.Says("7人") },
			[]string{"会议由谁主持"}, "chair",
			func(c *bottest.Chat) { c.Says("周建国") }, "study attendees", "7",
		},
		{
			"removed", "新版本少问一项,那一项还在屏幕上", unchanged, without("by_head"), "by_head",
			func(c *bottest.Chat) { c.Press("是") },
			[]string{"表单已更新，刚才一项无需再填", "到会的领导班子成员"}, "attendees",
			func(c *bottest.Chat) { c.Says("7人") }, "study chair", `"周建国"`,
		},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			w, chat := accident(t, func(c *bot.Config, _ *playground.Config) { version(row.before)(c) })
			c := chat[1001]
			registering(c, row.stands)
			before := stored(w)
			w.Log.Begin(row.title)
			w.End()
			w.Configure(version(row.after))
			w.Begin()
			same(t, before, stored(w))
			row.does(c)
			c.Sees(row.sees...)
			asks(t, c, row.asked)
			row.mends(c)
			answer(t, w, row.untouched, row.value)
			w.Transcript(t, "accident/form-"+row.name)
			finish(t, w, c)
			w.Sound()
		})
	}
}
