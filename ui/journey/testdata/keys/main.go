// Command keys writes down, in a file, what a Bubble Tea program is told of what is
// typed: a line for each key and each size, and for a paste its length in bytes and
// its SHA-256. ctrl+c ends it.
package main

import (
	"crypto/sha256"
	"fmt"
	"os"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/ui/tty"
)

type model struct{ told *strings.Builder }

func (m model) Init() tea.Cmd { return nil }

func (m model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		fmt.Fprintf(m.told, "key %s\n", msg)
		if msg.String() == "ctrl+c" {
			return m, tea.Quit
		}
	case tea.PasteMsg:
		fmt.Fprintf(m.told, "paste %d %x\n", len(msg.Content), sha256.Sum256([]byte(msg.Content)))
	case tea.WindowSizeMsg:
		fmt.Fprintf(m.told, "size %dx%d\n", msg.Width, msg.Height)
	}
	return m, nil
}

func (m model) View() tea.View { return tea.NewView("Type") }

func main() {
	m := model{&strings.Builder{}}
	if err := m.run(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "keys:", err)
		os.Exit(1)
	}
}

func (m model) run(file string) error {
	defer tty.Prepare(os.Stdin, os.Stdout)()
	var p *tea.Program
	in := tty.NewReader(os.Stdin, func() { p.Quit() }, func() { p.Send(tea.RequestWindowSize()) }, func(b *flows.Bug) { panic(b) })
	p = tea.NewProgram(m, tea.WithInput(in))
	if _, err := p.Run(); err != nil {
		return err
	}
	return os.WriteFile(file, []byte(m.told.String()), 0o600)
}
