package bot

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"strconv"
	"strings"
	"testing"
	"time"
)

func TestTheLogRepeatsNobodysWords(t *testing.T) {
	t.Parallel()
	_, number := strconv.ParseInt("三十万元整", 10, 64)
	_, date := time.Parse(time.DateOnly, "去年秋天")
	syntax := json.Unmarshal([]byte(`"没有写完`), new(string))
	for name, tt := range map[string]struct {
		err  error
		says string
	}{
		"a number that is none":             {fmt.Errorf("read: %w", number), "read: strconv.ParseInt"},
		"a date that is none":               {date, "parsing time"},
		"JSON that does not end":            {syntax, "unexpected end"},
		"what a %q quotes":                  {fmt.Errorf("line %q: gone", `张"三\`), `line "…": gone`},
		"what the messenger quotes":         {classify("sendMessage", http.StatusBadRequest, envelope{Description: `can't parse entities: Unsupported start tag "张三" at byte offset 12`}), "at byte offset 12"},
		"a quote that does not end":         {errors.New(`bad tag "张三`), `bad tag "…"`},
		"several, and lines":                {errors.New("a \"张\n三\" b `李四` c"), `a "…" b "…" c`},
		"what two errors that are one tell": {errors.Join(number, date), "invalid syntax"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var out bytes.Buffer
			log := slog.New(discreet{slog.NewTextHandler(&out, nil)})
			log.Error("failed", "update", 7, "error", tt.err)
			log.With("error", tt.err).WithGroup("g").Info("again")
			said, err := strconv.Unquote(`"` + between(out.String(), `error="`, "\"\n") + `"`)
			if err != nil {
				said = out.String()
			}
			if !strings.Contains(said, tt.says) || !strings.Contains(out.String(), "update=7") {
				t.Errorf("the log lacks %q: %s", tt.says, out.String())
			}
			for _, word := range []string{"三十万", "去年", "没有写完", "张", "三\\", "李四"} {
				if strings.Contains(out.String(), word) {
					t.Errorf("the log says %s: %s", word, out.String())
				}
			}
		})
	}
}

func between(s, from, to string) string {
	_, s, _ = strings.Cut(s, from)
	s, _, _ = strings.Cut(s, to)
	return s
}
