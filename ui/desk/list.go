package desk

import (
	"context"
	"maps"
	"strconv"
	"time"

	tea "charm.land/bubbletea/v2"

	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/field"
	"lotse/ui/walk"
)

// pageSize is how many runs are read at a time.
const pageSize = 50

// section is a group of runs on the list; each has its own paging.
type section struct {
	kind  group
	query run.Query
	rows  []run.Header
	found map[string]run.IndexEntry // where the words of the filter stand, by the run's id
	next  string                    // cursor of the page that follows; "" when all are here
	total tally

	measured int // of the rows, for the widths of the columns
}

type group = walk.Group

const (
	today    = walk.GroupToday
	open     = walk.GroupOpen
	waiting  = walk.GroupWaiting
	aside    = walk.GroupAside
	finished = walk.GroupFinished
)

// list is the list of runs.
type list struct {
	m        *model
	sections []*section
	at       int // among all rows that are here
	top      int // first line that is drawn
	beyond       // what is drawn of it
	loading  bool
	gen      int // of the query; answers to an older one are dropped
	live     live

	details *runDetails // of the run that the pointer rested on
	reading bool        // a run is about to be read, or being read
	unread  string      // id of a run that could not be read

	widths    rowWidths
	widthsFor widthsKey

	filter    field.Widget // nil where none is typed
	filtering bool
	walk.Listing
}

// load reads the first page of every section.
func (l *list) load(ctx context.Context, a run.Archive, now time.Time) error {
	l.gen++
	l.loading = false
	sections, err := read(ctx, a, now, l.Listing, nil)
	if err != nil {
		return err
	}
	l.sections = sections
	l.at = min(l.at, max(l.count()-1, 0))
	return nil
}

// read reads the first page of every section, and more where more rows are wanted.
func read(ctx context.Context, a run.Archive, now time.Time, which walk.Listing, want map[group]int) ([]*section, error) {
	var sections []*section
	for _, g := range walk.Groups {
		sections = append(sections, &section{kind: g, query: g.Query(now, which)})
	}
	for _, s := range sections {
		s.query.Limit = pageSize
		for q, more := s.query, true; more; more = s.next != "" && len(s.rows) < want[s.kind] {
			p, err := a.Headers(ctx, q)
			if err != nil {
				return nil, err
			}
			s.add(p, now)
			q.After = s.next
		}
	}
	return sections, nil
}

// add adds a page. A run that is due today is shown only in its own section.
func (s *section) add(p run.Page, now time.Time) {
	s.next, s.total = p.Next, tally{p.Total, p.AtLeast}
	if len(p.Found) > 0 {
		if s.found == nil {
			s.found = map[string]run.IndexEntry{}
		}
		maps.Copy(s.found, p.Found)
	}
	for _, h := range p.Runs {
		if s.kind.Contains(&h, now) {
			s.rows = append(s.rows, h)
		}
	}
}

func (l *list) count() int {
	n := 0
	for _, s := range l.sections {
		n += len(s.rows)
	}
	return n
}

func (l *list) empty() bool { return l.count() == 0 }

// totals are the numbers of all runs and of those that are due.
func (l *list) totals() (all, due tally) {
	for _, s := range l.sections {
		if s.kind == today {
			due = s.total
			continue
		}
		all.n += s.total.n
		all.more = all.more || s.total.more
	}
	return all, due
}

// tally is how many runs have been counted, and whether there are more.
type tally struct {
	n    int
	more bool
}

func (t tally) String() string {
	if t.more {
		return strconv.Itoa(t.n) + "+"
	}
	return strconv.Itoa(t.n)
}

// foundText is where the words of the filter stand in a run; "" where its customer
// and its procedure have them.
func (l *list) foundText(id string) string {
	for _, s := range l.sections {
		if e, ok := s.found[id]; ok {
			return words.Say(l.m.cfg.Lang, e.Message())
		}
	}
	return ""
}

// row gives the run at i; nil for none.
func (l *list) row(i int) *run.Header {
	for _, s := range l.sections {
		if i < len(s.rows) {
			if i < 0 {
				return nil
			}
			return &s.rows[i]
		}
		i -= len(s.rows)
	}
	return nil
}

func (l *list) move(by int) { l.at = min(max(l.at+by, 0), max(l.count()-1, 0)) }

// choose moves the pointer to a run.
func (l *list) choose(id string) {
	n := 0
	for _, s := range l.sections {
		for i := range s.rows {
			if s.rows[i].ID == id {
				l.at = n + i
				return
			}
		}
		n += len(s.rows)
	}
}

// rowsMsg brings a page of a section, or the first pages of all.
type rowsMsg struct {
	gen  int
	kind group
	page run.Page
	all  []*section
	at   string // the run that is chosen then; "": the one that is chosen now
	err  error
}

// more reads the next page of the section whose end the pointer approaches.
func (l *list) more() tea.Cmd {
	if l.loading {
		return nil
	}
	end := 0
	for _, s := range l.sections {
		end += len(s.rows)
		if s.next == "" || l.at+l.m.h < end {
			continue
		}
		l.loading = true
		q, gen, kind, ctx, a := s.query, l.gen, s.kind, l.m.ctx, l.m.cfg.Archive
		q.After = s.next
		return guarded(func() tea.Msg {
			p, err := a.Headers(ctx, q)
			return rowsMsg{gen: gen, kind: kind, page: p, err: err}
		})
	}
	return nil
}

// handle adds the page, unless the query has changed since.
func (msg rowsMsg) handle(m *model) tea.Cmd {
	l := m.list
	if msg.gen != l.gen {
		return nil
	}
	l.loading = false
	if msg.err != nil {
		m.warn(m.sentence(msg.err))
		return nil
	}
	id := msg.at
	if h := l.row(l.at); id == "" && h != nil {
		id = h.ID
	}
	if msg.all != nil {
		l.sections, l.at, l.top = msg.all, 0, 0
		l.choose(id)
		return nil
	}
	for _, s := range l.sections {
		if s.kind == msg.kind {
			s.add(msg.page, m.now())
		}
	}
	l.choose(id)
	return nil
}

// search reads the list again for the typed words.
func (l *list) search() tea.Cmd {
	words := field.Format(l.filter.Value())
	if words == l.Words {
		return nil
	}
	l.Words = words
	return guarded(l.reread())
}

// reread gives what reads the list anew, as it is to be now.
func (l *list) reread() func() tea.Msg {
	l.gen++
	gen, ctx, a, now, which := l.gen, l.m.ctx, l.m.cfg.Archive, l.m.now(), l.Listing
	return func() tea.Msg {
		all, err := read(ctx, a, now, which, nil)
		return rowsMsg{gen: gen, all: all, err: err}
	}
}

func (l *list) paste(s string) tea.Cmd {
	if !l.filtering {
		l.m.warn(l.m.t.Typing.PasteDesk)
		return nil
	}
	if say := l.filter.Paste(s); say != "" {
		l.m.warn(say)
	}
	return l.search()
}
