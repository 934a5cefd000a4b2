package walk

import (
	"bytes"
	"context"
	"fmt"
	"reflect"
	"slices"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

// check holds what must be true after each step.
func (p *pilot) check() {
	p.checkSpot()
	p.checkOpen()
	for at, text := range p.typed {
		if got, ok := p.Typed(at); !ok || got.Text != text {
			p.t.Errorf("what was typed at %s is %q, want %q", at, got.Text, text)
		}
	}
	reading := slices.ContainsFunc(p.doing, func(r Request) bool { _, is := r.(CatchUp); return is })
	if p.SaveState() == IsSaved && (p.s.Pending() > 0 || p.writes() > 0 && !reading) {
		p.t.Errorf("it is said to be saved, with %d pending and %d under way", p.s.Pending(), p.writes())
	}
	if p.s.Pending() > 0 && p.writes() == 0 && p.SaveError() == nil {
		p.t.Error("nothing writes what is pending")
	}
}

// checkOpen demands that what is not decided yet is still asked about.
func (p *pilot) checkOpen() {
	asked := map[string]bool{}
	if c := p.Conflict(); c != nil {
		for _, d := range c.Differences {
			asked[fmt.Sprintf("%#v", d.Command)] = true
		}
	}
	for yours := range p.open {
		if !asked[yours] {
			p.t.Errorf("nobody decided, and nobody is asked: %s", yours)
		}
	}
}

// checkSpot demands that the position names something that is there and asks for
// something.
func (p *pilot) checkSpot() {
	at, sv := p.At(), p.Step()
	if at.Step == "" {
		if c := p.View().Current; c != "" {
			p.t.Errorf("it stands at the end of a run that goes on with %s", c)
		}
		return
	}
	if sv == nil {
		p.t.Errorf("there is no step %s", at.Step)
		return
	}
	if at.Item == "" {
		return
	}
	iv := p.Item()
	if iv == nil || !p.Stops(iv) {
		p.t.Errorf("nothing is asked for at %s", at)
		return
	}
	if at.Row != "" && !hasCell(iv, at) {
		p.t.Errorf("there is no cell %s", at)
	}
}

// settleAll ends what is under way and answers what is asked, and then holds the
// disk against the model.
func (p *pilot) settleAll() {
	p.said("the end")
	for range 1000 {
		switch {
		case len(p.doing) > 0:
			p.end(false)
		case len(p.asked) > 0:
			p.reply()
		default:
			if all := p.Save(); len(all) > 0 {
				p.doing = append(p.doing, all...)
				continue
			}
			p.onDisk()
			return
		}
		p.check()
		if p.t.(*testing.T).Failed() {
			return
		}
	}
	p.t.Error("it never comes to an end")
}

func (p *pilot) onDisk() {
	ctx := context.Background()
	if p.SaveState() != IsSaved {
		p.t.Errorf("it is not saved: %v", p.SaveError())
	}
	left, err := p.store.Unsaved(ctx, p.s.ID())
	if err != nil {
		p.t.Fatal(err)
	}
	got := map[flows.Address]string{}
	for _, u := range left {
		got[flows.Address{Step: u.Step, Item: u.Item, Row: u.Row, Column: u.Column}] = u.Text
	}
	if !reflect.DeepEqual(got, p.typed) {
		p.t.Errorf("typed on disk: %v, want %v", got, p.typed)
	}
	events, err := p.store.Events(ctx, p.s.ID(), 0)
	if err != nil {
		p.t.Fatal(err)
	}
	for i, e := range p.s.Events() { // another program may have written since
		if i >= len(events) || !bytes.Equal(e.Hash, events[i].Hash) {
			p.t.Fatalf("event %d of %d is not on disk", i+1, len(events))
		}
	}
	count := map[string]int{}
	for i := range events {
		if n, err := events[i].Payload(); err == nil {
			if noted, ok := n.(*run.Noted); ok {
				count[noted.Text]++
			}
		}
	}
	for text := range p.notes {
		if n := count[text]; n > 1 || n == 0 && !p.lost[text] {
			p.t.Errorf("%q stands there %d times", text, n)
		}
	}
}
