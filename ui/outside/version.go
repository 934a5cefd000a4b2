package outside

import (
	"context"
	"slices"
	"strconv"

	"lotse/flows"
	"lotse/flows/run"
)

// Newer is the procedure of a run in the library, if that is a newer version to which
// the run can be moved; nil otherwise. One that cannot be read is none.
func Newer(lib *flows.Library, v *run.View) *flows.Procedure {
	if lib == nil || v.Provenance.Path != "" { // it may be anything by now
		return nil
	}
	p, err := lib.Procedure(v.Provenance.Name(v.Procedure))
	if err != nil || !v.Outdated(p) {
		return nil
	}
	return p
}

// NewerVersion says that there is a newer version of a run's procedure, and how to
// look at what a move to it does; zero where there is none.
func NewerVersion(lib *flows.Library, v *run.View) flows.Message {
	p := Newer(lib, v)
	if p == nil {
		return flows.Message{}
	}
	return flows.Msg("cmd.move_newer", "to", p.Version, "run", v.ID)
}

// Version finds a version of a run's procedure by its number: in the library, or among
// those that the run's events name, the newest first. Without one it gives the numbers
// that there are.
func Version(ctx context.Context, store run.Store, lib *flows.Library, s *run.Session, v *run.View, number int) (*flows.Procedure, []string, error) {
	var known []string
	add := func(n int) {
		if name := strconv.Itoa(n); !slices.Contains(known, name) {
			known = append(known, name)
		}
	}
	if p, err := lib.Procedure(v.Provenance.Name(v.Procedure)); err == nil {
		if p.Version == number {
			return p, nil, nil
		}
		add(p.Version)
	}
	all := run.Editions(s.Events())
	for i := len(all) - 1; i >= 0; i-- {
		if all[i].Version != number {
			add(all[i].Version)
			continue
		}
		p, err := run.Procedure(ctx, store, run.Header{ID: s.ID(), Digest: all[i].Digest}, lib.Decode)
		return p, nil, err
	}
	return nil, known, nil
}
