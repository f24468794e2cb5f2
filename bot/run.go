package bot

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"golang.org/x/sync/errgroup"

	"luling/flows"
	"luling/store"
	"luling/store/conversation"
	"luling/store/files"
	"luling/store/pace"
)

// A Bot is one running bot. It is made by New, runs once, and closes what it opened.
type Bot struct {
	cfg     Config
	db      *store.DB
	redis   *conversation.Redis
	folder  *files.Folder
	client  *Client
	line    *line
	sender  *sender
	courier *courier
	stop    context.CancelFunc // ends what is being sent
}

// Run makes a bot and runs it until ctx ends.
func Run(ctx context.Context, cfg Config) error {
	b, err := New(ctx, cfg)
	if err != nil {
		return err
	}
	return b.Run(ctx)
}

// New opens the stores and furnishes the house. Nothing is sent yet.
func New(ctx context.Context, cfg Config) (b *Bot, err error) {
	cfg.Log = slog.New(discreet{cfg.Log.Handler()})
	b = &Bot{cfg: cfg, client: NewClient(cfg.API, cfg.Token)}
	defer func() {
		if err != nil {
			err = errors.Join(err, b.close())
		}
	}()
	if b.db, err = store.Open(ctx, store.Config{Path: cfg.Database, Programme: cfg.Programme, Log: cfg.Log}); err != nil {
		return b, err
	}
	if err = b.db.Update(ctx, cfg.Clock.Now(), func(tx *store.Tx) error { return tx.SeedBodies() }); err != nil {
		return b, fmt.Errorf("recommending bodies: %w", err)
	}
	if b.folder, err = files.OpenFolder(cfg.Files); err != nil {
		return b, err
	}
	redis := conversation.Config{URL: cfg.Redis, Snapshot: cfg.Snapshot, Log: cfg.Log, Now: cfg.Clock.Now}
	if b.redis, err = conversation.Open(ctx, redis); err != nil {
		return b, err
	}
	return b, b.furnish()
}

func (b *Bot) furnish() error {
	house, err := flows.NewHouse(b.cfg.Features...)
	if err != nil {
		return err
	}
	texts, err := tongues(b.cfg.Programme, "")
	if err != nil {
		return err
	}
	ctx, stop := context.WithCancel(context.Background())
	b.stop = stop
	b.sender = &sender{
		client: b.client, render: renderer{texts: texts}, pace: pace.New(b.redis, b.cfg.Limits), clock: b.cfg.Clock, log: b.cfg.Log,
		lanes: newLanes(ctx, width), marks: newMarks(), seen: newSight(),
	}
	b.line = &line{
		db: b.db, house: house, talks: conversation.New[flows.Conversation](b.redis), clock: b.cfg.Clock,
		log: b.cfg.Log, sender: b.sender, told: map[int64]bool{},
	}
	b.courier = newCourier(b)
	b.line.wake = b.courier.knock
	return nil
}

// Run takes updates until ctx ends, then lets what is in flight finish for ten
// seconds, writes what it knows and closes the stores.
func (b *Bot) Run(ctx context.Context) error {
	err := b.hello(ctx)
	if err == nil {
		err = b.restore(ctx)
	}
	if err == nil {
		g, ctx := errgroup.WithContext(ctx)
		p := &poller{client: b.client, log: b.cfg.Log, take: b.line.take, health: &b.sender.health}
		g.Go(func() error { return p.run(ctx) })
		g.Go(func() error { return b.courier.run(ctx) })
		g.Go(func() error { return b.ticks(ctx) })
		g.Go(func() error { return b.flushes(ctx) })
		err = g.Wait()
	}
	if ctx.Err() != nil && errors.Is(err, ctx.Err()) {
		err = nil
	}
	return errors.Join(err, b.end())
}

// end is the graceful stop.
func (b *Bot) end() error {
	late := time.AfterFunc(grace, b.stop)
	b.courier.wait()
	b.sender.lanes.wait()
	late.Stop()
	ctx, cancel := context.WithTimeout(context.Background(), grace)
	defer cancel()
	err := b.line.flush(ctx)
	b.stop()
	return errors.Join(err, b.close())
}

func (b *Bot) close() (err error) {
	if b.redis != nil {
		err = errors.Join(err, b.redis.Close())
	}
	if b.folder != nil {
		err = errors.Join(err, b.folder.Close())
	}
	if b.db != nil {
		err = errors.Join(err, b.db.Close())
	}
	return err
}
