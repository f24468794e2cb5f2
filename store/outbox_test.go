package store_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"luling/store"
	"luling/store/programme"
	"luling/store/storetest"
)

const lease = time.Minute

// An office with a clock that tests move by hand.
type outbox struct {
	t   *testing.T
	db  *store.DB
	now time.Time
}

func newOutbox(t *testing.T) *outbox { return &outbox{t, storetest.Open(t, noon), noon} }

func (o *outbox) do(fn func(*store.Tx) error) {
	o.t.Helper()
	storetest.Update(o.t, o.db, o.now, fn)
}

func (o *outbox) post(notices ...store.Notice) {
	o.t.Helper()
	o.do(func(tx *store.Tx) error {
		for _, n := range notices {
			n.Text = "a.text"
			if n.Chat == 0 && n.State == "" {
				n.Chat = 1
			}
			if _, err := tx.Post(n); err != nil {
				return err
			}
		}
		return nil
	})
}

// claim claims up to ten and returns their keys.
func (o *outbox) claim() (keys []string) {
	o.t.Helper()
	o.do(func(tx *store.Tx) error {
		claimed, err := tx.ClaimNotices(10, lease)
		for _, n := range claimed {
			keys = append(keys, n.Key)
		}
		return err
	})
	return keys
}

func (o *outbox) notice(key string) (n store.Notice) {
	o.t.Helper()
	storetest.View(o.t, o.db, o.now, func(tx *store.Tx) error {
		all, err := tx.Notices(store.NoticeFilter{About: key})
		if len(all) != 1 {
			return fmt.Errorf("%d notices about %s", len(all), key)
		}
		n = all[0]
		return err
	})
	return n
}

// on calls a mark with the id of a notice.
func (o *outbox) on(key string, mark func(*store.Tx, int64) error) {
	o.t.Helper()
	id := o.notice(key).ID
	o.do(func(tx *store.Tx) error { return mark(tx, id) })
}

func later(d time.Duration) *time.Time { at := noon.Add(d); return &at }

func sent(tx *store.Tx, id int64) error { return tx.NoticeSent(id, 77) }

func TestPostSaysAThingOnce(t *testing.T) {
	t.Parallel()
	o := newOutbox(t)
	o.post(store.Notice{Key: "study/2026/unit-12/step-4", Data: []byte(`{"n":1}`)})
	o.on("study/", func(tx *store.Tx, id int64) error {
		posted, err := tx.Post(store.Notice{Key: "study/2026/unit-12/step-4", Chat: 9, Text: "other", Data: []byte(`{"n":2}`)})
		if posted {
			t.Error("the second one was posted")
		}
		return err
	})
	if n := o.notice("study/"); n.Chat != 1 || string(n.Data) != `{"n":1}` {
		t.Errorf("the first one changed: %+v", n)
	}
}

func TestClaimOrder(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name    string
		notices []store.Notice
		want    []string
	}{
		{"oldest due first", []store.Notice{
			{Key: "b", Chat: 1, DueAt: later(-time.Minute)}, {Key: "a", Chat: 2, DueAt: later(-time.Hour)},
		}, []string{"a", "b"}},
		{"a reply goes before a notice and a notice before bulk, however old", []store.Notice{
			{Key: "bulk", Chat: 1, Class: store.ClassBulk, DueAt: later(-2 * time.Hour)},
			{Key: "notice", Chat: 2, DueAt: later(-time.Hour)}, {Key: "reply", Chat: 3, Class: store.ClassReply},
		}, []string{"reply", "notice", "bulk"}},
		{"of a chat only the oldest", []store.Notice{{Key: "a", Chat: 1}, {Key: "b", Chat: 1}, {Key: "c", Chat: 2}},
			[]string{"a", "c"}},
		{"what is due this instant is due", []store.Notice{{Key: "a", DueAt: later(0)}}, []string{"a"}},
		{"what is due a millisecond later is not", []store.Notice{{Key: "a", DueAt: later(time.Millisecond)}}, nil},
		{"what lies ahead holds nobody up", []store.Notice{{Key: "a", DueAt: later(time.Hour)}, {Key: "b"}}, []string{"b"}},
		{"what is on the phone list is not sent", []store.Notice{{Key: "a", Chat: 1, State: store.NoticePhone}}, nil},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			o := newOutbox(t)
			o.post(row.notices...)
			if got := o.claim(); !slices.Equal(got, row.want) {
				t.Errorf("claimed %v, want %v", got, row.want)
			}
		})
	}
}

