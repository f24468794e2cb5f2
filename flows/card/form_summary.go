package card

import "luling/flows/ask"

func (f *Form) summaryQuestions() []ask.Question {
	in := ask.In("summary")
	qs := []ask.Question{
		ask.LongText("summary", &f.Summary, in, ask.Clause("S2.1"), ask.Length(50, 2000)),
		ask.LongText("honours", &f.Honours, in, ask.Optional(), ask.Length(2, 500)),
	}
	qs = append(qs, ask.Entries("related", &f.Related, relatedQuestions, in, ask.Least(0), ask.Most(10))...)
	qs = append(qs, f.proxyQuestions()...)
	return append(qs, ask.Declaration("declaration", &f.Declaration, in, ask.About(f.leaderFacts())))
}

// Source: C14.
func relatedQuestions(r *Related) []ask.Question {
	return []ask.Question{
		ask.Text("name", &r.Name, ask.Length(2, 30)),
		ask.Text("relation", &r.Relation, ask.Length(2, 80)),
	}
}
