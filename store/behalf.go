package store

import (
	"bytes"
	"encoding/json"
	"fmt"

	"luling/store/programme"
)

// Absent is the person in whose place the actor acts, 0 if he acts for himself.
//
// Source: A9.
func (tx *Tx) Absent() programme.PersonID {
	if tx.actor.ID == 0 || tx.grant.PersonID == 0 || tx.grant.PersonID == tx.actor.ID {
		return 0
	}
	return tx.grant.PersonID
}

// For is the person in whose place the actor of an entry acted, 0 if he acted
// for himself.
func (e Entry) For() programme.PersonID {
	var data struct{ For programme.PersonID }
	if len(e.Data) == 0 || json.Unmarshal(e.Data, &data) != nil {
		return 0
	}
	return data.For
}

// onBehalf is an entry's data with the word for whom a deputy acts.
func (tx *Tx) onBehalf(data []byte) ([]byte, error) {
	absent := tx.Absent()
	if absent == 0 {
		return data, nil
	}
	mark := fmt.Appendf(nil, `{"for":%d`, absent)
	data = bytes.TrimSpace(data)
	switch {
	case len(data) == 0 || bytes.Equal(data, []byte("{}")):
		return append(mark, '}'), nil
	case data[0] != '{':
		return nil, fmt.Errorf("the data of an entry is no object")
	}
	return append(append(mark, ','), data[1:]...), nil
}
