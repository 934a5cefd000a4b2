package command

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"lotse/flows/document/reference"
	"lotse/flows/words"
)

// jsonHelp documents every shape in a language: json.LANG.txt; in English, which is
// json.txt, where nobody has written it in that one.
func jsonHelp(lang string) (string, error) {
	text, err := fs.ReadFile(jsonHelps, "json."+lang+".txt")
	if errors.Is(err, fs.ErrNotExist) {
		text, err = fs.ReadFile(jsonHelps, "json.txt")
	}
	if err != nil {
		return "", fmt.Errorf("read help on JSON: %w", err)
	}
	return string(text), nil
}

// newHelp is the help command: on a command, or on one of the topics.
func newHelp(c *call) *cobra.Command {
	return &cobra.Command{
		Use:   words.Usage(c.lang(), "help [COMMAND|"+strings.Join(topics(), "|")+"]"),
		Short: c.text("cmd.short_help"),
		Args:  cobra.ArbitraryArgs,
		ValidArgsFunction: func(cmd *cobra.Command, _ []string, _ string) ([]string, cobra.ShellCompDirective) {
			known := topics()
			for _, sub := range cmd.Root().Commands() {
				if sub.IsAvailableCommand() {
					known = append(known, sub.Name())
				}
			}
			return known, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			c.err = c.help(cmd.Root(), args)
			return nil
		},
	}
}

// topics are what help tells of beside the commands.
func topics() []string {
	all := append(reference.Topics(), "json", "keys")
	slices.Sort(all)
	return all
}

// help prints the help of what the arguments name.
func (c *call) help(root *cobra.Command, args []string) error {
	if len(args) == 1 && args[0] == "json" {
		text, err := jsonHelp(c.lang())
		if err != nil {
			return err
		}
		_, err = io.WriteString(c.out, text)
		return err
	}
	if len(args) == 1 && args[0] == "keys" && c.Keys != nil {
		return c.Keys(c.out, c.lang())
	}
	if len(args) == 1 {
		if table, ok := reference.Of(args[0], c.lang()); ok {
			return table.WriteText(c.out)
		}
	}
	target, rest, err := root.Find(args)
	if err != nil || len(rest) > 0 {
		return usage("cmd.no_help", "word", short(args[len(args)-1]))
	}
	target.InitDefaultHelpFlag()
	return target.Help()
}
