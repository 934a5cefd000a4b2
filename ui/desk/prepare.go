package desk

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/field"
	"lotse/ui/file"
	"lotse/ui/outside"
	"lotse/ui/walk"
)

// configure sets what the screen starts with. The theme stays: by then the
// terminal may have reported its background.
func (m *model) configure(cfg Config) {
	if cfg.Now == nil {
		cfg.Now = cfg.Env.Now
	}
	m.cfg, m.now, m.t, m.mouse = cfg, cfg.Now, words.For(cfg.Lang), cfg.Mouse
	m.keys = bindings(m.t)
	if cfg.Env.LooksOn {
		m.keys = lookingOn(m.t.Lang, m.keys)
	}
	m.th.Sign(cfg.ASCII)
	if cfg.Archive == nil { // it is being opened
		return
	}
	m.kit = field.Kit{Theme: m.th, Text: m.t, Lang: cfg.Lang, Today: m.now(), Names: func(typed string) []string { return file.Names(cfg.Files, typed) }}
	m.runner = outside.Runner(&cfg)
}

// Init implements tea.Model. Nothing waits for replies of the terminal; the
// store is opened and the list read while the renderer waits for its first
// tick.
func (m *model) Init() tea.Cmd {
	if m.cfg.Prepare == nil {
		return tea.Batch(tea.RequestBackgroundColor, m.begin())
	}
	m.hold++
	ctx, prepare := m.ctx, m.cfg.Prepare
	return tea.Batch(tea.RequestBackgroundColor, guarded(func() tea.Msg {
		cfg, err := prepare(ctx)
		return preparedMsg{cfg, err}
	}))
}

// preparedMsg brings the complete configuration.
type preparedMsg struct {
	cfg Config
	err error
}

// handle continues with the complete configuration; without it there is
// nothing to show.
func (msg preparedMsg) handle(m *model) tea.Cmd {
	if msg.err != nil {
		m.failed = msg.err
		return tea.Quit
	}
	msg.cfg.In, msg.cfg.Tools = m.cfg.In, m.cfg.Tools // what the caller put in
	m.configure(msg.cfg)
	return tea.Batch(m.begin(), m.release())
}

// begin comes up with the first page, and gets ready behind it.
func (m *model) begin() tea.Cmd {
	m.looked = m.now()
	m.watchOthers()
	cmds := []tea.Cmd{m.first(), m.listen()}
	if m.cfg.Replay == nil { // its clock is that of the past: nothing is due by it
		cmds = append(cmds, m.nextMinute())
	}
	if m.cfg.Ready != nil || len(m.cfg.Told) > 0 {
		cmds = append(cmds, m.tick(readyAfter, func(time.Time) tea.Msg { return readyMsg{} }))
	}
	return tea.Batch(cmds...)
}

// readyAfter is how long after the first frame the background may begin: by then
// the first keys that were typed ahead have had their effect.
const readyAfter = 500 * time.Millisecond

// readyMsg says that the person can begin.
type readyMsg struct{}

// handle says what the store told, and lets the background begin.
func (readyMsg) handle(m *model) tea.Cmd {
	if len(m.cfg.Told) > 0 && m.status.text == "" {
		m.warn(strings.Join(m.told(), " "))
	}
	if m.cfg.Ready != nil && !m.leaving {
		m.cfg.Ready()
	}
	return nil
}

// told are the sentences of what the store did without being asked.
func (m *model) told() []string {
	var all []string
	for _, msg := range m.cfg.Told {
		all = append(all, words.Say(m.cfg.Lang, msg))
	}
	return all
}

// first opens the run that was asked for, or reads the list.
func (m *model) first() tea.Cmd {
	switch {
	case m.cfg.Replay != nil:
		return m.openReplay()
	case m.cfg.Run != "":
		return m.open(m.cfg.Run)
	}
	m.hold++
	ctx, a, now := m.ctx, m.cfg.Archive, m.now()
	return guarded(func() tea.Msg {
		order, err := outside.ListOrder(ctx, a)
		if err != nil {
			return listedMsg{err: err}
		}
		sections, err := read(ctx, a, now, walk.Listing{Order: order}, nil)
		return listedMsg{sections, order, err}
	})
}

// listedMsg brings the list for the first time.
type listedMsg struct {
	sections []*section
	order    run.Order
	err      error
}

// handle shows the first list; without one there is nothing to show.
func (msg listedMsg) handle(m *model) tea.Cmd {
	if msg.err != nil {
		m.failed = msg.err
		return tea.Quit
	}
	m.list.sections, m.list.Order = msg.sections, msg.order
	return tea.Batch(m.list.more(), m.release())
}
