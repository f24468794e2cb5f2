package peopletest

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"

	"luling/flows"
	"luling/store"
	"luling/store/programme"
	"luling/store/storetest"
)

// Arrives lets the contents of all files that are on their way arrive.
func (c *Chat) Arrives() *Chat {
	c.town.T.Helper()
	var files []programme.File
	storetest.View(c.town.T, c.town.DB, c.town.Now, func(tx *store.Tx) (err error) {
		files, err = tx.FilesPending()
		return err
	})
	for _, f := range files {
		sum := sha256.Sum256([]byte(f.UniqueID))
		c.turn(flows.Input{Event: flows.Arrived, Received: &flows.Received{
			File: f.ID, State: programme.FileStored, Type: "application/pdf", Size: f.Size, SHA256: hex.EncodeToString(sum[:]),
		}})
	}
	return c
}

// Notices are the messages promised to the account, in words.
func (c *Chat) Notices() (said []string) {
	c.town.T.Helper()
	for _, n := range c.promised() {
		said = append(said, c.town.Words("zh", n.Text, json.RawMessage(n.Data)))
	}
	return said
}

// Opens makes the latest notice the screen, so that its buttons can be pressed.
func (c *Chat) Opens() *Chat {
	c.town.T.Helper()
	all := c.promised()
	if len(all) == 0 {
		c.town.T.Fatal("there is no notice")
	}
	n := all[len(all)-1]
	c.said, c.reply = c.town.Words("zh", n.Text, json.RawMessage(n.Data)), flows.Reply{}
	if n.Buttons != nil {
		if err := json.Unmarshal(n.Buttons, &c.reply.Buttons); err != nil {
			c.town.T.Fatal(err)
		}
	}
	return c
}

func (c *Chat) promised() (all []store.Notice) {
	c.town.T.Helper()
	storetest.View(c.town.T, c.town.DB, c.town.Now, func(tx *store.Tx) (err error) {
		all, err = tx.Notices(store.NoticeFilter{Chat: c.account})
		return err
	})
	return all
}
