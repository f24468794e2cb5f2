//go:build failpoints

package files

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"luling/store/failpoint"
)

const childVariable = "LULING_TEST_CHILD"

func TestMain(m *testing.M) {
	dir := os.Getenv(childVariable)
	if dir == "" {
		os.Exit(m.Run())
	}
	f, err := OpenFolder(dir)
	if err == nil {
		_, err = f.Put(context.Background(), strings.NewReader("%PDF-1.7"), big)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(0)
}

// Wherever putting dies or fails, the file is there as a whole or not at all,
// and putting it again and sweeping leaves just the file.
func TestEveryPoint(t *testing.T) {
	t.Parallel()
	for _, point := range failpoint.Names() {
		if !strings.HasPrefix(point, "store.files.") {
			continue
		}
		for _, what := range []string{"kill", "panic", "error"} {
			t.Run(point+" "+what, func(t *testing.T) {
				t.Parallel()
				dir := filepath.Join(t.TempDir(), "files")
				cmd := exec.CommandContext(t.Context(), os.Args[0])
				cmd.Env = append(os.Environ(), childVariable+"="+dir, failpoint.Variable+"="+point+"="+what)
				err := cmd.Run()
				var exit *exec.ExitError
				if what == "kill" && (!errors.As(err, &exit) || exit.Exited()) {
					t.Fatalf("it was not killed: %v", err)
				}
				wholeOrNothing(t, dir)
			})
		}
	}
}

func wholeOrNothing(t *testing.T, dir string) {
	t.Helper()
	f, err := OpenFolder(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for _, c := range walk(t, f) {
		if ok, err := f.Verify(c.SHA256); !ok || err != nil {
			t.Errorf("%+v is not whole: %v", c, err)
		}
	}
	_, err = put(f, []byte("%PDF-1.7"))
	if _, swept := f.Sweep(time.Now().Add(time.Hour)); errors.Join(err, swept) != nil {
		t.Fatal(err, swept)
	}
	if n, found := incoming(t, f), walk(t, f); n != 0 || len(found) != 1 {
		t.Errorf("%d half-written, stored %+v", n, found)
	}
}