func TestAChatReadsInOrder(t *testing.T) {
	t.Parallel()
	o := newOutbox(t)
	o.post(store.Notice{Key: "part/1", Ordinal: 1}, store.Notice{Key: "part/2", Ordinal: 2})
	if got := o.claim(); !slices.Equal(got, []string{"part/1"}) {
		t.Fatalf("first claim: %v", got)
	}
	if got := o.claim(); got != nil {
		t.Errorf("claimed %v while the first part is being sent", got)
	}
	o.on("part/1", func(tx *store.Tx, id int64) error { return tx.NoticeRetry(id, noon.Add(time.Minute), "429") })
	if got := o.claim(); got != nil {
		t.Errorf("claimed %v while the first part waits for its next try", got)
	}
	o.now = noon.Add(time.Minute)
	if got := o.claim(); !slices.Equal(got, []string{"part/1"}) {
		t.Errorf("at the next try: %v", got)
	}
	o.on("part/1", sent)
	if got := o.claim(); !slices.Equal(got, []string{"part/2"}) {
		t.Errorf("after the first part: %v", got)
	}
}

func TestALeaseThatRanOut(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		name    string
		class   store.NoticeClass
		leases  int // how many run out
		claimed bool
		state   store.NoticeState
		unknown int
		after   time.Duration
	}{
		{"holds until its end", store.ClassNotice, 1, false, store.NoticeClaimed, 0, -time.Millisecond},
		{"gives a duty out once more, marked", store.ClassNotice, 1, true, store.NoticeClaimed, 1, 0},
		{"gives an announcement out once more, marked", store.ClassBulk, 1, true, store.NoticeClaimed, 1, 0},
		{"does not repeat a reply", store.ClassReply, 1, false, store.NoticeUncertain, 1, 0},
		{"stops a duty after the second time", store.ClassNotice, 2, false, store.NoticeUncertain, 2, 0},
		{"stops an announcement after the second time", store.ClassBulk, 3, false, store.NoticeUncertain, 2, 0},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			o := newOutbox(t)
			o.post(store.Notice{Key: "k", Class: row.class})
			got := o.claim()
			for range row.leases {
				o.now = o.now.Add(lease + row.after)
				got = o.claim()
			}
			n := o.notice("k")
			if (len(got) == 1) != row.claimed || n.State != row.state || n.Unknown != row.unknown || n.Again() != (row.unknown > 0) {
				t.Errorf("claimed %v, then %s with %d unknown", got, n.State, n.Unknown)
			}
		})
	}
}

func TestASendThatTookLongerThanItsLeaseIsSent(t *testing.T) {
	t.Parallel()
	o := newOutbox(t)
	o.post(store.Notice{Key: "k", Class: store.ClassReply})
	o.claim()
	o.now = noon.Add(lease)
	o.claim()
	o.on("k", sent)
	o.on("k", func(tx *store.Tx, id int64) error { return tx.NoticeSent(id, 78) })
	if n := o.notice("k"); n.State != store.NoticeSent || n.MessageID != 77 {
		t.Errorf("it is %s as message %d", n.State, n.MessageID)
	}
}

