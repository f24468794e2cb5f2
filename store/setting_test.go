package store_test

import (
	"slices"
	"testing"

	"luling/store"
	"luling/store/programme"
	"luling/store/storetest"
)

func TestWhatTheOfficeSetsLiesOverTheFile(t *testing.T) {
	t.Parallel()
	w := storetest.New(t, noon)
	office := w.Person("孙市办", programme.RoleOffice)
	storetest.Update(t, w.DB, noon, func(tx *store.Tx) error {
		tx.As(office.Person, office.Grant)
		a, err := tx.Approval()
		if err != nil || a.Settled() || a.Version != 0 {
			t.Errorf("before anything is set: %+v, %v", a, err)
		}
		if err := tx.SetApproval("赣评组〔2023〕12号", "", 0); err != nil {
			return err
		}
		wantConflict(t, "a second first value", tx.SetApproval("别的文号", "", 0))
		if a, err = tx.Approval(); a.Number != "赣评组〔2023〕12号" || a.Version != 1 || a.By != office.ID || !a.Settled() {
			t.Errorf("filled in: %+v, %v", a, err)
		}
		if err := tx.SetApproval("", "无需另行报批，会议已经研究。", 1); err != nil {
			return err
		}
		wantConflict(t, "a value over one that was not seen", tx.SetApproval("别的文号", "", 1))
		a, err = tx.Approval()
		if a.Number != "" || !a.Waived || !a.Settled() || a.Version != 2 || !a.At.Equal(noon) {
			t.Errorf("waived: %+v, %v", a, err)
		}
		entries, err := tx.Entries("setting/approval")
		if len(entries) != 2 || entries[1].Reason == "" {
			t.Errorf("the journal says %+v", entries)
		}
		return err
	})
}

func TestShuttingOut(t *testing.T) {
	t.Parallel()
	w := storetest.New(t, noon)
	who := w.Person("李联络", programme.RoleContact, w.Unit("甲厂"))
	storetest.Update(t, w.DB, noon, func(tx *store.Tx) error {
		wantConflict(t, "letting in who is in", tx.Unblock(who.ID, "误"))
		if err := tx.Block(who.ID, "多次发送无关内容"); err != nil {
			return err
		}
		wantConflict(t, "shutting out who is out", tx.Block(who.ID, "再次"))
		if err := tx.PutPerson(who.Person); err != nil { // read before he was shut out
			return err
		}
		p, err := tx.Person(who.ID)
		if err != nil || p.BlockedAt == nil || !p.BlockedAt.Equal(noon) {
			t.Errorf("storing the person again lets him in: %+v, %v", p, err)
		}
		out, err := tx.People(store.PeopleFilter{Blocked: true})
		if len(out) != 1 || err != nil {
			t.Errorf("%d are shut out, %v", len(out), err)
		}
		return tx.Unblock(who.ID, "已说明")
	})
}

func TestCallsAreByPerson(t *testing.T) {
	t.Parallel()
	w := storetest.New(t, noon)
	first, second := w.Person("甲", programme.RoleSupervisor), w.Person("乙", programme.RoleSupervisor)
	storetest.Update(t, w.DB, noon, func(tx *store.Tx) error {
		for _, n := range []store.Notice{
			{Key: "1", PersonID: second.ID, State: store.NoticePhone}, {Key: "2", PersonID: first.ID, State: store.NoticePhone},
			{Key: "3", PersonID: second.ID, State: store.NoticePhone}, {Key: "4", PersonID: first.ID, Chat: 7},
		} {
			n.Text = "x"
			if _, err := tx.Post(n); err != nil {
				return err
			}
		}
		calls, err := tx.Calls(0, 0)
		if len(calls) != 2 || calls[0] != (store.Call{PersonID: second.ID, Count: 2}) || calls[1] != (store.Call{PersonID: first.ID, Count: 1}) {
			t.Errorf("calls %+v, %v", calls, err)
		}
		if n, err := tx.CountCalls(); n != 2 || err != nil {
			t.Errorf("%d calls, %v", n, err)
		}
		page, err := tx.Calls(1, 1)
		if len(page) != 1 || page[0].PersonID != first.ID {
			t.Errorf("the second page is %+v", page)
		}
		return err
	})
}

func TestApplicationsAreFoundAndSorted(t *testing.T) {
	t.Parallel()
	w := storetest.New(t, noon)
	round := w.Round(programme.RoundApplying)
	names := []string{"第一中学", "第二中学", "百分之100%医院"}
	var all []programme.Application
	for i, state := range []programme.ApplicationState{programme.AppSubmitted, programme.AppDraft, programme.AppSubmitted} {
		all = append(all, w.Application(w.Unit(names[i]), round, state))
	}
	for _, tt := range []struct {
		name string
		f    store.ApplicationFilter
		want []programme.Application
	}{
		{"as they were begun", store.ApplicationFilter{}, all},
		{"part of a name", store.ApplicationFilter{Text: "中学"}, all[:2]},
		{"a sign of patterns is a sign", store.ApplicationFilter{Text: "%"}, all[2:]},
		{"not those of a unit", store.ApplicationFilter{Without: []programme.UnitID{all[1].UnitID}}, []programme.Application{all[0], all[2]}},
		{"drafts first", store.ApplicationFilter{Order: []programme.ApplicationState{programme.AppDraft}}, []programme.Application{all[1], all[0], all[2]}},
		{"a page of the sorted", store.ApplicationFilter{Order: []programme.ApplicationState{programme.AppDraft}, Limit: 1, Offset: 1}, all[:1]},
	} {
		storetest.View(t, w.DB, noon, func(tx *store.Tx) error {
			got, err := tx.Applications(tt.f)
			var ids, want []programme.ApplicationID
			for _, a := range got {
				ids = append(ids, a.ID)
			}
			for _, a := range tt.want {
				want = append(want, a.ID)
			}
			if !slices.Equal(ids, want) {
				t.Errorf("%s: %v, want %v", tt.name, ids, want)
			}
			return err
		})
	}
}
