package desk

import (
	"slices"
	"strings"

	"lotse/flows"
	"lotse/flows/words"
	"lotse/ui/walk"
)

// phoneKeys are the keys of the phone mode, which come before those of the page: one
// letter is an answer, or what they see instead.
func phoneKeys(t *words.Strings) []keyGroup {
	var keys []binding
	for i, letter := range branchLetters(t) {
		b := binding{letter: letter, act: branchKey, applies: whenPage(hasBranch(i))}
		if i == 0 {
			b.does, b.line = words.Say(t.Lang, flows.Msg("phone.key_branch")), -2
		}
		keys = append(keys, b)
	}
	on := words.Say(t.Lang, flows.Msg("phone.on"))
	return []keyGroup{{name: on, group: on, applies: whenPage(onPhone), keys: append(keys, callKeys(t)...)}}
}

// callKeys are the keys of the phone mode itself, whatever the step.
func callKeys(t *words.Strings) []binding {
	say := func(code string) string { return words.Say(t.Lang, flows.Msg(code)) }
	idle := whenPage(func(p *page) bool { return !p.engaged && p.At().Item != "" })
	return []binding{
		{letter: say("phone.letter_yes"), does: say("phone.key_yes"), act: onPageDo(answers("yes")), applies: whenPage(answersBy("yes")), line: -3, writes: true},
		{letter: say("phone.letter_no"), does: say("phone.key_no"), act: onPageDo(answers("no")), applies: whenPage(answersBy("no")), line: -3, writes: true},
		{letter: "d", does: t.Help.TickNext, act: onPageDo((*page).tickNext), applies: whenPage(onOpen(flows.KindTask)), folded: true, writes: true},
		{key: "shift+tab", also: "up", does: say("phone.key_back"), act: onPageDo(goes(walk.Back)), applies: idle},
		{key: "tab", also: "down", act: onPageDo(goes(walk.Forward)), applies: idle},
		{letter: "h", does: say("phone.key_hang_up"), act: onPageDo((*page).hangUp), line: -1, writes: true},
		{key: "esc", does: say("phone.key_leave"), act: onPageDo((*page).escapePhone), line: -1},
	}
}

// alphabet is what the letters of branches are taken from: more than a step has
// branches, whatever the phone mode needs of it.
const alphabet = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"

// branchLetters are the letters of a step's branches on the screen, in their order:
// those that the phone mode has no other use for, whatever the document calls them.
func branchLetters(t *words.Strings) []string {
	own := callKeys(t)
	return slices.DeleteFunc(strings.Split(alphabet, ""), func(letter string) bool {
		return slices.ContainsFunc(own, func(b binding) bool { return b.letter == letter })
	})
}
