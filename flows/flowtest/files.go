package flowtest

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"

	"luling/flows"
	"luling/store"
	"luling/store/programme"
)

// Sends sends a file, whose content is on its way until [Chat.Arrives]. The
// same name is the same file.
func (c *Chat) Sends(name string) *Chat {
	c.h.T.Helper()
	return c.does(flows.Input{Event: flows.Filed, File: &flows.Incoming{
		TelegramID: "id-" + name, UniqueID: "unique-" + name, Name: name, Size: 1000, Type: "application/pdf",
	}})
}

// Arrives lets the contents of the files that are on their way arrive: of all, or
// of those named.
func (c *Chat) Arrives(names ...string) *Chat {
	c.h.T.Helper()
	for _, f := range c.pending() {
		if len(names) > 0 && !slices.Contains(names, f.Name) {
			continue
		}
		sum := sha256.Sum256([]byte(f.UniqueID))
		c.received(flows.Received{
			File: f.ID, State: programme.FileStored, Type: "application/pdf", Size: f.Size, SHA256: hex.EncodeToString(sum[:]),
		})
	}
	return c
}

// Spoils lets all files that are on their way be refused by their content, for
// the reason named.
func (c *Chat) Spoils(reason string) *Chat {
	c.h.T.Helper()
	for _, f := range c.pending() {
		c.received(flows.Received{File: f.ID, State: programme.FileRefused, Reason: reason})
	}
	return c
}

func (c *Chat) pending() (files []programme.File) {
	c.h.T.Helper()
	c.h.Look(func(tx *store.Tx) (err error) {
		files, err = tx.FilesPending()
		return err
	})
	return files
}

func (c *Chat) received(r flows.Received) {
	c.h.T.Helper()
	c.does(flows.Input{Event: flows.Arrived, Received: &r})
}
