package desk

import (
	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/words"
	"lotse/ui/desk/room"
	"lotse/ui/walk"
)

// notWorked asks what did not work at the focused item; where that is said already,
// whether it works now.
func (r *overlays) notWorked() tea.Cmd {
	p := r.p
	say := func(code string, args ...any) string { return words.Say(p.m.cfg.Lang, flows.Msg(code, args...)) }
	at, failed := p.FailureHere()
	q := question{
		at: at.InForm(walk.FailForm, "why"), label: say("failed.why"), lines: 2, widget: p.m.line,
		answer: func(why string) walk.Turn { return p.Fail(at, why) },
	}
	title, intro := say("failed.title", "what", p.publicText(at)), say("failed.holds")
	if failed {
		was := p.ItemAt(at).NotWorked
		why := flows.Said(flows.Clean(was.Why))
		if p.m.share { // it is a remark
			why = flows.Msg("dialogue.hidden")
		}
		title, intro = say("failed.works", "what", p.publicText(at)), say("failed.was", "by", was.By, "why", why)
		q.label = say("failed.how")
		q.answer = func(why string) walk.Turn { return p.Resolve(at, why) }
	}
	p.m.openOver(q.ask(room.NewForm(roomDesk{p.m}, title, intro)))
	return nil
}

// hasFailed holds where the focused item did not work.
func hasFailed(p *page) bool {
	_, failed := p.FailureHere()
	return failed
}
