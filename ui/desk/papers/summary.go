package papers

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/ui/desk/room"
	"lotse/ui/theme"
	"lotse/ui/walk"
)

var noneWritten = flows.Msg("papers.none_written")

// summary shows the summary for a ticket, as it is copied.
type summary struct {
	l      *List
	langs  []string
	lang   string
	text   string
	scroll room.Scroll
}

func newSummary(l *List, p walk.Paper) tea.Cmd {
	o := &summary{l: l, langs: p.Langs}
	l.d.Open(o)
	return o.write(l.d.Walk().View().Lang)
}

// write writes it in a language.
func (o *summary) write(lang string) tea.Cmd {
	o.lang = lang
	return o.l.saved(func() tea.Cmd {
		return o.l.d.InBackground(o, o.l.summarise(lang, func(text string) tea.Cmd {
			if o.lang == lang { // else another one was asked for meanwhile
				o.text = text
			}
			return nil
		}))
	})
}

func (o *summary) Title() string {
	return o.l.d.DialogueText(walk.Paper{Kind: walk.PaperSummary}.Label())
}

func (o *summary) Key(msg tea.KeyPressMsg) tea.Cmd {
	switch k := msg.String(); k {
	case "enter", "c":
		return o.l.copy(o.text)
	case "l":
		return o.write(o.langs[(slices.Index(o.langs, o.lang)+1)%len(o.langs)])
	default:
		o.scroll.Key(k)
	}
	return nil
}

// HandleEsc implements room.Escaper.
func (o *summary) HandleEsc() tea.Cmd {
	return o.l.back()
}

func (o *summary) Paste(string) tea.Cmd { return nil }

func (o *summary) Lines(w, h int) ([]string, int) {
	var lines []string
	for l := range strings.SplitSeq(flows.Clean(o.text), "\n") {
		lines = append(lines, theme.Wrap(l, w)...)
	}
	return o.scroll.Rest(lines, h), 0
}

func (o *summary) Keys() []room.Hint {
	h := &o.l.d.Words().Help
	out := []room.Hint{{"enter", h.Copy}}
	if len(o.langs) > 1 {
		out = append(out, room.Hint{"l", o.l.d.Words().Letter.Language})
	}
	return append(out, room.Hint{"up/down", h.Scroll}, room.Hint{"esc", h.Close})
}

// Scrolled implements room.Scroller.
func (o *summary) Scrolled() *room.Scroll { return &o.scroll }
