package desk

import (
	tea "charm.land/bubbletea/v2"

	"lotse/ui/walk"
)

// turn carries out the result of an act of the dialogue: the page shows its
// present position, the status line the last message, an overlay its question;
// its requests become commands.
func (p *page) turn(t walk.Turn) tea.Cmd {
	p.arrive()
	n := len(t.Tell)
	if n > 0 {
		p.m.status = status{text: p.dialogueText(t.Tell[n-1]), bad: t.Bad}
	}
	if t.Ask == nil && (n == 0 || p.m.team() != nil && t.Tell[n-1].Code == "dialogue.reloaded") {
		p.m.sayHeard(p.heardText(t.Heard)) // in a team it is known who it was
	}
	return tea.Batch(p.carrier.runAll(t.Do), p.overlays.ask(t.Ask))
}

// requestDoneMsg brings the end of a request, as the call that tells the
// dialogue. Keys may be held until then.
type requestDoneMsg struct {
	of     *page
	hear   func() walk.Turn
	waited bool
}

// handle tells the dialogue. What comes from a run that is no longer shown is
// dropped.
func (msg requestDoneMsg) handle(m *model) tea.Cmd {
	var cmd tea.Cmd
	if m.page == msg.of {
		cmd = msg.of.turn(msg.hear())
		cmd = tea.Batch(cmd, msg.of.carrier.retryLater(), msg.of.secrets.saved())
	}
	if msg.waited {
		return tea.Batch(cmd, m.release())
	}
	return cmd
}
