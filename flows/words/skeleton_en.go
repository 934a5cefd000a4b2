package words

// skeletonEnglish is what stands in a new procedure.
func skeletonEnglish() table {
	return table{
		"skeleton.source": "The document that this follows, and the day on which it was read.",
		"skeleton.steps":  "A step is a page of items, read from top to bottom. Each has an id, a title and items.",
		"skeleton.step":   "What else a step may say: who acts (consultant, customer, vendor), one sentence to read aloud, what the other side sees then, what to do if they see something else, how long it takes.",
		"skeleton.items":  "Other items: an answer, a choice, something to paste, a wait under a condition. flows/README.md explains all of them.",
		"skeleton.first":  "Begin here",
	}
}
