package desk

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/outside"
)

// atDesk leaves the run for the desk, where two more stand, and lets the pointer
// rest.
func (r *rig) atDesk() *rig {
	r.t.Helper()
	r.fill()
	for _, name := range []string{"Kfz-Teile Nord", "Beispiel Oy 漢字"} {
		s, err := outside.Start(context.Background(), &r.m.cfg, "harbour", name, run.Real)
		if err != nil {
			r.t.Fatal(err)
		}
		if name == "Kfz-Teile Nord" {
			continue
		}
		if _, err := s.Do(true, run.Answer{At: flows.At("papers.ship"), Value: "Kaiku"}); err != nil {
			r.t.Fatal(err)
		}
		if err := s.Flush(context.Background()); err != nil {
			r.t.Fatal(err)
		}
	}
	r.keys("esc", "esc")
	if r.m.page != nil {
		r.t.Fatalf("the run was not left\n%s", r.screen())
	}
	return r.rest()
}

// rest lets the pointer rest, so that what it stands on is read.
func (r *rig) rest() *rig {
	ticks := r.ticks
	r.ticks = nil
	for _, msg := range ticks {
		if _, ok := msg.(restedMsg); ok {
			r.send(msg)
		} else {
			r.ticks = append(r.ticks, msg)
		}
	}
	return r
}

// longMail gives an address of which there is a warning.
func (r *rig) longMail() *rig {
	r.t.Helper()
	r.focus("berth_mail")
	return r.keys("'a.very.long.address@example.org'", "enter")
}

// warned asks what becomes of the warning of the first step.
func (r *rig) warned() *rig {
	r.t.Helper()
	at := func(item string, v flows.Value) run.Command {
		return run.Answer{At: flows.At("papers." + item), Value: v}
	}
	if _, err := r.m.page.s.Do(true, at("ship", "Aurora"), at("cargo", "grain"), at("berth_mail", "a.very.long.address@example.org"), run.Tick{At: flows.At("papers.signed")}); err != nil {
		r.t.Fatal(err)
	}
	r.refresh()
	r.goTo("papers")
	r.keys("ctrl+s").wait()
	if r.m.over == nil { // first it was read
		r.keys("ctrl+s").wait()
	}
	return r
}

// undone opens the step again that was completed by commands.
func (r *rig) undone() *rig {
	r.t.Helper()
	if _, err := r.m.page.s.Do(true, run.Reopen{Step: "papers", Why: "to look"}); err != nil {
		r.t.Fatal(err)
	}
	r.refresh()
	r.goTo("papers")
	clear(r.m.page.seen)
	return r
}

// finish walks the run to its end by commands.
func (r *rig) finish() *rig {
	r.t.Helper()
	r.fill()
	return r.finishRest()
}

// finishRest walks the steps after the first to the end by commands.
func (r *rig) finishRest() *rig {
	r.t.Helper()
	r.fast("crew", run.AddRow{List: flows.At("crew.people"), Cells: map[string]flows.Value{"badge": "4711"}}, run.Tick{At: flows.At("crew.people").In("r1", "aboard")})
	if _, err := r.m.page.s.Do(true, run.Skip{Step: "berth", Why: "no berth is needed"}); err != nil {
		r.t.Fatal(err)
	}
	r.fast("sail", run.PassGate{At: flows.At("sail.cast-off"), Word: "sail", By: "Eva"})
	r.refresh()
	r.goTo("")
	r.send(tea.WindowSizeMsg{Width: r.m.w, Height: r.m.h})
	return r
}
