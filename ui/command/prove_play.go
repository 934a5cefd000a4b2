package command

import (
	"cmp"
	"context"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/document"
	"lotse/flows/run"
	"lotse/ui/face"
	"lotse/ui/outside"
	"lotse/ui/proving"
)

// storyPerson is who does what a story tells.
const storyPerson = "Story"

// player plays a story in a store that lies in a folder of its own. The run is a
// rehearsal, so that no key of the person's is needed; where the story is of a real
// one, nothing is asked, and its checks are unknown.
func (o *proveOptions) player(dir, procedure, files string, s *proving.Story) *proving.Player {
	return &proving.Player{
		Procedure: procedure, Mode: run.Rehearsal, Files: files, Story: s,
		Open: func(ctx context.Context) (face.Screen, func(), error) {
			a, err := o.Store.Open(ctx, o.Store.In(dir), Talk{
				Ask:  func(flows.Message) (run.Secret, error) { return run.Secret{}, flows.ErrNoIdentity },
				Tell: func(flows.Message) {},
			})
			if err != nil {
				return face.Screen{}, nil, err
			}
			portals := &outside.Network{Getenv: o.Getenv, Now: o.Now, Off: true, Store: a}
			network := func(ctx context.Context, q *check.Request) (*check.Net, error) {
				if s.Mode == "" {
					return nil, nil
				}
				return portals.For(ctx, q)
			}
			return face.Screen{
				Archive: a, Library: o.Library, Load: o.Library.Decode, Network: network, Lang: cmp.Or(s.Lang, "en"), Now: o.Now,
				Env: run.Env{Now: o.Now, Random: o.Random, By: storyPerson, Show: document.Show},
			}, func() { _, _ = portals.Close(), a.Close() }, nil
		},
	}
}
