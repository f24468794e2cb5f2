package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strconv"
	"sync"
	"syscall"
	"time"

	"luling/bot"
)

// playToken is the bot's token in the playground. It opens nothing.
const playToken = "1000000001:playground-token-opens-nothing"

// stopping is how long the bot may take to stop by itself.
const stopping = 15 * time.Second

// a process is the bot beside the playground. It can be killed at any moment.
type process struct {
	settings Settings
	clock    *bot.Clock
	api      string
	args     []string // further arguments and environment, for tests
	extra    []string

	mu    sync.Mutex
	run   *exec.Cmd
	input io.WriteCloser
	ended chan struct{}
}

func (p *process) start() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	self, err := os.Executable()
	if err != nil {
		return fmt.Errorf("start the bot: %w", err)
	}
	p.run = exec.Command(self, append([]string{"messenger"}, p.args...)...) // #nosec G204 -- this program itself
	p.run.Env = append(os.Environ(),
		"LULING_TELEGRAM_TOKEN="+playToken, "LULING_TELEGRAM_API="+p.api, "LULING_DATA="+p.settings.Data,
		"LULING_PROGRAMME="+p.settings.File, "REDIS_URL="+p.settings.Redis,
		clockVariable+"="+strconv.FormatInt(int64(p.clock.Ahead()), 10),
	)
	p.run.Env = append(p.run.Env, p.extra...)
	p.run.Stdout, p.run.Stderr = os.Stderr, os.Stderr
	p.run.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} // Ctrl+C is for the playground, which passes it on
	if p.input, err = p.run.StdinPipe(); err != nil {
		return fmt.Errorf("start the bot: %w", err)
	}
	if err := p.run.Start(); err != nil {
		return fmt.Errorf("start the bot: %w", err)
	}
	p.ended = make(chan struct{})
	go func(run *exec.Cmd, ended chan struct{}) {
		_ = run.Wait() // how it ended is the playground's to show
		close(ended)
	}(p.run, p.ended)
	return nil
}

// restart kills the bot without warning and starts it again.
func (p *process) restart() error {
	p.mu.Lock()
	err := p.run.Process.Kill()
	ended := p.ended
	p.mu.Unlock()
	if err != nil && !errors.Is(err, os.ErrProcessDone) {
		return fmt.Errorf("kill the bot: %w", err)
	}
	<-ended
	return p.start()
}

// advance moves the clock here and in the bot.
func (p *process) advance(d time.Duration) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.clock.Advance(d)
	if _, err := fmt.Fprintln(p.input, int64(d)); err != nil {
		return fmt.Errorf("tell the bot the time: %w", err)
	}
	return nil
}

// stop closes the bot's input, which ends it, and kills it if that takes too long.
func (p *process) stop() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	_ = p.input.Close() // already closed if the bot is gone
	select {
	case <-p.ended:
		return nil
	case <-time.After(stopping):
		return p.run.Process.Kill()
	}
}
