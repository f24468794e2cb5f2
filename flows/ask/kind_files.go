package ask

import (
	"slices"
	"strconv"
	"strings"
)

// MostFiles is how many files a question takes without a Most rule.
const MostFiles = 10

// Files asks for files; the field holds IDs of our records in order of arrival.
// Each file is an input of its own and 完成 (ActDone) ends the answer. A press
// of Drop(id) takes a file out again.
//
// Source: S5.2b; at most ten for one sub-item.
func Files(name string, field *[]int64, rules ...Rule) Question {
	t := typedInto(field)
	t.read = func(q Question, in Input) (reading[[]int64], *Refusal) { return readFiles(*field, in) }
	t.check = func(q Question, ids []int64) *Refusal {
		if _, most := q.counts(MostFiles); len(ids) > most {
			return Refuse(RefusedTooManyFiles, with{"Max": most})
		}
		return nil
	}
	t.end = func(q Question, ids []int64) *Refusal {
		least, _ := q.counts(MostFiles)
		switch {
		case len(ids) == 0 && least > 0:
			return Refuse(RefusedNoFile, nil)
		case len(ids) < least:
			return Refuse(RefusedTooFewFiles, with{"Min": least, "Has": len(ids)})
		}
		return nil
	}
	t.show = func(_ Question, ids []int64) (map[string]any, error) { return with{"Files": ids}, nil }
	return newQuestion(name, KindFiles, t, limits{}, rules)
}

func readFiles(has []int64, in Input) (got reading[[]int64], no *Refusal) {
	switch in.kind() {
	case "file":
		if in.File.State == FileRefused {
			return got, Refuse(RefusedBadFile, with{"Name": quote(in.File.Name)})
		}
		return reading[[]int64]{value: added(has, in.File.ID), open: true}, nil
	case "press":
		return pressFiles(has, in.Choice)
	case "":
		return got, Refuse(RefusedNoFile, nil)
	}
	return got, Refuse(RefusedWantsFile, with{"Kind": in.kind()})
}

func pressFiles(has []int64, press string) (got reading[[]int64], no *Refusal) {
	if press == ActDone {
		return reading[[]int64]{value: append([]int64{}, has...)}, nil
	}
	written, dropped := strings.CutPrefix(press, dropMark)
	id, err := strconv.ParseInt(written, 10, 64)
	if !dropped || err != nil || !slices.Contains(has, id) {
		return got, Refuse(RefusedNotUnderstood, with{"Text": quote(press)})
	}
	return reading[[]int64]{value: without(has, id), open: true}, nil
}

// counts returns how many files or choices the rules want.
func (q Question) counts(usual int) (least, most int) {
	least, most = 1, usual
	if q.limits.min != nil {
		least = int(*q.limits.min)
	}
	if q.limits.max != nil {
		most = int(*q.limits.max)
	}
	return least, most
}
