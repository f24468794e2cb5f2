package ask

import (
	"encoding/json"
	"fmt"
	"slices"
)

// Append adds a file to a stored files answer, which may be nil. Adding a file
// that is there changes nothing. A stored answer that is no list of IDs is an error.
func Append(raw json.RawMessage, fileID int64) (json.RawMessage, error) {
	ids, err := fileIDs(raw)
	if err != nil {
		return nil, fmt.Errorf("append file: %w", err)
	}
	return json.Marshal(added(ids, fileID))
}

// Remove takes a file out of a stored files answer. Removing one that is not
// there changes nothing.
func Remove(raw json.RawMessage, fileID int64) (json.RawMessage, error) {
	ids, err := fileIDs(raw)
	if err != nil {
		return nil, fmt.Errorf("remove file: %w", err)
	}
	return json.Marshal(without(ids, fileID))
}

func fileIDs(raw json.RawMessage) ([]int64, error) {
	if len(raw) == 0 {
		return nil, nil
	}
	return decode[[]int64](raw)
}

// added and without return a new list, never nil, so that it is stored as [] and not null.
func added[T comparable](list []T, v T) []T {
	list = append([]T{}, list...)
	if slices.Contains(list, v) {
		return list
	}
	return append(list, v)
}

func without[T comparable](list []T, v T) []T {
	return slices.DeleteFunc(append([]T{}, list...), func(has T) bool { return has == v })
}
