package command

import (
	"context"
	"slices"
	"strings"

	"github.com/charmbracelet/x/term"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/face"
	"lotse/ui/outside"
	"lotse/ui/tty"
)

// shown runs a face of Lotse.
type shown = func(ctx context.Context, s face.Screen) (int, error)

// face is the face that a person gets here: the plain lines where they are asked
// for, also through pipes, or where the terminal can show nothing else; the full
// screen on every other terminal; nil where nobody is there.
func (c *call) face() shown {
	switch {
	case c.flags.json || c.flags.noInput:
		return nil
	case c.flags.plain:
		return c.Line
	case !c.interactive():
		return nil
	case c.plainTerminal():
		return c.Line
	}
	return c.Desk
}

// plainTerminal reports whether plain lines are wanted, or all that the terminal
// can show.
func (c *call) plainTerminal() bool {
	return c.Getenv("ACCESSIBLE") != "" || slices.Contains(noScreen, c.Getenv("TERM"))
}

// noScreen are the terminals on which nothing is drawn but one line below the other.
var noScreen = []string{"", "dumb", tty.LegacyConsole}

// fullScreen reports whether a person gets the full screen here.
func (c *call) fullScreen() bool {
	return c.Desk != nil && !c.flags.plain && c.face() != nil && !c.plainTerminal()
}

// show shows a face, at a run or at the list of runs.
func (c *call) show(ctx context.Context, show shown, id string) error {
	return c.showAt(ctx, show, id, flows.Address{})
}

// showAt shows a face at an address in a run; zero: where the run goes on.
func (c *call) showAt(ctx context.Context, show shown, id string, at flows.Address) error {
	early := c.early(id)
	early.At = at
	return c.showScreen(ctx, show, early)
}

// showScreen shows a face that begins with a screen. One that only shows what was, or
// what is thrown away, makes no backup either.
func (c *call) showScreen(ctx context.Context, show shown, early face.Screen) error {
	if err := c.checkPlace(); err != nil { // before anything is shown of it
		return err
	}
	c.facing.Store(true)
	b := c.backgroundBackup(ctx)
	if early.Replay == nil && early.Preview == nil {
		early.Ready = b.start
	}
	defer b.end()
	ctx, cancel := context.WithCancel(ctx)
	p := c.prepare(ctx, early)
	early.Prepare = p.wait
	defer p.close()
	defer cancel()
	// Signals are the face's own: ctrl+c may stop a check, and that alone.
	code, err := show(context.WithoutCancel(ctx), early)
	if err != nil {
		return err
	}
	if code != exitDone {
		return status(code)
	}
	return nil
}

// preparation opens the store while a face comes up: that is half of what the
// first frame would wait for.
type preparation struct {
	done    chan struct{}
	screen  face.Screen
	network *outside.Network
	err     error
}

func (c *call) prepare(ctx context.Context, early face.Screen) *preparation {
	p := &preparation{done: make(chan struct{})}
	go func() {
		defer close(p.done)
		if b := flows.Try(func() { p.err = p.make(ctx, c, early) }); b != nil {
			p.err = face.Crashed(b)
		}
	}()
	return p
}

// make opens the store and the network.
func (p *preparation) make(ctx context.Context, c *call, early face.Screen) (err error) {
	if p.screen, err = c.screen(ctx, early); err != nil {
		return err
	}
	if p.network, err = c.network(ctx); err == nil {
		p.screen.Network = p.network.For
	}
	return err
}

// wait gives the whole screen.
func (p *preparation) wait(ctx context.Context) (face.Screen, error) {
	select {
	case <-p.done:
		return p.screen, p.err
	case <-ctx.Done():
		return face.Screen{}, ctx.Err()
	}
}

// close waits for the store to be open, so that it can be closed, and ends the
// portals of a rehearsal.
func (p *preparation) close() {
	<-p.done
	if p.network != nil {
		_ = p.network.Close() // they hold nothing
	}
}

