package check

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math"
	"slices"
	"time"

	"lotse/flows"
	"lotse/flows/register/compare"
	"lotse/flows/run"
)

// What can be found while a register is read.
var (
	shapeUnknown    = Finding{Code: "shape_unknown", Status: Failed, Message: "check.net_shape_unknown", Reasons: []Reason{{"check.why_path", Asked}, {"check.why_interface", ""}}}
	registerChanged = Finding{Code: "register_changed", Status: Unknown, Message: "check.net_register_changed", Reasons: []Reason{{"check.why_work", ""}}}
	numberAgain     = Finding{Code: "number_again", Status: Unknown, Message: "check.net_number_again", Reasons: []Reason{{"check.why_work", ""}}}
	registerTooLong = Finding{Code: "register_too_long", Status: Failed, Message: "check.net_register_too_long", Reasons: []Reason{{"check.why_path", Asked}}}
)

// rackbeatRegisters is the name of the check, and of the portal for every
// reading of a register.
const rackbeatRegisters = "rackbeat.registers"

// rackbeatRegistersCheck reads each chosen register of Rackbeat to its end.
func rackbeatRegistersCheck() Check {
	return Check{
		Name:     rackbeatRegisters,
		Title:    "check.title_rackbeat_registers",
		Inputs:   rackbeatSelfCheck().Inputs,
		Findings: wayRegister(),
		Faults: jsonFaults(slices.Concat(keyFaults, []Fault{
			{"page-429", "check.fault_page_429", throttled.Code},
			{"page-429-once", "check.fault_page_429_once", ""},
			{"page-reset", "check.fault_page_reset", cutOff.Code},
			{"page-reset-once", "check.fault_page_reset_once", ""},
			{"page-shape", "check.fault_page_shape", shapeUnknown.Code},
			{"changes-meanwhile", "check.fault_changes_meanwhile", registerChanged.Code},
			{"moves-meanwhile", "check.fault_moves_meanwhile", numberAgain.Code},
		})...),
		sends:  &sending{"key", "url", rackbeatURL},
		run:    rackbeatRead,
		within: longestReading,
	}
}

// wayRegister are the findings of every check that reads a register of
// Rackbeat's.
func wayRegister() []Finding {
	return jsonFindings(keyRefused, keyUnsendable, permissionMissing, shapeUnknown, registerChanged, numberAgain, registerTooLong)
}

const (
	longestReading = 2 * time.Hour // of registers; a page has the limits of a check
	mostRows       = 5_000_000     // of a register
	largestPage    = 960           // rows that are asked for at first; halved as long as the answers are too large
	smallestPage   = 15
	atFirst        = 8 // pages that need no rest between them
	tries          = 3 // of a page that did not come
)

// rackbeatRead reads the registers, and reports how many rows each has.
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
	return j.result(Passed, "", flows.Msg("check.registers_read", "n", rows))
}

// reading is a register that is being read. What was read stays when the
// reading is interrupted.
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
	trouble []run.Phase // of the page that did not come
}

// reading prepares a reading.
func (j *job) reading(ctx context.Context, k compare.Kind) (*reading, *ending) {
	key, e := j.secret(ctx, "key", j.rackbeatBase())
	if e != nil {
		return nil, e
	}
	return &reading{job: j, kind: k, key: key, seen: map[string]int{}, page: 1, limit: largestPage, pages: -1, total: -1}, nil
}

// read reads the register to its end and reports progress from 0 to 1. It
// continues an interrupted reading of the same register, key and address.
func (r *reading) read(ctx context.Context, tell func(done float64)) (*compare.Register, *ending) {
	mark := r.id()
	left := r.begun.take(mark)
	for more := true; more; {
		p, e := r.askWithRetries(ctx)
		if e == nil {
			if left != nil && r.page == 1 && left.total == p.total && left.continuesFrom(p) {
				r.cards, r.seen, r.page, r.limit, p = left.cards, left.seen, left.page, left.limit, nil
				r.pages, r.total = left.pages, left.total
			}
			left = nil
			if p != nil {
				more, e = r.take(p)
			}
		}
		if e != nil {
			if ctx.Err() != nil || slices.Contains([]string{cutOff.Code, timedOut.Code, throttled.Code, offline.Code, nameFailed.Code, serverError.Code}, e.Code) {
				r.begun.keep(mark, r)
			}
			r.phases = append(r.phases, r.trouble...)
			return nil, e
		}
		tell(r.done())
	}
	r.phase(string(r.kind), Passed, flows.Msg("check.register_live", "what", kindName(r.kind), "n", len(r.cards), "pages", r.page-1))
	return compare.FromCards("", r.sum(), r.cards, r.fields()...), nil
}

