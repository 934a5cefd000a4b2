package desk

import (
	"context"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/run"
	"lotse/ui/desk/copying"
	"lotse/ui/desk/room"
	"lotse/ui/field"
	"lotse/ui/outside"
	"lotse/ui/play"
	"lotse/ui/theme"
	"lotse/ui/tty"
)

// model is the one tea.Model.
type model struct {
	pen
	cfg  Config
	ctx  context.Context
	gone chan struct{} // closed once the screen has ended
	// tick is tea.Tick; a test lets it through by hand.
	tick func(time.Duration, func(time.Time) tea.Msg) tea.Cmd
	send func(tea.Msg) // from outside of Update; nil: nothing comes from there
	keys []keyGroup
	kit  field.Kit

	runner  *check.Runner
	running *runningCheck // the check at work; nil: none

	list    *list
	page    *page   // nil on the list
	replay  *replay // the run is only shown again; nil: it is not
	preview preview // of a procedure that is being written
	over    room.Overlay
	under   room.Overlay // comes back when over is closed; nil: none
	queued  room.Overlay // opens by itself when there is none any more
	grace   time.Time    // until then no key is taken: something came up by itself

	status status
	held   []tea.Msg // typed while a run was being opened, in order
	hold   int       // how many things are under way that keys wait for
	mouse  bool
	typing fastTyping
	ahead  bool   // stopped at something to be read; a key that comes at once was typed ahead
	toRead string // the step that is stopped at something to be read: enter goes on with it; "" for none

	asked   bool // ctrl+c waits among the keys that are held
	leaving bool
	code    int
	crashed *flows.Bug    // the fault that ended the screen
	failed  error         // why the screen could not come up
	last    *run.Header   // of the run last open
	loan    *outside.Loan // a secret on the clipboard; nil: none
	parting string        // what became of it, as the last words say it
	ticked  map[stepOfRun]copying.Ticks
	osc52   bool      // the terminal says that it takes what is copied
	looked  time.Time // when it was last looked for what is due
}

// status is the text of the line above the help, until the next key.
type status struct {
	text string
	bad  bool
	news []string // what there is to know of the run that was opened
}

func newModel(ctx context.Context, cfg Config) *model {
	gone := make(chan struct{})
	m := &model{ctx: context.WithoutCancel(ctx), gone: gone, tick: ticking(cfg.After, gone), pen: pen{th: theme.New(cfg.Dark, cfg.ASCII)}}
	m.list, m.preview.m = &list{m: m}, m
	m.configure(cfg)
	return m
}

// Update implements tea.Model.
func (m *model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	_, cmd := m.update(msg)
	if m.page != nil {
		drawing{m.page}.noteSeen()
	}
	if next := m.preview.follow(); next != nil {
		cmd = tea.Batch(cmd, next)
	}
	if rest := m.list.readRested(); rest != nil {
		cmd = tea.Batch(cmd, rest)
	}
	return m, cmd
}

func (m *model) update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.resize(msg.Width, msg.Height)
		return m, m.list.more()
	case tea.BackgroundColorMsg:
		m.th.Turn(msg.IsDark())
	case tea.ColorProfileMsg:
		m.th.Limit(colourDepth(msg.Profile))
	case tea.KeyPressMsg:
		return m, m.key(msg)
	case tea.PasteMsg:
		return m, m.paste(msg)
	case tea.MouseWheelMsg:
		m.wheel(msg)
	case tea.MouseClickMsg:
		return m, tea.Batch(m.skipStop(), m.click(msg))
	case uv.PrimaryDeviceAttributesEvent:
		m.noteAttributes(msg)
	case asyncMsg:
		return m, msg.handle(m)
	case play.TakenOver:
		m.say(m.playText(msg.Said))
	case play.Ended:
		return m, m.leave(codeDone)
	case stopMsg:
		msg.do()
		return m, tea.ClearScreen
	case crashMsg:
		m.crashed = msg.bug
		return m, tea.Quit
	}
	return m, nil
}

