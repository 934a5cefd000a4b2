package command

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/face"
)

// listOptions are the options of list.
type listOptions struct {
	*call
	due      bool
	status   []string
	customer string
	search   string
	order    string
	aside    bool
	after    string
	limit    int
}

func newList(c *call) *cobra.Command {
	o := &listOptions{call: c}
	cmd := c.newVerb("list", "cmd.short_list", 0, 0, o.run)
	f := cmd.Flags()
	f.BoolVar(&o.due, "due", false, c.text("cmd.flag_due"))
	f.StringSliceVar(&o.status, "status", nil, c.text("cmd.flag_status"))
	f.StringVar(&o.customer, "customer", "", c.text("cmd.flag_of_customer"))
	f.StringVar(&o.search, "search", "", c.text("cmd.flag_search"))
	f.StringVar(&o.order, "order", face.FirstOrder, c.text("cmd.flag_order"))
	f.BoolVar(&o.aside, "aside", false, c.text("cmd.flag_aside"))
	f.StringVar(&o.after, "after", "", c.text("cmd.flag_after"))
	f.IntVar(&o.limit, "limit", 50, c.text("cmd.flag_limit"))
	return cmd
}

// run lists a page of runs.
func (o *listOptions) run(ctx context.Context, _ []string) error {
	a, err := o.open(ctx)
	if err != nil {
		return err
	}
	q, err := o.query(ctx, a)
	if err != nil {
		return err
	}
	page, err := a.Headers(ctx, q)
	if err != nil {
		return err
	}
	return o.print(listOf(page, o.lang()))
}

// query says which runs are asked for.
func (o *listOptions) query(ctx context.Context, a run.Archive) (run.Query, error) {
	q := run.Query{Text: o.search, After: o.after, Limit: o.limit}
	if o.limit < 1 || o.limit > 500 {
		return q, usage("cmd.limit_takes")
	}
	for _, s := range o.status {
		if !slices.Contains(run.Statuses, run.Status(s)) {
			return q, usage("cmd.no_status", "status", short(s), "statuses", names(run.Statuses, func(s run.Status) string { return string(s) }))
		}
		q.Status = append(q.Status, run.Status(s))
	}
	var known bool
	if q.Order, known = face.ReadOrder(o.order, ""); !known || o.order == "" {
		return q, usage("cmd.no_order", "order", short(o.order))
	}
	if o.due {
		now := o.Now()
		q.DueBy = &now
	}
	if o.due || o.aside {
		q.Aside = &o.aside
	}
	if o.customer != "" {
		found, err := o.findCustomer(ctx, a, o.customer)
		if err != nil {
			return q, err
		}
		q.Customer = found.ID
	}
	return q, nil
}

// listShape is what list prints.
type listShape struct {
	Version int           `json:"version"`
	Runs    []listedShape `json:"runs"`
	Next    *string       `json:"next"`

	headers []run.Header
}

// listedShape is one run of a list.
type listedShape struct {
	runShape
	Progress   progressShape `json:"progress"`
	WaitsFor   *string       `json:"waits_for"`   // null: for nobody
	WaitsSince *string       `json:"waits_since"` // null: not known
	News       *string       `json:"news"`        // a failed check, as a sentence; null: none
	Aside      bool          `json:"aside"`
}

// listedOf is a run of a list, its news in a language.
func listedOf(h *run.Header, lang string) listedShape {
	s := listedShape{runShape: runOf(h), Progress: progressOf(h.Progress), Aside: h.Aside}
	if who := face.Awaited(h); who != "" {
		s.WaitsFor = &who
	}
	if h.WaitsSince != nil {
		since := stamp(*h.WaitsSince)
		s.WaitsSince = &since
	}
	if !h.News.IsZero() {
		news := words.Say(lang, h.News)
		s.News = &news
	}
	return s
}

func listOf(page run.Page, lang string) listShape {
	s := listShape{Version: 1, Runs: []listedShape{}, headers: page.Runs}
	for i := range page.Runs {
		s.Runs = append(s.Runs, listedOf(&page.Runs[i], lang))
	}
	if page.Next != "" {
		s.Next = &page.Next
	}
	return s
}

func (s listShape) lines(p *sheet) {
	if len(s.headers) == 0 {
		p.say("cmd.no_runs")
	}
	for i := range s.headers {
		h := &s.headers[i]
		p.row(h.ID, h.Customer.Name, h.Title, counted(h.Progress), p.warnings(h.Progress.Warnings), words.For(p.lang).Status(string(h.Status))+p.mode(h.Mode), p.due(h.Due), h.CurrentTitle)
	}
	if s.Next != nil {
		p.line("")
		p.say("cmd.more_runs", "cursor", *s.Next)
	}
}

// counted is progress as N/M.
func counted(p run.Progress) string { return fmt.Sprintf("%d/%d", p.Done, p.Needed()) }

// mode marks what is not real, with a blank before it.
func (s *sheet) mode(m run.Mode) string {
	if mark := words.For(s.lang).Mode(string(m)); mark != "" {
		return " " + mark
	}
	return ""
}

// mark begins a page about a run that is not real with a line that says so.
func (s *sheet) mark(m run.Mode) {
	if mark := s.mode(m); mark != "" {
		s.line("%s", strings.TrimSpace(mark))
	}
}

// due is a due time on this machine's clock.
func (s *sheet) due(t *time.Time) string {
	if t == nil {
		return ""
	}
	return s.text("cmd.due", "at", t.Local())
}
