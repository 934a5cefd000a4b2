package command

import (
	"context"
	"fmt"
	"io"
	"strings"

	"lotse/flows/words"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// newMan prints the manual page, in roff.
func newMan(c *call) *cobra.Command {
	var cmd *cobra.Command
	cmd = c.newVerb("man", "cmd.short_man", 0, 0, func(context.Context, []string) error {
		page := manPage{call: c}
		page.write(cmd.Root())
		if _, err := io.WriteString(c.out, page.String()); err != nil {
			return fmt.Errorf("write the output: %w", err)
		}
		return nil
	})
	cmd.Long = c.text("cmd.long_man")
	return cmd
}

// manPage is a manual page: the help of all commands, in one document.
type manPage struct {
	*call
	strings.Builder
}

// write writes the page. Its day is that of the commit, so that it is the same
// whenever it is made.
func (m *manPage) write(root *cobra.Command) {
	day, _, _ := strings.Cut(m.Build.Date, "T")
	m.roff(".TH LOTSE 1 \"%s\" \"lotse %s\"", day, roff(m.Version))
	m.section("cmd.man_name")
	m.roff("lotse \\- %s", roff(root.Short))
	m.section("cmd.man_synopsis")
	m.roff(".B lotse")
	m.roff(".br\n.B lotse\n%s", roff(words.Usage(m.lang(), "COMMAND …")))
	m.section("cmd.man_description")
	m.paragraphs(root.Long)
	m.section("cmd.title_flags")
	m.flags(root.PersistentFlags())
	for _, g := range root.Groups() {
		m.roff(".SH %s", roff(strings.ToUpper(strings.TrimSuffix(g.Title, ":"))))
		for _, cmd := range root.Commands() {
			if cmd.GroupID == g.ID && !cmd.Hidden {
				m.verb("", cmd)
			}
		}
	}
	m.section("cmd.man_status")
	m.paragraphs(m.text("cmd.man_statuses"))
}

// verb writes a command and those below it.
func (m *manPage) verb(parent string, cmd *cobra.Command) {
	m.roff(".TP\n.B %s", roff(parent+cmd.Use))
	m.roff("%s.", roff(cmd.Short))
	if cmd.Long != "" {
		m.roff(".RS")
		m.paragraphs(cmd.Long)
		m.roff(".RE")
	}
	if cmd.LocalFlags().HasAvailableFlags() {
		m.roff(".RS")
		m.flags(cmd.LocalFlags())
		m.roff(".RE")
	}
	for _, sub := range cmd.Commands() {
		if !sub.Hidden {
			m.verb(parent+cmd.Name()+" ", sub)
		}
	}
}

func (m *manPage) flags(set *pflag.FlagSet) {
	set.VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		name := "--" + f.Name
		if f.Shorthand != "" {
			name = "-" + f.Shorthand + ", " + name
		}
		m.roff(".TP\n.B %s\n%s.", roff(name), roff(f.Usage))
	})
}

func (m *manPage) section(code string) { m.roff(".SH %s", roff(strings.ToUpper(m.text(code)))) }

func (m *manPage) paragraphs(text string) {
	for _, p := range strings.Split(text, "\n") {
		if p = strings.TrimSpace(p); p != "" {
			m.roff(".PP\n%s", roff(p))
		}
	}
}

func (m *manPage) roff(format string, args ...any) { fmt.Fprintf(m, format+"\n", args...) }

// roff is a text as it stands in a manual page: nothing in it is a request.
func roff(text string) string {
	text = strings.NewReplacer(`\`, `\e`, "-", `\-`).Replace(text)
	if strings.HasPrefix(text, ".") || strings.HasPrefix(text, "'") {
		text = `\&` + text
	}
	return text
}
