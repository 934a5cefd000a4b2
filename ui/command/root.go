package command

import (
	"context"
	"strings"

	"lotse/flows"
	"lotse/flows/words"

	"github.com/spf13/cobra"
)

// The groups of the commands in help.
const (
	groupRun    = "run"
	groupAnswer = "answer"
	groupRead   = "read"
	groupData   = "data"
)

// newRoot builds the tree of commands, as far as a command line needs it; nil: all
// of it.
func newRoot(c *call, args []string) *cobra.Command {
	root := &cobra.Command{
		Use:     "lotse",
		Short:   c.text("cmd.short"),
		Long:    c.text("cmd.long"),
		Example: "lotse start teccom-import --customer \"Muster GmbH\"\nlotse resume\nlotse list --due",
		// What is not a command comes to RunE, which says so.
		Args: cobra.ArbitraryArgs,
		RunE: c.takes("[COMMAND]", 0, -1, func(ctx context.Context, args []string) error { return c.bare(ctx, args) }),
	}
	root.SuggestionsMinimumDistance = 2
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		c.err = flagFault(err, nameOf(cmd))
		return nil
	})
	c.addFlags(root)
	root.AddGroup(
		&cobra.Group{ID: groupRun, Title: c.text("cmd.group_run")},
		&cobra.Group{ID: groupAnswer, Title: c.text("cmd.group_answer")},
		&cobra.Group{ID: groupRead, Title: c.text("cmd.group_read")},
		&cobra.Group{ID: groupData, Title: c.text("cmd.group_data")},
	)
	for _, v := range subcommandsFor(args) {
		cmd := v.make(c)
		cmd.GroupID = v.group
		root.AddCommand(cmd)
	}
	root.SetHelpCommand(newHelp(c))
	return root
}

// addFlags adds the flags that every command has.
func (c *call) addFlags(root *cobra.Command) {
	f := root.PersistentFlags()
	f.StringVar(&c.flags.db, "db", "", c.text("cmd.flag_db"))
	f.StringVar(&c.flags.lang, "lang", "", c.text("cmd.flag_lang"))
	f.BoolVar(&c.flags.plain, "plain", false, c.text("cmd.flag_plain"))
	f.BoolVar(&c.flags.noColor, "no-color", false, c.text("cmd.flag_no_color"))
	f.BoolVar(&c.flags.json, "json", c.flags.json, c.text("cmd.flag_json"))
	f.BoolVar(&c.flags.noInput, "no-input", false, c.text("cmd.flag_no_input"))
	f.BoolVar(&c.flags.yes, "yes", false, c.text("cmd.flag_yes"))
	// Cobra would add these itself, in English.
	f.BoolP("help", "h", false, c.text("cmd.flag_help"))
	root.Flags().BoolP("version", "v", false, c.text("cmd.flag_version"))
}

// newVerb makes a command: its use with its arguments, the code of what it does,
// at least and at most so many arguments (-1: any number), and what it runs.
func (c *call) newVerb(use, short string, least, most int, run func(ctx context.Context, args []string) error) *cobra.Command {
	said := words.Usage(c.lang(), use)
	return &cobra.Command{
		Use: said, Short: c.text(short), Args: cobra.ArbitraryArgs,
		DisableFlagsInUseLine: true,
		ValidArgsFunction:     c.complete(use),
		RunE:                  c.takes(said, least, most, run),
	}
}

// takes counts the arguments, runs a command, and keeps what it fails with.
func (c *call) takes(use string, least, most int, run func(ctx context.Context, args []string) error) func(*cobra.Command, []string) error {
	return func(cmd *cobra.Command, args []string) error {
		if c.err == nil && (len(args) < least || most >= 0 && len(args) > most) {
			c.err = usage("cmd.write", "use", strings.TrimSpace(parentOf(cmd)+use))
		}
		if c.err == nil {
			c.err = run(cmd.Context(), args)
		}
		return nil
	}
}

// bare is lotse without a command: the desk, where there is a screen for it.
func (c *call) bare(ctx context.Context, args []string) error {
	if len(args) > 0 {
		return c.unknown(args[0])
	}
	show := c.face()
	if show == nil {
		return usage("cmd.without_desk")
	}
	return c.show(ctx, show, "")
}

// unknown is the refusal of a word that is no command.
func (c *call) unknown(word string) error {
	near := newRoot(newCall(c.Program), nil).SuggestionsFor(word)
	if len(near) > 0 {
		names := make([]flows.Message, len(near))
		for i := range near {
			names[i] = flows.Said(near[i])
		}
		return usage("cmd.no_command_near", "word", short(word), "near", flows.Joined("cmd.or", names...))
	}
	return usage("cmd.no_command", "word", short(word))
}

// parentOf is the name of the command above, with a space behind it, where it
// is not the root.
func parentOf(cmd *cobra.Command) string {
	if p := cmd.Parent(); p != nil && p.HasParent() {
		return p.Name() + " "
	}
	return ""
}

// nameOf is a command's name with a space behind it; empty for the root.
func nameOf(cmd *cobra.Command) string {
	if !cmd.HasParent() {
		return ""
	}
	return parentOf(cmd) + cmd.Name() + " "
}
