package run

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"time"

	"lotse/flows"
)

// The payloads of the events, one struct for one or two kinds; their JSON is the
// event's Data. Event.Payload decodes it, so that nothing else needs to know the
// JSON. An item is named "step.item", a cell by item, row and column. The effects
// of a change are decided once and kept in the event, so that folding never depends
// on how a later version would decide.
type (
	// Started begins a run.
	Started struct {
		Procedure string   `json:"procedure"`
		Version   int      `json:"version"`
		Digest    string   `json:"digest"`
		Customer  Customer `json:"customer"`
		Lang      string   `json:"lang"`
		// Provenance is where the procedure was taken from; zero: it came with the program.
		Provenance flows.Provenance `json:"provenance,omitzero"`
	}
	// Answered gives or clears a field's answer.
	Answered struct {
		Item    string      `json:"item"`
		Value   flows.Value `json:"value"`
		Invalid string      `json:"invalid,omitempty"` // code of the problem
		Removed Removal     `json:"removed,omitzero"`
		Taken
		Effects
	}
	// SecretSealed gives or clears a secret.
	SecretSealed struct {
		Item        string                `json:"item"`
		Secret      string                `json:"secret,omitempty"` // id in the vault; "" clears
		Fingerprint string                `json:"fingerprint,omitempty"`
		Origin      string                `json:"origin,omitempty"` // that it was bound to when it was entered
		Violations  []flows.RuleViolation `json:"doubts,omitempty"`
		Effects
	}
	// Rotated begins, confirms or gives up the rotation of a secret; Users are those
	// that it names. The new value, and what was destroyed, is a SecretSealed.
	Rotated struct {
		Item  string   `json:"item"`
		Users []string `json:"users,omitempty"`
		Why   string   `json:"why,omitempty"`
		Effects
	}
	// RowChanged adds or removes a row.
	RowChanged struct {
		Item  string `json:"item"`
		Row   string `json:"row"`
		After string `json:"after,omitempty"`
		Effects
	}
	// CellSet gives or clears a cell's answer.
	CellSet struct {
		Item    string      `json:"item"`
		Row     string      `json:"row"`
		Column  string      `json:"column"`
		Value   flows.Value `json:"value"`
		Invalid string      `json:"invalid,omitempty"`
		Removed Removal     `json:"removed,omitzero"`
		Taken
		Effects
	}
	// RowsReplaced replaces all rows of a list, or adds many.
	RowsReplaced struct {
		Item  string `json:"item"`
		Count int    `json:"count"`
		Sum   string `json:"sha256"` // of the event's Content
		First int    `json:"first"`  // number of the first row's id

		Append bool  `json:"append,omitempty"` // what was there stays, above
		Source *File `json:"source,omitempty"` // where they came from
		Taken
		Effects
	}
	// Ticked ticks a task off, also one of a row, or takes the tick back.
	Ticked struct {
		Item     string `json:"item"`
		Row      string `json:"row,omitempty"`
		Column   string `json:"column,omitempty"`
		Evidence *File  `json:"evidence,omitempty"`
		Note     string `json:"note,omitempty"`
		Taken
		Effects
	}
	// Accepted accepts a problem of the event's step.
	Accepted struct {
		Problem string `json:"problem"`
		Why     string `json:"why"`
	}
	// Noted is a remark on the event's step.
	Noted struct {
		Text string `json:"text"`
	}
	// Undone takes an event back.
	Undone struct {
		Of   int64  `json:"of"`
		Item string `json:"item,omitempty"`
		Effects
	}
	// StepChanged completes, skips or reopens the event's step.
	StepChanged struct {
		Why   string   `json:"why,omitempty"`
		Round int      `json:"round,omitempty"`
		Read  []string `json:"read,omitempty"` // tells that were read
		Left  []string `json:"left,omitempty"` // warnings over which the step was completed
	}
	// Waited gives a wait a time to look again, or ends it.
	Waited struct {
		Item  string     `json:"item"`
		Until *time.Time `json:"until,omitempty"`
		Why   string     `json:"why,omitempty"`
		Effects
	}
	// GatePassed passes a point of no return.
	GatePassed struct {
		Item string `json:"item"`
		By   string `json:"by"`
		Why  string `json:"why,omitempty"`
		Effects
	}
	// Checked puts a check's result on record.
	Checked struct {
		Item   string      `json:"item"`
		Result CheckResult `json:"result"`
		Stale  bool        `json:"stale,omitempty"` // an answer changed while it ran
		Effects
	}
	// Mapped says how a check reads the table of one of its inputs; a zero reading
	// takes back what was said. Check is the check's name: another run of the
	// customer's is offered what was said of the same.
	Mapped struct {
		Item    string  `json:"item"`
		Check   string  `json:"check"`
		Side    string  `json:"side"`
		Reading Reading `json:"reading,omitzero"`
		Effects
	}
	// Sent says that a draft was sent.
	Sent struct {
		Item string   `json:"item"`
		How  string   `json:"how"`
		Sum  string   `json:"sha256,omitempty"` // of the letter's text
		Kept bool     `json:"kept,omitempty"`   // the text is the event's Content; older events have none
		Read []string `json:"read,omitempty"`   // ids of the fields and lists in it
	}
	// Ended ends the run: by an end that was reached (Item), or by a person, with
	// a reason. The reason of an end is the procedure's and is not kept; events of
	// the first versions have it as Why.
	Ended struct {
		Item    string `json:"item,omitempty"`
		Outcome string `json:"outcome"`
		Why     string `json:"why,omitempty"`
	}
	// LanguageSet changes the run's language.
	LanguageSet struct {
		Lang string `json:"lang"`
	}
	// Erased names the events that lost their data.
	Erased struct {
		Item string  `json:"item,omitempty"`
		Why  string  `json:"why"`
		Seqs []int64 `json:"seqs"`
	}
)

