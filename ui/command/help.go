package command

import (
	_ "embed"
	"io"

	"github.com/spf13/cobra"
)

// jsonHelp documents every shape.
//
//go:embed json.txt
var jsonHelp string

// newHelp is the help command: of a command, of the keys, or of the JSON.
func newHelp(c *call) *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND|keys|json]",
		Short: c.text("cmd.short_help"),
		Args:  cobra.ArbitraryArgs,
		ValidArgsFunction: func(cmd *cobra.Command, _ []string, _ string) ([]string, cobra.ShellCompDirective) {
			topics := []string{"json", "keys"}
			for _, sub := range cmd.Root().Commands() {
				if sub.IsAvailableCommand() {
					topics = append(topics, sub.Name())
				}
			}
			return topics, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			c.err = c.help(cmd.Root(), args)
			return nil
		},
	}
}

// help prints the help of what the arguments name.
func (c *call) help(root *cobra.Command, args []string) error {
	if len(args) == 1 && args[0] == "json" {
		_, err := io.WriteString(c.Out, jsonHelp)
		return err
	}
	if len(args) == 1 && args[0] == "keys" && c.Keys != nil {
		return c.Keys(c.Out, c.lang())
	}
	target, rest, err := root.Find(args)
	if err != nil || len(rest) > 0 {
		return usage("cmd.no_help", "word", short(args[len(args)-1]))
	}
	target.InitDefaultHelpFlag()
	return target.Help()
}
