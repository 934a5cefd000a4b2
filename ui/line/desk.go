package line

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/face"
)

// pageSize is how many runs of a group are read at a time.
const pageSize = 20

// desk is the list of runs, by group and numbered.
type desk struct {
	*talk
	rows   []run.Header // as numbered
	words  string       // that are searched for
	more   []page       // groups that go on
	listed bool
}

// page is where a group goes on.
type page struct {
	group face.Group
	after string
}

// desk lists runs and opens them until it is left.
func (k *talk) desk() error {
	d := &desk{talk: k}
	k.say(k.l.Welcome)
	for {
		if !d.listed {
			if err := d.list(); err != nil {
				return err
			}
			d.listed = true
		}
		line, err := d.read(d.prompt())
		for word := (*instead)(nil); ; {
			if err == nil {
				err = d.hear(line)
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
	d.blank()
	found := false
	for _, g := range face.Groups {
		n, err := d.page(g, "")
		if err != nil {
			return err
		}
		found = found || n > 0
	}
	switch {
	case found:
	case d.words != "":
		d.sayf(d.l.NothingFound, d.words)
	default:
		d.say(d.t.Desk.EmptyWhat)
		d.say(d.l.NoRuns)
	}
	return nil
}

// page says a page of a group.
func (d *desk) page(g face.Group, after string) (int, error) {
	q := g.Query(d.now(), d.words)
	q.Limit, q.After = pageSize, after
	p, err := d.Archive.Headers(d.ctx, q)
	if err != nil {
		return 0, err
	}
	n := 0
	for i := range p.Runs {
		if !g.Takes(&p.Runs[i], d.now()) {
			continue
		}
		if n++; n == 1 {
			d.sayf("%s:", g.Word(d.t))
		}
		d.rows = append(d.rows, p.Runs[i])
		d.sayf("%d: %s", len(d.rows), d.row(&p.Runs[i]))
	}
	if p.Next != "" {
		d.more = append(d.more, page{g, p.Next})
		d.sayf(d.l.MoreRuns, g.Word(d.t))
	}
	return n, nil
}

// row is a run in one line.
func (d *desk) row(h *run.Header) string {
	var words []string
	if word := d.t.Mode(string(h.Mode)); word != "" {
		words = append(words, word)
	}
	words = append(words, flows.CleanLine(h.Customer.Name), flows.CleanLine(h.Title), d.t.Status(string(h.Status)),
		fmt.Sprintf(d.l.StepsDone, h.Progress.Done, h.Progress.Needed()))
	switch {
	case h.Due != nil:
		words = append(words, fmt.Sprintf(d.t.Desk.DueAt, d.day(*h.Due)))
	default:
		words = append(words, d.t.Desk.Changed+" "+d.day(h.Changed))
	}
	if h.Why != "" {
		words = append(words, flows.CleanLine(h.Why))
	}
	return sentence(strings.Join(words, ", "))
}

// hear does what a line says.
func (d *desk) hear(line string) error {
	name, args := cut(strings.TrimSpace(line))
	switch strings.ToLower(name) {
	case "":
		return nil
	case "list":
		d.words, d.listed = "", false
		return nil
	case "find":
		d.words, d.listed = args, false
		return nil
	case "more":
		return d.readMore()
	case "new":
		return d.begin(d.NewMode())
	case "demo":
		return d.begin(run.Demo)
	case "rehearsal":
		return d.begin(run.Rehearsal)
	case "help":
		h := &d.l.Desk
		for _, line := range []string{h.Number, h.New, h.Find, h.More, h.Quit, h.Run} {
			d.say(line)
		}
		return nil
	case "quit":
		return errQuit
	}
	n, err := strconv.Atoi(name)
	if err != nil || n < 1 || n > len(d.rows) || args != "" {
		d.sayf(d.l.NoRun, len(d.rows))
		return nil
	}
	return d.open(d.rows[n-1].ID)
}

// open talks about a run and comes back to the list.
func (d *desk) open(id string) error {
	err := d.talk.open(id)
	if ends(err) {
		return err
	}
	d.listed = false
	if err != nil && !errors.Is(err, errDesk) {
		d.sayf(d.l.Refused, d.sentence(err))
	}
	return nil
}

// ends reports whether an error ends the whole dialogue.
func ends(err error) bool {
	return errors.Is(err, errQuit) || errors.Is(err, errEnd) || errors.Is(err, errLeave)
}

// readMore says the next page of every group that goes on.
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

// begin asks for procedure and customer, and starts a run.
func (d *desk) begin(mode run.Mode) error {
	procedure, err := d.askProcedure()
	if err != nil || procedure == "" {
		return err
	}
	customer, err := d.askCustomer()
	if err != nil || customer == "" {
		return err
	}
	s, err := face.Start(d.ctx, &d.Screen, procedure, customer, mode)
	if err != nil {
		d.sayf(d.l.Refused, d.sentence(err))
		return nil
	}
	return d.open(s.ID())
}

func (d *desk) askProcedure() (string, error) {
	var options []flows.Option
	for _, id := range d.Library.IDs() {
		p, err := d.Library.Procedure(id)
		if err != nil {
			d.sayf(d.l.Refused, d.sentence(err))
			continue
		}
		options = append(options, flows.Option{Value: id, Label: flows.CleanLine(p.In(d.Lang).Title)})
	}
	d.sayf("%s:", d.t.Overlay.NewProcedure)
	for i, o := range options {
		d.sayf("%d: %s", i+1, o.Label)
	}
	for {
		text, err := d.reply(fmt.Sprintf(d.l.AskProcedure, len(options)))
		if err != nil || text == "" {
			return "", err
		}
		if o, ok := d.pick(options, text); ok {
			return o.Value, nil
		}
	}
}

// reply asks something for a new run. Of the words only those count here that
// belong to the list of runs, and only alone: a customer may be called anything.
func (d *desk) reply(prompt string) (string, error) {
	line, err := d.read(prompt)
	if err != nil {
		return "", whole(err)
	}
	text, literal := unquoted(line)
	if text = strings.TrimSpace(text); !literal && slices.Contains([]string{"help", "list", "more", "quit"}, strings.ToLower(text)) {
		return "", &instead{text}
	}
	return text, nil
}

// offered is how many known customers are offered.
const offered = 9

// askCustomer asks for the customer. Those that are known and begin as was typed
// are offered by their numbers.
func (d *desk) askCustomer() (string, error) {
	name, err := d.reply(d.l.AskCustomer)
	if name = run.CustomerName(name); err != nil || name == "" {
		return "", err
	}
	for {
		known, err := d.Archive.Customers(d.ctx, name, offered)
		if err != nil || len(known) == 0 || d.isKnown(name, known) {
			return name, err
		}
		for i, c := range known {
			d.sayf("%d: %s", i+1, flows.CleanLine(c.Name))
		}
		text, err := d.reply(fmt.Sprintf(d.l.AskKnown, len(known), name))
		if err != nil || text == "" {
			return name, err
		}
		if n, err := strconv.Atoi(text); err == nil && n >= 1 && n <= len(known) {
			return known[n-1].Name, nil
		}
		name = run.CustomerName(text)
	}
}

func (d *desk) isKnown(name string, known []run.Customer) bool {
	for _, c := range known {
		if c.Name == name {
			return true
		}
	}
	return false
}
