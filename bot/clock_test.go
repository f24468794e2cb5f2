package bot

import (
	"testing"
	"time"
)

var monday = time.Date(2026, 3, 2, 1, 0, 0, 0, time.UTC)

func TestAStillClockRingsAtTheInstantAndNotBefore(t *testing.T) {
	t.Parallel()
	c := NewStillClock(monday)
	bell := c.After(time.Hour)
	c.Advance(time.Hour - time.Nanosecond)
	select {
	case <-bell:
		t.Fatal("rang a nanosecond early")
	default:
	}
	c.Advance(time.Nanosecond)
	if at := <-bell; !at.Equal(monday.Add(time.Hour)) {
		t.Errorf("rang at %v", at)
	}
}

func TestAClockNeverGoesBack(t *testing.T) {
	t.Parallel()
	c := NewStillClock(monday)
	c.Advance(-time.Hour)
	if !c.Now().Equal(monday) || c.Ahead() != 0 {
		t.Errorf("shows %v, %v ahead", c.Now(), c.Ahead())
	}
}

func TestAClockThatRunsCanBeMovedForward(t *testing.T) {
	t.Parallel()
	c := NewClock()
	bell := c.After(24 * time.Hour)
	c.Advance(24 * time.Hour)
	<-bell
	if ahead := time.Until(c.Now()); ahead < 23*time.Hour {
		t.Errorf("only %v ahead", ahead)
	}
}
