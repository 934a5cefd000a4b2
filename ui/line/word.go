package line

import (
	"strings"
)

// word is something that can be said at any prompt instead of an answer.
type word struct {
	name string
	args string // what may follow, as help shows it; "": the word counts only alone
	do   func(w *dialogue, args string) error
}

// vocabulary is all words, in the order of help.
var vocabulary []word

func init() { // some words lead to others
	vocabulary = []word{
		{"help", "", (*dialogue).help},
		{"more", "", (*dialogue).more},
		{"read", "", (*dialogue).readStep},
		{"list", "[LIST [FROM]]", (*dialogue).list},
		{"rows", "[FROM]", (*dialogue).readRows},
		{"say", "", (*dialogue).repeatSay},
		{"see", "", (*dialogue).repeatSee},
		{"back", "", func(w *dialogue, _ string) error { return w.back() }},
		{"next", "", func(w *dialogue, _ string) error { return w.skipAhead() }},
		{"done", "[STEP]", (*dialogue).doneWord},
		{"skip", "[WHY]", (*dialogue).skip},
		{"go", "STEP", (*dialogue).goWord},
		{"clear", "[ITEM]", (*dialogue).clear},
		{"edit", "ROW [COLUMN]", (*dialogue).edit},
		{"remove", "ROW", (*dialogue).removeWord},
		{"accept", "[PROBLEM] [WHY]", (*dialogue).accept},
		{"note", "[TEXT]", (*dialogue).note},
		{"undo", "", (*dialogue).undo},
		{"desk", "", (*dialogue).desk},
		{"quit", "", (*dialogue).quit},
		{"set", "ITEM VALUE", (*dialogue).set},
		{"tick", "ITEM [PROOF]", (*dialogue).tickWord},
		{"untick", "ITEM", (*dialogue).untickWord},
		{"secret", "[ITEM]", (*dialogue).secretWord},
		{"add", "LIST COLUMN=VALUE; COLUMN=VALUE", (*dialogue).add},
		{"wait", "ITEM until DAY|answered [WHY]", (*dialogue).waitWord},
		{"gate", "ITEM WORD by NAME [why WHY]", (*dialogue).gateWord},
		{"check", "[ITEM]", (*dialogue).check},
		{"findings", "[RULE [FROM]]", (*dialogue).findings},
		{"draft", "[ITEM] [LANGUAGE]", (*dialogue).draft},
		{"sent", "[ITEM] [HOW]", (*dialogue).sent},
		{"write", "[ITEM] FILE", (*dialogue).write},
		{"reopen", "[STEP] [WHY]", (*dialogue).reopen},
		{"abandon", "OUTCOME WHY", (*dialogue).abandon},
		{"language", "XX", (*dialogue).language},
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
