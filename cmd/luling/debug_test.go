//go:build failpoints

package main

import (
	"fmt"

	"luling/store"
)

func (s *stage) rowOf(name string) (line string) {
	_ = s.view(func(tx *store.Tx) error {
		d, err := tx.Draft("apply", "1")
		if err != nil {
			return err
		}
		rows, _ := tx.Answers(d.ID)
		for _, r := range rows {
			if r.Name == name {
				line = fmt.Sprintf("%s %s done=%v v%d/%d", r.Name, r.Value, r.Done, r.Version, d.Version)
			}
		}
		files, _ := tx.FilesOf(d.ID)
		for _, f := range files {
			if f.Field == name {
				line += fmt.Sprintf(" file %d %s %s %.6s", f.ID, f.State, f.Reason, f.SHA256)
			}
		}
		return nil
	})
	return line
}
