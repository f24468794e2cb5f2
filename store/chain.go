package store

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"

	"luling/store/failpoint"
)

// canonical is what of a row is hashed, in this order, as one JSON object
// without spaces and without escaping of <, > and &, followed by a newline.
// Data is there as the text it is.
type canonical struct {
	Seq     int64  `json:"seq"`
	At      string `json:"at"` // 2006-01-02T15:04:05.000Z
	Actor   int64  `json:"actor"`
	Role    string `json:"role"`
	Act     string `json:"act"`
	Object  string `json:"object"`
	Version int64  `json:"version"`
	From    string `json:"from"`
	To      string `json:"to"`
	Reason  string `json:"reason"`
	Clause  string `json:"clause"`
	Data    string `json:"data"`
	Prev    string `json:"prev"`
}

// sum is the hash of a row with its number and the hash of the row before it:
// lower-case hex of the SHA-256 of its canonical form.
func (e Entry) sum() (string, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	err := enc.Encode(canonical{
		Seq: e.Seq, At: e.At.UTC().Format("2006-01-02T15:04:05.000Z"), Actor: int64(e.Actor), Role: string(e.Role),
		Act: e.Act, Object: e.Object, Version: e.Version, From: e.From, To: e.To,
		Reason: e.Reason, Clause: e.Clause, Data: string(e.Data), Prev: e.Prev,
	})
	digest := sha256.Sum256(b.Bytes())
	return hex.EncodeToString(digest[:]), err
}

// A head is the last link of the chain.
type head struct {
	Seq  int64
	Hash string
}

// chain numbers and links the rows of this batch. The head row is locked by the
// write, so that the chain has one order however many batches there are.
func (b *Batch) chain() error {
	if *b.tx.journaled == 0 {
		return nil
	}
	if err := failpoint.Hit("store.batch.chain.before"); err != nil {
		return err
	}
	last, err := b.tx.lockHead()
	if err != nil {
		return named(err, "lock the journal's head")
	}
	rows, err := many[Entry](b.tx.gorm.Where("seq IS NULL").Order("id"))
	if err != nil {
		return named(err, "read the batch's journal")
	}
	for _, e := range rows {
		if last, err = b.tx.link(e, last); err != nil {
			return named(err, "chain %s of %s", e.Act, e.Object)
		}
	}
	_, err = b.tx.exec("UPDATE journal_head SET seq = ?, hash = ? WHERE id = 1", last.Seq, last.Hash)
	_ = failpoint.Hit("store.batch.chain.after")
	return named(err, "move the journal's head")
}

func (tx *Tx) lockHead() (h head, err error) {
	err = tx.scan([]any{&h.Seq, &h.Hash}, "UPDATE journal_head SET seq = seq WHERE id = 1 RETURNING seq, hash")
	return h, err
}

// link stores a row's number and hashes and returns it as the new head.
func (tx *Tx) link(e Entry, last head) (head, error) {
	e.Seq, e.Prev = last.Seq+1, last.Hash
	hash, err := e.sum()
	if err != nil {
		return head{}, err
	}
	n, err := tx.exec("UPDATE journal SET seq = ?, prev = ?, hash = ? WHERE id = ? AND seq IS NULL", e.Seq, e.Prev, hash, e.ID)
	return head{e.Seq, hash}, touched(n, err, ErrConflict)
}
