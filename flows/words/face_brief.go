package words

// Brief are the words of what the desk says of the run that is chosen, beside its
// brief.
type Brief struct {
	WaitsFor, Started string
}

func englishBrief() Brief {
	return Brief{
		WaitsFor: "waits for: %s", Started: "started %s",
	}
}
