package words

// Line are the words of line mode. Every sentence ends with a sign that a voice
// stops at.
type Line struct {
	Welcome, Begin, Ended                                                 string
	Step, Minute, Minutes, Internal, Round, Say, See, Otherwise, If, Here string
	Consultant, Customer, Vendor                                          string
	Then, Folded, Tell, NoteBy, CopySecret                                string
	Must, Warning, CanAccept, Accepted, Again                             string
	Refused, NotUnderstood, SavedNow                                      string

	Needed, Optional, Unanswered                                           string
	Keep, KeepDefault, KeepSecret, Draft, DraftSecret                      string
	MoreExplains, FormArea, FormChoice, FormChoices, FormSuchAs            string
	AreaPrompt, Chosen, Understood, FileKept                               string
	NoOption, SeveralOptions, EnterGoesOn, OrNothing                       string
	Yes, No, YesOrNo, TaskOpen, TaskDone                                   string
	WaitPrompt, WaitUnknown, WaitHow                                       string
	GatePrompt, GateOther, GateUnmet, GateNobody, GateHow                  string
	NoRows, OneRow, Rows, AtLeast, RowsReads, RowsGoOn, NewRow, NoMoreRows string
	ListFull, RowAdded, RowProblems                                        string

	End, EndDone, EndHeld, EndWarned, EndBlocked, EndStuck, OverPrompt string
	Void, LookAgain, Kept, Confirm, Left                               string
	WhichHolds, Yours, Once                                            string
	TooLong, LongSecret, KeptTyping, NotKept, QuitUnsaved              string

	Echoes, SecretShown, EmptySecret, Sealed, NotSealed, NoPassphrase string

	NoMore, SeeNothing, NoColumn, ColumnHidden                            string
	NoItem, Write, NoStep, IsDone, NoField, NoSecret                      string
	CheckPrompt, CheckCauses, Checking, NoCheck                           string
	LetterPrompt, LetterLangs, LetterEnd, LetterHow, LetterSent, NoLetter string
	NoProblem, SetNothing, SetSecret, TickThat                            string
	AcceptWhy, AcceptDone, SkipWhy, NoteText, AbandonHow                  string
	DeskPrompt, DeskEmpty, NoRuns, NothingFound, MoreRuns                 string
	NoMoreRuns, NoRun, StepsDone, AskProcedure, AskCustomer               string
	AskKnown                                                              string

	Help LineHelp
	Desk DeskLines
}

