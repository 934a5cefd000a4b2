package command

import "github.com/spf13/cobra"

// subcommand is a command below the root, which is made when it is needed: its flags and
// their texts in a language cost more than most of what it does.
type subcommand struct {
	group string
	name  string // as the command line has it
	make  func(c *call) *cobra.Command
}

// subcommands are all commands, by their groups, in the order of the help.
func subcommands() []subcommand {
	return []subcommand{
		{groupRun, "start", newStart},
		{groupRun, "resume", newResume},
		{groupRun, "list", newList},
		{groupRun, "find", newFind},
		{groupRun, "aside", newAside},
		{groupRun, "show", newShow},
		{groupRun, "spell", newSpell},
		{groupRun, "log", newLog},
		{groupRun, "replay", newReplay},
		{groupRun, "open", newOpen},
		{groupRun, "page", newPage},
		{groupRun, "forks", newForks},
		{groupRun, "move", newMove},
		{groupRun, "end", newEnd},
		{groupRun, "demo", newDemo},
		{groupAnswer, "set", newSet},
		{groupAnswer, "take", newTake},
		{groupAnswer, "tick", newTick},
		{groupAnswer, "untick", newUntick},
		{groupAnswer, "accept", newAccept},
		{groupAnswer, "note", newNote},
		{groupAnswer, "attach", newAttach},
		{groupAnswer, "failed", newFailed},
		{groupAnswer, "readback", newReadBack},
		{groupAnswer, "undo", newUndo},
		{groupAnswer, "done", newDone},
		{groupAnswer, "skip", newSkip},
		{groupAnswer, "reopen", newReopen},
		{groupAnswer, "wait", newWait},
		{groupAnswer, "gate", newGate},
		{groupAnswer, "check", newCheck},
		{groupAnswer, "draft", newDraft},
		{groupAnswer, "sent", newSent},
		{groupAnswer, "calendar", newCalendar},
		{groupAnswer, "lang", newLang},
		{groupRead, "procedures", newProcedures},
		{groupRead, "describe", newDescribe},
		{groupRead, "sheet", newSheet},
		{groupRead, "lint", newLint},
		{groupRead, "preview", newPreview},
		{groupRead, "test", newProve},
		{groupRead, "translate", newTranslate},
		{groupRead, "new-procedure", newNewProcedure},
		{groupRead, "schema", newSchema},
		{groupRead, "pack", newPack},
		{groupRead, "probe", newProbe},
		{groupRead, "compare", newCompare},
		{groupRead, "rehearse", newRehearse},
		{groupData, "secret", newSecret},
		{groupData, "verify", newVerify},
		{groupData, "report", newReport},
		{groupData, "handover", newHandover},
		{groupData, "receive", newReceive},
		{groupData, "redact", newRedact},
		{groupData, "delete", newDelete},
		{groupData, "team", newTeam},
		{groupData, "backup", newBackup},
		{groupData, "restore", newRestore},
		{groupData, "copy", newCopy},
		{groupData, "config", newConfig},
		{groupData, "doctor", newDoctor},
		{groupData, "version", newVersion},
		{groupData, "licences", newLicences},
		{groupData, "completion", newCompletion},
		{groupData, "man", newMan},
	}
}

// subcommandsFor are the commands that a command line needs: the one that it begins with,
// which looks at no other. All of them where it begins with none.
func subcommandsFor(args []string) []subcommand {
	all := subcommands()
	for i := range all {
		if len(args) > 0 && all[i].name == args[0] && !all[i].tellsOfOthers() {
			return all[i : i+1]
		}
	}
	return all
}

// tellsOfOthers reports whether the command goes through all of them.
func (s *subcommand) tellsOfOthers() bool { return s.name == "completion" || s.name == "man" }
