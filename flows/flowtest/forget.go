package flowtest

import (
	"luling/flows"
	"luling/store"
)

// Forgets loses the conversation, as a flush of Redis does: it is made again
// from what the screen's row says.
func (c *Chat) Forgets() *Chat {
	c.h.T.Helper()
	c.c = flows.Rebuild(store.Screen{
		Chat: c.account, PersonID: c.c.Person, Conversation: c.c.ID, Form: c.c.Form, Subject: c.c.Subject,
		Asks: c.c.Asks, View: c.c.Face(), Wanted: c.c.Revision, UpdatedAt: c.h.Now,
	})
	return c
}

// Stands is where the conversation stands, for comparing: the question on the
// screen and the face of the form.
func (c *Chat) Stands() string { return c.c.Asks + " " + c.c.Face() }

// Data is what a button of the live screen carries.
func (c *Chat) Data(b flows.Button) string {
	c.h.T.Helper()
	data, err := flows.Data(b, c.c.ID, c.c.Revision)
	if err != nil {
		c.h.T.Fatal(err)
	}
	return data
}

// PressesData sends the data of a button, perhaps of a screen that is gone.
func (c *Chat) PressesData(data string) *Chat {
	c.h.T.Helper()
	return c.does(flows.Input{Event: flows.Pressed, Data: data})
}
