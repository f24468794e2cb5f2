package files

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestCleanName(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("长", 200)
	for _, row := range []struct{ name, sent, want string }{
		{"a plain name stays", "申报书 (定稿).docx", "申报书 (定稿).docx"},
		{"a path is not part of a name", "../../etc/passwd", "passwd"},
		{"nor is a Windows path", `C:\Users\li\证明.pdf`, "证明.pdf"},
		{"nothing is a file", "", "file"},
		{"dots are nothing", "..", "file"},
		{"a path to nowhere is nothing", "a/", "file"},
		{"control characters go", "a\x00b\x1b\x7f.pdf", "ab.pdf"},
		{"a line break is a space", "a\nb.pdf", "a b.pdf"},
		{"direction marks go", "cod\u202efdp.exe", "codfdp.exe"},
		{"zero-width characters go", "a\u200bb\ufeff.pdf", "ab.pdf"},
		{"broken bytes go", "a\xff.pdf", "a.pdf"},
		{"a rare character stays", "䶮𠮷.pdf", "䶮𠮷.pdf"},
		{"as long as may be stays", long[:3*(MaxName-4)] + ".pdf", long[:3*(MaxName-4)] + ".pdf"},
		{"a character more is cut before the extension", long[:3*(MaxName-3)] + ".pdf", long[:3*(MaxName-4)] + ".pdf"},
		{"a long extension is none", "a." + long, "a." + long[:3*(MaxName-2)]},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			if got := CleanName(row.sent); got != row.want {
				t.Errorf("%q becomes %q, want %q", row.sent, got, row.want)
			}
		})
	}
}

func FuzzCleanName(f *testing.F) {
	for _, seed := range []string{"", "a.pdf", "../..", "\u202e", "CON", strings.Repeat("é", 300) + ".docx", "a. . .", "x" + strings.Repeat(" ", 130) + ".b"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, sent string) {
		name := CleanName(sent)
		if name == "" || !utf8.ValidString(name) || utf8.RuneCountInString(name) > MaxName {
			t.Errorf("%q becomes %q", sent, name)
		}
		if strings.ContainsAny(name, "/\\\x00") || strings.Trim(name, ".") == "" {
			t.Errorf("%q becomes a path: %q", sent, name)
		}
		for _, r := range name {
			if unicode.In(r, unicode.C, unicode.Zl, unicode.Zp) {
				t.Errorf("%q keeps %U", sent, r)
			}
		}
		if again := CleanName(name); again != name {
			t.Errorf("%q becomes %q becomes %q", sent, name, again)
		}
	})
}
