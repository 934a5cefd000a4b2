package desk

import (
	"slices"

	"lotse/flows/run"
	"lotse/flows/words"
)

// looksOn is what somebody is told who may read, and not write.
func looksOn(lang string) string { return words.Say(lang, run.LookingOn().Message) }

// lookingOn are the keys of somebody who looks on: those that write do nothing, and
// say so before anything is asked for that would be lost. They leave the help line.
func lookingOn(lang string, all []keyGroup) []keyGroup {
	why := looksOn(lang)
	groups := slices.Clone(all)
	for i := range groups {
		keys := slices.Clone(groups[i].keys)
		for k := range keys {
			if keys[k].writes {
				keys[k].applies, keys[k].whyNot = never, why
			}
		}
		groups[i].keys = keys
	}
	return groups
}
