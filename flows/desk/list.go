package desk

import (
	"slices"
	"strconv"
	"strings"

	"luling/flows"
	"luling/flows/card"
	"luling/store"
	"luling/store/programme"
)

// perPage is how many applications a page of the list has.
const perPage = 8

// A view is one page of the list: of a stage, nil for all, and of the units whose
// names have the text.
type view struct {
	at   card.Stage
	page int
	text string
}

// String is the view as buttons name it. What does not fit into a button of the
// text is left off: then a longer list comes, never a shorter one.
func (v view) String() string {
	head := v.at.Name() + "/" + strconv.Itoa(v.page) + "/"
	for _, r := range v.text {
		if len(head)+len(string(r)) > mostArg {
			break
		}
		head += string(r)
	}
	return strings.TrimSuffix(head, "/")
}

// mostArg is what a button that names a list has left for which one.
const mostArg = flows.MaxData - len("a:desk.list:0:0:")

func readView(arg string) (v view) {
	parts := strings.SplitN(arg+"//", "/", 3)
	v.at = card.StageNamed(parts[0])
	v.page, _ = strconv.Atoi(parts[1])
	v.text = strings.TrimSpace(strings.TrimRight(parts[2], "/"))
	return v
}

// first shows how many applications are at which stage. Where they fit on a page
// they are listed too.
//
// Source: D1.
func first(tx *store.Tx, _ string) (flows.Reply, error) {
	q, open, err := queue(tx)
	if err != nil || !open {
		return noRound(err)
	}
	if q.Count(nil) <= perPage {
		return q.list(tx, view{page: 1})
	}
	data, err := q.head(tx)
	data["Stages"] = q.Lines()
	all := to(view{page: 1}, "desk.button.all", map[string]any{"Count": q.Count(nil)})
	r := flows.Say("desk.queue", data, slices.Collect(slices.Chunk(append(q.Keys(nil), all), 2))...)
	r.Buttons = append(r.Buttons, flows.Row(flows.Menu()))
	r.Find = find(nil)
	return r, err
}

// turn is the page that a button names, or the first one of what was typed.
func turn(tx *store.Tx, p flows.Press) (flows.Reply, error) {
	q, open, err := queue(tx)
	if err != nil || !open {
		return noRound(err)
	}
	return q.list(tx, readView(p.Arg))
}

func noRound(err error) (flows.Reply, error) {
	return flows.Say("desk.no_round", nil, flows.Row(flows.Menu())), err
}

// a desk is the queue of the open round as its lists show it.
type desk struct{ card.Queue }

func queue(tx *store.Tx) (d desk, open bool, err error) {
	round, open, err := card.OpenRound(tx)
	if err == nil && open {
		d.Queue, err = card.Queued(tx, round)
	}
	return d, open, err
}

// head is what every list begins with.
func (d desk) head(tx *store.Tx) (map[string]any, error) {
	data := map[string]any{"Title": d.Round.Title, "Total": d.Count(nil), "Body": ""}
	if d.Filter.BodyID == 0 {
		return data, nil
	}
	b, err := tx.Body(d.Filter.BodyID)
	data["Body"] = b.Name
	return data, err
}

// list shows a page, those whose next step is due first before the others. A page
// that is not there is the nearest one that is.
func (d desk) list(tx *store.Tx, v view) (flows.Reply, error) {
	f, err := d.filter(tx, &v)
	if err != nil {
		return flows.Reply{}, err
	}
	rows, err := tx.Applications(f.page(v.page))
	if err != nil {
		return flows.Reply{}, err
	}
	data, err := d.head(tx)
	if err != nil {
		return flows.Reply{}, err
	}
	lines, keys, err := entries(tx, rows, (v.page-1)*perPage)
	data["Counts"], data["Lines"], data["Shown"], data["Page"], data["Pages"] = d.Lines(), lines, f.total, v.page, f.pages()
	data["State"], data["Text"] = v.at.Name(), v.text
	keys = append(keys, paging(v, f.pages())...)
	r := flows.Say("desk.list", data, append(append(keys, d.others(v)...), flows.Row(flows.Menu()))...)
	r.Find = find(v.at)
	return r, err
}

// a filtered is a filter with how many it lets through.
type filtered struct {
	store.ApplicationFilter
	total int
}

func (f filtered) pages() int { return max(1, (f.total+perPage-1)/perPage) }

func (f filtered) page(n int) store.ApplicationFilter {
	f.Limit, f.Offset = perPage, (n-1)*perPage
	return f.ApplicationFilter
}

// filter is that of a view, whose page is moved to one that is there.
func (d desk) filter(tx *store.Tx, v *view) (f filtered, err error) {
	f.ApplicationFilter, f.total = d.Filter, d.Count(v.at)
	f.States, f.Text, f.Order = v.at, v.text, d.Sooner()
	if v.text != "" {
		counts, err := tx.CountApplications(f.ApplicationFilter)
		if err != nil {
			return f, err
		}
		f.total = sum(counts)
	}
	v.page = min(max(v.page, 1), f.pages())
	return f, nil
}

func sum(counts map[programme.ApplicationState]int) (n int) {
	for _, c := range counts {
		n += c
	}
	return n
}
