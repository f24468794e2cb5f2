package ask

import "math/big"

// Score asks for points; the field holds hundredths of a point (8.5 is 850).
// Bounds and Step are hundredths too. A press may carry the hundredths.
func Score(name string, field *int64, rules ...Rule) Question {
	return newQuestion(name, KindScore, counted(field, byHundredths), limits{}, rules)
}

// mostScore is the largest score, in hundredths.
const mostScore = 100_000_00

var byHundredths = measured(measure{parts: 100, limit: mostScore, unit: "分", parse: parseScore, show: showScore, check: checkStep})

func showScore(_ Question, hundredths int64) with { return with{"Score": hundredths} }

// parseScore reads a number; 八分半 is 8.5.
func parseScore(typed, own string) (quantity, error) {
	line := []rune(phraseOf(typed))
	if n := len(line); n > 2 && string(line[n-2:]) == "分半" {
		q, err := parseQuantity(string(line[:n-1]), own)
		if err == nil && !q.value.IsInt() {
			err = errNoNumber
		}
		if err == nil {
			q.value.Add(q.value, big.NewRat(1, 2))
		}
		return q, err
	}
	return parseQuantity(typed, own)
}

func checkStep(q Question, n int64) *Refusal {
	step := q.limits.step
	if step <= 0 || n%step == 0 {
		return nil
	}
	below := n - n%step
	return Refuse(RefusedNotAStep, with{"Has": n, "Step": step, "Below": below, "Above": below + step})
}
