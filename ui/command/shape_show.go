package command

import (
	"cmp"
	"slices"
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/face"
	"lotse/ui/walk"
)

// showShape is a run as show, start and whatever changes a run print it.
type showShape struct {
	Version  int           `json:"version"`
	Run      runShape      `json:"run"`
	Origin   *originShape  `json:"origin"`
	Progress progressShape `json:"progress"`
	Current  string        `json:"current"`
	Brief    []string      `json:"brief"`
	SpentS   int           `json:"spent_s"`
	LeftS    *int          `json:"left_s"` // of work; null: not known
	Steps    []stepShape   `json:"steps"`
	Ripple   []rippleShape `json:"ripple"`
	// Placeless is what has no place in this version; only of a run that was moved.
	Placeless []placelessShape `json:"placeless,omitempty"`

	view    *run.View
	brief   []flows.Message
	learned *run.Experience
}

// runShape is what is said of a run wherever one is named.
type runShape struct {
	ID               string        `json:"id"`
	Procedure        string        `json:"procedure"`
	ProcedureVersion int           `json:"procedure_version"`
	Digest           string        `json:"digest"`
	Customer         customerShape `json:"customer"`
	Mode             run.Mode      `json:"mode"`
	Status           run.Status    `json:"status"`
	Lang             string        `json:"lang"`
	Started          string        `json:"started"`
	Changed          string        `json:"changed"`
	Events           int64         `json:"events"`
	Head             string        `json:"head"`
	Due              *string       `json:"due"`
}

type customerShape struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// progressShape counts steps, and the warnings in them.
type progressShape struct {
	Done      int  `json:"done"`
	Open      int  `json:"open"`
	Waiting   int  `json:"waiting"`
	Blocked   int  `json:"blocked"`
	Stale     int  `json:"stale"`
	Skipped   int  `json:"skipped"`
	NotNeeded int  `json:"not_needed"`
	Warnings  *int `json:"warnings"` // null: stored before they were counted
	Percent   int  `json:"percent"`
}

// stepShape is a step; Facts are those of the step and of its items.
type stepShape struct {
	ID        string        `json:"id"`
	Title     string        `json:"title"`
	State     run.StepState `json:"state"`
	Round     int           `json:"round"`
	Facts     []string      `json:"facts"`
	BlockedBy []string      `json:"blocked_by"`
	System    string        `json:"system"`
	Page      *string       `json:"page"` // its address; null: not known
	SpentS    int           `json:"spent_s"`
	MedianS   *int          `json:"median_s"` // of finished runs; null: not known

	Attachments []attachmentShape `json:"attachments"`

	Items []any `json:"items"` // plainItem, secretItem
}

type rippleShape struct {
	Step   string     `json:"step"`
	Effect run.Effect `json:"effect"`
	Items  []string   `json:"items"`
}

// showOf is a run at one moment, with the consequences of a change. The brief is
// in the language that was asked for, else in the run's.
func (c *call) showOf(r *run.Session, ripple []run.Consequence) showShape {
	v, brief := r.View(c.Now()), r.Brief(c.Now())
	s := showShape{
		Version:  1,
		Run:      runOf(&v.Header),
		Origin:   originOf(v.Provenance),
		Progress: progressOf(v.Progress),
		Current:  v.Current,
		Brief:    face.Brief(cmp.Or(c.asked(), v.Lang), v.Lang, brief),
		Steps:    []stepShape{},
		Ripple:   rippleOf(ripple),
		SpentS:   seconds(v.Spent),
		LeftS:    c.leftOf(v),
		view:     v,
		brief:    brief,
		learned:  &c.learned,
	}
	for i := range v.Steps {
		s.Steps = append(s.Steps, c.stepOf(v.Lang, &v.Steps[i]))
	}
	s.Placeless = placelessOf(v)
	return s
}

// seconds are whole seconds of a time, begun ones counted.
func seconds(d time.Duration) int { return int((d + time.Second - 1) / time.Second) }

// secondsOf is the same for a time that is not known where it is 0.
func secondsOf(d time.Duration) *int {
	if d == 0 {
		return nil
	}
	n := seconds(d)
	return &n
}

// leftOf is about how many seconds of work are left in a run; nil: not known.
func (c *call) leftOf(v *run.View) *int {
	if v.Current == "" {
		return new(int)
	}
	return secondsOf(c.learned.Left(v))
}

// runOf is a run's header.
func runOf(h *run.Header) runShape {
	r := runShape{
		ID: h.ID, Procedure: h.Procedure, ProcedureVersion: h.ProcedureVersion, Digest: h.Digest,
		Customer: customerShape{ID: h.Customer.ID, Name: h.Customer.Name},
		Mode:     h.Mode, Status: h.Status, Lang: h.Lang,
		Started: stamp(h.Started), Changed: stamp(h.Changed), Events: h.Events, Head: h.Head,
	}
	r.Due = stampOf(h.Due)
	return r
}

// stampOf is the same for a time that may not be there.
func stampOf(t *time.Time) *string {
	if t == nil {
		return nil
	}
	s := stamp(*t)
	return &s
}

// stamp is a time as JSON has it.
func stamp(t time.Time) string { return t.UTC().Format(stampLayout) }

const stampLayout = "2006-01-02T15:04:05.000Z07:00"

func progressOf(p run.Progress) progressShape {
	return progressShape{
		Done: p.Done, Open: p.Open, Waiting: p.Waiting, Blocked: p.Blocked, Stale: p.Stale,
		Skipped: p.Skipped, NotNeeded: p.NotNeeded, Warnings: p.Warnings, Percent: p.Percent(),
	}
}

func (c *call) stepOf(lang string, v *run.StepView) stepShape {
	s := stepShape{
		System: v.Step.System,
		ID:     v.Step.ID, Title: v.Step.Title, State: v.State, Round: v.Round,
		Facts: factsOf(v.Step), BlockedBy: list(v.BlockedBy), Items: []any{}, Attachments: attachmentsOf(v.Attachments),
		SpentS: seconds(v.Spent), MedianS: secondsOf(c.learned.Steps[v.Step.ID]),
	}
	if address := walk.PageAddress(v.Step, c.pages); address != "" {
		s.Page = &address
	}
	for i := range v.Items {
		s.Items = append(s.Items, itemOf(lang, &v.Items[i]))
	}
	return s
}

// factsOf are the facts of a step, its items and their columns, each once.
func factsOf(s *flows.Step) []string {
	facts := list(slices.Clone(s.Facts))
	add := func(more []string) {
		for _, f := range more {
			if !slices.Contains(facts, f) {
				facts = append(facts, f)
			}
		}
	}
	for i := range s.Items {
		add(s.Items[i].Facts)
		if l := s.Items[i].List; l != nil {
			for j := range l.Columns {
				add(l.Columns[j].Facts)
			}
		}
	}
	return facts
}

func rippleOf(ripple []run.Consequence) []rippleShape {
	all := []rippleShape{}
	for _, r := range ripple {
		all = append(all, rippleShape{Step: r.Step, Effect: r.Effect, Items: list(r.Items)})
	}
	return all
}

// list is a list that is [] when it is empty, never null.
func list[T any](l []T) []T {
	if l == nil {
		return []T{}
	}
	return l
}
