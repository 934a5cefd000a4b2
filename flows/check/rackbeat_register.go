package check

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strconv"
	"time"

	"lotse/flows"
	"lotse/flows/register/compare"
	"lotse/flows/run"
)

// rackbeatRegistersSpec reads each chosen register of Rackbeat to its end.
var rackbeatRegistersSpec = flows.CheckSpec{
	Name:   "rackbeat.registers",
	Title:  "Rackbeat's registers can be read",
	Inputs: rackbeatSpec.Inputs,
	Findings: append(slices.Clone(rackbeatSpec.Findings),
		"shape_unknown", "register_changed", "number_again", "register_too_long"),
}

const (
	longestReading = 2 * time.Hour // of registers; a page has the limits of a check
	mostRows       = 5_000_000     // of a register
	largestPage    = 960           // rows that are asked for at first; halved as long as the answers are too large
	smallestPage   = 15
	atFirst        = 8 // pages that need no rest between them
	tries          = 3 // of a page that did not come
)

// rackbeatRead reads the registers, and tells how many rows each has.
func rackbeatRead(ctx context.Context, j *job) run.CheckResult {
	var warned []*ending
	rows := 0
	for _, register := range j.registers() {
		r, e := j.reading(ctx, compare.Kind(register))
		if e == nil {
			_, e = r.read(ctx, r.shown)
			warned = append(warned, r.warned...)
		}
		if e != nil {
			return j.ended(e, "url")
		}
		rows += len(r.cards)
	}
	if len(warned) > 0 {
		return j.ended(warned[0], "url")
	}
	return j.result(Passed, "", say("registers_read", "n", rows))
}

// reading is a register while it is read. What was read stays when the reading
// is interrupted.
type reading struct {
	*job
	kind  compare.Kind
	key   string
	cards []compare.Card
	seen  map[string]int // code -> its page
	page  int            // that is asked for next
	limit int            // rows of a page
	pages int
	total int

	next    time.Time     // when the next page may be asked for
	waited  time.Duration // because the server wanted it
	warned  []*ending
	trouble []run.Phase   // of the page that did not come
	after   time.Duration // when the server wants to be asked again
}

// reading makes a reading ready, with what an interrupted one of the same
// register, key and address has left.
func (j *job) reading(ctx context.Context, k compare.Kind) (*reading, *ending) {
	key, e := j.secret(ctx, "key")
	if e != nil {
		return nil, e
	}
	return &reading{job: j, kind: k, key: key, seen: map[string]int{}, page: 1, limit: largestPage, pages: -1, total: -1}, nil
}

// read reads the register to its end and tells how much of it is there, of 1.
func (r *reading) read(ctx context.Context, tell func(done float64)) (*compare.Register, *ending) {
	mark := r.mark()
	left := r.begun.take(mark)
	for more := true; more; {
		p, e := r.insist(ctx)
		if e == nil {
			if left != nil && r.page == 1 && left.total == p.total && left.goesOn(p) {
				r.cards, r.seen, r.page, r.limit, p = left.cards, left.seen, left.page, left.limit, nil
				r.pages, r.total = left.pages, left.total
			}
			left = nil
			if p != nil {
				more, e = r.take(p)
			}
		}
		if e != nil {
			if ctx.Err() != nil || e.finding == "cut_off" || e.finding == "timed_out" || e.finding == "throttled" || e.finding == "offline" {
				r.begun.leave(mark, r)
			}
			r.phases = append(r.phases, r.trouble...)
			return nil, e
		}
		tell(float64(len(r.cards)) / float64(max(r.total, len(r.cards), 1)))
	}
	r.phase(string(r.kind), Passed, say("register_live", "what", say(string(r.kind)), "n", len(r.cards), "pages", r.page-1))
	return compare.FromCards("", r.sum(), r.cards, r.fields()...), nil
}