// early is what a face is started with before the store is open.
func (c *call) early(id string) face.Screen {
	s := face.Screen{
		Run: id, Flags: c.repeated(), NoColor: c.flags.noColor || c.Getenv("NO_COLOR") != "", Dark: true,
		In: c.In, Out: c.Out, Err: c.Err, Width: widthOf(c.Out), Tools: c.Tools,
	}
	if c.canGlimpse() {
		s.Glimpse = c.glimpse
	}
	if s.Typed = onTerminal(c.In); s.Typed {
		s.Ask = c.silently
	}
	// From here the face asks: a prompt of the vault's would be written across it,
	// and take its keys.
	c.flags.noInput, c.faced = true, true
	return s
}

// screen is what a face is started with.
func (c *call) screen(ctx context.Context, s face.Screen) (face.Screen, error) {
	a, err := c.open(ctx)
	if err != nil {
		return s, err
	}
	env, err := c.env(ctx)
	if err != nil {
		return s, err
	}
	lang, err := c.language(ctx)
	if err != nil {
		return s, err
	}
	mouse, err := c.setting(ctx, face.MouseSetting)
	if err != nil {
		return s, err
	}
	signs, err := c.setting(ctx, "signs")
	if err != nil {
		return s, err
	}
	mode, err := c.setting(ctx, "mode")
	if err != nil {
		return s, err
	}
	files, err := c.samples(ctx)
	if err != nil {
		return s, err
	}
	if m := c.unverified(); !m.IsZero() {
		s.Unverified = true
		c.tell(m)
	}
	if team := a.Team(); team != nil && c.warnReadOnly(team.ReadOnly()) {
		s.ReadOnly = true
	}
	if c.Getenv("TERM") == tty.LegacyConsole && !c.flags.plain {
		c.tell(flows.Message{Code: "cmd.legacy_console"})
	}
	s.Archive, s.Library, s.Load, s.Env, s.Lang, s.Told = a, c.Library, c.load, env, lang, c.told
	s.Mode, s.Demo, s.Files = run.Mode(mode), files != "", files
	s.ASCII = signs == signsASCII || signs == signsAuto && !c.unicode()
	s.Mouse, s.Documents, s.Version = mouse == "on", c.Documents, c.Version
	return s, nil
}

// silently asks for a secret from within a face.
func (c *call) silently(ctx context.Context, prompt string) (run.Secret, error) {
	asking := *c
	asking.flags.noInput = false
	return asking.hidden(ctx, prompt)
}

// widthOf tells the width of a terminal; nil of what is none.
func widthOf(stream any) func() int {
	d, ok := stream.(descriptor)
	if !ok || !onTerminal(stream) {
		return nil
	}
	return func() int {
		w, _, err := term.GetSize(d.Fd())
		if err != nil {
			return 0
		}
		return w
	}
}

// fewSigns are the terminals whose letters are those of a font that lacks most signs.
var fewSigns = []string{"linux", "conhost", tty.LegacyConsole}

// unicode reports whether the terminal can be trusted to show more than ASCII.
func (c *call) unicode() bool {
	if slices.Contains(fewSigns, c.Getenv("TERM")) {
		return false
	}
	return isUTF8(c.locale("LC_CTYPE"))
}

// repeated are the flags that a command needs to come to the same database.
func (c *call) repeated() string {
	var flags []string
	if c.flags.db != "" {
		flags = append(flags, "--db "+quoted(c.flags.db))
	}
	if c.flags.plain {
		flags = append(flags, "--plain")
	}
	return strings.Join(flags, " ")
}

// quoted is an argument as a shell takes it.
func quoted(arg string) string {
	if arg != "" && !strings.ContainsFunc(arg, func(r rune) bool { return !strings.ContainsRune(unquoted, r) }) {
		return arg
	}
	return "'" + strings.ReplaceAll(arg, "'", `'\''`) + "'"
}

// unquoted are the characters that need no quotes.
const unquoted = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789./_-+:,@"
