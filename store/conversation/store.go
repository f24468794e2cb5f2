package conversation

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/redis/go-redis/v9"
)

// Life is how long a conversation is kept after it was last saved.
const Life = 7 * 24 * time.Hour

// A Store keeps one value of type T per chat, as JSON.
type Store[T any] struct{ redis *Redis }

// New is a Store in r. Stores of the same Redis share their values.
func New[T any](r *Redis) *Store[T] { return &Store[T]{r} }

// key has a hash tag, so that all keys of a chat lie on one node of a cluster.
func key(id int64) string { return fmt.Sprintf("{c:%d}:conv", id) }

// Load reads the values of some chats in one round trip. What is not there, or
// cannot be read as a T, is not in the map. Errors: ErrAway, or the error of ctx.
func (s *Store[T]) Load(ctx context.Context, ids []int64) (map[int64]T, error) {
	found := make(map[int64]T, len(ids))
	if len(ids) == 0 {
		return found, nil
	}
	gets := make([]*redis.StringCmd, len(ids))
	err := s.redis.Try(ctx, func(ctx context.Context, client redis.UniversalClient) error {
		pipe := client.Pipeline()
		for i, id := range ids {
			gets[i] = pipe.Get(ctx, key(id))
		}
		_, _ = pipe.Exec(ctx) // each command has its own error
		return s.take(found, ids, gets)
	})
	if err != nil {
		return nil, fmt.Errorf("load conversations: %w", err)
	}
	return found, nil
}

// take reads the answers; its error is the server's.
func (s *Store[T]) take(found map[int64]T, ids []int64, gets []*redis.StringCmd) error {
	for i, get := range gets {
		stored, err := get.Bytes()
		switch {
		case errors.Is(err, redis.Nil):
			continue
		case redis.HasErrorPrefix(err, "WRONGTYPE"):
			s.redis.unread.Add(1)
			continue
		case err != nil:
			return err
		}
		var value T
		if json.Unmarshal(stored, &value) != nil {
			s.redis.unread.Add(1)
			continue
		}
		found[ids[i]] = value
	}
	return nil
}

// Save writes the values of put and removes those of drop in one round trip.
// Each written value lives for another Life. After an error any part of it may
// have happened. Errors: ErrAway, the error of ctx, or that of encoding a value,
// after which nothing has been written.
func (s *Store[T]) Save(ctx context.Context, put map[int64]T, drop []int64) error {
	if len(put)+len(drop) == 0 {
		return nil
	}
	written := make(map[string][]byte, len(put))
	for id, value := range put {
		b, err := json.Marshal(value)
		if err != nil {
			return fmt.Errorf("save conversation %d: %w", id, err)
		}
		written[key(id)] = b
	}
	err := s.redis.Try(ctx, func(ctx context.Context, client redis.UniversalClient) error {
		_, err := client.Pipelined(ctx, func(pipe redis.Pipeliner) error {
			for k, value := range written {
				pipe.Set(ctx, k, value, Life)
			}
			for _, id := range drop {
				pipe.Del(ctx, key(id))
			}
			return nil
		})
		return err
	})
	s.redis.changed()
	if err != nil {
		return fmt.Errorf("save conversations: %w", err)
	}
	return nil
}
