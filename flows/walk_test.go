package flows_test

import (
	"flag"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"luling/flows"
	"luling/flows/flowtest"
	"luling/store/storetest"
)

// Walks: people do one thing after another in a form that has a question of each
// kind. What is drawn are numbers; what they mean depends on what is on the
// screen, so that the same numbers are the same walk. More of them:
//
//	go test ./flows -run TestWalk -rapid.checks=5000 -rapid.steps=200
//
// A failure prints its seed and the shortest walk that fails.

func init() { _ = flag.Set("rapid.checks", "25") } // unless the command says otherwise

// steps draws a walk.
func steps(t *rapid.T, most int) (all []flowtest.Step) {
	n := rapid.IntRange(1, most).Draw(t, "steps")
	for range n {
		all = append(all, flowtest.Step{
			Who: rapid.IntRange(0, 1).Draw(t, "who"), What: rapid.IntRange(0, 47).Draw(t, "what"), Which: rapid.IntRange(0, 59).Draw(t, "which"),
		})
	}
	return all
}

// began is a walk whose people have the form before them.
func began(w *flowtest.Walk) error {
	for _, p := range w.People {
		if err := w.Do(p, flows.Input{Event: flows.Texted, Text: w.Opens}); err != nil {
			return err
		}
	}
	return nil
}

func goes(w *flowtest.Walk, ways flowtest.Ways, all []flowtest.Step) error {
	if err := began(w); err != nil {
		return err
	}
	for _, s := range all {
		if err := w.Step(ways, s); err != nil {
			return err
		}
	}
	return nil
}

// TestWalkKeepsItsPromises: after any inputs of two people, what flowtest looks
// at holds, and each of them can come to the review, and one to the end.
func TestWalkKeepsItsPromises(t *testing.T) {
	t.Parallel()
	h, people := grounds(t)
	rapid.Check(t, func(rt *rapid.T) {
		all := steps(rt, 60)
		err := h.Walk(people, func(w *flowtest.Walk) error {
			if err := goes(w, flowtest.Everything(), all); err != nil {
				return err
			}
			return home(w, w.People[all[0].Who])
		})
		if err != nil {
			rt.Fatal(err)
		}
	})
}

// home leads a person from wherever he is to the review and to the end.
func home(w *flowtest.Walk, p *flowtest.Stroller) error {
	if p.C.Form == "" {
		if err := w.Do(p, flows.Input{Event: flows.Texted, Text: w.Opens}); err != nil {
			return err
		}
	}
	if err := w.ToReview(p, 5); err != nil {
		return err
	}
	return w.ToEnd(p, 250)
}

// TestWalkIsTheSameAgain: the same inputs lead to the same answers and the same
// screen.
func TestWalkIsTheSameAgain(t *testing.T) {
	t.Parallel()
	h, people := grounds(t)
	rapid.Check(t, func(rt *rapid.T) {
		all := steps(rt, 60)
		once := ends(rt, h, people, flowtest.Everything(), all)
		if again := ends(rt, h, people, flowtest.Everything(), all); !slices.Equal(once, again) {
			rt.Fatalf("once\n%s\nand again\n%s", once, again)
		}
	})
}

// TestWalkOutlivesTheConversation: a person whose conversation is lost before
// any of his inputs comes to the same answers and the same screen.
func TestWalkOutlivesTheConversation(t *testing.T) {
	t.Parallel()
	h, people := grounds(t)
	rapid.Check(t, func(rt *rapid.T) {
		all := steps(rt, 60)
		kept := ends(rt, h, people[:1], flowtest.Steady(), all)
		if lost := ends(rt, h, people[:1], flowtest.Steady().Forgetting(), all); !slices.Equal(kept, lost) {
			rt.Fatalf("kept\n%s\nand lost\n%s", kept, lost)
		}
	})
}

// TestWalkBackAndForth: who goes back some questions and on again, leaving each
// answer as it is, stands where he stood, and every answer is as it was.
func TestWalkBackAndForth(t *testing.T) {
	t.Parallel()
	h, people := grounds(t)
	rapid.Check(t, func(rt *rapid.T) {
		all, times := steps(rt, 60), rapid.IntRange(1, 6).Draw(rt, "times")
		err := h.Walk(people[:1], func(w *flowtest.Walk) error {
			if err := goes(w, flowtest.Everything(), all); err != nil || w.People[0].Kind() == "" {
				return err
			}
			return backAndForth(w, w.People[0], times)
		})
		if err != nil {
			rt.Fatal(err)
		}
	})
}

