package ask

import (
	"errors"
	"strconv"
)

// MostNumber is the largest number, either sign, that is counted at all. It and
// every number below it survive JavaScript and JSON exactly.
const MostNumber = 999_999_999_999

// Number asks for a whole number. Negative ones are refused unless AtLeast lets
// them in.
func Number(name string, field *int64, rules ...Rule) Question {
	return newQuestion(name, KindNumber, counted(field, byOnes), limits{}, rules)
}

var byOnes = measured(measure{parts: 1, limit: MostNumber, parse: parseQuantity, show: showNumber})

func showNumber(q Question, n int64) with { return with{"Number": n, "Unit": q.limits.unit} }

// noNumber refuses what is no number, with one that would be.
func (q Question) noNumber(typed string, err error) *Refusal {
	name := RefusedNotANumber
	if errors.Is(err, errTwoNumbers) {
		name = RefusedTwoNumbers
	}
	return Refuse(name, with{"Text": quote(typed), "Example": q.exampleNumber()})
}

// exampleNumber is an answer, with the question's unit, that would be accepted
// as far as its bounds tell.
func (q Question) exampleNumber() string {
	n := int64(3)
	if q.Kind == KindMoney {
		n = 30
	}
	if l := q.limits; q.Kind == KindNumber && l.unit == "" {
		if l.min != nil {
			n = max(n, *l.min)
		}
		if l.max != nil {
			n = min(n, *l.max)
		}
	}
	return strconv.FormatInt(n, 10) + q.limits.unit
}
