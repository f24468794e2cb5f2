package store_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"luling/store"
	"luling/store/failpoint"
	"luling/store/programme"
)

// The test binary is its own child: with this variable set it works on the
// database it names instead of running tests, and may be killed while it does.
const childVariable = "LULING_TEST_CHILD"

func TestMain(m *testing.M) {
	if path := os.Getenv(childVariable); path != "" {
		if err := child(path, os.Args[len(os.Args)-1]); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// child opens the database and does one of the works.
func child(path, work string) error {
	db, err := store.Open(context.Background(), store.Config{Path: path, Programme: &programme.Programme{}})
	if err != nil {
		return err
	}
	return errors.Join(works[work](db), db.Close())
}

var works = map[string]func(*store.DB) error{
	"die inside a turn":     dieInside,
	"die after the commit":  dieAfter,
	"everything, to an end": everything,
}

// run runs a child to its end or death and returns what it wrote.
func run(t *testing.T, path, work string, orders ...string) (killed bool, output string) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^$", work)
	cmd.Env = append(os.Environ(), childVariable+"="+path, failpoint.Variable+"="+strings.Join(orders, ","))
	out, err := cmd.CombinedOutput()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return err != nil && !exit.Exited(), string(out)
}

// die ends the process as a power cut would.
func die() error {
	p, err := os.FindProcess(os.Getpid())
	if err == nil {
		err = p.Kill()
	}
	if err == nil {
		select {}
	}
	return err
}

func threeTurns(db *store.DB, from int64, then func() error) error {
	return db.Batch(context.Background(), noon, func(b *store.Batch) error {
		for i := from; i < from+3; i++ {
			if _, err := b.Turn(i, arrives(fmt.Sprintf("person %02d", i))); err != nil {
				return err
			}
		}
		return then()
	})
}

func onward() error { return nil }

func dieInside(db *store.DB) error {
	return errors.Join(threeTurns(db, 1, onward), threeTurns(db, 4, die))
}

func dieAfter(db *store.DB) error {
	return errors.Join(threeTurns(db, 1, onward), threeTurns(db, 4, onward), die())
}

// everything does each thing of the store once, and only what is still to do:
// it is run again after it was killed, as the messenger would send everything
// again that was not confirmed.
func everything(db *store.DB) error {
	for from := int64(1); from <= 7; from += 3 {
		if err := retried(func() error { return chainedTurns(db, from) }); err != nil {
			return err
		}
	}
	for i := range 8 { // each time whatever lease there was has run out
		if err := retried(func() error { return sendAll(db, noon.Add(time.Duration(i)*2*time.Minute)) }); err != nil {
			return err
		}
	}
	return nil
}

// retried runs fn until it is without error, three times at most.
func retried(fn func() error) (err error) {
	for range 3 {
		if err = fn(); err == nil {
			return nil
		}
	}
	return err
}

// chainedTurns are three turns, the second of them refused at first, each with a
// row of the journal, a screen, a notice and a job.
func chainedTurns(db *store.DB, from int64) error {
	return db.Batch(context.Background(), noon, func(b *store.Batch) error {
		for i := from; i < from+3; i++ {
			if _, err := b.Turn(-i, func(*store.Tx) error { return errRefused }); err != nil && !errors.Is(err, errRefused) {
				return err
			}
			if _, err := b.Turn(i, oneOfEach(i)); err != nil {
				return err
			}
		}
		return nil
	})
}

func oneOfEach(i int64) func(*store.Tx) error {
	return func(tx *store.Tx) error {
		key := fmt.Sprintf("thing/%d", i)
		_, posted := tx.Post(store.Notice{Key: key, Chat: i, Text: "t"})
		_, added := tx.AddJob(store.Job{Name: "n", Key: key})
		return errors.Join(arrives(fmt.Sprintf("person %02d", i))(tx), posted, added,
			tx.Journal(store.Entry{Act: "say", Object: key, Version: 1}), tx.PutScreen(&store.Screen{Chat: i, Anew: true}))
	}
}

// sendAll claims and settles whatever waits, each step in a change of its own.
func sendAll(db *store.DB, now time.Time) error {
	update := func(fn func(*store.Tx) error) error { return db.Update(context.Background(), now, fn) }
	var notices []store.Notice
	var jobs []store.Job
	var screens []store.Screen
	err := update(func(tx *store.Tx) (err error) {
		var also, too error
		notices, err = tx.ClaimNotices(100, time.Minute)
		jobs, also = tx.ClaimJobs(100, time.Minute)
		screens, too = tx.ScreensUnshown(100)
		return errors.Join(err, also, too)
	})
	for i, n := range notices {
		err = errors.Join(err, update(func(tx *store.Tx) error {
			if i == 0 && n.Tries == 1 {
				return tx.NoticeRetry(n.ID, now, "429")
			}
			return tx.NoticeSent(n.ID, 7)
		}))
	}
	for _, j := range jobs {
		err = errors.Join(err, update(func(tx *store.Tx) error { return tx.JobDone(j.ID) }))
	}
	for _, s := range screens {
		err = errors.Join(err, update(func(tx *store.Tx) error {
			return tx.MarkShown(store.Mark{Chat: s.Chat, Revision: s.Wanted, MessageID: 8})
		}))
	}
	return err
}
