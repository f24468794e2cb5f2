package card

import (
	"luling/flows/ask"
	"luling/store"
	"luling/store/programme"
)

// mostScan is how many files the signed application comes in.
const mostScan = 10

// proxyQuestions ask whoever types for a unit for the application as the unit
// signed and sealed it.
//
// Source: C17.
func (f *Form) proxyQuestions() []ask.Question {
	if !f.typed || !f.NoSecret {
		return nil
	}
	in, about := ask.In("summary"), ask.About(map[string]any{"Unit": f.Unit.Name, "Most": mostScan})
	return []ask.Question{
		ask.Files("proxy_scan", &f.ProxyScan, in, about, ask.About(f.fileLimits()), ask.Most(mostScan)),
		ask.LongText("proxy_note", &f.ProxyNote, in, about, ask.Optional(), ask.Length(2, 300)),
	}
}

// For names the unit for which the form is typed, "" if it types for itself.
func (f *Form) For() string {
	if !f.typed {
		return ""
	}
	return f.Unit.Name
}

// Scan lists the files of the signed application that whoever typed for the unit
// has sent, in their order; none if nobody types for it.
//
// Source: C10, C17.
func (d Draft) Scan() (files []programme.File) {
	for _, id := range d.Form.ProxyScan {
		if f := d.Files[id]; f.State == programme.FileStored {
			files = append(files, f.File)
		}
	}
	return files
}

// Typist is who types the application for the unit, nil if it has a contact of its
// own whom a message reaches, or nobody types for it.
func (a Application) Typist(tx *store.Tx) (*Proxy, error) {
	p, err := a.Proxy(tx)
	if err != nil || p == nil {
		return nil, err
	}
	manned, err := Manned(tx, a.UnitID, programme.RoleContact)
	if manned {
		return nil, err
	}
	return p, err
}
