//go:build unix

package journey

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"sync"
)

// procedure is a procedure as describe tells it: what a face shows, by the ids
// that stories use.
type procedure struct {
	Title string
	Steps []*step
}

type step struct {
	ID, Title string
	Items     []*item
}

type item struct {
	ID, Kind, Type, Label string
	Options               []struct{ Value, Label string }
	Fields                []*item // the columns of a list

	step *step
}

var described sync.Map // arguments of describe -> func() string

// describe tells a procedure in a language, "" for English; each is asked for
// once.
func (h *house) describe(id, lang string) *procedure {
	h.t.Helper()
	args := []string{"describe", id, "--json"}
	if lang != "" {
		args = append(args, "--lang", lang)
	}
	ask, _ := described.LoadOrStore(strings.Join(args, " "), sync.OnceValue(func() string { return h.run(args...).stdout }))
	p := &procedure{}
	if err := json.Unmarshal([]byte(ask.(func() string)()), p); err != nil {
		h.t.Fatalf("describe %s: %v", id, err)
	}
	for _, s := range p.Steps {
		for _, it := range s.Items {
			it.step = s
		}
	}
	return p
}

// step finds a step.
func (st *stage) step(id string) *step {
	st.t.Helper()
	i := slices.IndexFunc(st.proc.Steps, func(s *step) bool { return s.ID == id })
	if i < 0 {
		st.t.Fatalf("%s has no step %q", st.story.Procedure, id)
	}
	return st.proc.Steps[i]
}

// item finds an item by STEP.ITEM, or by its id alone where there is one only.
func (st *stage) item(name string) *item {
	st.t.Helper()
	var found []*item
	for _, s := range st.proc.Steps {
		for _, it := range s.Items {
			if it.ID == name || s.ID+"."+it.ID == name {
				found = append(found, it)
			}
		}
	}
	if len(found) != 1 {
		st.t.Fatalf("%s has %d items %q: write STEP.ITEM", st.story.Procedure, len(found), name)
	}
	return found[0]
}

// name is STEP.ITEM.
func (it *item) name() string { return it.step.ID + "." + it.ID }

// column finds a column of a list.
func (st *stage) column(list *item, id string) *item {
	st.t.Helper()
	i := slices.IndexFunc(list.Fields, func(c *item) bool { return c.ID == id })
	if i < 0 {
		st.t.Fatalf("%s has no column %q", list.name(), id)
	}
	return list.Fields[i]
}

// option is the place of an option among the others, and its label.
func (st *stage) option(it *item, value string) (at int, label string) {
	st.t.Helper()
	for i, o := range it.Options {
		if o.Value == value {
			return i, o.Label
		}
	}
	st.t.Fatalf("%s has no option %q", it.ID, value)
	return 0, ""
}

// placed tells what a problem by STEP.PROBLEM stands at: an item and, in a
// list, a row and a column.
func (st *stage) placed(name string) (it *item, row, column string) {
	st.t.Helper()
	m := problemForm.FindStringSubmatch(name)
	if m == nil {
		st.t.Fatalf("%q is no problem: write STEP.ITEM.CODE or STEP.LIST[ROW].COLUMN.CODE", name)
	}
	return st.item(m[1] + "." + m[2]), m[3], m[4]
}

var problemForm = regexp.MustCompile(`^([a-z0-9-]+)\.([a-z0-9_-]+)(?:\[(r\d+)\](?:\.([a-z0-9_]+))?)?\.[a-z0-9_-]+$`)
