// Package run is one run of a procedure: commands are decided into events, and
// events are folded into a state, of which View is a pure function.
//
// It is pure: it imports flows and the standard library. Clock, randomness, the
// name of the person and whatever keeps events come in through Env and the
// seams of this package (Store, Vault, Evidence, Backup).
package run

import (
	"encoding/json"
	"time"

	"lotse/flows"
)

// Mode is fixed when a run starts and stands in every event.
type Mode string

// The modes of a run.
const (
	Real      Mode = "real"
	Rehearsal Mode = "rehearsal"
	Demo      Mode = "demo"
)

// Event is one thing that happened in a run. Events are appended and never
// changed, except that Data and Content can be erased without breaking the
// chain.
type Event struct {
	Run  string    // id of the run
	Seq  int64     // 1, 2, 3, ... without gaps
	At   time.Time // UTC, to the millisecond; order is by Seq, never by time
	By   string    // who: the person's name, as configured
	Mode Mode
	Kind EventKind
	Step string          // id of the step, "" where it is about the run
	Data json.RawMessage // canonical JSON of the kind's payload; nil when erased
	Salt []byte          // 16 random bytes; nil when erased
	Sum  []byte          // SHA-256(Salt || Data), stays when the data is erased
	Prev []byte          // Hash of the event before; 32 zero bytes before the first
	Hash []byte          // SHA-256 over Prev and the length-prefixed fields, with Sum for Data

	// Writer is who brought the event to a team's store, where it was made elsewhere and
	// so by somebody else; "" everywhere else. It is outside the chain: a store says it
	// and nobody writes it.
	Writer string

	// Content is what Data names by its SHA-256 (many rows, the text of a letter):
	// kept beside the event, outside the chain. Nil for most kinds, and when erased.
	Content []byte
}

// Who is whose event it is, and who brought it to the store where that is somebody else.
func (e *Event) Who() flows.Message {
	if e.Writer == "" || e.Writer == e.By {
		return flows.Said(e.By)
	}
	return flows.Msg("event.brought", "by", flows.Said(e.By), "writer", flows.Said(e.Writer))
}

// Erased reports whether the event's data was erased.
func (e *Event) Erased() bool { return e.Data == nil }

// EventKind names what happened. The set is closed; payload.go has a struct
// for the payload of each kind.
type EventKind string

// The kinds of events.
const (
	EventStarted      EventKind = "started"
	EventAnswered     EventKind = "answered"      // a field; an empty value clears
	EventSecretSet    EventKind = "secret_set"    // a secret field: fingerprint and vault id only
	EventSecretUsed   EventKind = "secret_used"   // a kept secret was copied, shown, handed over or sent
	EventRowAdded     EventKind = "row_added"     // a list
	EventRowRemoved   EventKind = "row_removed"   //
	EventCell         EventKind = "cell"          // one changed cell of a row
	EventRowsReplaced EventKind = "rows_replaced" // an import: names its content by SHA-256
	EventTicked       EventKind = "ticked"        // a task, also of a row
	EventUnticked     EventKind = "unticked"      //
	EventAccepted     EventKind = "accepted"      // a problem, with why
	EventNoted        EventKind = "noted"         //
	EventNotWorked    EventKind = "not_worked"    // a person's own outcome of an item, with why
	EventResolved     EventKind = "resolved"      // it works now
	EventAttached     EventKind = "attached"      // a file, to a step or an item
	EventUndone       EventKind = "undone"        // names the event that it takes back
	EventDone         EventKind = "done"          // a step
	EventSkipped      EventKind = "skipped"       //
	EventReopened     EventKind = "reopened"      //
	EventWaiting      EventKind = "waiting"       // a wait got a time to look again
	EventWaitAnswered EventKind = "wait_answered" // may open a new round
	EventGatePassed   EventKind = "gate_passed"   //
	EventChecked      EventKind = "checked"       // a check finished
	EventMapped       EventKind = "mapped"        // how a check reads the table of an input
	EventSent         EventKind = "sent"          // a draft was sent
	EventEnded        EventKind = "ended"         // an end was reached
	EventAbandoned    EventKind = "abandoned"     // by a person
	EventLanguage     EventKind = "language"      //
	EventErased       EventKind = "erased"        // which events lost their data, and why
	EventReadBack     EventKind = "read_back"     // an answer was read back to a person, and is right
	EventCalled       EventKind = "called"        // a call about the run has ended

	EventRotationBegun     EventKind = "rotation_begun"     // who uses a secret that is to be replaced
	EventRotationSealed    EventKind = "rotation_sealed"    // the new value: fingerprint and vault id only
	EventRotationConfirmed EventKind = "rotation_confirmed" // who has the new value; by the last one it is the answer
	EventRotationGivenUp   EventKind = "rotation_given_up"  // the old value stays
	EventMoved             EventKind = "moved"              // to another version of the procedure
	EventForked            EventKind = "forked"             // another copy of the run was received, which went its own way

	EventSecretDestroyed EventKind = "secret_destroyed" // a sealed value that a rotation left was removed
)
