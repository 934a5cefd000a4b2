package flows

import "strings"

// Refusal says why something was not done. Code decides by its Kind, or by the
// code of its Message where that is exported for the purpose; a person reads the
// sentence of the Message, to which the face adds its own way out.
type Refusal struct {
	Kind    RefusalKind
	Message Message
	At      Location // what it is about; nil: the call as a whole
	Cause   error    // what lies behind it; may be nil
}

// Location is where a refusal points: an Address in a run, or a FilePlace.
type Location interface{ location() }

// FilePlace is a place in a file.
type FilePlace struct {
	File   string // its name, without a folder; "" where it has none
	Row    int    // 1 is the first: the line as an editor counts, or the sheet's row; 0: the whole file
	Column int    // 1 is the first; 0: the whole row
}

func (FilePlace) location() {}

// RefusalKind is the class of a refusal. It is what error.code of the JSON
// says, and decides the exit status; see lotse help json. A RefusalKind is an
// error itself, so that errors.Is finds it.
type RefusalKind string

// The kinds of refusals of a command that was asked for.
const (
	ErrUsage         RefusalKind = "usage"          // the command does not make sense
	ErrLimit         RefusalKind = "limit"          // a value is over a limit, which is named
	ErrNotFound      RefusalKind = "not_found"      // run, step, item, row or problem does not exist; names what does
	ErrAmbiguous     RefusalKind = "ambiguous"      // a prefix names several runs
	ErrNotComplete   RefusalKind = "not_complete"   // must problems hold the step
	ErrBlocked       RefusalKind = "blocked"        // something before it is missing
	ErrRipple        RefusalKind = "ripple"         // consequences are not confirmed
	ErrWarnings      RefusalKind = "warnings"       // warnings are neither accepted nor left
	ErrSecret        RefusalKind = "secret"         // a secret on a way that secrets must not go
	ErrNotAcceptable RefusalKind = "not_acceptable" // a must problem cannot be accepted
	ErrClosed        RefusalKind = "closed"         // the run was given up
	ErrNothing       RefusalKind = "nothing"        // nothing to undo, to erase or to reopen
)

// The kinds of refusals of what keeps the data.
const (
	ErrConflict   RefusalKind = "conflict"    // written by another: an event with this run and seq is there already
	ErrLocked     RefusalKind = "locked"      // held by another program
	ErrFull       RefusalKind = "disk_full"   //
	ErrReadOnly   RefusalKind = "read_only"   //
	ErrDamaged    RefusalKind = "damaged"     // not what was written
	ErrNewer      RefusalKind = "newer"       // written by a newer program
	ErrUnreadable RefusalKind = "unreadable"  // a file that cannot be taken as it is
	ErrNoIdentity RefusalKind = "no_identity" // no key to seal secrets with
	ErrSealed     RefusalKind = "sealed"      // the key cannot be opened here and now
	ErrDenied     RefusalKind = "denied"      // the server does not let this member
	ErrAway       RefusalKind = "away"        // the server cannot be reached
	ErrFailed     RefusalKind = "failed"      // anything else
)

// Error is the kind, for whoever writes programs.
func (k RefusalKind) Error() string { return strings.ReplaceAll(string(k), "_", " ") }

// Placed is the message, with its place before it where that is in a file.
func (r *Refusal) Placed() Message {
	at, _ := r.At.(FilePlace)
	switch {
	case at.Row > 0 && at.Column > 0:
		return Msg("place.cell", "row", at.Row, "column", at.Column, "text", r.Message)
	case at.Row > 0:
		return Msg("place.row", "row", at.Row, "text", r.Message)
	}
	return r.Message
}

// Refuse is a refusal at a location; nil for the call as a whole.
func Refuse(kind RefusalKind, at Location, code string, args ...any) *Refusal {
	return &Refusal{Kind: kind, Message: Msg(code, args...), At: at}
}

// Because is the refusal with what lies behind it.
func (r *Refusal) Because(err error) *Refusal {
	with := *r
	with.Cause = err
	return &with
}

// Error is the refusal for whoever writes programs: its message's code and what
// it names, and the cause. A person reads the sentence of the Message.
func (r *Refusal) Error() string {
	text := r.Message.String()
	if r.Message.IsZero() {
		text = r.Kind.Error()
	}
	if r.Cause != nil {
		text += ": " + r.Cause.Error()
	}
	return text
}

// Unwrap gives the kind and the cause.
func (r *Refusal) Unwrap() []error {
	if r.Cause == nil {
		return []error{r.Kind}
	}
	return []error{r.Kind, r.Cause}
}