// asyncMsg is the message of something that happened outside Update; handle
// runs inside it.
type asyncMsg interface{ handle(m *model) tea.Cmd }

type (
	leaveMsg struct{} // a signal, or the terminal has gone
	crashMsg struct{ bug *flows.Bug }
	stopMsg  struct{ do func() } // the program is stopped, or was; do returns when it goes on
)

func (leaveMsg) handle(m *model) tea.Cmd { return m.leave(codeInterrupted) }

// key handles a key. While a run is being opened keys are held, so that what
// is typed ahead reaches the page that it was meant for.
func (m *model) key(msg tea.KeyPressMsg) tea.Cmd {
	k := msg.String()
	if m.replay != nil {
		return m.replay.key(msg)
	}
	if k == "ctrl+c" {
		return m.interrupt(msg)
	}
	if m.leaving {
		return nil
	}
	if m.running != nil && k == "esc" {
		m.cancelCheck()
		return nil
	}
	if m.hold > 0 {
		m.held = append(m.held, msg)
		return nil
	}
	cmd := m.skipStop()
	if m.hold > 0 {
		m.held = append(m.held, msg)
		return cmd
	}
	if !m.ignoresKeys() {
		m.status = status{}
	}
	cmd = tea.Batch(cmd, m.dispatch(msg))
	if m.over == nil && m.queued != nil && m.page != nil {
		cmd = tea.Batch(cmd, m.openNext(m.queued))
	}
	return tea.Batch(cmd, m.onPage(withRequests((*requestRunner).retry)))
}

// onPage runs an action on the page, if there is one.
func (m *model) onPage(do func(*page) tea.Cmd) tea.Cmd {
	if m.page == nil {
		return nil
	}
	return do(m.page)
}

// interrupt quits. Keys that were typed ahead of it are handled first; asked
// twice, it quits at once.
func (m *model) interrupt(msg tea.KeyPressMsg) tea.Cmd {
	if m.hold == 0 || m.asked || m.running != nil {
		return m.leave(codeInterrupted)
	}
	m.asked = true
	m.held = append(m.held, msg)
	return nil
}

func (m *model) dispatch(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case m.ignoresKeys():
		return m.extendPause(msg)
	case m.over != nil:
		return m.overKey(msg)
	case m.page != nil:
		if cmd, on := m.page.continueReading(msg.String()); on {
			return cmd
		}
		return m.page.key(msg)
	default:
		return m.list.key(msg)
	}
}

func (m *model) paste(msg tea.PasteMsg) tea.Cmd {
	switch {
	case m.leaving, m.replay != nil:
		return nil
	case len(msg.Content) > tty.MaxPaste:
		m.warn(m.t.Typing.PasteHuge)
		return nil
	case m.hold > 0:
		m.held = append(m.held, msg)
		return nil
	}
	return tea.Batch(m.skipStop(), m.pasted(msg))
}

// pasted passes a paste to what is shown, without the byte order mark of a
// file.
func (m *model) pasted(msg tea.PasteMsg) tea.Cmd {
	msg.Content = strings.TrimPrefix(msg.Content, "\ufeff")
	switch {
	case m.ignoresKeys():
		return nil
	case m.over != nil:
		return m.over.Paste(msg.Content)
	case m.page != nil:
		return m.page.paste(msg.Content)
	default:
		return m.list.paste(msg.Content)
	}
}

// release handles the keys that were held.
func (m *model) release() tea.Cmd {
	m.hold = max(m.hold-1, 0)
	var cmds []tea.Cmd
	for m.hold == 0 && len(m.held) > 0 {
		msg := m.held[0]
		m.held = m.held[1:]
		_, cmd := m.Update(msg)
		cmds = append(cmds, cmd)
	}
	return tea.Batch(cmds...)
}
