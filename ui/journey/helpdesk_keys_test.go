//go:build unix

package journey

import (
	"errors"
	"io/fs"
	"os"
	"strings"
	"time"
)

// opens starts the full screen, where labels name the main contact.
func (a *agent) opens(args ...string) {
	a.h.t.Helper()
	a.wizard = a.h.wizardOf(a.procedure, 80, 24, args...)
	for id, label := range a.says {
		a.says[id] = strings.ReplaceAll(label, "{{ contact_name }}", "Erika Muster")
	}
}

// newest is the run of a customer that was begun last.
func (h *house) newest(customer string) string {
	h.t.Helper()
	var l struct{ Runs []struct{ ID string } }
	h.read(&l, "list", "--customer", customer)
	return l.Runs[0].ID
}

// types types an answer where letters are keys until enter, and takes it.
func (a *agent) types(item, text string) {
	a.t.Helper()
	a.edits(item)
	a.Key("ctrl+u")
	a.Send(text)
	a.Wait(text)
	a.Key("enter")
}

// edits brings a field to where letters are typed.
func (a *agent) edits(item string) {
	a.t.Helper()
	a.on(item)
	if strings.HasPrefix(a.Frame().help(), "a if not") {
		a.press("enter", "the field", func(s screen) bool { return strings.HasPrefix(s.help(), "enter next") })
	}
}

// walks goes on from item to item until one has the focus.
func (a *agent) walks(key, item string) {
	a.t.Helper()
	a.WaitFor("an item", func(s screen) bool { return len(s.focusLines()) > 0 })
	for s := a.Frame(); !s.focused(a.text(item)); {
		before := strings.Join(s.focusLines(), "\n") + s.help()
		s = a.press(key, "another item than before "+item, func(s screen) bool { return strings.Join(s.focusLines(), "\n")+s.help() != before })
	}
}

// over completes the step over its warnings.
func (a *agent) over() {
	a.t.Helper()
	s := a.press("ctrl+s", "the question about warnings", screen.warns)
	if s.has("3 ○") {
		a.Send("3")
	} else {
		a.Send("2")
	}
}

// letter presses a letter as a person does who listens: letters that follow each
// other at once are a word.
func (a *agent) letter(key string) {
	a.t.Helper()
	time.Sleep(500 * time.Millisecond)
	a.Send(key)
}

// leavesThePhone goes from the phone to the page.
func (a *agent) leavesThePhone() {
	a.t.Helper()
	a.press("esc", "the page", func(s screen) bool { return !strings.Contains(s.help(), "h hang up") })
}

// picks points at a run on the desk: its customer, and how far it is.
func (a *agent) picks(customer, done string) {
	a.t.Helper()
	for s := a.Frame(); !strings.Contains(s.line("● "+customer), "  "+done); {
		before := s.String()
		s = a.press("down", "another run", func(s screen) bool { return s.String() != before })
	}
}

// hearsBack opens the focused wait, and says that they have answered.
func (a *agent) hearsBack(remark string) {
	a.t.Helper()
	a.press("enter", "who is waited for", func(s screen) bool { return strings.HasPrefix(s.over(), "Waiting for: ") })
	a.letter("2")
	a.Wait("│ │ Look again")
	a.Key("enter")
	a.Wait("│ │ Remark")
	a.Send(remark)
	a.Key("enter")
	a.WaitFor("the page again", func(s screen) bool { return s.over() == "" })
}

// copied waits until a text with some words lies on the clipboard.
func (a *agent) copied(words string) string {
	a.t.Helper()
	for begun := time.Now(); ; time.Sleep(10 * time.Millisecond) {
		text, err := os.ReadFile(a.board)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			a.t.Fatal(err)
		}
		if strings.Contains(string(text), words) {
			return string(text)
		}
		if time.Since(begun) > patience {
			a.t.Fatalf("%q was never copied:\n%s\n%s", words, text, a.Screen())
		}
	}
}

// jump goes to a step through the outline, by a few letters of its title.
func (a *agent) jump(step, letters string) {
	a.t.Helper()
	a.press("ctrl+o", "the outline", func(s screen) bool { return s.over() == "Outline" })
	a.Send(letters)
	a.WaitFor("the step in the outline", func(s screen) bool { return s.pointed(a.text("step " + step)) })
	a.Key("enter")
	a.at(step)
}

// waits opens the focused wait, and has it looked at again on a day.
func (a *agent) waits(day string) {
	a.t.Helper()
	a.press("enter", "who is waited for", func(s screen) bool { return strings.HasPrefix(s.over(), "Waiting for: ") })
	a.Key("enter")
	a.Wait("│ │ Look again")
	a.Key("ctrl+u")
	a.Send(day)
	a.Key("ctrl+s")
	a.WaitFor("the page again", func(s screen) bool { return s.over() == "" && s.saved() })
}