// askWithRetries requests a page again until it comes, within limits on number
// and time.
func (r *reading) askWithRetries(ctx context.Context) (*page, *ending) {
	for tried := 1; ; tried++ {
		if !sleep(ctx, r.delay()) {
			return nil, end(timedOut, "what", "Rackbeat")
		}
		p, e := r.ask(ctx)
		if e == nil || ctx.Err() != nil {
			return p, e
		}
		var wait time.Duration
		switch between := r.net.limits().Between; e.Code {
		case tooLarge.Code:
			if whole := (r.page-1)*r.limit == len(r.cards); !whole || r.limit/2 < smallestPage {
				return nil, e
			}
			r.limit, r.page, tried = r.limit/2, 2*r.page-1, 0 // what was read ends at the same row
		case throttled.Code:
			if wait = max(e.after(), 4*between); r.page == 1 || r.waited+wait > r.net.limits().Patience {
				return nil, e
			}
			r.waited += wait
			r.tell(flows.Msg("check.register_waits", "seconds", int(math.Ceil(wait.Seconds()))))
		case cutOff.Code, timedOut.Code:
			if wait = between * time.Duration(2<<tried); r.page == 1 || tried == tries {
				return nil, e
			}
		default:
			return nil, e
		}
		if !sleep(ctx, wait) {
			return nil, e
		}
	}
}

// delay is the time to wait before the next page: after the first few pages
// the server is asked only a few times a second.
func (r *reading) delay() time.Duration {
	now, between := r.env.Now(), r.net.limits().Between
	if early := now.Add(-atFirst * between); r.next.Before(early) {
		r.next = early
	}
	wait := min(r.next.Sub(now), between)
	r.next = r.next.Add(between)
	return wait
}

// take adds a page; it returns false for the last one.
func (r *reading) take(p *page) (more bool, _ *ending) {
	what := kindName(r.kind)
	switch {
	case r.page > 1 && p.total != r.total:
		return false, r.stopped(registerChanged, "what", what, "was", r.total, "is", p.total)
	case len(r.cards)+len(p.cards) > mostRows, p.total > mostRows:
		return false, r.stopped(registerTooLong, "what", what)
	}
	r.total, r.pages = p.total, p.pages
	for _, c := range p.cards {
		if before, again := r.seen[c.Code]; again && c.Code != "" && before != r.page {
			return false, r.stopped(numberAgain, "what", what, "number", c.Code, "a", before, "b", r.page)
		}
		r.seen[c.Code] = r.page
		c.Row = len(r.cards) + 1
		r.cards = append(r.cards, c)
	}
	r.page++
	more = len(p.cards) > 0 && (r.pages < 0 || r.page <= r.pages) && (r.total < 0 || len(r.cards) < r.total)
	if !more && r.total >= 0 && len(r.cards) != r.total {
		return false, r.stopped(registerChanged, "what", what, "was", r.total, "is", len(r.cards))
	}
	return more, nil
}

// stopped ends the reading because of the content of a page.
func (r *reading) stopped(f Finding, args ...any) *ending {
	r.trouble = nil
	return r.stop(string(r.kind), end(f, args...))
}

// shown reports the progress to the person.
func (r *reading) shown(float64) {
	r.tell(flows.Msg("check.register_page", "what", kindName(r.kind), "page", r.page-1, "n", len(r.cards)))
}

func (r *reading) tell(detail flows.Message) { r.running(string(r.kind), detail, r.done()) }

// done is how much of the register was read, from 0 to 1.
func (r *reading) done() float64 {
	return float64(len(r.cards)) / float64(max(r.total, len(r.cards), 1))
}

// fields are the fields that the API has for a register.
func (r *reading) fields() []compare.Field {
	if r.kind == compare.Products {
		return []compare.Field{compare.Name, compare.Barred}
	}
	return []compare.Field{compare.BusinessID, compare.Name, compare.Barred}
}

// sum is the SHA-256 of what was read.
func (r *reading) sum() string {
	h := sha256.New()
	for _, c := range r.cards {
		fmt.Fprintf(h, "%q %q %q %t\n", c.Code, c.ID, c.Name, c.IsBarred)
	}
	return hex.EncodeToString(h.Sum(nil))
}
