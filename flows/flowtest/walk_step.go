package flowtest

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"luling/flows"
	"luling/flows/ask"
	"luling/store"
	"luling/store/programme"
)

// A Step chooses what is done next; any numbers are a step.
type Step struct{ Who, What, Which int }

// a way is one kind of step and how often it is gone.
type way struct {
	often int
	goes  func(w *Walk, p *Stroller, which int) error
}

// Ways are the kinds of step people take.
type Ways []way

// Everything is all of them.
func Everything() Ways {
	return append(Steady(), way{1, (*Walk).corrects}, way{1, (*Walk).tooEarly})
}

// Steady is what leads to the same whether the conversation is lost in between
// or not: not what refers to an earlier message.
func Steady() Ways {
	return Ways{
		{14, (*Walk).presses}, {10, (*Walk).answers}, {2, (*Walk).junk}, {2, (*Walk).pressesOld},
		{2, (*Walk).sendsFile}, {2, (*Walk).fileArrives}, {1, (*Walk).odd}, {1, (*Walk).commands}, {1, (*Walk).shares},
	}
}

// Forging is ways on which buttons are pressed now and then that nobody was
// shown, of the live screen.
func (ws Ways) Forging() Ways { return append(ws, way{12, (*Walk).forges}) }

// Losing is ways on which the conversation is lost now and then.
func (ws Ways) Losing() Ways { return append(ws, way{4, (*Walk).loses}) }

// Forgetting is the same ways, with the conversation lost before each step.
func (ws Ways) Forgetting() (all Ways) {
	for _, x := range ws {
		all = append(all, way{x.often, func(w *Walk, p *Stroller, which int) error {
			if err := w.loses(p, 0); err != nil {
				return err
			}
			return x.goes(w, p, which)
		}})
	}
	return all
}

// Step takes one step by one of the ways.
func (w *Walk) Step(ways Ways, s Step) error {
	p := w.People[at(s.Who, len(w.People))]
	all := 0
	for _, x := range ways {
		all += x.often
	}
	what := at(s.What, all)
	for _, x := range ways {
		if what -= x.often; what < 0 {
			return x.goes(w, p, s.Which)
		}
	}
	return nil
}

func at(number, of int) int { return ((number % of) + of) % of }

func pick[T any](all []T, which int) T { return all[at(which, len(all))] }

func (w *Walk) says1(p *Stroller, text string) error {
	p.typed = text
	return w.Do(p, flows.Input{Event: flows.Texted, Text: text})
}

func (w *Walk) presses(p *Stroller, which int) error {
	if len(p.Buttons()) == 0 {
		return w.says1(p, "/menu")
	}
	return w.Do(p, p.Live(pick(p.Buttons(), which)))
}

func (w *Walk) pressesOld(p *Stroller, which int) error {
	if len(p.Old) == 0 {
		return nil
	}
	in := flows.Input{Event: flows.Pressed, Data: pick(p.Old, which), Live: which%2 == 0, Message: 1}
	return w.Do(p, in)
}

func (w *Walk) answers(p *Stroller, which int) error {
	if texts := Given[p.Kind()]; len(texts) > 0 {
		return w.says1(p, pick(texts, which))
	}
	if p.Kind() == string(ask.KindFiles) {
		return w.sendsFile(p, which)
	}
	return w.presses(p, which)
}

func (w *Walk) junk(p *Stroller, which int) error { return w.says1(p, pick(Junk, which)) }

func (w *Walk) corrects(p *Stroller, which int) error {
	texts := append(slices.Clone(Given[p.Kind()]), Junk...)
	return w.Do(p, flows.Input{Event: flows.Corrected, Text: pick(texts, which), Message: p.message - which%2})
}

func (w *Walk) tooEarly(p *Stroller, which int) error {
	text := pick([]string{p.typed, "早就发出的一句话。", strings.Repeat("长", 4096)}, which)
	return w.Do(p, flows.Input{Event: flows.Texted, Text: text, Early: which%2 == 0, Blind: true})
}

func (w *Walk) sendsFile(p *Stroller, which int) error {
	name := fmt.Sprintf("材料%d.pdf", at(which, 5))
	f := &flows.Incoming{TelegramID: "id-" + name, UniqueID: "unique-" + name, Name: name, Size: 1000, Type: "application/pdf"}
	if which%3 == 0 {
		f.Album = fmt.Sprint("album", at(which, 2))
	}
	if which%17 == 0 {
		f.Size = 25 << 20
	}
	return w.Do(p, flows.Input{Event: flows.Filed, File: f})
}

func (w *Walk) fileArrives(p *Stroller, which int) error {
	var pending []programme.File
	err := w.read(func(tx *store.Tx) (err error) {
		pending, err = tx.FilesPending()
		return err
	})
	if err != nil || len(pending) == 0 {
		return err
	}
	f := pick(pending, which)
	i := slices.IndexFunc(w.People, func(p *Stroller) bool { return p.ID == f.UploadedBy })
	got := flows.Received{File: f.ID, State: programme.FileRefused, Reason: pick([]string{"type", "empty", "too_big", "unsafe", "unreadable"}, which)}
	if which%4 != 0 {
		sum := sha256.Sum256([]byte(f.Name[:6+which%2])) // some have the same content
		got = flows.Received{File: f.ID, State: programme.FileStored, Type: "application/pdf", Size: f.Size, SHA256: hex.EncodeToString(sum[:])}
	}
	return w.Do(w.People[max(i, 0)], flows.Input{Event: flows.Arrived, Received: &got, Live: true})
}

func (w *Walk) odd(p *Stroller, which int) error {
	return w.Do(p, flows.Input{Event: flows.Odd, Other: pick([]string{"sticker", "voice", "video", "location", "other"}, which)})
}

func (w *Walk) commands(p *Stroller, which int) error {
	return w.says1(p, pick([]string{w.Opens, w.Opens, "/cancel", "/menu", "/help", "/没有这个命令", "/ "}, which))
}

func (w *Walk) shares(p *Stroller, which int) error {
	return w.Do(p, flows.Input{Event: flows.Shared, Contact: &ask.Contact{Phone: "+86 13870600101", Own: which%2 == 0}})
}

func (w *Walk) loses(p *Stroller, _ int) error {
	if p.Row.Content != nil {
		w.Forgets(p)
	}
	return nil
}

// forges presses a button of the live revision that is not there.
func (w *Walk) forges(p *Stroller, which int) error {
	words := []string{
		"pick", "on", "off", "keep", "whole", "done", "drop", "add", "unlist", "entry", "list", "page", "cal", "skip", "back", "leave",
		"help", "show", "overview", "section", "jump", "review", "submit", "mine", "theirs", "", "x",
	}
	args := []string{"", "1", "2", "99", "-1", "x", "targets", "targets.1", "targets.1.value", "papers", "one", "sort", "agree", "z", "不", "2026-03", ":"}
	b := flows.Button{Do: words[at(which, len(words))], Arg: args[at(which/len(words), len(args))]}
	data, err := flows.Data(b, p.C.ID, p.C.Revision)
	if err != nil || b.Do == "" {
		data = "f:" + p.C.ID + "::" + b.Arg
	}
	return w.Do(p, flows.Input{Event: flows.Pressed, Data: data, Live: which%2 == 0})
}
