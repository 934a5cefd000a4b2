package desk

import (
	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/words"
	"lotse/ui/desk/room"
	"lotse/ui/walk"
)

// newWherePage asks where a system of the customer is on the web.
func newWherePage(p *page, q walk.WherePage) room.Overlay {
	lang := p.m.cfg.Lang
	say := func(code string, args ...any) string { return words.Say(lang, flows.Msg(code, args...)) }
	intro := []string{say("page.why")}
	if q.Now != "" {
		intro = append(intro, say("page.empty"))
	}
	return question{
		at: q.At.InForm(walk.PageForm, q.System), label: say("page.address"), start: q.Now, lines: 2,
		widget: p.m.line, answer: func(text string) walk.Turn { return p.NamePage(q, text) },
	}.ask(room.NewForm(roomDesk{p.m}, say("page.title", "system", q.System), intro...))
}

// changePage asks where the system of the step is, whatever is kept.
func changePage(p *page) tea.Cmd { return p.turn(p.ChangePage()) }

func hasPage(p *page) bool { return p.HasPage() }

func canNamePage(p *page) bool { return p.CanNamePage() }
