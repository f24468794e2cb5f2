package locales

import (
	"html"
	"testing"
)

func TestLength(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, message string
		want          int
	}{
		{"nothing has no length", "", 0},
		{"a Chinese character is one", "庐陵", 2},
		{"an emoji beyond the basic plane is two", "🟢", 2},
		{"tags do not count", "<b>a</b><tg-spoiler>b</tg-spoiler>", 2},
		{"a tag may hold a bracket in quotes", `<a href="https://a/?b>c">d</a>`, 1},
		{"an entity counts as what it stands for", "&lt;&amp;&#39;&#x1F7E2;", 5},
		{"an entity Telegram does not know counts as written", "&nbsp;", 6},
		{"a bracket alone is text", "1 < 2", 5},
		{"text that looks like a tag once decoded is text", "&lt;b&gt;", 3},
		{"a broken byte is one", "\xff", 1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if got := Length(tt.message); got != tt.want {
				t.Errorf("Length(%q) = %d, want %d", tt.message, got, tt.want)
			}
		})
	}
}

func FuzzLength(f *testing.F) {
	for _, seed := range []string{"", "<b>", "&lt;", "🟢 & \xff", "<a href=\">\">", "&#0;", "&#xD800;", "&#9999999;", "\xe0\x9f"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		n := Length(s)
		if n < 0 || n > len(s) {
			t.Errorf("Length(%q) = %d of %d bytes", s, n, len(s))
		}
		if got, want := Length(html.EscapeString(s)), units(s); got != want {
			t.Errorf("escaped %q has length %d, want %d", s, got, want)
		}
		if got := Length("<b>" + html.EscapeString(s) + "</b>"); got != units(s) {
			t.Errorf("bold %q has length %d, want %d", s, got, units(s))
		}
	})
}
