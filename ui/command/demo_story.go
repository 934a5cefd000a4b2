package command

import (
	"context"

	"github.com/spf13/cobra"

	"lotse/ui/face"
	"lotse/ui/story"
)

// playStory plays a story on the full screen, in a demo that is made for it: a
// story has to find what it tells of, and changes it.
func (o *demoOptions) playStory(ctx context.Context, args []string) error {
	name := story.First
	if len(args) > 0 {
		name = args[0]
	}
	s, err := story.Load(name, o.lang())
	if err != nil {
		return err
	}
	if err := paced(o.speed); err != nil {
		return err
	}
	if !o.fullScreen() {
		return usage("cmd.story_screen")
	}
	store := demoStore{call: o.call, plays: true}
	if whole, err := store.whole(); err != nil {
		return err
	} else if whole {
		if err := store.clear(ctx); err != nil {
			return err
		}
	}
	if _, err := store.make(ctx); err != nil {
		return err
	}
	o.flags.db, o.Documents = store.database(), store.written()
	id := ""
	if s.Procedure != "" {
		begun, err := o.fresh(ctx, s.Procedure)
		if err != nil {
			return err
		}
		id = begun.ID()
	}
	screen := o.early(id)
	screen.Story = &face.Story{Story: s, Speed: o.speed}
	return o.showScreen(ctx, o.Desk, screen)
}

// names completes the name of a procedure, or of a story where one is to play.
func (o *demoOptions) names(cmd *cobra.Command, args []string, begun string) ([]string, cobra.ShellCompDirective) {
	if o.auto {
		return story.Names(), cobra.ShellCompDirectiveNoFileComp
	}
	return o.complete("demo [PROCEDURE]")(cmd, args, begun)
}
