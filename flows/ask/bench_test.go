package ask

import (
	"encoding/json"
	"strconv"
	"testing"
)

// A long form has a hundred questions and no branches.
type long struct{ fields [100]int64 }

func (l *long) Questions() []Question {
	qs := make([]Question, len(l.fields))
	for i := range l.fields {
		qs[i] = Number(strconv.Itoa(i), &l.fields[i], AtLeast(0))
	}
	return qs
}

func BenchmarkFill(b *testing.B) {
	answers := map[string]Answer{}
	for i := range 100 {
		answers[strconv.Itoa(i)] = Answer{Value: json.RawMessage(strconv.Itoa(i))}
	}
	b.ReportAllocs()
	for b.Loop() {
		Fill(&long{}, answers)
	}
}

func BenchmarkUnderstandNumber(b *testing.B) {
	q := Number("n", new(int64))
	for b.Loop() {
		q.Understand(typing("约三十万人左右"))
	}
}

func BenchmarkUnderstandDate(b *testing.B) {
	q := Date("d", new(civilDate), NotFuture())
	for b.Loop() {
		q.Understand(typing("上周五"))
	}
}
