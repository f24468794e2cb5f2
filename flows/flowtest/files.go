package flowtest

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"luling/flows"
	"luling/store"
	"luling/store/programme"
)

// Sends sends a file, whose content is on its way until [Chat.Arrives]. The
// same name is the same file.
func (c *Chat) Sends(name string) *Chat {
	c.h.T.Helper()
	return c.does(flows.Input{Event: flows.Filed, File: incoming(name, name)})
}

// SendsWith sends a file with a caption.
func (c *Chat) SendsWith(name, caption string) *Chat {
	c.h.T.Helper()
	file := incoming(name, name)
	file.Caption = caption
	return c.does(flows.Input{Event: flows.Filed, File: file})
}

// SendsAs sends another copy of a file under a name of its own: the messenger knows
// it by another id, its content is the same.
func (c *Chat) SendsAs(name, of string) *Chat {
	c.h.T.Helper()
	return c.does(flows.Input{Event: flows.Filed, File: incoming(name, of+"#"+name)})
}

// Recaptions edits the caption of a file that was sent.
func (c *Chat) Recaptions(name, caption string) *Chat {
	c.h.T.Helper()
	file := incoming(name, name)
	file.Caption = caption
	return c.does(flows.Input{Event: flows.Corrected, File: file})
}

func incoming(name, id string) *flows.Incoming {
	return &flows.Incoming{TelegramID: "id-" + id, UniqueID: "unique-" + id, Name: name, Size: 1000, Type: "application/pdf"}
}

// Arrives lets the contents of the files that are on their way arrive: of all, or
// of those named.
func (c *Chat) Arrives(names ...string) *Chat {
	c.h.T.Helper()
	for _, f := range c.pending() {
		if len(names) > 0 && !slices.Contains(names, f.Name) {
			continue
		}
		content, _, _ := strings.Cut(f.UniqueID, "#")
		sum := sha256.Sum256([]byte(content))
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
