package rulebook

import (
	"fmt"
	"strconv"
	"strings"
)

// points are written as a number of points with at most two decimals and held in
// hundredths. They are a struct because the decoder gives only values of that
// kind the text of a number.
type points struct{ hundredths int64 }

// UnmarshalText implements encoding.TextUnmarshaler.
func (p *points) UnmarshalText(b []byte) error {
	whole, part, _ := strings.Cut(string(b), ".")
	n, err := strconv.ParseUint(whole, 10, 16)
	cents, err2 := strconv.ParseUint((part + "00")[:2], 10, 8)
	if err != nil || err2 != nil || n > 1000 || strings.Trim(part[min(2, len(part)):], "0") != "" {
		return fmt.Errorf("%s is not a number of points such as 4 or 2.5", b)
	}
	p.hundredths = int64(n)*100 + int64(cents)
	return nil
}

// written is a number of hundredths as the file writes points.
func written(hundredths int64) string {
	return strconv.FormatFloat(float64(hundredths)/100, 'f', -1, 64)
}
