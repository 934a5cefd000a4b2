// Package face has what the full screen and line mode share: both start from
// the same Screen, end with the same exit codes, and write errors, days and
// their last words in the same way. It has no effects and draws
// nothing.
package face

import (
	"context"
	"io"
	"time"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/run"
	"lotse/ui/story"
)

// MouseSetting is the setting that says whether the full screen takes the mouse: on
// or off.
const MouseSetting = "mouse"

// Tools are programs of the operating system that a face calls, only when a
// person asks for it. Each call returns the program's name, and may take
// seconds.
type Tools interface {
	// Copy hands a text to the clipboard.
	Copy(ctx context.Context, text string) (name string, err error)
	// Clear empties the clipboard if same is true of what it holds, and reports
	// whether it did; it fails where that cannot be read back.
	Clear(ctx context.Context, same func(text []byte) bool) (cleared bool, err error)
	// Reach names the program that Copy calls, "" where there is none and only the
	// terminal can be asked; whether Clear can read back what it was given; and which
	// of "tmux", "screen" and "ssh" lie between here and the person.
	Reach() (program string, readable bool, through []string)
	// Open opens a web address.
	Open(ctx context.Context, address string) (name string, err error)
	// OpenFile opens a file in the program that the person chose for its kind; the
	// caller wrote it, or knows that its ending makes no program of it.
	OpenFile(ctx context.Context, path string) (name string, err error)
	// Remote reports whether the person sits at another machine.
	Remote() bool
}

// Screen is everything that a face starts with.
type Screen struct {
	// Prepare gives the whole screen, with all that the store has to be opened
	// for; until then only In, Out, Err, Run, At, Flags, NoColor, Dark and Tools are
	// here. Nil: all of it is. The full screen comes up meanwhile.
	Prepare func(ctx context.Context) (Screen, error)

	Archive run.Archive
	Library *flows.Library
	Load    run.Load
	Env     run.Env
	// Network is what checks ask; nil: they ask nothing.
	Network func(ctx context.Context, q *check.Request) (*check.Net, error)
	Lang    string        // of the interface; "" where nobody said
	Run     string        // id of the run to open; "" opens the list
	At      flows.Address // where that run is opened; zero: where it goes on
	Replay  *Replay       // the run is only shown again, event by event; nil: it is opened
	Story   *Story        // plays by itself on the screen; nil: none does
	Preview *Preview      // of a procedure that is being written; nil: it is none
	Mode    run.Mode      // of new runs; "" is run.Real
	Demo    bool          // the store is a demo's: every run in it is a demo
	// Unverified: the store is on a server, and the connection does not verify which.
	Unverified bool
	// ReadOnly: the store is on a server that takes no changes.
	ReadOnly bool
	Files    string // folder in which relative paths are looked for, too; "" for none
	// Documents is the person's folder for documents, in which files are proposed;
	// "": the folder that they work in.
	Documents string
	Version   string // of Lotse, which stands in what is written
	Flags     string // global flags that a command to go on needs, "--db x.db"

	NoColor bool
	ASCII   bool // signs in ASCII
	Dark    bool // what is drawn until the terminal tells its background
	Mouse   bool

	// Told is what the store did without being asked while it was opened: it is
	// the face's to say.
	Told []flows.Message
	// Ready is called once, when the person can begin; what it starts is nothing
	// that anybody waits for. Nil: nobody wants to know.
	Ready func()

	In  io.Reader
	Out io.Writer
	Err io.Writer        // of the plain lines: last words, and what went wrong
	Now func() time.Time // nil: Env.Now
	// After calls f when a time is over, in a goroutine; nil: time.AfterFunc.
	After func(d time.Duration, f func())

	Tools Tools // of the system; nil: it has none

	// Typed says that In is a terminal, which shows what is typed.
	Typed bool
	// Width is the width of Out in cells; 0, or nil, where nobody knows.
	Width func() int
	// Ask asks on the terminal without echo; it fails where the echo cannot be
	// turned off. Nil where In is no terminal.
	Ask func(ctx context.Context, prompt string) (run.Secret, error)
	// Glimpse shows a text on a screen of its own, which leaves nothing behind,
	// until a key or the end of RevealTime; context.Canceled where the person wants
	// to leave. Nil where the terminal has no such screen.
	Glimpse func(ctx context.Context, g Glimpse) error
}

// Replay is how a run is shown again.
type Replay struct {
	Speed float64 // 1 is the usual pace
	At    int64   // the event at which it is held; 0: it plays from the first on
}

// Story is a story that plays by itself, and how fast: 1 is speaking pace.
type Story struct {
	*story.Story
	Speed float64
}

// The exit codes of a face.
const (
	Done        = 0
	Failed      = 1
	NotComplete = 3 // input ended
	Interrupted = 130
)

// NewMode is the mode of new runs.
func (s *Screen) NewMode() run.Mode {
	if s.Mode == "" {
		return run.Real
	}
	return s.Mode
}

// ModeOf is the mode of a run that is begun in a mode: what is previewed is only
// rehearsed.
func (s *Screen) ModeOf(mode run.Mode) run.Mode {
	if s.Preview != nil {
		return run.Rehearsal
	}
	return mode
}

// Crashed is the refusal that tells of a fault of the program, with the fault
// as its cause; it holds no value of the run.
func Crashed(b *flows.Bug) error {
	return flows.Refuse(flows.ErrFailed, nil, "dialogue.crashed").Because(b)
}
