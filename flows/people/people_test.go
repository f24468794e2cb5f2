package people_test

import (
	"fmt"
	"testing"
	"time"

	"luling/flows"
	"luling/flows/flowtest"
	"luling/flows/people"
	"luling/store"
	"luling/store/programme"
	"luling/store/storetest"
)

// Monday, 2 March 2026, 09:00 at the office.
var monday = time.Date(2026, 3, 2, 1, 0, 0, 0, time.UTC)

const stranger = 777

func town(t *testing.T, more ...flows.Feature) *flowtest.House {
	t.Helper()
	return flowtest.New(t, monday, append([]flows.Feature{people.Feature}, more...)...)
}

// invite makes an invitation as the operator or somebody else would.
func invite(t *flowtest.House, by storetest.Player, i programme.Invitation) (code people.Code) {
	t.T.Helper()
	if i.Name == "" {
		i.Name = "王小明"
	}
	storetest.Update(t.T, t.DB, t.Now, func(tx *store.Tx) (err error) {
		tx.As(by.Person, by.Grant)
		_, code, err = people.Invite(tx, i)
		return err
	})
	return code
}

func grants(t *flowtest.House, account int64) (all []programme.Grant) {
	t.T.Helper()
	storetest.View(t.T, t.DB, t.Now, func(tx *store.Tx) error {
		p, err := tx.PersonByTelegram(account)
		if err != nil {
			return nil
		}
		all, err = tx.Grants(p.ID)
		return err
	})
	return all
}

func unitOf(u programme.Unit) string { return fmt.Sprintf("unit/%d", u.ID) }