func TestMarksNeedAClaim(t *testing.T) {
	t.Parallel()
	o := newOutbox(t)
	o.post(store.Notice{Key: "k"})
	marks := map[string]func(*store.Tx, int64) error{
		"unknown": func(tx *store.Tx, id int64) error { return tx.NoticeUnknown(id, "") },
		"retry":   func(tx *store.Tx, id int64) error { return tx.NoticeRetry(id, noon, "") },
		"failed":  func(tx *store.Tx, id int64) error { return tx.NoticeFailed(id, "") },
		"ack":     (*store.Tx).AckNotice,
	}
	id := o.notice("k").ID
	for name, mark := range marks {
		err := o.db.Update(t.Context(), noon, func(tx *store.Tx) error { return mark(tx, id) })
		wantConflict(t, name, err)
	}
}

func TestAcknowledgingKeepsTheFirstInstant(t *testing.T) {
	t.Parallel()
	o := newOutbox(t)
	o.post(store.Notice{Key: "k"})
	o.claim()
	o.on("k", sent)
	o.on("k", (*store.Tx).AckNotice)
	o.now = noon.Add(time.Hour)
	o.on("k", (*store.Tx).AckNotice)
	if n := o.notice("k"); n.State != store.NoticeAcknowledged || !n.AckAt.Equal(noon) {
		t.Errorf("it is %s at %v", n.State, n.AckAt)
	}
}

func TestAnUnreachablePersonIsCalled(t *testing.T) {
	t.Parallel()
	o := newOutbox(t)
	p := programme.Person{Name: "李", Language: "zh"}
	o.do(func(tx *store.Tx) error { return tx.AddPerson(&p) })
	o.post(store.Notice{Key: "a", PersonID: p.ID}, store.Notice{Key: "b", PersonID: p.ID}, store.Notice{Key: "c", Chat: 2})
	o.claim()
	o.do(func(tx *store.Tx) error { return tx.NoticeUnreachable(p.ID) })
	o.now = noon.Add(time.Hour)
	o.do(func(tx *store.Tx) error { return tx.NoticeUnreachable(p.ID) })
	for key, want := range map[string]store.NoticeState{"a": store.NoticePhone, "b": store.NoticePhone, "c": store.NoticeClaimed} {
		if got := o.notice(key).State; got != want {
			t.Errorf("%s is %s, want %s", key, got, want)
		}
	}
	storetest.View(t, o.db, noon, func(tx *store.Tx) error {
		people, err := tx.People(store.PeopleFilter{Unreachable: true})
		if len(people) != 1 || !people[0].UnreachableAt.Equal(noon) {
			t.Errorf("unreachable: %+v", people)
		}
		return err
	})
}

func TestWhenToWake(t *testing.T) {
	t.Parallel()
	o := newOutbox(t)
	next := func() (at time.Time) {
		storetest.View(t, o.db, o.now, func(tx *store.Tx) (err error) {
			at, err = tx.NextDue()
			return err
		})
		return at
	}
	want := func(when string, at time.Time) {
		t.Helper()
		if got := next(); !got.Equal(at) {
			t.Errorf("%s: wake at %v, want %v", when, got, at)
		}
	}
	want("nothing waits", time.Time{})
	o.post(store.Notice{Key: "a", DueAt: later(time.Hour)}, store.Notice{Key: "b", DueAt: later(2 * time.Hour)})
	want("two notices lie ahead", noon.Add(time.Hour))
	o.do(func(tx *store.Tx) error {
		_, err := tx.AddJob(store.Job{Name: "fetch", Key: "j", DueAt: noon.Add(time.Minute)})
		return err
	})
	want("a job comes first", noon.Add(time.Minute))
	o.do(func(tx *store.Tx) error { _, err := tx.ClaimJobs(1, time.Minute); return err })
	o.now = noon.Add(2 * time.Hour)
	o.do(func(tx *store.Tx) error {
		jobs, err := tx.ClaimJobs(1, time.Minute)
		if len(jobs) == 1 {
			err = tx.JobDone(jobs[0].ID)
		}
		return err
	})
	o.claim()
	want("the second notice of the chat waits for the first one's lease", o.now.Add(lease))
	o.on("a", func(tx *store.Tx, id int64) error { return tx.NoticeRetry(id, o.now.Add(3*lease), "429") })
	want("both wait for the next try", o.now.Add(3*lease))
}
