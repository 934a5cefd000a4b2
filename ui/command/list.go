package command

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"lotse/flows/run"
)

// listOptions are the options of list.
type listOptions struct {
	*call
	due      bool
	status   []string
	customer string
	search   string
	after    string
	limit    int
}

func newList(c *call) *cobra.Command {
	o := &listOptions{call: c}
	cmd := c.newVerb("list", "Lists runs, the last changed first", 0, 0, o.run)
	f := cmd.Flags()
	f.BoolVar(&o.due, "due", false, "only runs that are due")
	f.StringSliceVar(&o.status, "status", nil, "only runs of this STATUS: open, waiting, done, ended, abandoned")
	f.StringVar(&o.customer, "customer", "", "only runs of the customer of this NAME")
	f.StringVar(&o.search, "search", "", "only runs in which these WORDS are found")
	f.StringVar(&o.after, "after", "", "the page behind this CURSOR")
	f.IntVar(&o.limit, "limit", 50, "so many runs a page, 500 at most")
	return cmd
}

var statuses = []run.Status{run.StatusOpen, run.StatusWaiting, run.StatusDone, run.StatusEnded, run.StatusAbandoned}

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
	return o.print(listOf(page))
}

// query says which runs are asked for.
func (o *listOptions) query(ctx context.Context, a run.Archive) (run.Query, error) {
	q := run.Query{Text: o.search, After: o.after, Limit: o.limit}
	if o.limit < 1 || o.limit > 500 {
		return q, usagef("--limit takes 1 to 500.")
	}
	for _, s := range o.status {
		if !slices.Contains(statuses, run.Status(s)) {
			return q, usagef("There is no status %q; there are: %s.", short(s), names(statuses, func(s run.Status) string { return string(s) }))
		}
		q.Status = append(q.Status, run.Status(s))
	}
	if o.due {
		now := o.Now()
		q.DueBy = &now
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
	Progress progressShape `json:"progress"`
}

func listOf(page run.Page) listShape {
	s := listShape{Version: 1, Runs: []listedShape{}, headers: page.Runs}
	for i := range page.Runs {
		s.Runs = append(s.Runs, listedShape{runShape: runOf(&page.Runs[i]), Progress: progressOf(page.Runs[i].Progress)})
	}
	if page.Next != "" {
		s.Next = &page.Next
	}
	return s
}

func (s listShape) lines(p *sheet) {
	if len(s.headers) == 0 {
		p.line("No runs here. lotse start PROCEDURE --customer NAME starts one.")
	}
	for i := range s.headers {
		h := &s.headers[i]
		p.row(h.ID, h.Customer.Name, h.Title, counted(h.Progress), string(h.Status)+modeMark(h.Mode), dueText(h.Due), h.CurrentTitle)
	}
	if s.Next != nil {
		p.line("")
		p.line("More: lotse list --after %s", *s.Next)
	}
}

// counted is progress as N/M.
func counted(p run.Progress) string { return fmt.Sprintf("%d/%d", p.Done, p.Needed()) }

// modeMark marks what is not real.
func modeMark(m run.Mode) string {
	if m == run.Real {
		return ""
	}
	return " " + strings.ToUpper(string(m))
}

// mark begins a page about a run that is not real with a line that says so.
func (s *sheet) mark(m run.Mode) {
	if m != run.Real {
		s.line("%s", strings.TrimSpace(modeMark(m)))
	}
}

// dueText is a due time on this machine's clock.
func dueText(t *time.Time) string {
	if t == nil {
		return ""
	}
	return "due " + t.Local().Format("2006-01-02 15:04")
}
