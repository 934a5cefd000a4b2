package walk

import (
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

var seeds = flag.Int("seeds", 150, "random dialogues of the model test")

// TestRandomDialogues holds random dialogues, with writes that fail and another
// program that changes the run, against a model of what must never happen.
func TestRandomDialogues(t *testing.T) {
	for seed := range *seeds {
		f := lines()
		if seed%2 == 1 {
			f = page()
		}
		p := newPilot(t, f, uint64(seed))
		for range 120 {
			p.step()
			if t.Failed() {
				t.Fatalf("seed %d:\n%s", seed, strings.Join(p.log, "\n"))
			}
		}
		p.settleAll()
		if t.Failed() {
			t.Fatalf("seed %d:\n%s", seed, strings.Join(p.log, "\n"))
		}
	}
}

// pilot holds a dialogue as a face does whose requests take their time.
type pilot struct {
	*rig
	*rand.Rand
	doing []Request                // under way
	asked []Question               // one after the other
	typed map[flows.Address]string // the model: typed, and neither taken nor forgotten
	open  map[string]bool          // the model: yours, and not decided yet
	notes map[string]bool          // remarks that were done
	lost  map[string]bool          // of them those that were told to be lost
	n     int                      // makes each answer another one
	log   []string
}

func newPilot(t *testing.T, f Face, seed uint64) *pilot {
	return &pilot{
		rig: newRig(t, f, seed), Rand: rand.New(rand.NewPCG(seed, 11)),
		typed: map[flows.Address]string{}, open: map[string]bool{}, notes: map[string]bool{}, lost: map[string]bool{},
	}
}

func pick[T any](p *pilot, list ...T) T { return list[p.IntN(len(list))] }

func (p *pilot) said(format string, args ...any) { p.log = append(p.log, fmt.Sprintf(format, args...)) }

// step does one thing: what is under way ends, another program writes, a question
// is answered, or the person acts.
func (p *pilot) step() {
	switch {
	case len(p.doing) > 0 && p.IntN(3) == 0:
		p.end(true)
	case p.IntN(12) == 0:
		p.meddle()
	case len(p.asked) > 0:
		p.reply()
	default:
		p.took(p.act())
	}
	p.check()
}

// took takes a turn as a face does.
func (p *pilot) took(t Turn) {
	p.doing = append(p.doing, t.Do...)
	if t.Ask != nil {
		p.asked = append(p.asked, t.Ask)
	}
	if len(t.Tell) > 0 || t.Ask != nil {
		p.said("  -> %v %T", codes(t), t.Ask)
	}
	if n := p.writes(); n > 1 {
		p.t.Errorf("%d writes are under way", n)
	}
}

// writes counts the writes that are under way.
func (p *pilot) writes() int {
	n := 0
	for _, d := range p.doing {
		switch d.(type) {
		case Save, Reload, CatchUp:
			n++
		}
	}
	return n
}

// end ends one of the requests that are under way, now and then badly.
func (p *pilot) end(mayFail bool) {
	i := p.IntN(len(p.doing))
	if _, seal := p.doing[i].(Seal); seal { // they end in order
		i = slices.IndexFunc(p.doing, func(r Request) bool { _, seal := r.(Seal); return seal })
	}
	d := p.doing[i]
	p.doing = slices.Delete(p.doing, i, i+1)
	var fail error
	if mayFail && p.IntN(4) == 0 {
		fail = pick[error](p, flows.ErrFull, flows.ErrLocked)
	}
	p.said("end %T %v", d, fail)
	p.store.next = mayFail && fail == nil && p.IntN(8) == 0
	if seal, ok := d.(Seal); ok && fail == nil {
		delete(p.typed, seal.At) // what was typed becomes the secret
	}
	if k, ok := d.(KeepFile); ok && fail == nil && !k.Proof {
		delete(p.typed, k.At)
	}
	t := p.carried(d, fail)
	p.store.next = false
	p.reloaded(t)
	p.took(t)
}

// reloaded notes what is told to be lost.
func (p *pilot) reloaded(t Turn) {
	c, ok := t.Ask.(*Conflict)
	if !ok {
		return
	}
	for _, d := range c.Differences {
		p.open[fmt.Sprintf("%#v", d.Command)] = true
	}
	for _, command := range c.Lost {
		if n, ok := command.(run.Note); ok {
			p.lost[n.Text] = true
		}
	}
}

// meddle has another program change something.
func (p *pilot) meddle() {
	item := pick(p, fields...)
	c := pick[run.Command](p,
		answer(item, p.value(item)), answer(item, p.value(item)), run.Tick{At: flows.At("token.seen")}, run.Untick{At: flows.At("token.seen")},
		run.AddRow{List: flows.At("people"), Cells: map[string]flows.Value{"badge": "b"}}, run.RemoveRow{At: flows.At("people").In("r1", "")},
		run.Skip{Step: "token", Why: "x"}, run.Complete{Step: "papers"}, run.Undo{},
		run.SetSecret{At: flows.At("papers.locker"), Sealed: p.other()},
	)
	p.said("elsewhere %#v: %v", c, p.elsewhere(c))
	if p.IntN(2) == 0 { // a team's store tells
		p.took(p.CatchUp())
	}
}

func (p *pilot) other() *run.Sealed {
	s, _ := p.vault.Seal(context.Background(), run.Real, p.s.ID(), "locker", "", run.Secret{})
	return &s
}
