package words

import (
	"reflect"
	"sync"
)

// Strings are the words of the interface in one language: keys, menus, headings.
// They are fields, so that a missing one does not compile. A text with a verb
// (%s, %d) is a format for fmt.Sprintf.
type Strings struct {
	Lang string // the language that these are in

	States   States
	Desk     Desk
	Wizard   Wizard
	Saving   Saving
	Field    Field
	List     Rows
	Overlay  Overlay
	Letter   Letter
	Check    Check
	Found    Findings
	Import   Import
	Help     Help
	Leave    Leave
	When     When
	Line     Line
	Typing   Typing
	Warnings Warnings
	Rotate   Rotate
	Papers   Papers
	Event    Events
	Brief    Brief
}

// States are the words for states of steps, runs and modes.
type States struct {
	Done, Open, Waiting, Blocked, Stale, Skipped, NotNeeded string
	Ended, Abandoned, Rehearsal, Demo                       string
}

// Desk are the words of the list of runs.
type Desk struct {
	Title, Runs, Due                                 string
	Today, Open, Waiting, Done                       string
	EmptyWhat, EmptyNew, EmptyDemo                   string
	NothingFound, Filter, Changed, Until             string
	NoWait, Opening, Creating, OneRun, DueAt, Hidden string
}

// Wizard are the words around a step.
type Wizard struct {
	StepOf, NotNeeded, Say, See, If                                  string
	Consultant, Customer, Vendor, Minutes, Internal, Shared          string
	MoreAbove, MoreBelow, Undecided, BlockedBy, Round                string
	DoneHint, TooSmall, TooSmallHint                                 string
	FinishedHint                                                     string
	NotYet, Ticked, TickKey, LaterAction                             string
	Copies, Copied, CopyNothing, CopyEmpty                           string
	OpenAddress, OpenNothing                                         string
	AcceptKey, AcceptNothing, Accepted, LookAgain, MouseOn, MouseOff string
	WaitOpen, WaitUntil, WaitAnswered, GateOpen, GatePassed          string
	SharedOn, SharedOff, Unsaved, Folded, Hidden                     string
	Previous                                                         string
	PasteNowhere                                                     string
	ReadFirst, More, Since                                           string
	Veiled, InternalStep                                             string
}

// Saving are the words of what is on disk.
type Saving struct {
	Saved, Saving, NotSaved                       string
	Full, ReadOnly, Locked, Damaged, Newer, Other string
	Away, Denied, Unverified, ReadOnlyServer      string // of a server
}

// Field are the words of the widgets.
type Field struct {
	Required, Optional, Default, Secret, SecretSet, PasteTooLong string
	DateHint, DateUnknown, FileHint                              string
	FilterHint, NoMatch, ControlRemoved                          string
}

// Rows are the words of the table of rows.
type Rows struct {
	Row, NewRow, Fresh, NoRows, Full, Cell string
}

// Overlay are the words of everything that lies over the page.
type Overlay struct {
	NewTitle, NewProcedure, NewCustomer, NewKnown, NewNoProcedure, NewNoCustomer                      string
	OutlineTitle, OutlineFilter, OutlineNone                                                          string
	RippleTitle, RippleOne, RippleKeep, RippleLook, RippleVoid, RippleChange, RippleLeave, RippleStep string
	AcceptTitle, AcceptWhy                                                                            string
	SkipTitle, SkipWhy, SkipHint                                                                      string
	NoteTitle, NoteText                                                                               string
	WaitTitle, WaitUsual, WaitNoUsual, WaitAnswered, WaitDate, WaitWhy, WaitLook                      string
	GateTitle, GateWord, GateBy, GateWhy, GateMet, GateUnmet                                          string
	VaultTitle, VaultWhat, VaultPass, VaultAgain, VaultDiffer, VaultMaking, VaultForgot               string
	SayNothing, HelpTitle, EndHint                                                                    string
	ProofFile, ProofSentence, NewStart, NewOffered                                                    string
}

// Leave are the lines that stay in the scrollback.
type Leave struct {
	Did, Open, OpenNothing, Resume, Start string
}

// When are the words for days that are near.
type When struct {
	Today, Yesterday, Tomorrow string
}

var cache sync.Map

// For gives the words in a language; English stands in where a language, or a
// single text of it, is missing.
func For(lang string) *Strings {
	if s, ok := cache.Load(lang); ok {
		return s.(*Strings)
	}
	s := english()
	if l := languageOf(lang); l != nil && l != &inEnglish {
		o := l.face()
		o.Lang = lang
		lay(reflect.ValueOf(&s).Elem(), reflect.ValueOf(o))
	}
	got, _ := cache.LoadOrStore(lang, &s)
	return got.(*Strings)
}

// lay puts every non-empty text of over into base.
func lay(base, over reflect.Value) {
	for i := range base.NumField() {
		switch b, o := base.Field(i), over.Field(i); b.Kind() {
		case reflect.Struct:
			lay(b, o)
		case reflect.String:
			if o.String() != "" {
				b.SetString(o.String())
			}
		}
	}
}