func backAndForth(w *flowtest.Walk, p *flowtest.Stroller, times int) error {
	before, err := w.Records()
	if err != nil {
		return err
	}
	stood := p.C.Asks
	for range times {
		b, ok := p.Button("back")
		if !ok {
			break
		}
		if err := w.Do(p, p.Live(b)); err != nil {
			return err
		}
	}
	for range 4 * times {
		b, ok := p.Button("keep", "done")
		if p.C.Asks == stood || !ok {
			break
		}
		if err := w.Do(p, p.Live(b)); err != nil {
			return err
		}
	}
	after, err := w.Records()
	for name, a := range before.Answers {
		if b := after.Answers[name]; err == nil && (string(a.Value) != string(b.Value) || a.Skipped != b.Skipped) {
			return fmt.Errorf("%s was %s and is %s", name, a.Value, b.Value)
		}
	}
	answered := before.Answers[p.C.Asks].Done || before.Answers[p.C.Asks].Skipped // else 完成 may be refused
	if _, ok := p.Button("keep", "done"); err == nil && p.C.Asks != stood && ok && answered && !strings.Contains(stood, ".") {
		return fmt.Errorf("stood at %s and now at %s %s", stood, p.C.Asks, p.C.Face())
	}
	return err
}

// TestWalkForged: buttons of the live screen that nobody was shown, as a changed
// client may send them, break no promise either.
func TestWalkForged(t *testing.T) {
	t.Parallel()
	h, people := grounds(t)
	rapid.Check(t, func(rt *rapid.T) {
		all := steps(rt, 60)
		err := h.Walk(people, func(w *flowtest.Walk) error {
			if err := goes(w, flowtest.Everything().Forging(), all); err != nil {
				return err
			}
			return home(w, w.People[0])
		})
		if err != nil {
			rt.Fatal(err)
		}
	})
}

// FuzzPress: whatever a button carries, nothing is changed by it unless it is of
// the live screen; an at sign stands for that.
func FuzzPress(f *testing.F) {
	for _, s := range []string{"", "f:@:pick:x", "f:@:jump:targets", "f:@:", "f::::", "f:aaaaaaaa:1:submit:", "c:toy:", "c:cancel:", "a:apply.confirm:1:2:", "a:::", "🙂", "f:@:cal:9999"} {
		f.Add(s, uint(7))
	}
	h, people := grounds(f)
	f.Fuzz(func(t *testing.T, data string, walk uint) {
		err := h.Walk(people[:1], func(w *flowtest.Walk) error {
			var all []flowtest.Step
			for ; walk > 0; walk /= 48 {
				all = append(all, flowtest.Step{What: int(walk % 48), Which: int(walk % 7)})
			}
			if err := goes(w, flowtest.Steady(), all); err != nil {
				return err
			}
			return pressesAny(w, w.People[0], data)
		})
		if err != nil {
			t.Error(err)
		}
	})
}

func pressesAny(w *flowtest.Walk, p *flowtest.Stroller, data string) error {
	before, err := w.Records()
	if err != nil {
		return err
	}
	live := strings.ReplaceAll(data, "@", p.C.ID+":"+strconv.FormatInt(p.C.Revision, 36))
	if err := w.Do(p, flows.Input{Event: flows.Pressed, Data: live}); err != nil {
		return err
	}
	after, err := w.Records()
	if different := before.Same(after); err == nil && live == data && different != "" {
		return fmt.Errorf("%q changed what is stored: %s", data, different)
	}
	return err
}

// ends is what is stored after a walk, and where its people stand.
func ends(rt *rapid.T, h *flowtest.House, people []storetest.Player, ways flowtest.Ways, all []flowtest.Step) (lines []string) {
	err := h.Walk(people, func(w *flowtest.Walk) error {
		err := goes(w, ways, all)
		if err != nil {
			return err
		}
		r, err := w.Records()
		lines = r.Says()
		for _, p := range w.People {
			lines = append(lines, p.Name+" at "+p.C.Asks+" "+p.C.Face())
		}
		return err
	})
	if err != nil {
		rt.Fatal(err)
	}
	return lines
}
