// Package papers is the room of what can leave the house: it lists that, asks for
// the file where one is written, and leads to letters and rotations, which have
// rooms of their own. The page behind the last step shows the same list. It imports
// the rooms' own package and ui/outside, and never the desk.
package papers

import (
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/words"
	"lotse/ui/desk/room"
	"lotse/ui/face"
	"lotse/ui/outside"
	"lotse/ui/theme"
	"lotse/ui/walk"
	"lotse/ui/zone"
)

// House is what the list needs of the desk beside the part that every room has.
type House struct {
	Screen *face.Screen
	// Letter shows a letter; back leads here again.
	Letter func(at flows.Address, back func() tea.Cmd) tea.Cmd
	Rotate func(of walk.Paper) tea.Cmd // opens the rotation of a secret
	Open   func(path string) tea.Cmd   // opens a file that was written
	// Save gives what writes all that is not saved yet, and what hears how that
	// ended; nil: all is saved.
	Save func() (write func() error, ended func(err error) tea.Cmd)
}

// List is what can leave the house, and the one that is pointed at.
type List struct {
	d       room.Desk
	house   House
	over    *Over // shows it; nil where the page does
	at      int
	written string // the whole path of the file that was written last
}

// NewList is the list of the run that is shown.
func NewList(d room.Desk, h House) *List { return &List{d: d, house: h} }

// papers are what the list has now. Something may have been taken off it since it
// was pointed at.
func (l *List) papers() []walk.Paper {
	all := l.d.Walk().Papers()
	l.at = min(l.at, max(len(all)-1, 0))
	return all
}

// At is the place of the one that is pointed at, from 0.
func (l *List) At() int { return l.at }

// Move moves the pointer, and reports whether it did.
func (l *List) Move(by int) bool {
	was := l.at
	l.at = min(max(l.at+by, 0), max(len(l.papers())-1, 0))
	return l.at != was
}

// Pointed points at the one that was clicked; it is chosen where it was pointed at
// already.
func (l *List) Pointed(at zone.At) tea.Cmd {
	n, ok := at(zone.Entry)
	switch {
	case !ok || n >= len(l.papers()):
		return nil
	case n == l.at:
		return l.Choose()
	}
	l.at = n
	return nil
}

// Choose does what the chosen one is for: it asks for the file, or opens the room
// that it leads to.
func (l *List) Choose() tea.Cmd {
	all := l.papers()
	if len(all) == 0 {
		return nil
	}
	switch p := all[l.at]; p.Kind {
	case walk.PaperLetter:
		return l.house.Letter(p.At, l.back)
	case walk.PaperRotation:
		return l.house.Rotate(p)
	case walk.PaperSummary:
		return newSummary(l, p)
	default:
		l.d.Open(newFile(l, p))
	}
	return nil
}

// CopySummary copies the summary for a ticket, in the language of the run.
func (l *List) CopySummary() tea.Cmd {
	return l.saved(func() tea.Cmd {
		return l.d.InBackgroundHoldingKeys(l.summarise(l.d.Walk().View().Lang, l.copy))
	})
}

// CopyCall copies the summary with what a call changed that began behind an event.
func (l *List) CopyCall(since int64, length time.Duration) tea.Cmd {
	ctx, screen, v := l.d.Context(), l.house.Screen, l.d.Walk().View()
	return l.saved(func() tea.Cmd {
		return l.d.InBackgroundHoldingKeys(func() func() tea.Cmd {
			text, err := outside.CallNote(ctx, screen, v.ID, v.Lang, since, length)
			return func() tea.Cmd {
				if err != nil {
					l.d.Warn(l.d.Sentence(err))
					return nil
				}
				l.d.Say(words.Say(l.d.Words().Lang, flows.Msg("phone.copied")))
				return l.d.Copy(text)
			}
		})
	})
}

// saved goes on once all is saved: what goes out is read from the store, and must
// not lag behind what stands on the screen.
func (l *List) saved(then func() tea.Cmd) tea.Cmd {
	write, ended := l.house.Save()
	if write == nil {
		return then()
	}
	return l.d.InBackgroundHoldingKeys(func() func() tea.Cmd {
		err := write()
		return func() tea.Cmd {
			cmd := ended(err)
			if err != nil {
				return cmd
			}
			return tea.Batch(cmd, then())
		}
	})
}

// summarise is work that writes the summary, and hands it on.
func (l *List) summarise(lang string, then func(text string) tea.Cmd) func() func() tea.Cmd {
	ctx, screen, id := l.d.Context(), l.house.Screen, l.d.Walk().View().ID
	return func() func() tea.Cmd {
		text, err := outside.Summary(ctx, screen, id, lang)
		return func() tea.Cmd {
			if err != nil {
				l.d.Warn(l.d.Sentence(err))
				return nil
			}
			return then(text)
		}
	}
}

func (l *List) copy(text string) tea.Cmd {
	l.d.Say(l.d.Words().Wizard.Copied)
	return l.d.Copy(text)
}

// HasSummary reports whether there is a summary to be copied.
func (l *List) HasSummary() bool {
	return slices.ContainsFunc(l.papers(), func(p walk.Paper) bool { return p.Kind == walk.PaperSummary })
}

// HasWritten reports whether a file was written from the list, which OpenWritten
// opens.
func (l *List) HasWritten() bool { return l.written != "" }

// OpenWritten opens the file that was written last.
func (l *List) OpenWritten() tea.Cmd {
	if l.written == "" {
		l.d.Say(l.d.DialogueText(noneWritten))
		return nil
	}
	return l.house.Open(l.written)
}

// back goes to where the list is shown.
func (l *List) back() tea.Cmd {
	if l.over != nil {
		l.d.Open(l.over)
	} else {
		l.d.Close()
	}
	return nil
}

// withPurpose is the width from which what each is for stands beside it.
const withPurpose = 60

// Lines draws the list in w columns; at is the line of the one that is pointed at.
func (l *List) Lines(w int) (lines []string, at int) {
	t, all := l.d.Theme(), l.papers()
	wide := 0
	for _, p := range all {
		wide = max(wide, theme.Width(l.label(p)))
	}
	wide = min(wide, w/2)
	for i, p := range all {
		head, name := "  ", l.label(p)
		if i == l.at {
			at, head, name = len(lines), t.Accent.Render(t.Arrow)+" ", t.Title.Render(name)
		}
		if w < withPurpose {
			lines = append(lines, zone.Entry.Over(i, theme.Hang(head, name, w))...)
			continue
		}
		lines = append(lines, zone.Entry.Over(i, theme.Hang(head+t.Pad(name, wide)+"  ", t.Dim.Render(l.about(p)), w))...)
	}
	return lines, at
}

func (l *List) label(p walk.Paper) string { return flows.CleanLine(l.d.DialogueText(p.Label())) }

// about is what a paper is for, or how it stands where it has a state.
func (l *List) about(p walk.Paper) string {
	if p.Item != nil {
		_, word := face.StatusOf(l.d.Words(), l.d.Now(), p.Item)
		return word
	}
	return l.d.DialogueText(p.Purpose())
}
