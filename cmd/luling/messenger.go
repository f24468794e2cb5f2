package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"time"

	"luling/bot"
	"luling/store/pace"
)

// clockVariable holds how far the playground's clock has been moved when it
// starts the bot, in nanoseconds.
const clockVariable = "PLAYGROUND_CLOCK_AHEAD"

type messengerCommand struct {
	Unpaced bool `help:"Send as fast as the playground takes it; for tests."`
}

// Run is the bot as a process of its own, which the playground can kill without
// warning. It hears from its standard input how far the clock moves, and ends
// when that closes: nobody is left behind when the playground dies.
func (c messengerCommand) Run(ctx context.Context, s *Settings) error {
	clock := bot.NewClock()
	if running(ctx) {
		return errors.New("the bot is running")
	}
	ahead, err := strconv.ParseInt(os.Getenv(clockVariable), 10, 64)
	if err != nil {
		return errors.New("this command is for the playground; run luling without a command")
	}
	clock.Advance(time.Duration(ahead))
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	go func() {
		defer stop()
		follow(clock, os.Stdin)
	}()
	b, err := s.open(ctx, clock, pace.Limits{Off: c.Unpaced})
	if err != nil {
		return err
	}
	if err := seed(ctx, b, clock.Now()); err != nil {
		return fmt.Errorf("ready-made people: %w", err)
	}
	return s.serve(ctx, b)
}

// follow moves the clock by each number of nanoseconds it reads.
func follow(clock *bot.Clock, from io.Reader) {
	for lines := bufio.NewScanner(from); lines.Scan(); {
		if d, err := strconv.ParseInt(lines.Text(), 10, 64); err == nil {
			clock.Advance(time.Duration(d))
		}
	}
}
