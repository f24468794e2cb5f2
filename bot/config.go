package bot

import (
	"fmt"
	"log/slog"
	"time"

	"luling/flows"
	"luling/locales"
	"luling/store/pace"
	"luling/store/programme"
)

// A Config is everything a bot needs to run. All fields are required unless
// they say otherwise.
type Config struct {
	API       string // address of the Bot API
	Token     string
	Database  string // path of the SQLite file
	Files     string // folder of the attachments
	Redis     string // URL; empty: a server inside the process
	Snapshot  string // file of the server inside the process; empty: memory only
	Programme *programme.Programme
	Features  []flows.Feature
	Clock     *Clock
	Log       *slog.Logger
	Limits    pace.Limits // zero: the platform's
}

// variables are what texts may mention of the programme file and of the bot itself.
func variables(p *programme.Programme, username string) map[string]any {
	return map[string]any{
		"bot": username, "city": p.City, "title": p.Title, "programme": p.Name, "host": p.Host,
		"office": p.Office.Name, "signature": p.Office.Signature, "phone": p.Office.Phone,
		"supervision": p.Office.SupervisionPhone, "address": p.Office.Address,
		"measure": p.Measure.Title, "number": p.Measure.Number, "free": p.FreeOfCharge,
	}
}

// tongues loads the texts with the programme's variables.
func tongues(p *programme.Programme, username string) (*locales.Texts, error) {
	t, err := locales.Load()
	if err != nil {
		return nil, fmt.Errorf("texts: %w", err)
	}
	return t.With(variables(p, username)), nil
}

const (
	grace      = 10 * time.Second // for what is in flight when the bot is told to stop
	width      = 64               // chats written to side by side
	remembered = 10_000           // chats whose live screen is known without asking the database
	downloads  = 4                // files fetched side by side
	tickEvery  = time.Minute
)
