package desk

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/face"
	"lotse/ui/outside"
	"lotse/ui/walk"
)

// lend puts a secret on the clipboard of the system for a while or, where no
// program reaches that, on the terminal's. done, if not nil, hears that it lies
// there.
func (m *model) lend(secret run.Secret, done func()) tea.Cmd {
	if done == nil {
		done = func() {}
	}
	reach, ctx := outside.Reach(m.cfg.Tools), m.ctx
	if reach.Program == "" {
		m.say(m.useText(flows.Msg("use.sent")))
		done()
		return tea.SetClipboard(string(secret.Reveal()))
	}
	loan := outside.NewLoan(m.cfg.Tools, secret)
	m.loan = loan
	return guarded(func() tea.Msg { return lentMsg{reach, loan, loan.Begin(ctx, secret), done} })
}

// lentMsg says that a secret lies on the clipboard, or why not.
type lentMsg struct {
	reach walk.Reach
	loan  *outside.Loan
	err   error
	done  func()
}

func (msg lentMsg) handle(m *model) tea.Cmd {
	if msg.err != nil {
		m.dropLoan(msg.loan)
		m.warn(m.sentence(msg.err))
		return nil
	}
	msg.done()
	switch {
	case !msg.reach.Readable:
		m.dropLoan(msg.loan)
		m.say(m.useText(flows.Msg("use.lent_kept", "program", msg.reach.Program)))
		return nil
	}
	m.say(m.useText(flows.Msg("use.lent", "program", msg.reach.Program, "n", int(face.LendTime.Seconds()))))
	return m.tick(face.LendTime, func(time.Time) tea.Msg { return loanOverMsg{msg.loan} })
}

// dropLoan forgets a loan that there is nothing to clear of.
func (m *model) dropLoan(l *outside.Loan) {
	if m.loan == l {
		m.loan = nil
	}
}

// loanOverMsg says that the time of a loan is over.
type loanOverMsg struct{ loan *outside.Loan }

// handle clears the clipboard, unless a later secret was copied over this one.
func (msg loanOverMsg) handle(m *model) tea.Cmd {
	if m.loan != msg.loan {
		return nil
	}
	ctx := m.ctx
	return guarded(func() tea.Msg {
		ending, said := msg.loan.End(ctx)
		return loanEndedMsg{msg.loan, ending, said}
	})
}

// loanEndedMsg says what became of a secret on the clipboard.
type loanEndedMsg struct {
	loan   *outside.Loan
	ending outside.Ending
	said   flows.Message
}

func (msg loanEndedMsg) handle(m *model) tea.Cmd {
	m.dropLoan(msg.loan)
	if msg.ending == outside.Left {
		m.warn(m.useText(msg.said))
		return nil
	}
	m.say(m.useText(msg.said))
	return nil
}

// endLoan ends the loan when the screen has closed, however it was left. The
// last words say what became of it.
func (m *model) endLoan() {
	if m.loan == nil {
		return
	}
	_, said := m.loan.End(m.ctx)
	m.loan, m.parting = nil, m.useText(said)
}

// useText is a message about a kept secret, in the person's language.
func (m *model) useText(msg flows.Message) string { return roomDesk{m}.DialogueText(msg) }
