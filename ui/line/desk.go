package line

import (
	"errors"
	"fmt"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/face"
	"lotse/ui/outside"
	"lotse/ui/walk"
)

// pageSize is how many runs of a group are read at a time.
const pageSize = 20

// desk is the list of runs, by group and numbered.
type desk struct {
	*lineSession
	rows []run.Header // as numbered
	walk.Listing
	more   []page // groups that go on
	listed bool
}

// page is the position at which a group continues.
type page struct {
	group walk.Group
	after string
}

// desk lists runs and opens them until the person leaves.
func (k *lineSession) desk() error {
	d := &desk{lineSession: k}
	order, err := outside.ListOrder(k.ctx, k.Archive)
	if err != nil {
		return err
	}
	d.Order = order
	k.say(k.l.Welcome)
	for {
		if next := k.next; next != nil {
			k.next, k.At = nil, next.At
			if err := d.open(next.Run); err != nil {
				return err
			}
			continue
		}
		if !d.listed {
			if err := d.list(); err != nil {
				return err
			}
			d.listed = true
		}
		d.sayLoanEnd()
		d.sayDue()
		line, err := d.read(d.prompt())
		for word := (*wordError)(nil); ; {
			if err == nil {
				err = d.handleLine(line)
			}
			if !errors.As(err, &word) {
				break
			}
			line, err = word.line, nil
		}
		if err == nil {
			err = k.broken
		}
		if err != nil {
			return err
		}
	}
}

func (d *desk) prompt() string {
	if len(d.rows) == 0 {
		return d.l.DeskEmpty
	}
	return d.l.DeskPrompt
}

// list reads and says the first page of every group.
func (d *desk) list() error {
	d.rows, d.more = nil, nil
	d.emptyLine()
	found := false
	for _, g := range walk.Groups {
		n, err := d.page(g, "")
		if err != nil {
			return err
		}
		found = found || n > 0
	}
	switch {
	case found:
	case d.Words != "":
		d.sayf(d.l.NothingFound, d.Words)
	default:
		d.say(d.t.Desk.EmptyWhat)
		d.say(d.l.NoRuns)
	}
	return nil
}

// page says a page of a group.
func (d *desk) page(g walk.Group, after string) (int, error) {
	q := g.Query(d.now(), d.Listing)
	q.Limit, q.After = pageSize, after
	p, err := d.Archive.Headers(d.ctx, q)
	if err != nil {
		return 0, err
	}
	n := 0
	for i := range p.Runs {
		if !g.Contains(&p.Runs[i], d.now()) {
			continue
		}
		if n++; n == 1 {
			d.sayf("%s:", face.GroupWord(d.t, g))
		}
		d.rows = append(d.rows, p.Runs[i])
		d.sayf("%d: %s", len(d.rows), d.row(&p.Runs[i]))
		if e, ok := p.Found[p.Runs[i].ID]; ok {
			d.say(sentence(words.Say(d.Lang, e.Message())))
		}
	}
	if p.Next != "" {
		d.more = append(d.more, page{g, p.Next})
		d.sayf(d.l.MoreRuns, face.GroupWord(d.t, g))
	}
	return n, nil
}

// row is a run in one line.
func (d *desk) row(h *run.Header) string {
	var said []string
	if word := d.t.Mode(string(h.Mode)); word != "" {
		said = append(said, word)
	}
	said = append(said, flows.CleanLine(h.Customer.Name), flows.CleanLine(h.Title), d.t.Status(string(h.Status)),
		fmt.Sprintf(d.l.StepsDone, h.Progress.Done, h.Progress.Needed()))
	if text := face.Warnings(d.Lang, h.Progress.Warnings); text != "" {
		said = append(said, text)
	}
	switch {
	case h.Due != nil:
		said = append(said, fmt.Sprintf(d.t.Desk.DueAt, d.day(*h.Due)))
	default:
		said = append(said, d.t.Desk.Changed+" "+d.day(h.Changed))
	}
	said = append(said, d.matters(h)...)
	return sentence(strings.Join(said, ", "))
}

// matters are what failed in a run, and who is waited for since when, or how it
// ended.
func (d *desk) matters(h *run.Header) []string {
	var said []string
	if !h.News.IsZero() {
		said = append(said, words.Say(d.Lang, h.News))
	}
	switch who := face.Awaited(h); {
	case who != "":
		said = append(said, fmt.Sprintf(d.t.Brief.WaitsFor, who))
	case h.Why != "":
		said = append(said, flows.CleanLine(h.Why))
	}
	if h.WaitsSince != nil {
		said = append(said, words.Say(d.Lang, flows.Msg("list.since", "day", d.day(*h.WaitsSince))))
	}
	return said
}

// handleLine carries out a line.
func (d *desk) handleLine(line string) error {
	name, args := cut(strings.TrimSpace(line))
	switch strings.ToLower(name) {
	case "":
		return nil
	case words.DeskList:
		d.Words, d.Customer, d.listed = "", nil, false
		return nil
	case words.DeskFind:
		d.Words, d.listed = args, false
		return nil
	case words.DeskMore:
		return d.readMore()
	case words.DeskAside:
		return d.setAside(args)
	case words.DeskCustomer:
		return d.ofCustomer(args)
	case words.DeskOrder:
		return d.changeOrder(args)
	case words.DeskNew:
		return d.begin(d.NewMode())
	case words.DeskDemo:
		return d.begin(run.Demo)
	case words.DeskRehearsal:
		return d.begin(run.Rehearsal)
	case words.DeskHelp:
		h := &d.l.Desk
		for _, line := range []string{h.Number, h.New, h.Find, h.More} {
			d.say(line)
		}
		for _, code := range []string{"list.line_aside", "list.line_customer", "list.line_order"} {
			d.say(words.Say(d.Lang, flows.Msg(code)))
		}
		d.say(h.Quit)
		d.say(h.Run)
		return nil
	case words.DeskQuit:
		return errQuit
	}
	if args != "" {
		name = ""
	}
	if h := d.numbered(name); h != nil {
		return d.open(h.ID)
	}
	return nil
}

// open opens a run, and comes back to the list afterwards.
func (d *desk) open(id string) error {
	err := d.lineSession.open(id)
	if ends(err) {
		return err
	}
	d.listed = false
	if err != nil && !errors.Is(err, errDesk) {
		d.sayf(d.l.Refused, d.sentence(err))
	}
	return nil
}

// ends reports whether an error ends the whole session.
func ends(err error) bool {
	return errors.Is(err, errQuit) || errors.Is(err, errEnd) || errors.Is(err, errLeave)
}

// readMore says the next page of every group that has one.
func (d *desk) readMore() error {
	pages := d.more
	if len(pages) == 0 {
		d.say(d.l.NoMoreRuns)
	}
	d.more = nil
	for _, p := range pages {
		if _, err := d.page(p.group, p.after); err != nil {
			return err
		}
	}
	return nil
}
