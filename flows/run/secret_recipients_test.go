package run_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

// crew is a team of ann, who works here, and others.
type crew struct {
	run.Team
	members []run.Member
	fails   error
}

func (crew) Me() run.Member { return run.Member{Name: "ann", Role: run.Consultant} }

func (c crew) Members(context.Context) ([]run.Member, error) { return c.members, c.fails }

// safe is a vault in which keys are confirmed, and that notes for whom it seals.
type safe struct {
	sealer
	confirmed map[string]string
	keys      *[]string
}

func (s safe) Confirmed(_ context.Context, member string) (string, error) {
	return s.confirmed[member], nil
}

func (s safe) SealFor(ctx context.Context, m run.Mode, id, field, origin string, v run.Secret, keys []string) (run.Sealed, error) {
	*s.keys = keys
	return s.Seal(ctx, m, id, field, origin, v)
}

// TestANewValueKeepsRecipients: entered anew or in a rotation, it is sealed for those for
// whom the old one opens, and the log says so; for whom it cannot be is named.
func TestANewValueKeepsRecipients(t *testing.T) {
	w := turned(t)
	w.flush()
	var keys []string
	vault := safe{sealer{w: w}, map[string]string{"ben": "key of ben", "cleo": "key of cleo", "rita": "key of rita", "gone": "key of gone"}, &keys}
	team := crew{members: []run.Member{{Name: "ben", Role: run.Lead}, {Name: "cleo", Role: run.Consultant}, {Name: "dora", Role: run.Consultant}, {Name: "rita", Role: run.Reader}}}
	for name, tt := range map[string]struct {
		of   run.Keepers
		mode run.Mode
		want []string
		lost []string
	}{
		"one's own":          {run.Keepers{}, run.Real, nil, nil},
		"one's own, shared":  {run.Keepers{For: []string{"cleo", "ben"}}, run.Real, []string{"ben", "cleo"}, nil},
		"a colleague's":      {run.Keepers{By: "ben", Me: "ann", For: []string{"ann", "cleo"}}, run.Real, []string{"ben", "cleo"}, nil},
		"not confirmed":      {run.Keepers{By: "dora", Me: "ann", For: []string{"ben"}}, run.Real, []string{"ben"}, []string{"dora"}},
		"no longer at work":  {run.Keepers{For: []string{"rita", "gone"}}, run.Real, nil, []string{"rita", "gone"}},
		"beside a rehearsal": {run.Keepers{For: []string{"ben"}}, run.Rehearsal, nil, nil},
	} {
		env, fails := w.env, error(nil)
		env.Team = team
		store := keeping{w.store, &tt.of, &fails}
		resume := func() *run.Session {
			s, err := run.Resume(t.Context(), env, rehearsing{store, tt.mode}, w.ID(), w.load)
			if err != nil {
				t.Fatal(err)
			}
			return s
		}
		s := resume()
		keys = nil
		set, err := s.Seal(t.Context(), vault, key, "", run.NewSecret([]byte("new")))
		if err != nil || !slices.Equal(set.Sealed.For, tt.want) || !slices.Equal(set.Lost, tt.lost) || len(keys) != len(tt.want) {
			t.Errorf("%s: for %v (%v), lost %v, %v", name, set.Sealed.For, keys, set.Lost, err)
		}
		if said := sharedWith(t, s, set); !slices.Equal(said, tt.want) {
			t.Errorf("%s: said to be shared with %v", name, said)
		}
		s = resume()
		if _, err := s.Do(false, run.BeginRotation{At: key, Users: []string{"ERP"}}); err != nil {
			t.Fatal(err)
		}
		if set, err := s.Seal(t.Context(), vault, key, "", run.NewSecret([]byte("new"))); err != nil || !slices.Equal(set.Sealed.For, tt.want) || !slices.Equal(set.Lost, tt.lost) {
			t.Errorf("%s, in a rotation: %+v, %v", name, set, err)
		}
		if said := sharedWith(t, s, set.InRotation()); !slices.Equal(said, tt.want) {
			t.Errorf("%s, in a rotation: said to be shared with %v", name, said)
		}
	}
	env, fails := w.env, error(nil)
	env.Team = crew{fails: flows.ErrAway}
	s, err := run.Resume(t.Context(), env, keeping{w.store, &run.Keepers{For: []string{"ben"}}, &fails}, w.ID(), w.load)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Seal(t.Context(), vault, key, "", run.NewSecret([]byte("new"))); !errors.Is(err, flows.ErrAway) {
		t.Errorf("of a team that is away: %v", err)
	}
}

// sharedWith does what sets a new secret, and gives with whom the log says it is shared.
func sharedWith(t *testing.T, s *run.Session, c run.Command) (members []string) {
	t.Helper()
	before := len(s.Events())
	if _, err := s.Do(true, c); err != nil {
		t.Fatal(err)
	}
	for _, e := range s.Events()[before:] {
		p, err := e.Payload()
		if err != nil {
			t.Fatal(err)
		}
		if d, is := p.(*run.SecretUsed); is && d.Purpose == run.SecretShared {
			members = append(members, d.To)
		}
	}
	return members
}

// rehearsing is a store whose runs are of a mode.
type rehearsing struct {
	keeping
	mode run.Mode
}

func (r rehearsing) Header(ctx context.Context, id string) (run.Header, error) {
	h, err := r.keeping.Header(ctx, id)
	h.Mode = r.mode
	return h, err
}
