package desk

import (
	"lotse/flows"
	"lotse/flows/words"
	"lotse/ui/walk"
)

// branchLetters are the letters that the branches of a step have.
const branchLetters = "abcdef"

// phoneKeys are the keys of the phone mode, which come before those of the page: one
// letter is an answer, or what they see instead.
func phoneKeys(t *words.Strings) []keyGroup {
	say := func(code string) string { return words.Say(t.Lang, flows.Msg(code)) }
	idle := whenPage(func(p *page) bool { return !p.engaged && p.At().Item != "" })
	var keys []binding
	for i, letter := range branchLetters {
		b := binding{letter: string(letter), act: branchKey, applies: whenPage(takesBranch(string(letter)))}
		if i == 0 {
			b.does, b.line = say("phone.key_branch"), -2
		}
		keys = append(keys, b)
	}
	keys = append(
		keys,
		binding{letter: say("phone.letter_yes"), does: say("phone.key_yes"), act: onPageDo(answers("yes")), applies: whenPage(answersBy("yes")), line: -3},
		binding{letter: say("phone.letter_no"), does: say("phone.key_no"), act: onPageDo(answers("no")), applies: whenPage(answersBy("no")), line: -3},
		binding{letter: "d", does: t.Help.TickNext, act: onPageDo((*page).tickNext), applies: whenPage(onOpen(flows.KindTask)), folded: true},
		binding{key: "shift+tab", also: "up", does: say("phone.key_back"), act: onPageDo(goes(walk.Back)), applies: idle},
		binding{key: "tab", also: "down", act: onPageDo(goes(walk.Forward)), applies: idle},
		binding{letter: "h", does: say("phone.key_hang_up"), act: onPageDo((*page).hangUp), line: -1},
		binding{key: "esc", does: say("phone.key_leave"), act: onPageDo((*page).escapePhone), line: -1},
	)
	return []keyGroup{{name: say("phone.on"), group: say("phone.on"), applies: whenPage(onPhone), keys: keys}}
}
