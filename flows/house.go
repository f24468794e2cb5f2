package flows

import (
	"fmt"
	"strings"

	"luling/store"
	"luling/store/programme"
)

// A House is the list of all features in the order /help shows them.
type House struct {
	Features []Feature
	commands map[string]Command
	acts     map[string]Act
	forms    map[string]OpenForm
	works    map[string]Work
	fetched  map[string]func(*store.Tx, programme.File) (Reply, error)
}

// NewHouse furnishes a house. A word used twice is an error, named.
func NewHouse(features ...Feature) (*House, error) {
	h := &House{Features: features, commands: map[string]Command{}, acts: map[string]Act{}, forms: map[string]OpenForm{}, works: map[string]Work{}}
	h.fetched = map[string]func(*store.Tx, programme.File) (Reply, error){}
	h.Features = append([]Feature{h.hall()}, features...)
	for _, f := range h.Features {
		if err := h.admit(f); err != nil {
			return nil, fmt.Errorf("feature %s: %w", f.Name, err)
		}
	}
	return h, nil
}

func (h *House) admit(f Feature) error {
	for _, c := range f.Commands {
		for _, word := range append([]string{c.Name}, c.Also...) {
			if _, twice := h.commands[word]; twice {
				return fmt.Errorf("command %s exists already", word)
			}
			h.commands[word] = c
		}
	}
	for word, act := range f.Acts {
		h.acts[f.Name+"."+word] = act
	}
	for word, work := range f.Jobs {
		h.works[f.Name+"."+word] = work
	}
	if f.Fetched != nil {
		h.fetched[f.Name] = f.Fetched
	}
	for name, open := range f.Forms {
		if name != f.Name && !strings.HasPrefix(name, f.Name+".") {
			return fmt.Errorf("form %s is not named after it", name)
		}
		h.forms[name] = open
	}
	return nil
}

// Commands lists the commands a role may use, in the order of the features.
func (h *House) Commands(role programme.Role) (list []Command) {
	for _, f := range h.Features {
		for _, c := range f.Commands {
			if Allows(c.Who, role) {
				list = append(list, c)
			}
		}
	}
	return list
}

// Acts and Forms list every name the house answers to, for the tests that walk them.
func (h *House) Acts() map[string]Act { return h.acts }

// Forms lists the forms by their full names.
func (h *House) Forms() map[string]OpenForm { return h.forms }

// todo gathers what waits for the actor from every feature.
func (h *House) todo(tx *store.Tx) (all []Task, err error) {
	for _, f := range h.Features {
		if f.Todo == nil {
			continue
		}
		tasks, err := f.Todo(tx)
		if err != nil {
			return nil, fmt.Errorf("to-do of %s: %w", f.Name, err)
		}
		all = append(all, tasks...)
	}
	return all, nil
}