func line() Line {
	return Line{
		Welcome: "Lotse, in plain lines. Type help to see what you can type.",
		Begin:   "%s, %s. %d of %d steps done.",
		Ended:   "End of input. Everything you entered is saved.",
		Step:    "Step %d of %d: %s", Minute: "About a minute.", Minutes: "About %d minutes.", Internal: "Internal.", Round: "Round %d.",
		Say: "Say: %s", See: "They see: %s", Otherwise: "If not: type see.", If: "If not, %s: %s", Here: "You are here.",
		Consultant: "You act.", Customer: "The customer acts.", Vendor: "The vendor acts.",
		Then: ", then ", Folded: "There is more to read: type more.", Tell: "Read this:", NoteBy: "Note by %s, %s: %s",
		CopySecret: "a secret, which is not shown",
		Must:       "Problem:", Warning: "Warning:", CanAccept: "Type accept and a reason to accept it.",
		Accepted: "Accepted: %s", Again: "Answer again, or Enter goes on.",
		Refused: "Not done: %s", NotUnderstood: "That is not understood here: type help.",
		SavedNow: "Everything is saved now.",

		Needed: "Needed", Optional: "Optional", Unanswered: "not answered",
		Keep: "Now %s; Enter keeps it.", KeepDefault: "%s is pre-filled; Enter keeps it.",
		KeepSecret: "A secret is sealed; Enter keeps it.",
		Draft:      "Typed earlier and not taken: %s; Enter takes it.", DraftSecret: "Typed earlier and not taken; Enter takes it.",
		MoreExplains: "Type more for help.",
		FormArea:     "several lines, a dot alone ends them", FormChoice: "a number from 1 to %d",
		FormChoices: "numbers from 1 to %d with commas between", FormSuchAs: "such as %s",
		AreaPrompt: "Next line, or a dot", Chosen: "Chosen: %s", Understood: "Understood: %s.", FileKept: "The file %s is kept, %d bytes.",
		NoOption: "%s is none of the %d. Type a number, or the first letters of one.", SeveralOptions: "%s may be %s or %s. Type more of it, or the number.",
		EnterGoesOn: "Enter goes on", OrNothing: "Enter for none",
		Yes: "yes", No: "no", YesOrNo: "Type yes or no; Enter leaves it as it is.",
		TaskOpen: "Not yet; yes, or Enter leaves it.", TaskDone: "Done; Enter keeps it, no takes it back.",
		WaitPrompt:  "Type answered, or the day to look again; Enter leaves it",
		WaitUnknown: "That is not a day: type answered, or a day such as 24.11., +3d or friday.",
		WaitHow:     "Write: wait ITEM until DAY, or wait ITEM answered.",
		GatePrompt:  "Type %s to pass; Enter leaves it", GateOther: "That is not the word. Type %s to pass; Enter leaves it.",
		GateUnmet: "Not passed. %s That %s.", GateNobody: "Not passed: say who decided.", GateHow: "Write: gate ITEM WORD by NAME, and if you like: why REASON.",
		NoRows: "no rows yet", OneRow: "1 row", Rows: "%d rows", AtLeast: "At least %d needed.", RowsReads: "Type rows to read them.", RowsGoOn: "There are more: type rows %d to read on.",
		NewRow: "%s %d, %s", NoMoreRows: "Enter for no more", ListFull: "The list is full; Enter goes on",
		RowAdded: "%s added.", RowProblems: "Problems: %d.",

		End: "End of this step. Enter completes it", EndDone: "End of this step, which is done. Enter goes on",
		EndHeld:    "End of this step. Enter goes to what is open, next leaves it open",
		EndWarned:  "End of this step. Enter asks about its warnings, and completes it",
		EndBlocked: "End of this step, which comes later. Enter goes on", EndStuck: "End of this step, which comes later. Type go STEP for another, or quit",
		OverPrompt: "This run is over. Type papers, list, go STEP, reopen STEP WHY, or Enter for all runs",
		Void:       "No longer read", LookAgain: "Look again", Kept: "Stays", Confirm: "Enter makes the change; no leaves everything as it is",
		Left:       "Nothing was changed.",
		WhichHolds: "Which one is kept? Type yours; Enter keeps theirs", Yours: "yours", Once: "To go on without it, type %s; Enter stays",
		TooLong: "That line is too long; the limit is %d KiB. Nothing was taken.", LongSecret: "A secret has at most %d KiB. Nothing was taken.",
		KeptTyping: "What was typed for %s was not taken; it is kept for the next time.", NotKept: "What was typed for %s was not taken.",
		QuitUnsaved: "NOT SAVED, %s. Type %s again to leave and lose it.",

		Echoes:      "This terminal cannot hide what is typed, so the secret is not asked for here. Give it through a pipe (lotse set %[1]s --secret-stdin %[2]s < FILE), or in the full screen (lotse resume %[1]s), or on a terminal that can.",
		SecretShown: "Not taken: this terminal showed what you typed. If it was the secret, have it changed.",
		EmptySecret: "Nothing was entered; no secret was taken.", Sealed: "The secret is sealed.",
		NotSealed:    "No key was made, and the secret is not taken: enter it again.",
		NoPassphrase: "No passphrase can be asked for here. Make the key with: lotse secret init.",

		NoMore: "There is no more to read here.", SeeNothing: "This step does not say what they see.",
		NoColumn:     "There is no column %s; there are: %s.",
		ColumnHidden: "%s is not asked in that row.",
		Write:        "Write: %s %s", NoItem: "If that was an answer, put a backslash before it; help says how items are named.",
		NoStep: "There is no step %s: type list to see the steps.", IsDone: "Done already: %s",
		NoField: "That takes no answer.", NoSecret: "That is no secret.", NoProblem: "There is no problem %s here.",
		SetNothing:  "Write: set ITEM VALUE. To remove an answer: clear ITEM.",
		SetSecret:   "That is a secret: it is never typed into a line that shows it. Write: secret ITEM.",
		TickThat:    "That is a task: write tick ITEM, or untick ITEM.",
		CheckPrompt: "Type check to run it; Enter goes on", CheckCauses: "Type a number to go there, check to run it again; Enter goes on", Checking: "Checking; ctrl+c stops it.", NoCheck: "There is no such check here.",
		LetterPrompt: "Type draft to read it, sent once you have sent it; Enter goes on", LetterLangs: "It is written in: %s.",
		LetterEnd: "End of the letter. Nothing is sent from here: copy it, or type write FILE (.txt, or .eml for your mail program), send it, then type sent and how.",
		LetterHow: "How was it sent", LetterSent: "Recorded: it was sent.", NoLetter: "There is no letter here.",
		AcceptWhy: "Why is that accepted", AcceptDone: "Accepted.", SkipWhy: "Why is this step left undone", NoteText: "Note",
		AbandonHow: "Write: abandon OUTCOME WHY.",

		DeskPrompt: "A number opens a run. Or type new, find WORDS, help or quit", DeskEmpty: "Type new, help or quit",
		NoRuns: "There are no runs yet. Type new to start one.", NothingFound: "Nothing found for %s. Type list to show all runs.",
		MoreRuns: "There are more under %s: type more.", NoMoreRuns: "That is all.",
		NoRun: "Type a number from 1 to %d, or help.", StepsDone: "%d of %d steps done",
		AskProcedure: "Which one? A number from 1 to %d, or Enter for none", AskCustomer: "The customer's name, or Enter for none",
		AskKnown: "A number from 1 to %d for one of these; Enter takes %s",
		Help:     lineHelp(), Desk: deskLines(),
	}
}

