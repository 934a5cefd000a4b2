package outside

import (
	"cmp"
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

// Installed is the version of a run's procedure that is installed, or that stands now
// in the file from which it was taken. The error is a *flows.Refusal.
func Installed(lib *flows.Library, v *run.View) (*flows.Procedure, error) {
	return Procedure(lib, cmp.Or(v.Provenance.Path, v.Provenance.Name(v.Procedure)))
}

// Targets are the versions to which a run can be moved: the one that is installed and
// those that it has been at, the newest first. One that cannot be read is none.
func Targets(lib *flows.Library, versions []*flows.Procedure, v *run.View) []*flows.Procedure {
	var all []*flows.Procedure
	add := func(p *flows.Procedure) {
		if p.ID == v.Procedure && p.Digest != v.Digest && !slices.ContainsFunc(all, func(q *flows.Procedure) bool { return q.Digest == p.Digest }) {
			all = append(all, p)
		}
	}
	if p, err := Installed(lib, v); err == nil {
		add(p)
	}
	for _, p := range slices.Backward(versions) {
		add(p)
	}
	slices.SortStableFunc(all, func(a, b *flows.Procedure) int { return cmp.Compare(b.Version, a.Version) })
	return all
}

// Target is the first of some versions that has a number; without one it gives the
// numbers that there are.
func Target(all []*flows.Procedure, number int) (*flows.Procedure, []string) {
	var known []string
	for _, p := range all {
		if p.Version == number {
			return p, nil
		}
		if name := strconv.Itoa(p.Version); !slices.Contains(known, name) {
			known = append(known, name)
		}
	}
	return nil, known
}
