// Package command is Lotse's command line: its subcommands, flags, exit codes
// and JSON shapes. Each command is a struct of options with a run method, and
// gets what lies outside handed in through Program.
//
// It imports flows, flows/run, the other packages of ui, cobra and fang; never
// storage: main hands it a Store. It exists so that a script, a test and a
// person at a prompt reach everything that the full screen reaches, by the same
// engine and with the same log.
package command

import (
	"context"
	"io"
	"os"
	"slices"
	"strings"
	"time"

	"charm.land/fang/v2"

	"lotse/flows"
	"lotse/ui/build"
	"lotse/ui/face"
	"lotse/ui/tty"
)

// Program is what the commands need from outside.
type Program struct {
	// Store is the kind of store that keeps the runs.
	Store Store
	// Server is the kind of store that a team shares.
	Server Server
	// Desk runs the full screen and gives the exit code, Line the plain lines.
	// Nil: there is none.
	Desk func(ctx context.Context, s face.Screen) (int, error)
	Line func(ctx context.Context, s face.Screen) (int, error)
	// Tools are the programs of the system; nil: there is none.
	Tools face.Tools
	// After is time.After where it is nil.
	After func(d time.Duration) <-chan time.Time
	// Keys prints the keys of the full screen in a language.
	Keys func(w io.Writer, lang string) error

	// Lock holds the lock of a file against other programs until release is called,
	// and waits so long for it. Nil: there are no others.
	Lock func(ctx context.Context, path string, wait time.Duration) (release func(), err error)

	Library *flows.Library
	Specs   flows.Specs

	In       io.Reader
	Out, Err io.Writer
	Getenv   func(key string) string
	Now      func() time.Time
	Random   io.Reader
	User     func() string // the person's name, where no setting gives one
	Data     string        // the folder for the database, where nothing else is said
	// Documents is the person's folder for documents; "" where there is none.
	Documents string
	Version   string
	// Build is what the program was built from; its version is Version.
	Build build.Info
}

// Main runs one command and gives its exit code.
func Main(ctx context.Context, p Program, args []string) int {
	defer tty.Prepare(p.In, p.Out, p.Err)()
	c := newCall(p)
	ctx, stop := c.untilEnded(ctx)
	defer stop()
	// Known before the flags are parsed, for what is wrong with the flags and for
	// the help on them.
	c.flags.json = slices.Contains(flagsOf(args), "--json")
	c.tongue = valueOf(flagsOf(args), "--lang")
	c.attempt(func() error { return c.execute(ctx, args) })
	c.attempt(func() error { return c.close(ctx) })
	return c.end(ctx)
}

// attempt does a part of the call, and keeps the first thing that failed. A fault
// of the program has failed, too, and nothing after it counts.
func (c *call) attempt(part func() error) {
	var err error
	if b := flows.Try(func() { err = part() }); b != nil {
		c.err = face.Crashed(b)
	}
	if c.err == nil {
		c.err = err
	}
}

// execute hands the arguments to cobra. What a command fails with stands in
// c.err and is not returned: fang asks the terminal for its background colour
// before it hands an error on, which costs time and swallows what is typed.
func (c *call) execute(ctx context.Context, args []string) error {
	if slices.Contains(flagsOf(args), "--no-color") {
		// The painting of help asks the environment only.
		if err := os.Setenv("NO_COLOR", "1"); err != nil {
			return err
		}
	}
	if show := c.face(); show != nil && len(args) == 0 {
		// The first frame waits for no tree of commands.
		c.err = c.show(ctx, show, "")
		return nil
	}
	root := newRoot(c, args)
	root.SetArgs(args)
	root.SetIn(c.In)
	root.SetOut(c.inLanguage())
	root.SetErr(c.Err)
	return fang.Execute(ctx, root,
		fang.WithVersion(c.Version),
		fang.WithoutCompletions(), fang.WithoutManpage(), // our own are in every language
		fang.WithColorSchemeFunc(fang.AnsiColorScheme),
		fang.WithErrorHandler(func(io.Writer, fang.Styles, error) {}))
}

// flagsOf are the arguments that may be flags: those before "--".
func flagsOf(args []string) []string {
	if i := slices.Index(args, "--"); i >= 0 {
		return args[:i]
	}
	return args
}

// valueOf is what the arguments give a flag.
func valueOf(args []string, flag string) string {
	for i, arg := range args {
		if value, ok := strings.CutPrefix(arg, flag+"="); ok {
			return value
		}
		if arg == flag && i+1 < len(args) {
			return args[i+1]
		}
	}
	return ""
}
