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
	exitNotComplete = 3   // a must problem arose, consequences or warnings are not settled, input ended
	exitConflict    = 4   // written by another, or locked
	exitNotFound    = 5   //
	exitInterrupted = 130 //
)

// The kinds of refusals that only a command line has.
const (
	errNotConfirmed flows.RefusalKind = "not_confirmed" // the word that was asked for was not typed
	errInterrupted  flows.RefusalKind = "interrupted"
)

// exits gives the exit code of each kind of refusal. A kind is a code of the
// JSON, too; one that is not here, such as what a check of a live register
// finds, exits as failed.
var exits = map[flows.RefusalKind]int{
	flows.ErrUsage:         exitUsage,
	flows.ErrLimit:         exitUsage,
	flows.ErrSecret:        exitUsage,
	flows.ErrAmbiguous:     exitUsage,
	flows.ErrNotFound:      exitNotFound,
	flows.ErrNotComplete:   exitNotComplete,
	flows.ErrBlocked:       exitNotComplete,
	flows.ErrRipple:        exitNotComplete,
	flows.ErrWarnings:      exitNotComplete,
	flows.ErrNotAcceptable: exitNotComplete,
	flows.ErrClosed:        exitNotComplete,
	flows.ErrNothing:       exitNotComplete,
	errNotConfirmed:        exitNotComplete,
	flows.ErrConflict:      exitConflict,
	flows.ErrLocked:        exitConflict,
	flows.ErrFull:          exitFailed,
	flows.ErrReadOnly:      exitFailed,
	flows.ErrDenied:        exitFailed,
	flows.ErrAway:          exitFailed,
	flows.ErrDamaged:       exitFailed,
	flows.ErrNewer:         exitFailed,
	flows.ErrNoIdentity:    exitFailed,
	flows.ErrSealed:        exitFailed,
	flows.ErrFailed:        exitFailed,
	flows.ErrUnreadable:    exitFailed,
	errInterrupted:         exitInterrupted,
}

func exitOf(k flows.RefusalKind) int {
	if exit, ok := exits[k]; ok {
		return exit
	}
	return exitFailed
}

// status ends a call with an exit code when all has been said.
type status int

// Error names the code; nobody reads it.
func (s status) Error() string { return fmt.Sprintf("exit %d", int(s)) }

// usage refuses the call itself.
func usage(code string, args ...any) error { return flows.Refuse(flows.ErrUsage, nil, code, args...) }

// notFound refuses what names nothing.
func notFound(code string, args ...any) error {
	return flows.Refuse(flows.ErrNotFound, nil, code, args...)
}

// refusalOf is the refusal that an error is: the one in it, or one that is made
// of its kind.
func refusalOf(err error) *flows.Refusal {
	var r *flows.Refusal
	if errors.As(err, &r) && !r.Message.IsZero() {
		return r
	}
	if errors.Is(err, context.Canceled) {
		return flows.Refuse(errInterrupted, nil, "cmd.interrupted")
	}
	kind, code := flows.ErrFailed, "cmd.failed"
	if errors.As(err, &kind) && bare[kind] != "" {
		code = bare[kind]
	}
	why := reason(err)
	if text, plain := why.Arg("text"); plain { // the sentence says the kind
		why = flows.Said(strings.TrimPrefix(text.(string), kind.Error()+": "))
	}
	if err.Error() == kind.Error() { // nothing but the kind, in English
		why = flows.Msg("cmd.no_reason")
	}
	return flows.Refuse(kind, nil, code, "why", why).Because(err)
}

// reason is an error as another sentence names it; of a document with faults,
// the first of them.
func reason(err error) flows.Message {
	var faults flows.Faults
	switch {
	case errors.As(err, &faults) && len(faults) > 0:
		f := faults[0]
		return flows.Msg("cmd.at", "at", fmt.Sprintf("%s:%d:%d", f.File, f.Line, f.Column), "what", f.Message)
	}
	return flows.Reason(err)
}

// end says what went wrong and gives the exit code.
func (c *call) end(ctx context.Context) int {
	if lost := c.out.err; lost != nil && (c.err == nil || errors.Is(c.err, lost)) {
		c.err = c.out.lost()
	}
	if c.err == nil {
		return exitDone
	}
	var s status
	if errors.As(c.err, &s) {
		return int(s)
	}
	err := c.err
	if ctx.Err() != nil {
		err = ctx.Err()
	}
	r := refusalOf(err)
	c.refuse(r)
	c.traceBug(err)
	return exitOf(r.Kind)
}

// traceBug says where a fault of the program was, for whoever mends it.
func (c *call) traceBug(err error) {
	var b *flows.Bug
	if !errors.As(err, &b) {
		return
	}
	for _, line := range append([]string{b.What}, b.Stack...) {
		if line != "" {
			fmt.Fprintln(c.Err, "  "+line)
		}
	}
}

// refuse puts a refusal where its reader looks: an object on stdout for
// programs, a sentence on stderr for people.
func (c *call) refuse(r *flows.Refusal) {
	body := c.bodyOf(r)
	if c.flags.json && writeJSON(c.out, errorShape{Version: 1, Error: body}) == nil {
		return
	}
	fmt.Fprintln(c.Err, "lotse: "+flows.Clean(body.Message))
	if len(body.Faults) > 1 { // the sentence has the first
		for _, f := range body.Faults {
			fmt.Fprintln(c.Err, "  "+f.String())
		}
	}
}

// faultsOf are the faults of a procedure's document that a refusal rests on.
func (c *call) faultsOf(r *flows.Refusal) []lintFault {
	var faults flows.Faults
	all := []lintFault{}
	if errors.As(r, &faults) {
		for _, f := range faults {
			all = append(all, c.faultIn("", f))
		}
	}
	return all
}

// bodyOf is a refusal as programs read it.
func (c *call) bodyOf(r *flows.Refusal) errorBody {
	body := errorBody{Code: string(r.Kind), Message: words.Say(c.lang(), c.wayOut(r))}
	body.Faults = c.faultsOf(r)
	switch at := r.At.(type) {
	case flows.Address:
		body.Step, body.Item = at.Step, at.Item
	case flows.FilePlace:
		body.File, body.Row, body.Column = at.File, at.Row, at.Column
	}
	return body
}

// errorShape is what a failed call prints with --json.
type errorShape struct {
	Version int       `json:"version"`
	Error   errorBody `json:"error"`
}

type errorBody struct {
	Code    string      `json:"code"`
	Message string      `json:"message"`
	Step    string      `json:"step"`
	Item    string      `json:"item"`
	File    string      `json:"file,omitempty"`
	Row     int         `json:"row,omitempty"`
	Column  int         `json:"column,omitempty"`
	Faults  []lintFault `json:"faults,omitempty"` // of a procedure's document, all of them
}
