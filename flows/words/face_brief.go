package words

// Brief are the words of what the desk says of the run that is chosen.
type Brief struct {
	Next, Quote       string // what to say first, in quotes
	WaitsFor, Started string
}

func englishBrief() Brief {
	return Brief{
		Next: "Next", Quote: `"%s"`, WaitsFor: "waits for: %s", Started: "started %s",
	}
}
