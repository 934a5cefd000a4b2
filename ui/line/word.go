package line

import (
	"strings"

	"lotse/flows/words"
)

// vocabulary is all words that can be entered at any prompt instead of an
// answer, in the order of help.
var vocabulary = words.LineWords()

// wordAction runs a word; args is the text after it.
type wordAction func(args string) error

// newWordActions are the actions of the words, by name.
func (w *dialogue) newWordActions() map[string]wordAction {
	return map[string]wordAction{
		"help": w.readWords.help, "more": w.readWords.more, "read": w.readWords.readStep, "list": w.readWords.list, "rows": w.lists.readRows,
		"say": w.readWords.repeatSay, "see": w.readWords.repeatSee, "back": w.moveWords.back, "next": w.moveWords.skipAhead,
		"done": w.moveWords.doneWord, "skip": w.recordWords.skip, "go": w.moveWords.goWord, "clear": w.answers.clear,
		"edit": w.lists.edit, "remove": w.lists.removeWord, "accept": w.recordWords.accept, "note": w.recordWords.note, "failed": w.recordWords.failed, "resolved": w.recordWords.resolved,
		"undo": w.recordWords.undo, "earlier": w.recordWords.earlier, "desk": w.moveWords.desk, "quit": w.moveWords.quit, "set": w.answers.set,
		"tick": w.actions.tickWord, "untick": w.actions.untickWord, "secret": w.secrets.secretWord, "rotate": w.rotations.rotateWord, "reveal": w.keptSecrets.revealWord, "copy": w.keptSecrets.copyWord, "add": w.lists.add,
		"wait": w.actions.waitWord, "gate": w.actions.gateWord, "check": w.checks.check, "fault": w.faults.faultWord, "findings": w.comparisons.findings, "columns": w.comparisons.columns,
		"draft": w.letters.draft, "sent": w.letters.sent, "write": w.letters.write, "papers": w.papers.papersWord, "reopen": w.recordWords.reopen,
		"find": w.finder.find, "value": w.values.value, "status": w.clocks.status, "spell": w.spellings.spell, "readback": w.spellings.readBack,
		"attach": w.files.attach, "open": w.files.open, "move": w.versions.moveWord, "abandon": w.recordWords.abandon, "language": w.recordWords.language,
	}
}

// lookUp finds the word in a line, with the text after it. A word without
// arguments counts only alone, and one with arguments only in lower case:
// "back to the harbour" and "Gate Gourmet" are answers.
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

// cut splits off the first part of a word's arguments.
func cut(args string) (first, rest string) {
	first, rest, _ = strings.Cut(args, " ")
	return first, strings.TrimSpace(rest)
}
