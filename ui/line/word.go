package line

import (
	"strings"
)

// word is something that can be said at any prompt instead of an answer.
type word struct {
	name string
	args string // what may follow, as help shows it; "": the word counts only alone
	do   func(w *walk, args string) error
}

// vocabulary is all words, in the order of help.
var vocabulary []word

func init() { // some words lead to others
	vocabulary = []word{
		{"help", "", (*walk).help},
		{"more", "", (*walk).more},
		{"read", "", (*walk).readStep},
		{"list", "[LIST [FROM]]", (*walk).list},
		{"rows", "[FROM]", (*walk).readRows},
		{"say", "", (*walk).repeatSay},
		{"see", "", (*walk).repeatSee},
		{"back", "", func(w *walk, _ string) error { return w.back() }},
		{"next", "", func(w *walk, _ string) error { return w.skipAhead() }},
		{"done", "[STEP]", (*walk).doneWord},
		{"skip", "[WHY]", (*walk).skip},
		{"go", "STEP", (*walk).goWord},
		{"clear", "[ITEM]", (*walk).clear},
		{"edit", "ROW [COLUMN]", (*walk).edit},
		{"remove", "ROW", (*walk).removeWord},
		{"accept", "[PROBLEM] [WHY]", (*walk).accept},
		{"note", "[TEXT]", (*walk).note},
		{"undo", "", (*walk).undo},
		{"desk", "", func(*walk, string) error { return errDesk }},
		{"quit", "", (*walk).quit},
		{"set", "ITEM VALUE", (*walk).set},
		{"tick", "ITEM [PROOF]", (*walk).tickWord},
		{"untick", "ITEM", (*walk).untickWord},
		{"secret", "[ITEM]", (*walk).secretWord},
		{"add", "LIST COLUMN=VALUE; COLUMN=VALUE", (*walk).add},
		{"wait", "ITEM until DAY|answered [WHY]", (*walk).waitWord},
		{"gate", "ITEM WORD by NAME [why WHY]", (*walk).gateWord},
		{"check", "[ITEM]", (*walk).check},
		{"findings", "[RULE [FROM]]", (*walk).findings},
		{"draft", "[ITEM] [LANGUAGE]", (*walk).draft},
		{"sent", "[ITEM] [HOW]", (*walk).sent},
		{"write", "[ITEM] FILE", (*walk).write},
		{"reopen", "[STEP] [WHY]", (*walk).reopen},
		{"abandon", "OUTCOME WHY", (*walk).abandon},
		{"language", "XX", (*walk).language},
	}
}

// lookUp finds the word that a line says, with what follows it. A word that
// takes nothing counts only alone, and one with something behind it only in
// small letters: "back to the harbour" and "Gate Gourmet" are answers.
func lookUp(line string) (found word, args string, ok bool) {
	name, args, _ := strings.Cut(strings.TrimSpace(line), " ")
	if args = strings.TrimSpace(args); args == "" {
		name = strings.ToLower(name)
	}
	for _, wd := range vocabulary {
		if wd.name == name && (wd.args != "" || args == "") {
			return wd, args, true
		}
	}
	return word{}, "", false
}
