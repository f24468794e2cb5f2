//go:build failpoints

package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"luling/bot/playground"
	"luling/store"
	"luling/store/programme"
)

const officeAccount = 1015

// points of slow work that no application comes by.
var piecePoints = []string{"jobs.before-piece", "jobs.after-piece"}

func init() { unused = append(unused, piecePoints...) }

// TestCrashImport kills the bot in the middle of reading and of saving a list of
// 300 lines: in the end exactly the confirmed lines are saved, each once.
func TestCrashImport(t *testing.T) {
	t.Logf("seed=%d", *crashSeed)
	others := []string{"jobs.before-result", "jobs.after-result", "store.jobs.claim.after", "store.jobs.done.before", "store.batch.commit.before", "store.batch.commit.after"}
	cycles, fired := 0, 0
	for i, point := range append(piecePoints, others...) {
		if !strings.Contains(point, *crashOnly) {
			continue
		}
		for n := range max(*crashCycles, 2) {
			cycles++
			if importCycle(t, point, rand.New(rand.NewPCG(*crashSeed, uint64(i*1000+n)))) {
				fired++
			}
		}
	}
	fmt.Printf("crash-import cycles=%d killed=%d seed=%d\n", cycles, fired, *crashSeed)
	if fired < cycles/2 {
		t.Errorf("only %d of %d cycles came by their point", fired, cycles)
	}
}

// importCycle is one list with one kill; it reports whether the kill came.
func importCycle(t *testing.T, point string, r *rand.Rand) bool {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	defer cancel()
	s := newStage(t, r)
	defer s.end()
	hit := 1 + r.IntN(20)
	if strings.Contains(point, "jobs") && !strings.Contains(point, "piece") {
		hit = 1 + r.IntN(3)
	}
	s.start("LULING_FAILPOINT=" + fmt.Sprintf("%s=kill@%d", point, hit))
	s.did(s.box.Start(officeAccount, ""))
	b, wrong, _ := messyList()
	s.did(s.box.SendFile(officeAccount, workbook("名单", b)))
	s.imports(ctx)
	s.importJudge(point, 300-len(wrong))
	return s.kills > 0
}

// imports presses what a patient officer presses until the list is saved.
func (s *stage) imports(ctx context.Context) {
	s.t.Helper()
	for s.heard(officeAccount, "已保存 283 行") == 0 {
		s.watch()
		if m, found := s.screenWith(officeAccount, "名单：名单", "疑似重复"); found {
			if standing := s.standing(officeAccount, m); s.acted[officeAccount] != standing && s.press(officeAccount, m, "全部新增", "核对疑似重复", "确认保存") {
				s.acted[officeAccount] = standing
			}
		}
		select {
		case <-s.events:
		case <-s.bot.ended:
		case <-time.After(2 * time.Second): // a patient officer tries again
			clear(s.acted)
		case <-ctx.Done():
			s.t.Fatalf("%v: the list is not saved; the office sees:\n%s", s.bot.extra, s.sees(officeAccount))
		}
	}
}

// screenWith is the newest message of the bot that begins with one of the words.
func (s *stage) screenWith(person int64, words ...string) (found playground.Message, ok bool) {
	for _, m := range s.box.Messages(person) {
		for _, w := range words {
			if m.FromBot && strings.Contains(m.Text, w) && len(m.Keyboard) > 0 {
				found, ok = m, true
			}
		}
	}
	return found, ok
}

// importJudge stops the bot and counts.
func (s *stage) importJudge(point string, confirmed int) {
	s.t.Helper()
	if err := s.bot.stop(); err != nil {
		s.t.Error(err)
	}
	err := s.view(func(tx *store.Tx) error {
		rows, err := tx.ImportLines(1, store.ImportLineFilter{Verdicts: []programme.Verdict{programme.VerdictNew}})
		if err != nil {
			return err
		}
		for _, row := range rows {
			if row.Outcome != programme.LineSaved {
				s.t.Errorf("%s: line %d is %q", point, row.No, row.Outcome)
			}
		}
		if len(rows) != confirmed {
			s.t.Errorf("%s: %d lines in the plan, want %d", point, len(rows), confirmed)
		}
		units, err := tx.Units(store.UnitFilter{})
		if n := len(units) - confirmed; n != 5 { // the playground's own
			s.t.Errorf("%s: %d units besides the confirmed ones, want 5", point, n)
		}
		for _, u := range units {
			entries, err := tx.Entries(fmt.Sprintf("unit/%d", u.ID))
			if err != nil {
				return err
			}
			if len(entries) > 1 {
				s.t.Errorf("%s: %s was saved %d times", point, u.Name, len(entries))
			}
		}
		return err
	})
	if err != nil {
		s.t.Error(err)
	}
}
