package locales

import "testing"

func BenchmarkHTML(b *testing.B) {
	texts, err := Load()
	if err != nil {
		b.Fatal(err)
	}
	about := map[string]any{"Unit": "庐陵人民医院", "Move": "withdraw", "By": "张三", "Role": "role.head"}
	for b.Loop() {
		if _, err := texts.HTML("zh", "apply.declined", about); err != nil {
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
