package words

import "time"

// Typing are the words about what is typed and pasted, copied and opened.
type Typing struct {
	PasteHuge                                      string
	CopiedTool, OpenedWith, OpenRemote, OpenNoTool string
	OpenFailed                                     string
	BlockTitle, BlockLeft, BlockTake, BlockPlain   string
	BlockOut, BlockDrop, BlockMasked               string
	NoSuchDay                                      string
	Monday, Tuesday, Wednesday, Thursday, Friday   string
	Saturday, Sunday                               string
	ClashTitle, ClashTitleOne, ClashBy             string
	ClashTitleBy, ClashTitleOneBy                  string
	ClashTheirs, ClashYours, ClashTake             string
	ClashAllTheirs, ClashAllMine, ClashSwitch      string
	ClashLost                                      string
	ClashAside                                     string
	OnceTitle, OnceType, OnceWord, OnceWrong       string
	HostTitle, HostType, HostLabel, HostWrong      string // a secret for another host
	NoTask, NoList, NoFilter, NoStep, NoWaitRun    string
	NoRun, NoWayUp, NoDemo                         string
	AllInView, AtEnd, AtBegin                      string
	PasteDesk, PasteChoice                         string
	Hasty, ReasonHasty                             string
}

func typing() Typing {
	return Typing{
		PasteHuge:  "The paste has more than 2 MiB. Nothing was pasted.",
		CopiedTool: "Given to %s, and sent to the terminal's clipboard. The value stays here.",
		BlockTitle: "Pasted: answers for %d fields", BlockLeft: "Left out:", BlockTake: "take all", BlockPlain: "paste as text",
		BlockOut: "leave it", BlockDrop: "Nothing was pasted: this field holds one line.",
		BlockMasked: "(masked)",
		ClashTitle:  "Also changed in another window: %d things", ClashTitleOne: "Also changed in another window",
		ClashTitleBy: "Also changed by %s: %d things", ClashTitleOneBy: "Also changed by %s", ClashBy: "%s, %s",
		ClashTheirs: "theirs", ClashYours: "yours", ClashTake: "keep as marked", ClashAllTheirs: "all theirs",
		ClashAllMine: "all yours", ClashSwitch: "switch", ClashLost: "No longer possible, and not done:",
		ClashAside: "decide later",
		OpenedWith: "Asked %s to open %s", OpenRemote: "Over ssh no browser is opened here. The address: %s",
		OpenNoTool: "No program to open it was found. The address: %s", OpenFailed: "%s did not open it. The address: %s",
		OnceTitle: "Shown only once",
		OnceType:  "To leave, type %s", OnceWord: "leave", OnceWrong: "Type the word, or esc to stay.",
		HostTitle: "Another host", HostType: "To send it there, type %s", HostLabel: "Host", HostWrong: "Type the host, or esc to send nothing.",
		NoRun: "That works inside a run: enter opens one.", NoWayUp: "There is nothing above the desk: ctrl+c leaves.",
		NoDemo:    "A demo is offered where there is no run yet.",
		AllInView: "Everything is in view.", AtEnd: "This is the end of the page.", AtBegin: "This is the top of the page.",
		NoTask: "There is nothing to tick here.", NoList: "There are no rows here.", NoFilter: "There is nothing to filter here.",
		NoStep: "No step is left here: ctrl+o shows them all.", NoWaitRun: "There is no run here.",
		PasteChoice: "Nothing is typed here, so nothing was pasted.",
		Hasty:       "You are not in a text field: fast typing is ignored here.", ReasonHasty: "Typing ahead is ignored here: pause, then type.",
		PasteDesk: "Nothing can be pasted here: n starts a run, / filters.",
		NoSuchDay: "the calendar has no such day",
		Monday:    "Mon", Tuesday: "Tue", Wednesday: "Wed", Thursday: "Thu", Friday: "Fri", Saturday: "Sat", Sunday: "Sun",
	}
}

// Weekday is what is short for a day of the week.
func (s *Strings) Weekday(d time.Weekday) string {
	t := &s.Typing
	return [...]string{t.Sunday, t.Monday, t.Tuesday, t.Wednesday, t.Thursday, t.Friday, t.Saturday}[d]
}
