package line

import (
	"strings"

	"lotse/flows/words"
)

// word is something that can be said at any prompt instead of an answer.
type word struct {
	words.Word
	do func(w *dialogue, args string) error
}

// acts are what words do, by name.
func acts() map[string]func(w *dialogue, args string) error {
	return map[string]func(w *dialogue, args string) error{
		"help": (*dialogue).help, "more": (*dialogue).more, "read": (*dialogue).readStep, "list": (*dialogue).list, "rows": (*dialogue).readRows,
		"say": (*dialogue).repeatSay, "see": (*dialogue).repeatSee, "back": (*dialogue).back, "next": (*dialogue).skipAhead,
		"done": (*dialogue).doneWord, "skip": (*dialogue).skip, "go": (*dialogue).goWord, "clear": (*dialogue).clear,
		"edit": (*dialogue).edit, "remove": (*dialogue).removeWord, "accept": (*dialogue).accept, "note": (*dialogue).note,
		"undo": (*dialogue).undo, "desk": (*dialogue).desk, "quit": (*dialogue).quit, "set": (*dialogue).set,
		"tick": (*dialogue).tickWord, "untick": (*dialogue).untickWord, "secret": (*dialogue).secretWord, "add": (*dialogue).add,
		"wait": (*dialogue).waitWord, "gate": (*dialogue).gateWord, "check": (*dialogue).check, "findings": (*dialogue).findings, "columns": (*dialogue).columns,
		"draft": (*dialogue).draft, "sent": (*dialogue).sent, "write": (*dialogue).write, "reopen": (*dialogue).reopen,
		"abandon": (*dialogue).abandon, "language": (*dialogue).language,
	}
}

// vocabulary is all words, in the order of help.
var vocabulary []word

func init() { // some words lead to others
	do := acts()
	for _, w := range words.LineWords() {
		vocabulary = append(vocabulary, word{w, do[w.Name]})
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
		if wd.Name == name && (wd.Args != "" || args == "") {
			return wd, args, true
		}
	}
	return word{}, "", false
}
