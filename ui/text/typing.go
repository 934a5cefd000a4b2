package text

import "time"

// Typing are the words about what is typed and pasted, copied and opened.
type Typing struct {
	PasteHuge                                            string
	CopiedTool, CopiedNeither, CopyTold                  string
	OpenedWith, OpenRemote, OpenNoTool, OpenFailed       string
	BlockTitle, BlockLeft, BlockTake, BlockPlain         string
	BlockOut, BlockDrop, BlockTaken, BlockMasked         string
	NoSuchDay                                            string
	Monday, Tuesday, Wednesday, Thursday, Friday         string
	Saturday, Sunday                                     string
	FilterKeys, FilterTypes, FilterClose                 string
	KeepMine, TakeTheirs, Onwards                        string
	ClashTitle, ClashTitleOne, ClashIntro                string
	ClashField, ClashTheirs, ClashYours, ClashBy         string
	ClashAllTheirs, ClashAllMine, ClashSwitch, ClashDone string
	ClashLost, ClashSecret, ClashEmpty, ClashKept        string
	OnceTitle, OnceWhat, OnceWord, OnceType, OnceWrong   string
	OnceLeave                                            string
	NothingToUndo, NoRowHere, NotATask, NotAList         string
	NothingToTick, NoStepHere, DeskOnly, NoRunHere       string
	NotSavedWhat, NotSavedMore, NotSavedTyped            string
	NotSavedSecret                                       string
}

func typing() Typing {
	return Typing{
		PasteHuge:  "The paste has more than 2 MiB. Nothing was pasted.",
		CopiedTool: "Given to %s, and sent to the terminal's clipboard. The value stays here.",
		BlockTitle: "Pasted: answers for %d fields", BlockLeft: "Left out:", BlockTake: "take all", BlockPlain: "paste as text",
		BlockOut: "leave it", BlockDrop: "Nothing was pasted: this field holds one line.", BlockTaken: "%d answers taken from the paste.",
		BlockMasked: "(masked)",
		NoSuchDay:   "the calendar has no such day",
		Monday:      "Mon", Tuesday: "Tue", Wednesday: "Wed", Thursday: "Thu", Friday: "Fri", Saturday: "Sat", Sunday: "Sun",
	}
}

// Weekday is what is short for a day of the week.
func (s *Strings) Weekday(d time.Weekday) string {
	t := &s.Typing
	return [...]string{t.Sunday, t.Monday, t.Tuesday, t.Wednesday, t.Thursday, t.Friday, t.Saturday}[d]
}
