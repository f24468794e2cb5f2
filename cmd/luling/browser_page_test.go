//go:build browser

package main

import (
	"context"
	_ "embed"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// lookJS is what the test asks of the page.
//
//go:embed testdata/look.js
var lookJS string

// patience bounds whatever is asked of the browser. Nothing waits it out that
// goes well: every wait ends with a sign of the page.
const patience = 30 * time.Second

// a window is what a person sits in front of.
type window struct {
	width, height int64
	touch         bool
	scale         float64
}

var (
	phone   = window{390, 844, true, 2}
	desktop = window{1440, 900, false, 1}
)

// a page is the chat page, open in a browser of its own.
type page struct {
	t   *testing.T
	ctx context.Context
	window
	mu       sync.Mutex
	mistakes []string // errors on the page's console
}

// chromium is the path of the browser. Without one the test is left out, but not in CI.
func chromium(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	const missing = "no Chromium here (Debian: apt-get install chromium fonts-wqy-microhei)"
	if os.Getenv("CI") == "true" {
		t.Fatal(missing)
	}
	t.Skip(missing)
	return ""
}

// visit opens the page as somebody who reads Chinese, on an empty profile.
func visit(t *testing.T, address string, w window) *page {
	t.Helper()
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(chromium(t)),
		chromedp.Flag("disable-gpu", true), chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-component-update", true), chromedp.Flag("hide-scrollbars", true), chromedp.Flag("force-prefers-reduced-motion", true),
		chromedp.Flag("lang", "zh-CN"), chromedp.Flag("accept-lang", "zh-CN"), chromedp.Env("LANGUAGE=zh_CN"),
	)
	allocator, free := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, cancel := chromedp.NewContext(allocator)
	p := &page{t: t, ctx: ctx, window: w}
	t.Cleanup(func() {
		cancel()
		free()
	})
	if err := chromedp.Do(ctx, p.measured(), chooserOff); err != nil { // begins the browser, which ends with this context
		t.Fatalf("start the browser: %v", err)
	}
	ended := p.listen()
	t.Cleanup(func() {
		cancel()
		<-ended
		p.judge()
	})
	p.do(chromedp.Navigate(address))
	p.learn()
	return p
}

// learn gives the page the test's questions and waits until it shows its people.
func (p *page) learn() {
	p.t.Helper()
	p.do(chromedp.Evaluate[chromedp.Void](lookJS))
	p.until(`document.querySelector("[data-person]") && document.fonts.status === "loaded"`, "the people are listed")
}

func (p *page) measured() chromedp.Action[chromedp.Void] {
	options := []chromedp.EmulateViewportOption{chromedp.EmulateScale(p.scale)}
	if p.touch {
		options = append(options, chromedp.EmulateMobile, chromedp.EmulateTouch, chromedp.EmulatePortrait)
	}
	return chromedp.EmulateViewport(p.width, p.height, options...)
}

// chooserOff keeps the system's window for choosing files closed: the test hands
// the files to the page's own input.
var chooserOff = chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
	_, err := cdp.Call(ctx, t, cdppage.SetInterceptFileChooserDialog, cdppage.SetInterceptFileChooserDialogParams{Enabled: true})
	return err
})

// listen gathers what goes wrong on the page until its context ends.
func (p *page) listen() <-chan struct{} {
	messages, ended := chromedp.Console(p.ctx), make(chan struct{})
	go func() {
		defer close(ended)
		for m, err := range messages {
			if err != nil {
				return
			}
			if m.Type == chromedp.ConsoleError || m.IsException() {
				p.mu.Lock()
				p.mistakes = append(p.mistakes, fmt.Sprintf("%s (%s:%d)", m, m.URL, m.Line))
				p.mu.Unlock()
			}
		}
	}()
	return ended
}

func (p *page) judge() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.mistakes) > 0 {
		p.t.Errorf("the page's console has errors:\n%s", strings.Join(p.mistakes, "\n"))
	}
}

func (p *page) do(steps ...chromedp.Action[chromedp.Void]) {
	p.t.Helper()
	if _, err := within(p, chromedp.Steps(steps...)); err != nil {
		p.fail("%v", err)
	}
}

// within runs an action, which must end within twice the patience: the page itself
// gives up its waiting first, and says for what.
func within[T any](p *page, action chromedp.Action[T]) (T, error) {
	ctx, cancel := context.WithTimeout(p.ctx, 2*patience)
	defer cancel()
	return chromedp.Run(ctx, action)
}

// evaluate asks the page for the value of an expression.
func evaluate[T any](p *page, expression string) T {
	p.t.Helper()
	answer, err := within(p, chromedp.Evaluate[T](expression))
	if err != nil {
		p.fail("%s: %v", expression, err)
	}
	return answer
}

// until waits for a sign of the page.
func (p *page) until(sign, means string) {
	p.t.Helper()
	_, err := within(p, chromedp.Poll[bool]("Boolean("+sign+")", chromedp.WithPollingTimeout(patience)))
	if err != nil {
		p.fail("%s: waited in vain for %s: %v", means, sign, err)
	}
}

// fail leaves a picture of what was seen last.
func (p *page) fail(format string, args ...any) {
	p.t.Helper()
	if image, err := within(p, chromedp.CaptureScreenshot()); err == nil {
		_ = keep("failed_"+p.t.Name(), image)
	}
	p.judge()
	p.t.Fatalf(format, args...)
}

// keep writes a picture under build/browser, where nothing is committed.
func keep(name string, image []byte) error {
	folder := filepath.Join("..", "..", "build", "browser")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(folder, name+".png"), image, 0o644)
}
