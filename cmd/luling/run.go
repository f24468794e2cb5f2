package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"

	"luling/bot"
	"luling/flows"
	"luling/flows/about"
	"luling/flows/apply"
	"luling/flows/audit"
	"luling/flows/desk"
	"luling/flows/imports"
	"luling/flows/office"
	"luling/flows/people"
	"luling/flows/proxy"
	"luling/flows/rounds"
	"luling/flows/study"
	"luling/flows/units"
	"luling/store/pace"
)

// features are what the bot can do, in the order /help shows them.
func features() []flows.Feature {
	return []flows.Feature{
		apply.Feature, proxy.Feature, desk.Feature, study.Feature, rounds.Feature,
		people.Feature, units.Feature, imports.Feature, office.Feature, audit.Feature, about.Feature,
	}
}

type runCommand struct{}

// Run runs the bot until it is told to stop: against Telegram with a token,
// else with the playground.
func (runCommand) Run(ctx context.Context, s *Settings, out io.Writer) error {
	if running(ctx) {
		return errors.New("the bot is running")
	}
	if s.Token == "" {
		return play(ctx, *s, out)
	}
	if err := s.forOffice(); err != nil {
		return err
	}
	if _, err := fmt.Fprintf(out, "bot %s runs against %s; data under %s\n", masked(s.Token), s.API, s.Data); err != nil {
		return err
	}
	b, err := s.open(ctx, bot.NewClock(), pace.Limits{})
	if err != nil {
		return err
	}
	return s.serve(ctx, b)
}

// open makes the bot of these settings.
func (s Settings) open(ctx context.Context, clock *bot.Clock, limits pace.Limits) (*bot.Bot, error) {
	rules, err := s.programme()
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(s.Data, 0o700); err != nil {
		return nil, fmt.Errorf("LULING_DATA: %w", err)
	}
	return bot.New(ctx, bot.Config{
		API: s.API, Token: s.Token, Database: s.path("luling.db"), Files: s.path("files"),
		Redis: s.Redis, Snapshot: s.path("redis.snapshot"), Programme: rules, Features: features(),
		Clock: clock, Limits: limits, Log: slog.New(slog.NewJSONHandler(os.Stderr, nil)),
	})
}

// serve runs the bot and takes the operator's commands beside it.
func (s Settings) serve(ctx context.Context, b *bot.Bot) error {
	counter, err := s.openCounter(ctx, b)
	if err != nil {
		return err
	}
	defer counter.close()
	return b.Run(ctx)
}
