package rulebook

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"slices"
	"sort"
	"strings"

	"github.com/pelletier/go-toml/v2"
)

// A Fault is one thing wrong in a programme file.
type Fault struct {
	File    string
	Line    int    // from 1; 0 if the file as a whole is meant
	Field   string // such as criteria[2].items[0].points, counted from 0; may be empty
	Problem string
}

// Error writes file:line: field: problem.
func (f Fault) Error() string {
	parts := []string{fmt.Sprintf("%s:%d", f.File, f.Line)}
	if f.Line == 0 {
		parts[0] = f.File
	}
	if f.Field != "" {
		parts = append(parts, f.Field)
	}
	return strings.Join(append(parts, f.Problem), ": ")
}

// Faults are all that is wrong in one file, in its order.
type Faults []Fault

// Error writes one fault a line.
func (f Faults) Error() string {
	lines := make([]string, len(f))
	for i, fault := range f {
		lines[i] = fault.Error()
	}
	return strings.Join(lines, "\n")
}

// in sorts the faults and gives them the file's name.
func (f Faults) in(name string) Faults {
	for i := range f {
		f[i].File = name
	}
	slices.SortStableFunc(f, func(a, b Fault) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Field, b.Field))
	})
	return f
}

// faultsOf turns what the TOML library says of a text into faults.
func (p places) faultsOf(err error, text []byte) Faults {
	var unknown *toml.StrictMissingError
	if errors.As(err, &unknown) {
		var faults Faults
		for _, e := range unknown.Errors {
			row, column := e.Position()
			faults = append(faults, Fault{Line: row, Field: p.near(row, column), Problem: "unknown key"})
		}
		return faults
	}
	problem := strings.TrimPrefix(err.Error(), "toml: ")
	var wrong *toml.DecodeError
	if errors.As(err, &wrong) {
		row, column := wrong.Position()
		return Faults{{Line: row, Field: p.near(row, column), Problem: problem}}
	}
	line := blame(text)
	return Faults{{Line: line, Field: p.on(line), Problem: problem}}
}

// blame finds the line with the value that made the decoder fail without saying
// where, as it does with numbers: the first after which a text that ends there
// fails that way.
func blame(text []byte) int {
	lines := bytes.SplitAfter(text, []byte("\n"))
	return 1 + sort.Search(len(lines)-1, func(i int) bool {
		_, err := decode(bytes.Join(lines[:i+1], nil))
		return placeless(err)
	})
}

func placeless(err error) bool {
	var unknown *toml.StrictMissingError
	var wrong *toml.DecodeError
	return err != nil && !errors.As(err, &unknown) && !errors.As(err, &wrong)
}
