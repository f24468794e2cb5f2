//go:build browser

package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"

	"luling/bot/bottest"
	"luling/bot/playground"
)

// a sitter is a person in front of the page, who sees nothing else.
type sitter struct {
	*page
	id   int64
	rest func() // returns when the page shows all that the act led to
}

// of is the chat's selector with a part of it.
func (s *sitter) of(part string) string {
	return fmt.Sprintf(`[data-role=chat][data-person="%d"] %s`, s.id, part)
}

// tap touches or clicks something that can be seen.
func (p *page) tap(selector string) {
	p.t.Helper()
	press := chromedp.Click(chromedp.CSS(selector))
	if p.touch {
		press = chromedp.Tap(chromedp.CSS(selector))
	}
	if _, err := within(p, press); err != nil {
		p.fail("press %s: %v", selector, err)
	}
}

// sees is the bot's newest message in the chat.
func (s *sitter) sees() string {
	s.t.Helper()
	return evaluate[string](s.page, fmt.Sprintf("look.sight(%d)", s.id))
}

// awaits waits until the bot's newest message contains the words.
func (s *sitter) awaits(words string) {
	s.t.Helper()
	words = strings.Join(strings.Fields(words), "")
	s.until(fmt.Sprintf("look.sight(%d).includes(%q)", s.id, words), "the bot says "+words)
}

// does acts and waits for the answer.
func (s *sitter) does(act func()) {
	s.t.Helper()
	before := s.sees()
	act()
	s.until(fmt.Sprintf("look.sight(%d) !== %s", s.id, strconv.QuoteToASCII(before)), "the bot answers")
	s.rest()
}

// starts presses START.
func (s *sitter) starts() {
	s.t.Helper()
	s.does(func() { s.tap(s.of("[data-role=start]")) })
}

// writes types a text and sends it: with the key on a desktop, with the button on a phone.
func (s *sitter) writes(text string) {
	s.t.Helper()
	s.does(func() {
		s.tap(s.of("[data-role=composer]"))
		s.do(inserted(text))
		if s.touch {
			s.tap(s.of("[data-role=send]"))
		} else {
			s.do(enter)
		}
	})
	s.empty()
}

// empty waits until the field is free for the next text.
func (s *sitter) empty() {
	s.t.Helper()
	s.until(fmt.Sprintf(`document.querySelector(%q).value === ""`, s.of("[data-role=composer]")), "the field is empty again")
}

// inserted enters a text as an input method does.
func inserted(text string) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, input.InsertText, input.InsertTextParams{Text: text})
		return err
	})
}

// enter is the key that sends, as a keyboard gives it: without a letter of its own.
var enter = chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
	for _, kind := range []input.DispatchKeyEventType{input.DispatchKeyEventTypeRawKeyDown, input.DispatchKeyEventTypeKeyUp} {
		key := input.DispatchKeyEventParams{Type: kind, Key: "Enter", Code: "Enter", WindowsVirtualKeyCode: 13}
		if _, err := cdp.Call(ctx, t, input.DispatchKeyEvent, key); err != nil {
			return err
		}
	}
	return nil
})

// presses presses the newest button whose label contains the words.
func (s *sitter) presses(label string) {
	s.t.Helper()
	s.does(func() { s.tap(s.button(label)) })
}

// button is the selector of a button, "" if the person sees none.
func (s *sitter) button(labels ...string) string {
	s.t.Helper()
	for _, label := range labels {
		if found := evaluate[string](s.page, fmt.Sprintf("look.button(%d, %q)", s.id, label)); found != "" {
			return found
		}
	}
	s.fail("%d sees no button %q but %s", s.id, labels, s.sees())
	return ""
}

// sends attaches files one by one through the page's menu.
func (s *sitter) sends(files ...playground.File) {
	s.t.Helper()
	for _, f := range files {
		s.attaches(f)
		s.does(func() { s.tap(s.of("[data-role=send]")) })
	}
}

// attaches puts a file into the tray.
func (s *sitter) attaches(f playground.File) {
	s.t.Helper()
	path := filepath.Join(s.t.TempDir(), f.Name)
	if err := os.WriteFile(path, f.Content, 0o600); err != nil {
		s.t.Fatal(err)
	}
	s.tap(s.of("[data-role=attach]"))
	s.tap(`[data-role=menu] [data-entry="文件"]`)
	s.do(chromedp.SetUploadFiles(chromedp.CSS(s.of("[data-role=file]")), []string{path}))
	s.until(fmt.Sprintf("document.querySelector(%q)?.textContent.includes(%q)", s.of("[data-role=tray]"), f.Name), "the file lies in the tray")
}

// sight is how the page must show a message of the messenger.
func sight(m playground.Message) string {
	all := fmt.Sprintf("%d %s ", m.ID, strings.Join(strings.Fields(m.Text), ""))
	for _, row := range m.Keyboard {
		for _, b := range row {
			all += "[" + b.Text + "]"
		}
	}
	return all
}

// at sits a person of the town down at the page. After each act the bot comes to
// rest, and the page must show exactly what the messenger holds.
func (p *page) at(w *bottest.World, c *bottest.Chat) *sitter {
	s := &sitter{page: p, id: c.ID}
	s.rest = func() {
		p.t.Helper()
		w.Settle()
		p.until(fmt.Sprintf("look.sight(%d) === %s", c.ID, strconv.QuoteToASCII(sight(c.Last()))), "the page shows "+sight(c.Last()))
	}
	return s
}
