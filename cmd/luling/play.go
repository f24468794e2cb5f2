package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"os"
	"time"

	"luling/bot"
	"luling/bot/playground"
)

// play runs the playground and, as a process beside it, the bot.
func play(ctx context.Context, s Settings, out io.Writer) error {
	if err := s.forPlay(); err != nil {
		return err
	}
	if err := os.MkdirAll(s.Data, 0o700); err != nil {
		return fmt.Errorf("LULING_DATA: %w", err)
	}
	door, err := net.Listen("tcp", s.Address)
	if err != nil {
		return fmt.Errorf("LULING_ADDRESS: %w", err)
	}
	clock := bot.NewClock()
	p := &process{settings: s, clock: clock, api: "http://" + door.Addr().String()}
	box, err := playground.New(playground.Config{
		Clock: clock, Token: playToken, Username: "luling_bot", Title: "庐陵", People: cast(),
		File: s.path(playgroundFile), Advance: p.advance, Restart: p.restart,
		Log: slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelWarn})),
	})
	if err != nil {
		return errors.Join(err, door.Close())
	}
	if err := p.start(); err != nil {
		return errors.Join(err, box.Close(), door.Close())
	}
	_, err = fmt.Fprintf(out, "\n  庐陵 Luling\n\n  对话页面 chat page   %s\n  数据目录 data        %s\n  Ctrl+C 结束 ends it\n\n", p.api, s.Data)
	return errors.Join(err, listen(ctx, door, box.Handler()), p.stop(), box.Close())
}

// listen serves until ctx ends. Streams of open pages are cut off.
func listen(ctx context.Context, door net.Listener, h http.Handler) error {
	server := &http.Server{Handler: h, ReadHeaderTimeout: 10 * time.Second}
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(door) }()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
		return server.Close()
	}
}
