package line

import (
	"lotse/flows"
	"lotse/flows/words"
	"lotse/ui/walk"
)

// wherePage asks where a system of the customer is on the web, until it is an
// address or nothing.
func (w *questioner) wherePage(q walk.WherePage) (walk.Turn, error) {
	w.say(words.Say(w.Lang, flows.Msg("page.why")))
	text, err := w.prompter.reply(words.Say(w.Lang, flows.Msg("page.question", "system", q.System)))
	if err != nil || text == "" {
		return walk.Turn{Bad: err != nil}, err
	}
	return w.walk.NamePage(q, text), nil
}
