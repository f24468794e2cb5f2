package ask

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
)

func file(id int64) Input { return Input{File: &File{ID: id, Name: "plan.pdf", State: FilePending}} }

func TestFiles(t *testing.T) {
	t.Parallel()
	var ids []int64
	q := Files("proof", &ids, Least(2), Most(3))
	gather := func(says string, in Input, want string, done bool) {
		t.Helper()
		got := q.Understand(in)
		is(t, says, got, want)
		accepted(t, q, got)
		same(t, says+", done", got.Done, done)
	}
	gather("done without a file", Input{Choice: ActDone}, RefusedNoFile, false)
	gather("a file", file(7), "[7]", false)
	gather("the same file again", file(7), "[7]", false)
	gather("done with too few", Input{Choice: ActDone}, RefusedTooFewFiles, false)
	gather("a second file with a caption", Input{Text: "方案", File: &File{ID: 8}}, "[7,8]", false)
	gather("a third file", file(9), "[7,8,9]", false)
	gather("a fourth file", file(10), RefusedTooManyFiles, false)
	gather("one taken out", Input{Choice: Drop("8")}, "[7,9]", false)
	gather("one taken out twice", Input{Choice: Drop("8")}, RefusedNotUnderstood, false)
	gather("done", Input{Choice: ActDone}, "[7,9]", true)
	gather("a made-up press", Input{Choice: "7"}, RefusedNotUnderstood, false)
	gather("a text", typing("见附件"), RefusedWantsFile, false)
	gather("a voice message", Input{Other: "voice"}, RefusedWantsFile, false)
	gather("a refused file", Input{File: &File{ID: 11, Name: "a.exe", State: FileRefused}}, RefusedBadFile, false)
	gather("nothing", Input{}, RefusedNoFile, false)
	same(t, "shown", q.Shown(json.RawMessage("[7]"))["Files"], any([]int64{7}))
}

func TestFilesWithoutRules(t *testing.T) {
	t.Parallel()
	var ids []int64
	q := Files("proof", &ids)
	for id := range int64(MostFiles) {
		got := q.Understand(file(id + 1))
		accepted(t, q, got)
	}
	same(t, "files", len(ids), MostFiles)
	mentions(t, q.Understand(file(99)), with{"Max": MostFiles})
	is(t, "done", q.Understand(Input{Choice: ActDone}), "[1,2,3,4,5,6,7,8,9,10]")
}

func TestAppendAndRemove(t *testing.T) {
	t.Parallel()
	raw, err := Append(nil, 7)
	same(t, "first file", string(raw), "[7]")
	raw, _ = Append(raw, 8)
	raw, _ = Append(raw, 7)
	same(t, "a file twice", string(raw), "[7,8]")
	raw, _ = Remove(raw, 7)
	raw, _ = Remove(raw, 7)
	same(t, "a file taken out twice", string(raw), "[8]")
	raw, _ = Remove(raw, 8)
	same(t, "no files", string(raw), "[]")
	raw, rerr := Remove(nil, 7)
	same(t, "nothing taken out of nothing", string(raw), "[]")
	if err != nil || rerr != nil {
		t.Errorf("errors of good answers: %v, %v", err, rerr)
	}
	for _, bad := range []string{"null", `"7"`, "[1.5]", "{"} {
		if _, err := Append(json.RawMessage(bad), 1); err == nil || !strings.HasPrefix(err.Error(), "append file: ") {
			t.Errorf("Append to %s: %v", bad, err)
		}
		if _, err := Remove(json.RawMessage(bad), 1); err == nil || errors.Is(err, ErrRejected) {
			t.Errorf("Remove from %s: %v", bad, err)
		}
	}
}