// LineHelp are the lines of help in a run, DeskLines those on the list of runs.
type (
	LineHelp struct {
		Prompt, Words                                       string
		More, Read, List, Say, Back, Go, Done, Clear        string
		Accept, Note, Edit, Quit                            string
		Ids, Set, Add, Check, Wait, Draft, Problem, Literal string
	}
	DeskLines struct {
		Number, New, Find, More, Quit, Run string
	}
)

func lineHelp() LineHelp {
	return LineHelp{
		Prompt:  "Each prompt asks for one thing. An empty line keeps what is there and goes on. Choose an option by its number, its value, or the first letters of its label.",
		Words:   "Words, at any prompt:",
		More:    "more: reads the help for this question.",
		Read:    "read: reads the whole step with your answers.",
		List:    "list: reads all steps. list LIST, or rows at a list: reads its rows.",
		Say:     "say, see: what to say, and what they should see, or what to do if they do not.",
		Back:    "back, next: go back one item, or on without an answer.",
		Go:      "go STEP: goes to a step, by its number or the first letters of its title.",
		Done:    "done: completes the step. skip WHY: leaves it undone and records why.",
		Clear:   "clear: removes the answer. undo: takes back the last change.",
		Accept:  "accept WHY: accepts a warning and records your reason.",
		Note:    "note TEXT: records a note.",
		Edit:    "edit ROW COLUMN, remove ROW: at a list. A line with tabs or semicolons is a whole row.",
		Quit:    "desk: back to all runs. quit: leaves. Every answer is saved at once.",
		Ids:     "Words that take ids, which lotse show prints:",
		Set:     "set ITEM VALUE. clear ITEM. tick ITEM PROOF. untick ITEM. secret ITEM, and the secret in the next line.",
		Add:     "add LIST COLUMN=VALUE; COLUMN=VALUE. set LIST[ROW].COLUMN VALUE. remove LIST[ROW].",
		Check:   "check: runs the check at hand; check ITEM runs another. findings: what a comparison found; write FILE: writes all of it to a file. columns: which columns of its files it reads; columns SIDE.FIELD=HEADER chooses one.",
		Wait:    "wait ITEM until DAY. wait ITEM answered. gate ITEM WORD by NAME why WHY.",
		Draft:   "draft: reads a letter; draft LANGUAGE in another language. write FILE: writes it to a new file. sent HOW: records that you sent it.",
		Problem: "accept PROBLEM WHY. done STEP. reopen STEP WHY. abandon OUTCOME WHY. language XX.",
		Literal: "If an answer looks like one of these words, put a backslash before it, or quotes around it. With more text after it, a word counts only in lower-case letters.",
	}
}

func deskLines() DeskLines {
	return DeskLines{
		Number: "A number opens that run.",
		New:    "new: starts a run. rehearsal, demo: starts one that is marked as such.",
		Find:   "find WORDS: shows the runs that contain them. list: shows all runs.",
		More:   "more: shows more runs, where there are more.",
		Quit:   "quit: leaves.",
		Run:    "In a run, the word help tells more.",
	}
}
