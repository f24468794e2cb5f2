package playground

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"
)

// saveWithin is how long a change may stand in memory only. It is time of the
// machine: what follows the box's clock would never be saved if that stands.
const saveWithin = 150 * time.Millisecond

// state is what survives the process. The log of calls, faults and silence do not.
type state struct {
	Version  int        `json:"version"`
	People   []*account `json:"people"`
	Messages []*message `json:"messages"`
	LastID   int64      `json:"last_id"`
	Queue    queue      `json:"queue"`
	Presses  []*press   `json:"presses,omitempty"`
	Files    []*file    `json:"files,omitempty"`
	Menus    menus      `json:"menus"`
	Webhook  webhook    `json:"webhook,omitzero"`
}

const stateVersion = 1

// saver saves once a while after the first change since the last save.
type saver struct {
	mu    sync.Mutex  // one save at a time
	done  bool        // nothing is saved any more; guarded by mu
	timer *time.Timer // guarded by the box
}

func (v *saver) changed(s *Server) {
	if s.config.File == "" || v.timer != nil || s.closed {
		return
	}
	v.timer = time.AfterFunc(saveWithin, func() {
		if err := s.save(false); err != nil {
			s.config.Log.Error("playground: save state", "error", err)
		}
	})
}

// save writes the state whole or not at all. The last time nothing may follow.
func (s *Server) save(last bool) error {
	s.saver.mu.Lock()
	defer s.saver.mu.Unlock()
	if s.config.File == "" || s.saver.done {
		return nil
	}
	s.saver.done = last
	s.mu.Lock()
	if s.saver.timer != nil {
		s.saver.timer.Stop()
		s.saver.timer = nil
	}
	raw, err := json.Marshal(s.state())
	s.mu.Unlock()
	if err != nil {
		return err
	}
	return writeFile(s.config.File, raw)
}

func (s *Server) state() state {
	st := state{
		Version: stateVersion, LastID: s.lastID, Queue: s.queue, Menus: s.menus, Webhook: s.webhook,
	}
	for _, id := range s.order {
		a := s.people[id]
		st.People = append(st.People, a)
		st.Messages = append(st.Messages, a.log...)
	}
	for _, p := range s.presses.order {
		if s.presses.byID[p.ID] != nil {
			st.Presses = append(st.Presses, p)
		}
	}
	for _, f := range s.files.byID {
		st.Files = append(st.Files, f)
	}
	return st
}

// load takes up the state the file tells of; no file is a fresh start.
func (s *Server) load() error {
	if s.config.File == "" {
		return nil
	}
	raw, err := os.ReadFile(s.config.File)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	st := state{Queue: newQueue()}
	if err := json.Unmarshal(raw, &st); err != nil {
		return err
	}
	if st.Version != stateVersion {
		return errors.New("the state is of another version")
	}
	s.restore(st)
	return nil
}

func (s *Server) restore(st state) {
	for _, f := range st.Files {
		s.files.byID[f.ID] = f
		if f.Path != "" {
			s.files.byPath[f.Path] = f
		}
	}
	for _, saved := range st.People {
		if a := s.people[saved.ID]; a != nil {
			saved.Person, saved.Chat = a.Person, a.Chat
			s.people[saved.ID] = saved
		}
	}
	for _, m := range st.Messages {
		if a := s.people[m.ChatID]; a != nil {
			a.log = append(a.log, m)
			s.messages[m.ID] = m
		}
	}
	for _, p := range st.Presses {
		s.presses.add(p)
	}
	s.lastID, s.queue, s.webhook = st.LastID, st.Queue, st.Webhook
	s.restoreMenus(st.Menus)
	for _, u := range slices.Concat(s.queue.Waiting, s.queue.Again) {
		s.queue.due(u.Expires)
	}
}

func (s *Server) restoreMenus(m menus) {
	if m.Commands != nil {
		s.menus.Commands = m.Commands
	}
	if m.Buttons != nil {
		s.menus.Buttons = m.Buttons
	}
}

// writeFile puts content under name so that a reader, now or after a power
// cut, finds all of it or what was there before.
func writeFile(name string, content []byte) (err error) {
	f, err := os.CreateTemp(filepath.Dir(name), ".new-*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(f.Name()))
		}
	}()
	_, err = f.Write(content)
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return err
	}
	return os.Rename(f.Name(), name)
}
