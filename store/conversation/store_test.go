package conversation

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/redis/go-redis/v9"
)

func TestWhatIsSavedIsLoaded(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, r *Redis) {
		s, ctx := New[where](r), t.Context()
		put := map[int64]where{1: {"apply", 3}, -1001234567890: {"", 0}, 7: {"<b>&\u202E", 1}}
		if err := s.Save(ctx, put, nil); err != nil {
			t.Fatal(err)
		}
		got, err := s.Load(ctx, []int64{1, 2, 7, 1, -1001234567890})
		if err != nil || !cmp.Equal(got, put) {
			t.Errorf("loaded %v, %v", got, err)
		}
		if err := s.Save(ctx, map[int64]where{1: {"review", 0}}, []int64{7, 8}); err != nil {
			t.Fatal(err)
		}
		got, err = s.Load(ctx, []int64{1, 7})
		if want := map[int64]where{1: {"review", 0}}; err != nil || !cmp.Equal(got, want) {
			t.Errorf("after a change and a drop: %v, %v", got, err)
		}
	})
}

func TestABatchIsOneRoundTrip(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, r *Redis) {
		s, ctx := New[where](r), t.Context()
		ids, put := []int64{}, map[int64]where{}
		for id := range int64(100) {
			ids, put[id] = append(ids, id), where{Focus: int(id)}
		}
		before := r.RoundTrips()
		if err := s.Save(ctx, put, []int64{200, 201}); err != nil || r.RoundTrips() != before+1 {
			t.Errorf("saving took %d round trips, %v", r.RoundTrips()-before, err)
		}
		if got, err := s.Load(ctx, ids); err != nil || len(got) != 100 || r.RoundTrips() != before+2 {
			t.Errorf("loading %d took %d round trips, %v", len(got), r.RoundTrips()-before-1, err)
		}
		if _, err := s.Load(ctx, nil); err != nil || s.Save(ctx, nil, nil) != nil || r.RoundTrips() != before+2 {
			t.Error("nothing to do took a round trip")
		}
	})
}

func TestSavingRenewsTheLife(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, r *Redis) {
		s, ctx := New[where](r), t.Context()
		for range 2 {
			if err := s.Save(ctx, map[int64]where{1: {}}, nil); err != nil {
				t.Fatal(err)
			}
			left := r.client.PTTL(ctx, "{c:1}:conv").Val()
			if left > Life || left < Life-time.Minute {
				t.Errorf("lives for %v", left)
			}
			r.client.PExpire(ctx, "{c:1}:conv", time.Minute)
		}
	})
}

func TestAFlushedRedisIsEmptyAndNoError(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, r *Redis) {
		s, ctx := New[where](r), t.Context()
		if err := errors.Join(s.Save(ctx, map[int64]where{1: {}}, nil), r.client.FlushAll(ctx).Err()); err != nil {
			t.Fatal(err)
		}
		if got, err := s.Load(ctx, []int64{1}); err != nil || len(got) != 0 {
			t.Errorf("%v, %v", got, err)
		}
	})
}

func TestWhatCannotBeReadIsAbsentAndCounted(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, r *Redis) {
		s, ctx := New[where](r), t.Context()
		_, err := r.client.Pipelined(ctx, func(pipe redis.Pipeliner) error {
			pipe.Set(ctx, key(1), `{"Form":`, 0)
			pipe.Set(ctx, key(2), `{"Form":3}`, 0)
			pipe.HSet(ctx, key(3), "Form", "apply")
			pipe.Set(ctx, key(4), `{"Form":"apply","Later":"a field of a newer program"}`, 0)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		got, err := s.Load(ctx, []int64{1, 2, 3, 4})
		if want := map[int64]where{4: {"apply", 0}}; err != nil || !cmp.Equal(got, want) || r.Unread() != 3 {
			t.Errorf("%v, %v, %d not read", got, err, r.Unread())
		}
		if err := s.Save(ctx, map[int64]where{1: {}, 2: {}, 3: {}}, nil); err != nil {
			t.Fatal(err)
		}
		if got, err := s.Load(ctx, []int64{1, 2, 3}); err != nil || len(got) != 3 || r.Unread() != 3 {
			t.Errorf("after saving over them: %v, %v, %d not read", got, err, r.Unread())
		}
	})
}

func TestAValueThatIsNoJSONIsNotSaved(t *testing.T) {
	t.Parallel()
	r := open(t, Config{Now: newClock().Now})
	before := r.RoundTrips()
	err := New[any](r).Save(t.Context(), map[int64]any{1: func() {}}, nil)
	if err == nil || errors.Is(err, ErrAway) || r.RoundTrips() != before {
		t.Errorf("%v after %d round trips", err, r.RoundTrips()-before)
	}
}

func TestACallerWhoLeavesIsNoFailureOfRedis(t *testing.T) {
	t.Parallel()
	onEach(t, func(t *testing.T, r *Redis) {
		s := New[where](r)
		gone, leave := context.WithCancel(t.Context())
		leave()
		if _, err := s.Load(gone, []int64{1}); !errors.Is(err, context.Canceled) || errors.Is(err, ErrAway) {
			t.Errorf("error %v", err)
		}
		during, leave := context.WithCancel(t.Context())
		err := r.Try(during, func(context.Context, redis.UniversalClient) error { leave(); return redis.ErrClosed })
		if !errors.Is(err, context.Canceled) || errors.Is(err, ErrAway) {
			t.Errorf("error %v", err)
		}
		if _, err := s.Load(t.Context(), []int64{1}); err != nil {
			t.Errorf("the next one: %v", err)
		}
	})
}
