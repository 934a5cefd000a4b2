package line

import (
	"strings"

	"lotse/flows/words"
)

// vocabulary is all words that can be said at any prompt instead of an answer, in
// the order of help.
var vocabulary = words.LineWords()

// act does what a word says, with what follows it.
type act func(args string) error

// meanings are what the words do, by name.
func (w *dialogue) meanings() map[string]act {
	return map[string]act{
		"help": w.help, "more": w.more, "read": w.readStep, "list": w.list, "rows": w.lists.readRows,
		"say": w.repeatSay, "see": w.repeatSee, "back": w.back, "next": w.skipAhead,
		"done": w.doneWord, "skip": w.skip, "go": w.goWord, "clear": w.answers.clear,
		"edit": w.lists.edit, "remove": w.lists.removeWord, "accept": w.accept, "note": w.note,
		"undo": w.undo, "desk": w.desk, "quit": w.quit, "set": w.answers.set,
		"tick": w.deeds.tickWord, "untick": w.deeds.untickWord, "secret": w.secrets.secretWord, "add": w.lists.add,
		"wait": w.deeds.waitWord, "gate": w.deeds.gateWord, "check": w.checks.check, "findings": w.comparisons.findings, "columns": w.comparisons.columns,
		"draft": w.letters.draft, "sent": w.letters.sent, "write": w.letters.write, "reopen": w.reopen,
		"abandon": w.abandon, "language": w.language,
	}
}

// lookUp finds the word that a line says, with what follows it. A word that
// takes nothing counts only alone, and one with something behind it only in
// small letters: "back to the harbour" and "Gate Gourmet" are answers.
func lookUp(line string) (found words.Word, args string, ok bool) {
	name, args, _ := strings.Cut(strings.TrimSpace(line), " ")
	if args = strings.TrimSpace(args); args == "" {
		name = strings.ToLower(name)
	}
	for _, wd := range vocabulary {
		if wd.Name == name && (wd.Args != "" || args == "") {
			return wd, args, true
		}
	}
	return words.Word{}, "", false
}
