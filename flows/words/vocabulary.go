package words

import (
	"slices"
	"strings"
)

// Word is a word that line mode reads instead of an answer.
type Word struct {
	Name string
	Args string // what may follow, as help shows it, in brackets what need not; "": the word counts only alone
}

// LineWords are the words that are read in a run, in the order of help.
func LineWords() []Word {
	return []Word{
		{"help", ""},
		{"more", ""},
		{"read", ""},
		{"list", "[LIST [FROM]]"},
		{"rows", "[FROM]"},
		{"say", ""},
		{"see", ""},
		{"back", ""},
		{"next", ""},
		{"done", "[STEP]"},
		{"skip", "[WHY]"},
		{"go", "STEP"},
		{DeskFind, "[TEXT|NUMBER]"},
		{"clear", "[ITEM]"},
		{"edit", "ROW [COLUMN]"},
		{"remove", "ROW"},
		{"accept", "[PROBLEM] [WHY]"},
		{"note", "[TEXT]"},
		{"failed", "[WHY]"},
		{"resolved", "[WHY]"},
		{"attach", "[ITEM] FILE"},
		{"open", "[ITEM] [NAME] | page [ADDRESS]"},
		{"value", "[ITEM]"},
		{"status", ""},
		{"spell", "[ITEM] [ALPHABET]"},
		{"readback", "[ITEM]"},
		{"undo", ""},
		{"earlier", ""},
		{DeskWord, ""},
		{DeskQuit, ""},
		{"set", "ITEM VALUE"},
		{"tick", "ITEM [PROOF]"},
		{"untick", "ITEM"},
		{"secret", "[ITEM]"},
		{"rotate", "[ITEM]"},
		{"reveal", "[ITEM]"},
		{"copy", "[NUMBER|" + CopyNext + "|ITEM]"},
		{"add", "LIST COLUMN=VALUE; COLUMN=VALUE"},
		{"wait", "ITEM " + WaitUntil + " DAY|" + WaitAnswered + " [WHY]"},
		{"gate", "ITEM WORD " + GateBy + " NAME [" + GateWhy + " WHY]"},
		{"check", "[ITEM]"},
		{"fault", "[NAME|" + FaultNone + "]"},
		{"findings", "[RULE [FROM]]"},
		{"columns", "[SIDE.FIELD=HEADER|before]"},
		{"draft", "[ITEM] [LANGUAGE]"},
		{"sent", "[ITEM] [HOW]"},
		{"write", "[ITEM] FILE"},
		{"papers", "[DOCUMENT [FILE] [LANGUAGE]]"},
		{"reopen", "[STEP] [WHY]"},
		{"move", "[VERSION]"},
		{"abandon", "OUTCOME WHY"},
		{"language", "XX"},
	}
}

// Reserved are the words that line mode reads for itself: those of LineWords,
// and yes and no in every language. What a person has to type literally, such
// as the word of a gate, is none of them.
func Reserved() []string {
	reserved := slices.Clone(yes)
	reserved = append(reserved, no...)
	for _, lang := range Languages() {
		reserved = append(reserved, For(lang).Line.Yes, For(lang).Line.No)
	}
	for _, w := range LineWords() {
		reserved = append(reserved, w.Name)
	}
	return reserved
}

// What parts the arguments of a word.
const (
	WaitUntil    = "until"
	WaitAnswered = "answered"
	GateBy       = "by"
	GateWhy      = "why"
	FaultNone    = "none"
	CopyNext     = "next"
	OpenPage     = "page" // open page: the page of the step
	OpenNone     = "none" // open page none: its address is forgotten
)

// The words that are read on the list of runs.
const (
	DeskHelp      = "help"
	DeskList      = "list"
	DeskFind      = "find" // in a run, too
	DeskMore      = "more"
	DeskNew       = "new"
	DeskDemo      = "demo"
	DeskRehearsal = "rehearsal"
	DeskAside     = "aside"
	DeskCustomer  = "customer"
	DeskOrder     = "order"
	DeskQuit      = "quit"
	DeskWord      = "desk" // in a run: goes back to the list
)

// AreaEnd ends an answer of several lines.
const AreaEnd = "."

// yes and no are understood in every language.
var (
	yes = []string{"yes", "y"}
	no  = []string{"no", "n"}
)

// IsYes and IsNo read an answer to a question. own is the word of the language
// that it was asked in.
func IsYes(text, own string) bool { return isOneOf(text, own, yes) }

// IsNo reads a no.
func IsNo(text, own string) bool { return isOneOf(text, own, no) }

func isOneOf(text, own string, list []string) bool {
	fits := func(word string) bool { return strings.EqualFold(text, word) }
	return text != "" && (fits(own) || slices.ContainsFunc(list, fits))
}
