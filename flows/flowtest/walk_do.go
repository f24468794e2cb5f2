package flowtest

import (
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"luling/flows"
	"luling/locales"
	"luling/store"
)

// A Deed is one input and what it led to.
type Deed struct {
	By            *Stroller
	In            flows.Input
	Out           flows.Outcome
	Did           flows.Button // the live button that was pressed, or none
	Before, After Records
	Was           flows.Conversation
}

// Do has a person do one thing. Its error says which promise was broken.
func (w *Walk) Do(p *Stroller, in flows.Input) error {
	w.numbers++
	w.Now = w.Now.Add(w.pace())
	p.message++
	in.From, in.Chat, in.At, in.Language = p.TelegramID, p.TelegramID, w.Now, "zh"
	if in.Message == 0 {
		in.Message = p.message
	}
	d := Deed{By: p, In: in, Was: p.C}
	d.Did, in.Offered = p.offered(in.Data)
	in.Live = in.Live || d.Did.Text != "" || d.Did.Label != nil
	d.In = in
	w.story = append(w.story, fmt.Sprintf("%s at %q %s: %s %q%s", p.Name, p.C.Asks, p.C.Face(), in.Event, in.Text, in.Data))
	var err error
	if d.Before, err = w.Records(); err != nil {
		return w.failed("read: %w", err)
	}
	if d.Out, err = w.turn(p, in); err != nil {
		return w.failed("turn: %w", err)
	}
	w.now = nil
	if d.After, err = w.Records(); err != nil {
		return w.failed("read: %w", err)
	}
	if err := w.judge(d); err != nil {
		return w.failed("%w", err)
	}
	p.sees(d)
	return nil
}

// pace is a second where each input has an instant of its own.
func (w *Walk) pace() time.Duration { return time.Second }

// keep stores the screen as the edge does, and takes over where the person stands.
func (w *Walk) keep(tx *store.Tx, p *Stroller, in flows.Input, out flows.Outcome) error {
	c, row := out.Conversation, p.Row
	if out.Reply.Text == "" && (!out.Again || row.Content == nil) {
		p.next(c, row, p.Reply)
		return nil
	}
	reply := p.Reply
	if out.Reply.Text != "" {
		content, err := json.Marshal(out.Reply)
		if err != nil {
			return err
		}
		row.Content, reply = content, out.Reply
	}
	row.Chat, row.Conversation, row.PersonID, row.Form, row.Subject = p.TelegramID, c.ID, c.Person, c.Form, c.Subject
	row.Asks, row.View, row.Language = c.Asks, c.Face(), tx.Actor().Language
	if err := tx.PutScreen(&row); err != nil {
		return err
	}
	row.UpdatedAt = tx.Now()
	if c.Shown(row.Wanted, in.Event); out.Reply.Text != "" {
		p.bury()
	}
	p.next(c, row, reply)
	return nil
}

// next is where the person stands now; only what commits may set it, but a turn
// that fails ends the walk anyway.
func (p *Stroller) next(c flows.Conversation, row store.Screen, reply flows.Reply) {
	p.C, p.Row, p.Reply = c, row, reply
}

// bury keeps the buttons of the screen that goes.
func (p *Stroller) bury() {
	for _, b := range slices.Concat(p.Reply.Buttons...) {
		if data, err := flows.Data(b, p.Row.Conversation, p.Row.Wanted); err == nil && b.Do != "" {
			p.Old = append(p.Old, data)
		}
	}
	p.Old = p.Old[max(len(p.Old)-60, 0):]
}

// sees notes what was stored when his screen was made.
func (p *Stroller) sees(d Deed) {
	if d.Out.Reply.Text != "" {
		p.saw = d.After
	}
}

// offered finds the live button with the data.
func (p *Stroller) offered(data string) (flows.Button, bool) {
	for _, b := range slices.Concat(p.Reply.Buttons...) {
		if has, err := flows.Data(b, p.C.ID, p.C.Revision); err == nil && data != "" && has == data {
			return b, true
		}
	}
	return flows.Button{}, false
}

// Live is the data of the screen's button.
func (p *Stroller) Live(b flows.Button) flows.Input {
	data, _ := flows.Data(b, p.C.ID, p.C.Revision) // judge looked at its length
	return flows.Input{Event: flows.Pressed, Data: data, Live: true}
}

// Buttons are all buttons of the live screen.
func (p *Stroller) Buttons() []flows.Button { return slices.Concat(p.Reply.Buttons...) }

// Button finds the first button that does one of these in its form.
func (p *Stroller) Button(words ...string) (flows.Button, bool) {
	for _, word := range words {
		for _, b := range p.Buttons() {
			if b.Do == word {
				return b, true
			}
		}
	}
	return flows.Button{}, false
}

// Kind is that of the question on the screen, "" if it shows none.
func (p *Stroller) Kind() string {
	data, _ := p.Reply.Data.(map[string]any)
	kind, _ := data["Kind"].(string)
	if p.Reply.Text != "form.question" {
		return ""
	}
	return kind
}

// Forgets loses the conversation: it is made again from the screen's row.
func (w *Walk) Forgets(p *Stroller) {
	w.story = append(w.story, p.Name+": the conversation is lost")
	p.C = flows.Rebuild(p.Row)
}

// says renders a reply in every language, as the edge does it.
func (w *Walk) says(r flows.Reply) error {
	content, err := json.Marshal(r)
	var as flows.Reply
	if err == nil {
		err = json.Unmarshal(content, &as)
	}
	for _, lang := range locales.Languages {
		text, failed := "", err
		if failed == nil {
			text, failed = w.House.texts.HTML(lang, as.Text, as.Data)
		}
		if n := locales.Length(text); failed == nil && (n == 0 || n > longest) {
			failed = fmt.Errorf("%s has %d characters", as.Text, n)
		}
		for _, b := range slices.Concat(as.Buttons...) {
			if failed == nil {
				failed = w.button(lang, b)
			}
		}
		if failed != nil {
			return failed
		}
	}
	return nil
}

func (w *Walk) button(lang string, b flows.Button) (err error) {
	said := ""
	if b.Text != "" {
		said, err = w.House.texts.Plain(lang, b.Text, b.Data)
	} else {
		said, err = w.House.texts.Label(lang, b.Label)
	}
	if err == nil && said == "" {
		err = fmt.Errorf("button %+v says nothing", b)
	}
	return err
}
