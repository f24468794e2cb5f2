package apply_test

import (
	"strings"
	"testing"
	"time"

	"luling/store"
	"luling/store/programme"
)

// told counts what the contact was reminded of.
func (c *cast) reminded() (n int) {
	c.T.Helper()
	for _, said := range c.contact.Notices() {
		if strings.Contains(said, "申报尚未提交") {
			n++
		}
	}
	return n
}

// when is an hour of a day at the office.
func when(on string, hour, minute int) time.Time {
	return day(on).Starts().Add(time.Duration(hour)*time.Hour + time.Duration(minute)*time.Minute)
}

// The draft is begun on Tuesday 10 March; five working days after it end with the 17th.
func TestAnIdleDraftIsMentionedOnce(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name string
		at   time.Time
		want int
	}{
		{"not on the fifth working day", when("2026-03-17", 17, 59), 0},
		{"not in the night after it", when("2026-03-18", 8, 29), 0},
		{"from the office's first minute of the sixth", when("2026-03-18", 8, 30), 1},
		{"late, after a silence", when("2026-03-24", 10, 0), 1},
		{"not after the day's work", when("2026-03-18", 18, 0), 0},
		{"not on a Saturday", when("2026-03-21", 10, 0), 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			c := newCast(t, programme.Hospital)
			c.contact.Says("/apply").Presses("开始填写").Presses("下一步")
			c.Now = tt.at
			c.Tick()
			c.Tick()
			if got := c.reminded(); got != tt.want {
				t.Errorf("reminded %d times, want %d", got, tt.want)
			}
		})
	}
}

func TestWritingInTheDraftBeginsTheWaitAnew(t *testing.T) {
	t.Parallel()
	c := newCast(t, programme.Hospital)
	c.contact.Says("/apply").Presses("开始填写")
	c.Now = when("2026-03-16", 10, 0)
	c.contact.Presses("下一步")
	c.Now = when("2026-03-18", 9, 0)
	c.Tick()
	if n := c.reminded(); n != 0 {
		t.Fatalf("reminded %d times two days after it was written in", n)
	}
	c.Now = when("2026-03-24", 9, 0)
	c.Tick()
	c.contact.Told("申报尚未提交", "已填 1/", "项申报条件未满足", "距申报截止还有")
	c.Now = when("2026-03-25", 9, 0)
	c.Tick()
	if n := c.reminded(); n != 1 {
		t.Fatalf("reminded %d times of one stretch", n)
	}
}

// The last day is Friday 10 April; 4 to 6 April are a holiday.
func TestRemindersBeforeTheDeadline(t *testing.T) {
	t.Parallel()
	c := newCast(t, programme.Hospital)
	c.contact.Says("/apply").Presses("开始填写").Presses("下一步")
	for _, tt := range []struct {
		at   time.Time
		want int
		why  string
	}{
		{when("2026-03-18", 9, 0), 1, "it lay idle"},
		{when("2026-03-25", 17, 0), 1, "eleven working days are left"},
		{when("2026-03-26", 8, 29), 1, "the office is closed yet"},
		{when("2026-03-26", 8, 30), 2, "ten are left"},
		{when("2026-04-03", 17, 0), 2, "four are left"},
		{when("2026-04-06", 10, 0), 2, "a holiday"},
		{when("2026-04-07", 8, 30), 3, "three are left"},
		{when("2026-04-08", 12, 0), 3, "two are left"},
		{when("2026-04-09", 8, 30), 4, "one is left"},
		{when("2026-04-10", 12, 0), 4, "the last day itself"},
		{when("2026-04-13", 9, 0), 4, "it is over"},
	} {
		c.Now = tt.at
		c.Tick()
		c.Tick()
		if got := c.reminded(); got != tt.want {
			t.Fatalf("%s: reminded %d times, want %d: %s", tt.at.In(programme.Zone).Format("01-02 15:04"), got, tt.want, tt.why)
		}
	}
}

func TestOnlyTheLatestStepIsSaidAfterASilence(t *testing.T) {
	t.Parallel()
	c := newCast(t, programme.Hospital)
	c.contact.Says("/apply").Presses("开始填写")
	c.Now = when("2026-04-08", 9, 0)
	c.Tick()
	if n := c.reminded(); n != 1 {
		t.Fatalf("reminded %d times", n)
	}
	c.contact.Told("还有 2 个工作日", "2026年4月10日")
}

func TestADraftBegunAfterAStepWaitsForTheNext(t *testing.T) {
	t.Parallel()
	c := newCast(t, programme.Hospital)
	c.Now = when("2026-03-26", 9, 0)
	c.contact.Says("/apply")
	c.Now = when("2026-03-27", 9, 0)
	c.Tick()
	if n := c.reminded(); n != 0 {
		t.Fatalf("reminded %d times on the day after it was begun", n)
	}
	c.Now = when("2026-04-07", 9, 0)
	c.Tick()
	c.contact.Told("还有 3 个工作日")
}

func TestNobodyIsRemindedOfWhatIsSentOrWithdrawn(t *testing.T) {
	t.Parallel()
	sent := waiting(t)
	sent.Now = when("2026-04-07", 9, 0)
	sent.Tick()
	if n := sent.reminded(); n != 0 {
		t.Errorf("reminded %d times of what awaits the leader", n)
	}
	c := newCast(t, programme.Hospital)
	c.contact.Says("/apply").Says("/withdraw").Presses("撤回申报").Says("单位机构调整，本年度不再申报。").Presses("提交")
	c.wants(programme.AppWithdrawn)
	c.Now = when("2026-04-07", 9, 0)
	c.Tick()
	if n := c.reminded(); n != 0 {
		t.Errorf("reminded %d times of what was withdrawn", n)
	}
}

// What cannot be said to anybody does not stand in the way of the others.
func TestUnitsWithoutContactDoNotBlock(t *testing.T) {
	t.Parallel()
	c := newCast(t, programme.Hospital)
	for i := range 25 {
		c.Application(c.Unit("无联络员"+strings.Repeat("甲", i+1)), c.round, programme.AppDraft)
	}
	c.contact.Says("/apply")
	c.Now = when("2026-04-07", 9, 0)
	c.Tick()
	if n := c.reminded(); n != 1 {
		t.Errorf("reminded %d times", n)
	}
}

func TestALaterLastDayBeginsTheStepsAnew(t *testing.T) {
	t.Parallel()
	c := newCast(t, programme.Hospital)
	c.contact.Says("/apply")
	c.Now = when("2026-04-09", 9, 0)
	c.Tick()
	c.Change(func(tx *store.Tx) error {
		r, err := tx.RoundOpen()
		r.ClosesOn = day("2026-04-17")
		if err != nil {
			return err
		}
		return tx.PutRound(&r)
	})
	before := c.reminded()
	c.Tick()
	if got := c.reminded(); got != before+1 {
		t.Fatalf("reminded %d times more", got-before)
	}
	c.contact.Told("2026年4月17日")
}
