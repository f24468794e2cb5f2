package locales

import (
	"fmt"
	"time"
)

// The office's zone. China has had no summer time since 1991.
var office = time.FixedZone("Asia/Shanghai", 8*60*60)

const (
	dayZh = "2006年1月2日"
	dayEn = "2 January 2006"
)

// date says a civil date. No date is a dash: an open date is no mistake.
func (t *tongue) date(day string) (string, error) {
	if day == "" {
		return "—", nil
	}
	d, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return "", fmt.Errorf("date: %w", err)
	}
	return d.Format(t.either(dayZh, dayEn)), nil
}

// at says an instant by the clock on the office's wall.
func (t *tongue) at(instant string) (string, error) {
	i, err := time.Parse(time.RFC3339, instant)
	if err != nil {
		return "", fmt.Errorf("at: %w", err)
	}
	return i.In(office).Format(t.either(dayZh+" 15:04", dayEn+", 15:04")), nil
}

func (t *tongue) either(zh, en string) string {
	if t.lang == "en" {
		return en
	}
	return zh
}
