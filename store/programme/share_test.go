package programme_test

import (
	"testing"

	"luling/store/programme"
)

func TestShare(t *testing.T) {
	t.Parallel()
	half, twoThirds := programme.Share{Part: 1, Whole: 2}, programme.Share{Part: 2, Whole: 3}
	for _, c := range []struct {
		name string
		got  bool
		want bool
	}{
		{"half of the seats is not more than half", half.Exceeded(3, 6), false},
		{"one more is", half.Exceeded(4, 6), true},
		{"3 of 5 is more than half", half.Exceeded(3, 5), true},
		{"2 of 5 is not", half.Exceeded(2, 5), false},
		{"4 of 6 are two thirds", twoThirds.Met(4, 6), true},
		{"4 of 7 are not", twoThirds.Met(4, 7), false},
		{"5 of 7 are", twoThirds.Met(5, 7), true},
		{"nobody of nobody is not more than half", half.Exceeded(0, 0), false},
	} {
		if c.got != c.want {
			t.Errorf("%s: %v", c.name, c.got)
		}
	}
	for total, want := range map[int]int{0: 0, 1: 1, 6: 4, 7: 5, 8: 6, 9: 6} {
		if got := twoThirds.Least(total); got != want || !twoThirds.Met(got, total) || got > 0 && twoThirds.Met(got-1, total) {
			t.Errorf("the least two thirds of %d is %d, want %d", total, got, want)
		}
	}
}

func TestReadShare(t *testing.T) {
	t.Parallel()
	for text, ok := range map[string]bool{
		"2/3": true, "0/1": true, "1/1": true, "4/3": false, "1/0": false, "-1/2": false, "2": false,
		"1/1000": true, "1/1001": false, "a/b": false, "2/3/4": false, "": false,
	} {
		var s programme.Share
		if err := s.UnmarshalText([]byte(text)); (err == nil) != ok {
			t.Errorf("%q: %v", text, err)
		}
	}
	var s programme.Share
	if err := s.UnmarshalText([]byte(" 2 / 3 ")); err != nil || s != (programme.Share{Part: 2, Whole: 3}) {
		t.Errorf("2/3 is read as %s, %v", s, err)
	}
	if text, err := s.MarshalText(); err != nil || string(text) != "2/3" {
		t.Errorf("two thirds are written %s, %v", text, err)
	}
	if half := (programme.Share{Part: 1, Whole: 2}); half.Compare(s) != -1 || s.Compare(half) != 1 || half.Compare(programme.Share{Part: 2, Whole: 4}) != 0 {
		t.Error("a half is not less than two thirds, or not two quarters")
	}
}
