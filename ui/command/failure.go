package command

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"lotse/flows"
	"lotse/flows/words"
)

// The exit codes.
const (
	exitDone        = 0   // also with warnings
	exitFailed      = 1   // a check, an I/O error, a change that verify found
	exitUsage       = 2   // the call makes no sense
	exitNotComplete = 3   // a must problem arose, consequences are not confirmed, input ended
	exitConflict    = 4   // written by another, or locked
	exitNotFound    = 5   //
	exitInterrupted = 130 //
)

// failure is what ends a call early: a code for programs, a sentence for
// people.
type failure struct {
	exit    int
	code    string
	message string
	step    string
	item    string
	file    string // that could not be read
	row     int    // in it; 0: the whole file
	column  int
}

// Error is the sentence.
func (f *failure) Error() string { return f.message }

// status ends a call with an exit code when all has been said.
type status int

// Error names the code; nobody reads it.
func (s status) Error() string { return fmt.Sprintf("exit %d", int(s)) }

// usagef is a failure of the call itself.
func usagef(format string, args ...any) error {
	return &failure{exit: exitUsage, code: "usage", message: fmt.Sprintf(format, args...)}
}

// notFoundf is a failure to find what was named.
func notFoundf(format string, args ...any) error {
	return &failure{exit: exitNotFound, code: "not_found", message: fmt.Sprintf(format, args...)}
}

// exits gives the exit code of each kind of refusal. A kind is a code of the
// JSON, too.
var exits = map[flows.RefusalKind]int{
	flows.ErrUsage:         exitUsage,
	flows.ErrLimit:         exitUsage,
	flows.ErrSecret:        exitUsage,
	flows.ErrAmbiguous:     exitUsage,
	flows.ErrNotFound:      exitNotFound,
	flows.ErrNotComplete:   exitNotComplete,
	flows.ErrBlocked:       exitNotComplete,
	flows.ErrRipple:        exitNotComplete,
	flows.ErrNotAcceptable: exitNotComplete,
	flows.ErrClosed:        exitNotComplete,
	flows.ErrNothing:       exitNotComplete,
	flows.ErrConflict:      exitConflict,
	flows.ErrLocked:        exitConflict,
	flows.ErrFull:          exitFailed,
	flows.ErrReadOnly:      exitFailed,
	flows.ErrDamaged:       exitFailed,
	flows.ErrNewer:         exitFailed,
	flows.ErrNoIdentity:    exitFailed,
	flows.ErrSealed:        exitFailed,
	flows.ErrFailed:        exitFailed,
}

// storeFailures say what a person does about an error of the archive; %s is
// the database's path.
var storeFailures = []struct {
	kind flows.RefusalKind
	way  string
}{
	{flows.ErrNotFound, "lotse list shows the runs in %s."},
	{flows.ErrAmbiguous, "Give more of the id."},
	{flows.ErrConflict, "Another program has written to this run in %s: look with lotse show, then try again."},
	{flows.ErrLocked, "Another program holds %s: close it, or try again in a moment."},
	{flows.ErrFull, "Make room on the disk of %s and try again; nothing that was saved is lost."},
	{flows.ErrReadOnly, "Make %s and its folder writable, or name another file with --db."},
	{flows.ErrDamaged, "Look at %s with lotse doctor; lotse restore puts a backup in its place."},
	{flows.ErrNewer, "Update Lotse, or name another file than %s with --db."},
}

// keyFailures say what to do where the key to the secrets is missing or closed.
// They stand alone: what the vault met on its way there helps nobody.
var keyFailures = []struct {
	err  error
	code string
	way  string
}{
	{flows.ErrNoIdentity, "no_identity", "There is no key to seal secrets with yet, and none can be made here without a keychain or a terminal. Make one with: lotse secret init (its passphrase from a terminal, or --passphrase-fd N). Nothing was saved."},
	{flows.ErrSealed, "sealed", "The key that opens your secrets is closed here. Unlock the keychain, or run this on a terminal to give the passphrase."},
}

// failureOf tells what an error means for whoever called.
func (c *call) failureOf(err error) *failure {
	var f *failure
	if errors.As(err, &f) {
		return f
	}
	var r *flows.Refusal
	if errors.As(err, &r) {
		f := &failure{exit: exits[r.Kind], code: string(r.Kind), message: words.Say(c.flags.lang, r.Message)}
		switch at := r.At.(type) {
		case flows.Address:
			f.step, f.item = at.Step, at.Item
		case flows.FilePlace:
			f.file, f.row, f.column = at.File, at.Row, at.Column
		}
		return f
	}
	if errors.Is(err, context.Canceled) {
		return &failure{exit: exitInterrupted, code: "interrupted", message: "Interrupted; what was acknowledged is saved."}
	}
	for _, known := range keyFailures {
		if errors.Is(err, known.err) {
			return &failure{exit: exitFailed, code: known.code, message: known.way}
		}
	}
	for _, known := range storeFailures {
		if errors.Is(err, known.kind) {
			return &failure{exit: exits[known.kind], code: string(known.kind), message: withWay(err, known.way, c.path())}
		}
	}
	return &failure{exit: exitFailed, code: "failed", message: err.Error()}
}

// withWay is an error's sentence with the way out behind it. The archive knows
// its own ways out.
func withWay(err error, way, path string) string {
	var told interface{ Message() string }
	if errors.As(err, &told) {
		return told.Message()
	}
	if strings.Contains(way, "%s") {
		way = fmt.Sprintf(way, path)
	}
	return err.Error() + ". " + way
}

// end says what went wrong and gives the exit code.
func (c *call) end(ctx context.Context) int {
	if c.err == nil {
		return exitDone
	}
	var s status
	if errors.As(c.err, &s) {
		return int(s)
	}
	f := c.failureOf(c.err)
	if ctx.Err() != nil {
		f = c.failureOf(ctx.Err())
	}
	if f.exit == 0 {
		f.exit = exitFailed
	}
	c.say(f)
	return f.exit
}

// say puts a failure where its reader looks: an object on stdout for programs,
// a sentence on stderr for people.
func (c *call) say(f *failure) {
	if c.flags.json {
		shape := errorShape{Version: 1, Error: errorBody{f.code, f.message, f.step, f.item, f.file, f.row, f.column}}
		if err := writeJSON(c.Out, shape); err == nil {
			return
		}
	}
	fmt.Fprintln(c.Err, "lotse: "+flows.Clean(f.message))
}

// errorShape is what a failed call prints with --json.
type errorShape struct {
	Version int       `json:"version"`
	Error   errorBody `json:"error"`
}

type errorBody struct {
	Code    string `json:"code"`
	Message string `json:"message"`
	Step    string `json:"step"`
	Item    string `json:"item"`
	File    string `json:"file,omitempty"`
	Row     int    `json:"row,omitempty"`
	Column  int    `json:"column,omitempty"`
}
