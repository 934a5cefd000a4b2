package text

// Typing are the words about what is typed and pasted, copied and opened.
type Typing struct {
	PasteHuge                                             string
	CopiedTool, CopiedNeither, CopyTold                   string
	OpenedWith, OpenRemote, OpenNoTool, OpenFailed        string
	BlockTitle, BlockField, BlockLeft, BlockTake, BlockIn string
	BlockPlain, BlockDrop, BlockTaken, BlockMasked        string
	BlockWrong                                            string
	NoSuchDay                                             string
	FilterKeys, FilterTypes, FilterClose                  string
	KeepMine, TakeTheirs, Onwards                         string
	ClashTitle, ClashTitleOne, ClashIntro                 string
	ClashField, ClashTheirs, ClashYours, ClashBy          string
	ClashAllTheirs, ClashAllMine, ClashSwitch, ClashDone  string
	ClashLost, ClashSecret, ClashEmpty, ClashKept         string
	OnceTitle, OnceWhat, OnceWord, OnceType, OnceWrong    string
	OnceLeave                                             string
	NothingToUndo, NoRowHere, NotATask, NotAList          string
	NothingToTick, NoStepHere, DeskOnly, NoRunHere        string
	NotSavedWhat, NotSavedMore, NotSavedTyped             string
	NotSavedSecret                                        string
}

func typing() Typing {
	return Typing{
		PasteHuge:  "The paste has more than 2 MiB. Nothing was pasted.",
		CopiedTool: "Given to %s, and sent to the terminal's clipboard. The value stays here.",
	}
}
