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
		"help": w.reading.help, "more": w.reading.more, "read": w.reading.readStep, "list": w.reading.list, "rows": w.lists.readRows,
		"say": w.reading.repeatSay, "see": w.reading.repeatSee, "back": w.moves.back, "next": w.moves.skipAhead,
		"done": w.moves.doneWord, "skip": w.rulings.skip, "go": w.moves.goWord, "clear": w.answers.clear,
		"edit": w.lists.edit, "remove": w.lists.removeWord, "accept": w.rulings.accept, "note": w.rulings.note,
		"undo": w.rulings.undo, "desk": w.moves.desk, "quit": w.moves.quit, "set": w.answers.set,
		"tick": w.deeds.tickWord, "untick": w.deeds.untickWord, "secret": w.secrets.secretWord, "add": w.lists.add,
		"wait": w.deeds.waitWord, "gate": w.deeds.gateWord, "check": w.checks.check, "findings": w.comparisons.findings, "columns": w.comparisons.columns,
		"draft": w.letters.draft, "sent": w.letters.sent, "write": w.letters.write, "reopen": w.rulings.reopen,
		"abandon": w.rulings.abandon, "language": w.rulings.language,
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

// cut takes the first part of what follows a word.
func cut(args string) (first, rest string) {
	first, rest, _ = strings.Cut(args, " ")
	return first, strings.TrimSpace(rest)
}