// insist asks for a page until it comes, as often and as long as is decent.
func (r *reading) insist(ctx context.Context) (*page, *ending) {
	for tried := 1; ; tried++ {
		if !rest(ctx, r.pace()) {
			return nil, end("timed_out", "what", "Rackbeat")
		}
		p, e := r.ask(ctx)
		if e == nil || ctx.Err() != nil {
			return p, e
		}
		var wait time.Duration
		switch between := r.net.limits().Between; e.finding {
		case "too_large":
			if whole := (r.page-1)*r.limit == len(r.cards); !whole || r.limit/2 < smallestPage {
				return nil, e
			}
			r.limit, r.page, tried = r.limit/2, 2*r.page-1, 0 // what was read ends at the same row
		case "throttled":
			if wait = max(r.after, 4*between); r.page == 1 || r.waited+wait > r.net.limits().Patience {
				return nil, e
			}
			r.waited += wait
			r.running(say("register_waits", "seconds", seconds(wait.Seconds())))
		case "cut_off", "timed_out":
			if wait = between * time.Duration(2<<tried); r.page == 1 || tried == tries {
				return nil, e
			}
		default:
			return nil, e
		}
		if !rest(ctx, wait) {
			return nil, e
		}
	}
}

// pace is how long to wait before the next page: after the first few the
// server is asked a few times a second.
func (r *reading) pace() time.Duration {
	now, between := r.env.Now(), r.net.limits().Between
	if early := now.Add(-atFirst * between); r.next.Before(early) {
		r.next = early
	}
	wait := min(r.next.Sub(now), between)
	r.next = r.next.Add(between)
	return wait
}

// take takes a page. It is false when it was the last one.
func (r *reading) take(p *page) (more bool, _ *ending) {
	what := say(string(r.kind))
	switch {
	case r.page > 1 && p.total != r.total:
		return false, r.stopped("register_changed", "what", what, "was", strconv.Itoa(r.total), "is", strconv.Itoa(p.total))
	case len(r.cards)+len(p.cards) > mostRows, p.total > mostRows:
		return false, r.stopped("register_too_long", "what", what)
	}
	r.total, r.pages = p.total, p.pages
	for _, c := range p.cards {
		if before, again := r.seen[c.Code]; again && c.Code != "" && before != r.page {
			return false, r.stopped("number_again", "what", what, "number", c.Code, "a", strconv.Itoa(before), "b", strconv.Itoa(r.page))
		}
		r.seen[c.Code] = r.page
		c.Row = len(r.cards) + 1
		r.cards = append(r.cards, c)
	}
	r.page++
	more = len(p.cards) > 0 && (r.pages < 0 || r.page <= r.pages) && (r.total < 0 || len(r.cards) < r.total)
	if !more && r.total >= 0 && len(r.cards) != r.total {
		return false, r.stopped("register_changed", "what", what, "was", strconv.Itoa(r.total), "is", strconv.Itoa(len(r.cards)))
	}
	return more, nil
}

// stopped ends the reading of what came.
func (r *reading) stopped(finding string, named ...any) *ending {
	r.trouble = nil
	r.phase(string(r.kind), statuses[finding], say("net_"+finding, named...))
	return end(finding, named...)
}

// shown tells a person how far the reading is.
func (r *reading) shown(float64) {
	r.running(say("register_page", "what", say(string(r.kind)), "page", r.page-1, "n", len(r.cards)))
}

func (r *reading) running(detail flows.Message) {
	if r.progress != nil {
		done := float64(len(r.cards)) / float64(max(r.total, len(r.cards), 1))
		r.progress(run.Phase{Name: string(r.kind), Status: Running, Message: detail, Done: done})
	}
}

// fields are those that the API tells of a register.
func (r *reading) fields() []compare.Field {
	if r.kind == compare.Products {
		return []compare.Field{compare.Name, compare.Barred}
	}
	return []compare.Field{compare.BusinessID, compare.Name, compare.Barred}
}

// sum is of what was read.
func (r *reading) sum() string {
	h := sha256.New()
	for _, c := range r.cards {
		fmt.Fprintf(h, "%q %q %q %t\n", c.Code, c.ID, c.Name, c.IsBarred)
	}
	return hex.EncodeToString(h.Sum(nil))
}
