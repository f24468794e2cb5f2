//go:build browser

package main

import (
	"bufio"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var chatPage = regexp.MustCompile(`chat page\s+(http://\S+)`)

// launch builds and runs the real program in a folder of its own, and returns
// the address it prints.
func launch(t *testing.T) string {
	t.Helper()
	binary := filepath.Join(t.TempDir(), "luling")
	if out, err := exec.Command("go", "build", "-o", binary, ".").CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, out)
	}
	run := exec.Command(binary, "run")
	run.Env = append(plainEnvironment(), "LULING_DATA="+t.TempDir(), "LULING_ADDRESS=127.0.0.1:0")
	run.Stderr = os.Stderr
	out, err := run.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := run.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = run.Process.Signal(os.Interrupt) // Wait tells if it was gone before
		if err := run.Wait(); err != nil {
			t.Errorf("the program ended with: %v", err)
		}
	})
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if found := chatPage.FindStringSubmatch(lines.Text()); found != nil {
			return found[1]
		}
	}
	t.Fatal("the program prints no address")
	return ""
}

// plainEnvironment is this process's, without settings of the bot.
func plainEnvironment() (all []string) {
	for _, e := range os.Environ() {
		if !strings.HasPrefix(e, "LULING_") && !strings.HasPrefix(e, "REDIS_URL=") {
			all = append(all, e)
		}
	}
	return all
}

// restarts kills and restarts the bot with the page's button, and waits until
// the page has seen it go and come back.
func (p *page) restarts() {
	p.t.Helper()
	evaluate[bool](p, `globalThis.lamps = [], new MutationObserver(() =>
		lamps.push(document.querySelector("[data-role=bot-light]").dataset.up)).observe(document.querySelector("[data-role=bot-light]"), { attributes: true }), true`)
	p.tap("[data-role=restart]")
	p.until(`lamps.includes("false") && lamps.at(-1) === "true" && !document.querySelector("[data-role=restart]").disabled`, "the bot is back")
}

// TestBrowserRestart kills the bot's process in the middle of a question; the
// conversation goes on at that question, with nothing asked twice.
func TestBrowserRestart(t *testing.T) {
	chromium(t)
	p := visit(t, launch(t), desktop)
	p.until(`document.querySelector("[data-role=bot-light]").dataset.up === "true"`, "the bot is up")
	c := &sitter{page: p, id: contact, rest: func() {}}
	c.starts()
	c.awaits("刘晓梅，您好")
	c.writes("/申报")
	c.awaits("[开始填写]")
	for _, step := range [][2]string{{"开始填写", "登记信息"}, {"下一步", "申报类别"}, {"专业技术", "单位地址"}} {
		c.presses(step[0])
		c.awaits(step[1])
	}
	c.writes(hospital["address"])
	c.awaits("请填写单位成立时间")
	_, asked, _ := strings.Cut(c.sees(), " ")

	p.restarts()
	// The same question may stand there twice: who dies right after sending does not know it.
	if _, now, _ := strings.Cut(c.sees(), " "); now != asked {
		t.Errorf("the restart changed the screen from %s to %s", asked, now)
	}
	p.picture("restart_same_question")
	c.writes(hospital["founded"])
	c.awaits("成立时间：1958年10月")
	c.presses("上一步")
	c.awaits("现填：1958年10月")
	p.picture("restart_went_on")
}
