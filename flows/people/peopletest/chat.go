package peopletest

import (
	"fmt"
	"strings"

	"luling/flows"
	"luling/store/storetest"
)

// A Chat is one account's conversation with the house.
type Chat struct {
	town     *Town
	account  int64
	Language string // as the client says it
	talk     flows.Conversation
	reply    flows.Reply
	message  int
	said     string
	toast    string
}

// Chat is the conversation of an account.
func (t *Town) Chat(account int64) *Chat { return &Chat{town: t, account: account, Language: "zh"} }

// Of is the conversation of a player.
func (t *Town) Of(p storetest.Player) *Chat { return t.Chat(p.TelegramID) }

// Says types a text.
func (c *Chat) Says(text string) *Chat {
	c.town.T.Helper()
	return c.turn(flows.Input{Event: flows.Texted, Text: text})
}

// Presses presses the button of the screen whose label contains the words.
func (c *Chat) Presses(words string) *Chat {
	c.town.T.Helper()
	for _, row := range c.reply.Buttons {
		for _, b := range row {
			if strings.Contains(c.label(b), words) {
				return c.press(b)
			}
		}
	}
	c.town.T.Fatalf("no button %q among %v under:\n%s", words, c.Labels(), c.said)
	return c
}

// Forges sends the data of a button that was never shown.
func (c *Chat) Forges(act string, object int64, arg string) *Chat {
	c.town.T.Helper()
	return c.press(flows.Button{Act: act, Object: object, Arg: arg})
}

func (c *Chat) press(b flows.Button) *Chat {
	c.town.T.Helper()
	data, err := flows.Data(b, c.talk.ID, c.talk.Revision)
	if err != nil {
		c.town.T.Fatal(err)
	}
	return c.turn(flows.Input{Event: flows.Pressed, Data: data, Live: true})
}

// Sends sends a file with a name; its content is on its way until [Chat.Arrives].
func (c *Chat) Sends(name string) *Chat {
	c.town.T.Helper()
	c.message++
	return c.turn(flows.Input{Event: flows.Filed, File: &flows.Incoming{
		TelegramID: fmt.Sprint("f", c.message), UniqueID: fmt.Sprint("u", c.message), Name: name, Size: 1000,
	}})
}

// Sees fails the test unless the screen contains all the words.
func (c *Chat) Sees(words ...string) *Chat {
	c.town.T.Helper()
	for _, w := range words {
		if !strings.Contains(c.said, w) {
			c.town.T.Fatalf("%q is not on the screen:\n%s\n%v", w, c.said, c.Labels())
		}
	}
	return c
}

// SeesNot fails the test if the screen contains one of the words.
func (c *Chat) SeesNot(words ...string) *Chat {
	c.town.T.Helper()
	for _, w := range words {
		if strings.Contains(c.said+strings.Join(c.Labels(), "\n"), w) {
			c.town.T.Fatalf("%q is on the screen:\n%s\n%v", w, c.said, c.Labels())
		}
	}
	return c
}

// Screen is what the screen says, and Toast the answer to the latest press.
func (c *Chat) Screen() string { return c.said }

// Toast is the answer to the latest press, "" if it had none.
func (c *Chat) Toast() string { return c.toast }

// Reply is the latest reply with a screen.
func (c *Chat) Reply() flows.Reply { return c.reply }

// Labels are the labels of the screen's buttons.
func (c *Chat) Labels() (labels []string) {
	for _, row := range c.reply.Buttons {
		for _, b := range row {
			labels = append(labels, c.label(b))
		}
	}
	return labels
}
