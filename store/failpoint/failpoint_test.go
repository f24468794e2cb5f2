package failpoint

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var hit = regexp.MustCompile(`failpoint\.Hit\("([^"]+)"\)`)

// hits are the points the code of the module hits, tests aside.
func hits(t *testing.T) (found []string) {
	t.Helper()
	root := filepath.Join("..", "..")
	err := fs.WalkDir(os.DirFS(root), ".", func(at string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(at, ".go") || strings.HasSuffix(at, "_test.go") ||
			strings.HasPrefix(at, "store/failpoint/") {
			return err
		}
		text, err := os.ReadFile(filepath.Join(root, at))
		for _, m := range hit.FindAllStringSubmatch(string(text), -1) {
			found = append(found, m[1])
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func TestTheListIsTheCode(t *testing.T) {
	t.Parallel()
	listed, coded := Names(), hits(t)
	for _, name := range listed {
		if !slices.Contains(coded, name) {
			t.Errorf("%s is listed, but nothing hits it", name)
		}
	}
	for _, name := range coded {
		if !slices.Contains(listed, name) {
			t.Errorf("%s is hit, but not listed", name)
		}
	}
	if len(slices.Compact(slices.Clone(listed))) != len(listed) {
		t.Error("a name is listed twice")
	}
}

func TestOrders(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name, orders string
		want         map[string]order
	}{
		{"none", "", map[string]order{}},
		{"one, at its first hit", "store.batch.begun=kill", map[string]order{"store.batch.begun": {"kill", 1}}},
		{"one, at a later hit", "store.batch.begun=error@3", map[string]order{"store.batch.begun": {"error", 3}}},
		{"two", "store.batch.begun=panic@2,store.turn.seen.after=kill@1",
			map[string]order{"store.batch.begun": {"panic", 2}, "store.turn.seen.after": {"kill", 1}}},
		{"a point nobody hits is refused", "store.nowhere=kill@1", nil},
		{"a deed nobody knows is refused", "store.batch.begun=sleep@1", nil},
		{"no deed is refused", "store.batch.begun", nil},
		{"hit nought is refused", "store.batch.begun=kill@0", nil},
		{"a hit that is no number is refused", "store.batch.begun=kill@x", nil},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			got, err := parse(row.orders)
			if (err != nil) != (row.want == nil) || len(got) != len(row.want) {
				t.Fatalf("read as %v, %v", got, err)
			}
			for name, o := range row.want {
				if got[name] != o {
					t.Errorf("%s: %v, want %v", name, got[name], o)
				}
			}
		})
	}
}
