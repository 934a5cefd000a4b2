package command

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
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

// refusalExits gives the exit code of the engine's refusals.
var refusalExits = map[run.RefusalCode]int{
	run.RefusedUsage:       exitUsage,
	run.RefusedNotFound:    exitNotFound,
	run.RefusedLimit:       exitUsage,
	run.RefusedNotComplete: exitNotComplete,
	run.RefusedBlocked:     exitNotComplete,
	run.RefusedRipple:      exitNotComplete,
	run.RefusedSecret:      exitUsage,
	run.RefusedLevel:       exitNotComplete,
	run.RefusedClosed:      exitNotComplete,
	run.RefusedNothing:     exitNotComplete,
}

// storeFailures say what a person does about an error of the archive; %s is
// the database's path.
var storeFailures = []struct {
	err  error
	exit int
	code string
	way  string
}{
	{run.ErrNotFound, exitNotFound, "not_found", "lotse list shows the runs in %s."},
	{run.ErrAmbiguous, exitUsage, "ambiguous", "Give more of the id."},
	{run.ErrConflict, exitConflict, "conflict", "Another program has written to this run in %s: look with lotse show, then try again."},
	{run.ErrLocked, exitConflict, "locked", "Another program holds %s: close it, or try again in a moment."},
	{run.ErrFull, exitFailed, "disk_full", "Make room on the disk of %s and try again; nothing that was saved is lost."},
	{run.ErrReadOnly, exitFailed, "read_only", "Make %s and its folder writable, or name another file with --db."},
	{run.ErrDamaged, exitFailed, "damaged", "Look at %s with lotse doctor; lotse restore puts a backup in its place."},
	{run.ErrNewer, exitFailed, "newer", "Update Lotse, or name another file than %s with --db."},
}

// keyFailures say what to do where the key to the secrets is missing or closed.
// They stand alone: what the vault met on its way there helps nobody.
var keyFailures = []struct {
	err  error
	code string
	way  string
}{
	{run.ErrNoIdentity, "no_identity", "There is no key to seal secrets with yet, and none can be made here without a keychain or a terminal. Make one with: lotse secret init (its passphrase from a terminal, or --passphrase-fd N). Nothing was saved."},
	{run.ErrSealed, "sealed", "The key that opens your secrets is closed here. Unlock the keychain, or run this on a terminal to give the passphrase."},
}

// failureOf tells what an error means for whoever called.
func (c *call) failureOf(err error) *failure {
	var f *failure
	if errors.As(err, &f) {
		return f
	}
	var r *run.Refusal
	if errors.As(err, &r) {
		return &failure{exit: refusalExits[r.Code], code: string(r.Code), message: r.Message, step: r.Step, item: r.Item}
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
		if errors.Is(err, known.err) {
			return &failure{exit: known.exit, code: known.code, message: withWay(err, known.way, c.path())}
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
