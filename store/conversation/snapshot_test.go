package conversation

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func kept1(t *testing.T, r *Redis, want bool) {
	t.Helper()
	got, err := New[where](r).Load(t.Context(), []int64{1})
	if _, ok := got[1]; err != nil || ok != want {
		t.Errorf("kept: %v, %v, want %v", got, err, want)
	}
}

func saved(t *testing.T, c *clock) (file string) {
	t.Helper()
	file = filepath.Join(t.TempDir(), "conversations")
	r := open(t, Config{Snapshot: file, Now: c.Now})
	if err := saving1(t, r)(); err != nil {
		t.Fatal(err)
	}
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	return file
}

func TestASnapshotKeepsConversationsAndTheirLives(t *testing.T) {
	t.Parallel()
	c := newClock()
	file := saved(t, c)
	c.move(Life - time.Minute)
	r := open(t, Config{Snapshot: file, Now: c.Now})
	kept1(t, r, true)
	if left := r.client.PTTL(t.Context(), key(1)).Val(); left > time.Minute || left < 50*time.Second {
		t.Errorf("lives for %v", left)
	}
	c.move(time.Minute)
	r.inner.server.FastForward(time.Minute)
	kept1(t, r, false)
}

func TestASnapshotForgetsWhatEndedMeanwhile(t *testing.T) {
	t.Parallel()
	c := newClock()
	file := saved(t, c)
	c.move(Life)
	kept1(t, open(t, Config{Snapshot: file, Now: c.Now}), false)
}

func TestKeysAgeByTheClock(t *testing.T) {
	t.Parallel()
	c := newClock()
	in, err := openInner("", c.Now, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	if err := in.close(); err != nil { // so that only this test ages keys
		t.Fatal(err)
	}
	if err := in.put([]kept{{Key: "a", Until: c.Now().Add(time.Hour)}, {Key: "b"}}); err != nil {
		t.Fatal(err)
	}
	c.move(time.Hour - 1)
	in.age()
	if !in.server.Exists("a") {
		t.Error("ended early")
	}
	c.move(-time.Minute)
	in.age()
	c.move(1)
	in.age()
	if in.server.Exists("a") || !in.server.Exists("b") {
		t.Error("did not end, or what never ends did")
	}
}

func TestADamagedSnapshotIsSetAside(t *testing.T) {
	t.Parallel()
	seed := rand.Uint64()
	t.Logf("seed %d", seed)
	random := rand.New(rand.NewPCG(seed, 0))
	c := newClock()
	whole, err := os.ReadFile(saved(t, c))
	if err != nil {
		t.Fatal(err)
	}
	damages := map[string][]byte{"empty": {}, "cut in the middle": whole[:len(whole)/2], "without its end": whole[:len(whole)-1]}
	for range 20 {
		i := random.IntN(len(whole))
		damages[fmt.Sprintf("byte %d changed", i)] = append(append(bytes.Clone(whole[:i]), whole[i]^0x41), whole[i+1:]...)
	}
	for name, content := range damages {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			file := filepath.Join(t.TempDir(), "conversations")
			if err := os.WriteFile(file, content, 0o600); err != nil {
				t.Fatal(err)
			}
			var log strings.Builder
			r := open(t, Config{Snapshot: file, Now: c.Now, Log: slog.New(slog.NewTextHandler(&log, nil))})
			kept1(t, r, false)
			aside, err := os.ReadFile(file + ".damaged")
			if err != nil || !bytes.Equal(aside, content) || !strings.Contains(log.String(), "damaged") {
				t.Errorf("not set aside: %v, log %q", err, log.String())
			}
		})
	}
}

func TestASnapshotThatCannotBeReadOrWrittenIsAnError(t *testing.T) {
	t.Parallel()
	c := newClock()
	if _, err := Open(t.Context(), Config{Snapshot: t.TempDir(), Now: c.Now}); err == nil {
		t.Error("a folder was opened as a snapshot")
	}
	nowhere := filepath.Join(t.TempDir(), "gone", "conversations")
	r := open(t, Config{Snapshot: nowhere, Now: c.Now})
	if err := saving1(t, r)(); err != nil {
		t.Fatal(err)
	}
	if err := r.Close(); err == nil {
		t.Error("closed as if the snapshot was written")
	}
}

// The child saves and says so; it is killed once its file was written by the
// clock's beat alone, and what it had saved is there.
func TestAKilledProcessKeepsWhatIsASecondOld(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "conversations")
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
	defer cancel()
	child := exec.CommandContext(ctx, os.Args[0], "-test.run=^TestChild$")
	child.Env = append(os.Environ(), "LULING_CHILD="+file)
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	for said := bufio.NewScanner(out); said.Scan() && said.Text() != "saved"; {
	}
	began := time.Now()
	waitForFile(ctx, t, file)
	if took := time.Since(began); took > 10*saving {
		t.Errorf("written after %v", took)
	}
	_ = child.Process.Kill()
	_ = child.Wait()
	kept1(t, open(t, Config{Snapshot: file, Now: newClock().Now}), true)
}

func waitForFile(ctx context.Context, t *testing.T, file string) {
	t.Helper()
	again := time.NewTicker(10 * time.Millisecond)
	defer again.Stop()
	for {
		if _, err := os.Stat(file); err == nil {
			return
		}
		select {
		case <-again.C:
		case <-ctx.Done():
			t.Fatal("no snapshot was written")
		}
	}
}

func TestChild(t *testing.T) {
	file := os.Getenv("LULING_CHILD")
	if file == "" {
		return // the parent's part is the test
	}
	r := open(t, Config{Snapshot: file, Now: newClock().Now})
	if err := saving1(t, r)(); err != nil {
		t.Fatal(err)
	}
	fmt.Println("saved")
	select {} // until it is killed
}

func TestASecondCloseIsHarmless(t *testing.T) {
	t.Parallel()
	r := open(t, Config{Now: newClock().Now})
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	if err := r.Close(); err == nil {
		t.Error("the second Close says nothing")
	}
	if err := loading1(t, r)(); err == nil {
		t.Error("a closed connection answers")
	}
}
