package report

import (
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
)

// stamp is a time in JSON: UTC, to the millisecond.
func stamp(t time.Time) string { return t.UTC().Format("2006-01-02T15:04:05.000Z07:00") }

// stampOf is stamp of a time that may not be known.
func stampOf(t *time.Time) *string {
	if t == nil || t.IsZero() {
		return nil
	}
	s := stamp(*t)
	return &s
}

// each makes shapes; never nil.
func each[T, S any](all []T, shape func(*T) S) []S {
	shapes := make([]S, 0, len(all))
	for i := range all {
		shapes = append(shapes, shape(&all[i]))
	}
	return shapes
}

func same[T any](v *T) T { return *v }

func runOf(r *Record) runShape {
	return runShape{
		ID: r.ID, Procedure: r.Procedure, Version: r.ProcedureVersion, Title: r.Title, Digest: r.Digest, Origin: originOf(r.Provenance), Customer: r.Customer,
		Status: r.Status, Started: stamp(r.Started), Ended: stampOf(r.Ended), Worked: seconds(r.Worked), People: each(r.People, same), Brought: each(r.Brought, same),
		Events: r.Events, Head: r.Head,
	}
}

// originOf is where a procedure was taken from; nil: it came with the program. The
// folders of a file are nobody else's business.
func originOf(o flows.Provenance) *originShape {
	if o.IsZero() {
		return nil
	}
	return &originShape{Pack: flows.Short(o.Pack), Version: flows.Short(o.Version), Digest: flows.Short(o.Digest), File: flows.Short(o.File())}
}

func seconds(d time.Duration) int64 { return int64(d.Round(time.Second) / time.Second) }

func progressOf(r *Record) progressShape {
	p := r.Progress
	return progressShape{p.Done, p.Open, p.Waiting, p.Blocked, p.Stale, p.Skipped, p.NotNeeded, p.Warnings, p.Percent()}
}

func pointOf(r *Record, p *Point) pointShape {
	return pointShape{p.Kind, p.At.String(), words.Say(r.Lang, p.Message), stampOf(p.Until)}
}

func stepOf(s *Step) stepShape {
	return stepShape{
		ID: s.ID, Title: s.Title, Number: s.Number, Actor: s.Actor, Internal: s.Internal, State: s.State, Round: s.Round, Why: s.Why,
		Because: each(s.Because, same), BlockedBy: s.BlockedBy, Begun: stampOf(s.Begun), Done: stampOf(s.Done),
		Worked: seconds(s.Worked), By: each(s.By, same),
		Files: each(s.Files, fileOf), Notes: each(s.Notes, func(n *Note) noteShape { return noteShape{n.By, stampOf(&n.At), n.Text} }),
	}
}

func itemOf(e *Entry) itemShape {
	s := itemShape{
		ID: e.Item, Kind: e.Kind, Type: e.Type, Label: e.Label, Internal: e.Internal, Value: e.Value, Text: e.Text,
		Given: e.Given, Default: e.Default, Fingerprint: e.Fingerprint, Done: e.Done, Status: e.Status, Note: e.Note,
		Decided: e.Decided, For: e.For, Until: stampOf(e.Until), By: e.By, At: stampOf(&e.At),
		Files: each(e.Files, fileOf), Problems: each(e.Problems, problemOf),
	}
	if e.Type == flows.TypeSecret {
		s.Set = &e.Set
	}
	if e.ReadBack != nil {
		s.ReadBack = &readBackShape{At: stamp(e.ReadBack.At), By: e.ReadBack.By}
	}
	if c := e.Check; c != nil {
		s.Check = checkOf(c)
	}
	return s
}

func listOf(e *Entry) listShape {
	return listShape{itemOf(e), each(e.List.Columns, func(c *Column) columnShape { return columnShape(*c) })}
}

func checkOf(c *Check) *checkShape {
	s := &checkShape{
		Status: c.Status, Stale: c.Stale, Finding: c.Finding, Text: c.Text, Causes: each(c.Causes, same), Runs: c.Runs,
		Phases: each(c.Phases, func(p *Phase) phaseShape { return phaseShape(*p) }),
		Inputs: each(c.Inputs, func(in *Input) inputShape { return inputShape{in.At.String(), in.Label} }),
	}
	if c.Report != nil {
		f := fileOf(c.Report)
		s.Report = &f
	}
	return s
}

func problemOf(p *Problem) problemShape {
	return problemShape{p.ID, p.Level, p.Code, p.Text, p.Accepted, p.By, stampOf(&p.At), p.Left}
}

func rowOf(r *Row) rowShape {
	s := rowShape{Row: r.ID, Cells: make(map[string]cellShape, len(r.Cells)), Problems: each(r.Problems, problemOf)}
	for i := range r.Cells {
		c := &r.Cells[i]
		s.Cells[c.Column.ID] = cellShape{c.Value, c.Text, c.Note, each(c.Files, fileOf)}
	}
	return s
}

func letterOf(l *Letter) letterShape {
	return letterShape{l.Place.String(), l.Label, l.How, l.By, stampOf(&l.At), l.Sum, l.Kept, l.Text, l.Stale}
}

func fileOf(f *File) fileShape {
	return fileShape{f.Place.String(), f.Name, f.Size, f.Sum, f.Note, f.By, stampOf(&f.At)}
}

func rotationOf(r *Rotation) rotationShape {
	return rotationShape{
		Item: r.At.String(), Label: r.Label, State: r.State, Begun: stampOf(&r.Begun), Ended: stampOf(r.Ended),
		Users: each(r.Users, func(u *run.RotationUser) userShape { return userShape{flows.CleanLine(u.Name), stampOf(u.Confirmed)} }),
		Old:   r.Old.Fingerprint, New: r.New.Fingerprint,
	}
}