// Effects is what a change did to what stood already.
type Effects struct {
	Stale  []string       `json:"stale,omitempty"`  // completed steps to be looked at again
	Again  []string       `json:"again,omitempty"`  // items to be looked at again
	Void   []string       `json:"void,omitempty"`   // items that are no longer read
	Rounds map[string]int `json:"rounds,omitempty"` // step -> new round
}

func (e Effects) empty() bool {
	return len(e.Stale) == 0 && len(e.Again) == 0 && len(e.Void) == 0 && len(e.Rounds) == 0
}

// payloads make an empty payload of a kind.
var payloads = map[EventKind]func() any{
	EventStarted:      empty[Started],
	EventAnswered:     empty[Answered],
	EventSecretSet:    empty[SecretSealed],
	EventSecretUsed:   empty[SecretUsed],
	EventRowAdded:     empty[RowChanged],
	EventRowRemoved:   empty[RowChanged],
	EventCell:         empty[CellSet],
	EventRowsReplaced: empty[RowsReplaced],
	EventTicked:       empty[Ticked],
	EventUnticked:     empty[Ticked],
	EventAccepted:     empty[Accepted],
	EventNoted:        empty[Noted],
	EventNotWorked:    empty[Failed],
	EventResolved:     empty[Failed],
	EventAttached:     empty[Attached],
	EventUndone:       empty[Undone],
	EventDone:         empty[StepChanged],
	EventSkipped:      empty[StepChanged],
	EventReopened:     empty[StepChanged],
	EventWaiting:      empty[Waited],
	EventWaitAnswered: empty[Waited],
	EventGatePassed:   empty[GatePassed],
	EventChecked:      empty[Checked],
	EventMapped:       empty[Mapped],
	EventSent:         empty[Sent],
	EventEnded:        empty[Ended],
	EventAbandoned:    empty[Ended],
	EventLanguage:     empty[LanguageSet],
	EventErased:       empty[Erased],
	EventReadBack:     empty[ReadBack],
	EventCalled:       empty[Called],

	EventForked: empty[Forked],
	EventMoved:  empty[Moved],

	EventRotationBegun:     empty[Rotated],
	EventRotationSealed:    empty[SecretSealed],
	EventRotationConfirmed: empty[Rotated],
	EventRotationGivenUp:   empty[Rotated],
	EventSecretDestroyed:   empty[SecretSealed],
}

func empty[T any]() any { return new(T) }

// EventKinds are all kinds of events, sorted.
func EventKinds() []EventKind { return slices.Sorted(maps.Keys(payloads)) }

// Payload decodes the event's data: a pointer to the struct of its kind, nil
// where the data was erased.
func (e *Event) Payload() (any, error) {
	if e.Data == nil {
		return nil, nil
	}
	make, known := payloads[e.Kind]
	if !known {
		return nil, fmt.Errorf("decode event %d: unknown kind %q", e.Seq, e.Kind)
	}
	p := make()
	if err := json.Unmarshal(e.Data, p); err != nil {
		return nil, fmt.Errorf("decode event %d (%s): %w", e.Seq, e.Kind, err)
	}
	return p, nil
}
