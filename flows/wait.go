package flows

import (
	"strconv"
	"strings"
	"time"
)

// Wait lasts until a time, or until somebody answers.
type Wait struct {
	For    string    // who is waited for
	Reason string    // what they do: a verb and what follows, after For
	Usual  string    // usual length, only where a source gives one
	Try    string    // what to try when nothing comes; Markdown
	Ladder []Rung    // what to try when, in order; may be empty
	Until  *Relative // the day to look again, unless the person says another; nil: none
	Then   string    // step of which the answer opens a new round; may be empty
}

// Rung is a try that is due a while after its wait began. From rung to rung that
// is longer.
type Rung struct {
	After time.Duration
	Try   string // Markdown
}

// Relative is a day that comes from another one: that of an answer, or the one on
// which a wait began.
type Relative struct {
	Of   string // id of a field of type date; "": the day on which the wait began
	Plus int    // days
}

// String is the day as a procedure names it: live_date + 1d, + 1d, live_date.
func (r Relative) String() string {
	if r.Plus == 0 {
		return r.Of
	}
	return strings.TrimSpace(r.Of + " + " + strconv.Itoa(r.Plus) + "d")
}

// Length is a time after the beginning of a wait as a procedure writes it: 10m,
// 2h, 3d.
func Length(d time.Duration) string {
	for _, unit := range []string{"d", "h", "m"} {
		if d%lengths[unit] == 0 {
			return strconv.Itoa(int(d/lengths[unit])) + unit
		}
	}
	return d.String()
}

// maxRelative is how many days a relative day may be ahead.
const maxRelative = 366

func (l *loader) loadWait(o *object, it *Item) {
	it.Wait = &Wait{
		For: o.must("for", KindWait.what()), Reason: o.text("reason"), Usual: o.text("usual"),
		Try: o.text("try"), Then: o.text("then"), Ladder: l.ladder(o), Until: l.relative(o),
	}
}

// ladder reads ladder: a list of {after, try}.
func (l *loader) ladder(o *object) []Rung {
	e := o.take("ladder")
	if e == nil {
		return nil
	}
	l.needs(fourthFormat)
	var ladder []Rung
	for i, part := range l.parts(e, value("ladder")) {
		in := l.object(part, o.path+".ladder."+strconv.Itoa(i), Msg("thing.rung"))
		if in == nil {
			continue
		}
		in.needs("after", Msg("thing.rung"))
		r := Rung{After: l.after(in.take("after")), Try: in.must("try", Msg("thing.rung"))}
		in.done(Msg("thing.rung"))
		if len(ladder) > 0 && r.After > 0 && r.After <= ladder[len(ladder)-1].After {
			l.fault(in.Get("after").FilePlace, "lint.ladder_rising")
		}
		ladder = append(ladder, r)
	}
	return ladder
}

// lengths are the units that a time after the beginning of a wait is given in.
var lengths = map[string]time.Duration{"m": time.Minute, "h": time.Hour, "d": 24 * time.Hour}

// after reads 10m, 2h or 3d; 0 where it is none of these.
func (l *loader) after(e *Element) time.Duration {
	if e == nil {
		return 0
	}
	text := l.written(e, value("after"))
	n, unit := strings.TrimRight(text, "mhd"), strings.TrimLeft(text, "0123456789")
	count, err := strconv.Atoi(n)
	if lengths[unit] == 0 || err != nil || count < 1 || count > 9999 || strconv.Itoa(count) != n {
		l.fault(e.FilePlace, "lint.after")
		return 0
	}
	return time.Duration(count) * lengths[unit]
}

// relative reads until: {of: FIELD, plus: 1d}, of which one is there at least.
func (l *loader) relative(o *object) *Relative {
	e := o.take("until")
	if e == nil {
		return nil
	}
	l.needs(fourthFormat)
	in := l.object(e, o.path+".until", value("until"))
	if in == nil {
		return nil
	}
	r := &Relative{Of: in.text("of")}
	if plus := in.take("plus"); plus != nil {
		text := l.written(plus, value("plus"))
		n, days := strings.CutSuffix(text, "d")
		count, err := strconv.Atoi(n)
		if !days || err != nil || count < 1 || count > maxRelative || strconv.Itoa(count) != n {
			l.fault(plus.FilePlace, "lint.plus", "max", maxRelative)
		}
		r.Plus = count
	}
	if in.Get("of") == nil && in.Get("plus") == nil {
		l.fault(in.FilePlace, "lint.until_empty")
	}
	in.done(Msg("thing.until"))
	return r
}

// relative proves that the field of a wait's day comes before it, and is a date.
func (k *linker) relative(path string, it *Item, own int) {
	if it.Wait == nil || it.Wait.Until == nil || it.Wait.Until.Of == "" {
		return
	}
	id, at := it.Wait.Until.Of, k.inputSpot(path, it.Wait.Until.Of)
	turn, known := k.turns[Ref{RefField, id}]
	switch {
	case !known:
		k.fault(at, "lint.no_field", "field", id, "hint", nearest(id, k.fieldIDs()))
	case turn >= own:
		k.fault(at, "lint.later", "name", id)
	case k.known.items[id].Holds().Type != TypeDate:
		k.fault(at, "lint.until_date", "field", id)
	}
}
