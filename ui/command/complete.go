package command

import (
	"context"
	"io"
	"regexp"
	"strings"

	"github.com/spf13/cobra"

	"lotse/flows"
	"lotse/flows/run"
)

// shells write the completion for a shell.
var shells = map[string]func(root *cobra.Command, w io.Writer) error{
	"bash":       func(root *cobra.Command, w io.Writer) error { return root.GenBashCompletionV2(w, true) },
	"zsh":        func(root *cobra.Command, w io.Writer) error { return root.GenZshCompletion(w) },
	"fish":       func(root *cobra.Command, w io.Writer) error { return root.GenFishCompletion(w, true) },
	"powershell": func(root *cobra.Command, w io.Writer) error { return root.GenPowerShellCompletionWithDesc(w) },
}

// newCompletion prints what a shell runs to complete the command line.
func newCompletion(c *call) *cobra.Command {
	var cmd *cobra.Command
	cmd = c.newVerb("completion bash|zsh|fish|powershell", "cmd.short_completion", 1, 1, func(_ context.Context, args []string) error {
		write := shells[args[0]]
		if write == nil {
			return usage("cmd.no_shell", "shell", short(args[0]))
		}
		return write(cmd.Root(), c.out)
	})
	cmd.Long = c.text("cmd.long_completion")
	cmd.Example = "lotse completion bash > ~/.local/share/bash-completion/completions/lotse\nlotse completion fish > ~/.config/fish/completions/lotse.fish"
	return cmd
}

// placeWords are the words at a place in a line of usage: what a person fills in,
// or what stands there as it is.
var placeWords = regexp.MustCompile(`[A-Z]+|[a-z]{3,}`)

// files are the words for which a name of a file can stand.
var files = regexp.MustCompile(`FILE|FOLDER|PROCEDURE`)

// complete completes the arguments of a verb by its line of usage, in English:
// what stands at a place there says what can stand there.
func (c *call) complete(use string) cobra.CompletionFunc {
	return func(cmd *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
		places := placesOf(use)
		if len(places) == 0 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		place := places[min(len(args), len(places)-1)]
		if len(args) >= len(places) && !strings.Contains(place, "…") {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		found, err := c.candidates(cmd.Context(), place, args)
		if err != nil {
			cobra.CompErrorln(c.why(err))
			return nil, cobra.ShellCompDirectiveError
		}
		if files.MatchString(place) {
			return found, cobra.ShellCompDirectiveDefault
		}
		return found, cobra.ShellCompDirectiveNoFileComp
	}
}

// placesOf are the places of the arguments in a line of usage, up to the first
// flag.
func placesOf(use string) []string {
	var places []string
	for _, word := range strings.Fields(use)[1:] {
		if strings.HasPrefix(strings.TrimLeft(word, "["), "-") {
			break
		}
		places = append(places, word)
	}
	return places
}

// candidates are what can stand at a place, after the arguments before it; a tab
// parts one from what describes it.
func (c *call) candidates(ctx context.Context, place string, args []string) ([]string, error) {
	words := placeWords.FindAllString(place, -1)
	var found []string
	for _, word := range words {
		var more []string
		var err error
		switch {
		case word == strings.ToLower(word):
			more = []string{word}
		case word == "PROCEDURE":
			more = c.Library.Names()
		case word == "RUN":
			more, err = c.completeRun(ctx)
		case word == "STEP" && len(args) > 0:
			more, err = c.completeStep(ctx, args[0], words)
		}
		if err != nil {
			return nil, err
		}
		found = append(found, more...)
	}
	return found, nil
}

// completeRun gives the newest runs. A store is not made for it, nor is it kept
// open: a command that ends with an open one may begin with a backup.
func (c *call) completeRun(ctx context.Context) ([]string, error) {
	var found []string
	err := c.glance(ctx, func(a run.Archive) error {
		page, err := a.Headers(ctx, run.Query{Limit: 500})
		for _, h := range page.Runs {
			found = append(found, h.ID+"\t"+flows.CleanLine(h.Customer.Name+" · "+h.Title))
		}
		return err
	})
	return found, err
}

// completeStep gives the steps of a run in their order, or the items in them of
// which a word speaks: TASK, or ITEM for all.
func (c *call) completeStep(ctx context.Context, id string, words []string) ([]string, error) {
	of := strings.ToLower(words[len(words)-1])
	var found []string
	err := c.glance(ctx, func(run.Archive) error {
		s, err := c.resume(ctx, id)
		if err != nil {
			return err
		}
		for _, v := range s.View(c.Now()).Steps {
			if of == "step" || of == "item" {
				found = append(found, v.Step.ID+"\t"+flows.CleanLine(v.Step.Title))
			}
			for _, i := range v.Items {
				if i.Item.ID != "" && i.State != run.Hidden && (of == "item" || of == string(i.Item.Kind)) {
					found = append(found, v.Step.ID+"."+i.Item.ID+"\t"+flows.CleanLine(i.Item.Label))
				}
			}
		}
		return nil
	})
	return found, err
}

// glance reads the store where there is one, and closes it again.
func (c *call) glance(ctx context.Context, read func(run.Archive) error) error {
	if !c.hasStore() {
		return nil // there is nothing to complete from
	}
	ctx, cancel := c.briefly(ctx)
	defer cancel()
	a, err := c.open(ctx)
	if err != nil {
		return err
	}
	err = read(a)
	c.archive = nil
	if cerr := a.Close(); err == nil {
		err = cerr
	}
	return err
}
