package locales

import "testing"

func BenchmarkHTML(b *testing.B) {
	texts, err := Load()
	if err != nil {
		b.Fatal(err)
	}
	about := map[string]any{"By": "张三", "At": "2026-03-04T01:12:00Z"}
	for b.Loop() {
		if _, err := texts.HTML("zh", "screen.stale", about); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := Load(); err != nil {
			b.Fatal(err)
		}
	}
}
