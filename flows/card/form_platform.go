package card

import (
	"luling/flows/ask"
	"luling/store/programme"
)

// mostPhotos is how many photographs show one place.
const mostPhotos = 3

// Source: S4.4.
func (f *Form) platformQuestions() []ask.Question {
	in, clause := ask.In("platform"), ask.Clause("S4.4")
	qs := []ask.Question{f.words(programme.CritPlatform, mostWords, "S4.4")}
	qs = append(qs, ask.Entries("platforms", &f.Platforms, platformQuestions, in, clause, ask.Least(0), ask.Most(20))...)
	qs = append(qs, ask.Entries("places", &f.Places, f.placeQuestions, in, clause, ask.Least(1), ask.Most(10))...)
	return append(qs, f.proofs(programme.CritPlatform)...)
}

func platformQuestions(p *Platform) []ask.Question {
	return []ask.Question{
		ask.Text("name", &p.Name, ask.Length(2, 60)),
		ask.Choice("level", &p.Level, options(programme.Levels)),
		ask.Date("since", &p.Since, ask.MonthEnough(), ask.NotFuture()),
	}
}

func (f *Form) placeQuestions(p *Place) []ask.Question {
	qs := []ask.Question{
		ask.Text("name", &p.Name, ask.Length(2, 60)),
		ask.Number("area", &p.Area, ask.Unit("平方米"), ask.Between(1, mostArea)),
		ask.Text("use", &p.Use, ask.Length(2, 100)),
	}
	if !f.NoSecret {
		return qs
	}
	return append(qs, ask.Files("photos", &p.Photos, ask.Optional(), ask.Most(mostPhotos),
		ask.About(f.fileLimits()), ask.About(map[string]any{"PerItem": mostPhotos})))
}
