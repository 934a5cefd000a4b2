package outside

import (
	"context"
	"errors"
	"fmt"

	"lotse/flows"
	"lotse/flows/run"
)

// load is what is written of one run.
type load struct {
	id      string
	mode    run.Mode
	copy    *run.Copy
	since   int64       // the newest event that is there
	events  []run.Event // the ones after it
	secrets []run.Sealed

	files, missing, withheld int
	bytes                    int64
	sealers                  []string
}

// bring brings a run there, or what it has more, or notes why not.
func (p *passage) bring(ctx context.Context, b both) error {
	if b.there && b.to.Head == b.from.Head {
		p.done.Relations[run.CopySame]++
		if p.Trial {
			return nil
		}
		return run.ForgetUnheld(ctx, p.To, b.from.ID)
	}
	c, err := p.read(ctx, b.from)
	if err != nil {
		return err
	}
	var there []run.Event
	if b.there {
		if there, err = p.To.Events(ctx, b.from.ID, 0); err != nil {
			return err
		}
	}
	relation, since, err := c.Relate(there)
	if err != nil {
		return err
	}
	if relation == run.CopyNew || relation == run.CopyAhead {
		if err := p.carry(ctx, &load{id: b.from.ID, mode: b.from.Mode, copy: c, since: since, events: c.Events()[since:]}); err != nil {
			return err
		}
	}
	p.done.Relations[relation]++
	p.stays(b.from, relation, since, int64(len(c.Events())), int64(len(there)))
	return nil
}

// read reads a run and proves it.
func (p *passage) read(ctx context.Context, h run.Header) (*run.Copy, error) {
	events, documents, err := wholeRun(ctx, p.from, h, "transfer.broken")
	if err != nil {
		return nil, err
	}
	return run.NewCopy(p.Env, events, documents, p.loaded.procedure)
}

// stays notes a run that went on there.
func (p *passage) stays(h run.Header, r run.Relation, since, ours, theirs int64) {
	left := Stayed{Run: h, Customer: h.Customer.Name}
	switch r {
	case run.CopyBehind:
		left.Message = flows.Msg("transfer.behind", "n", theirs-since)
	case run.CopyDiverged:
		left.Kind = flows.ErrConflict
		left.Message = flows.Msg("transfer.diverged", "since", since, "ours", ours-since, "theirs", theirs-since)
	default:
		return
	}
	p.done.Stayed = append(p.done.Stayed, left)
}

// carry writes what is new of a run: the files first, then the events in one
// transaction, and reads it back.
func (p *passage) carry(ctx context.Context, l *load) error {
	if err := p.files(ctx, l); err != nil {
		return err
	}
	if err := p.secrets(ctx, l); err != nil {
		return err
	}
	if !p.Trial {
		if err := p.write(ctx, l); err != nil {
			return err
		}
	}
	p.done.Events += int64(len(l.events))
	p.done.Files += l.files
	p.done.Missing += l.missing
	p.done.Bytes += l.bytes
	p.done.Withheld += l.withheld
	for _, by := range l.sealers {
		if l.mode == run.Real {
			p.done.Secrets[by]++
		} else {
			p.done.Rehearsed++
		}
	}
	return nil
}

func (p *passage) write(ctx context.Context, l *load) error {
	if err := noteFingerprints(ctx, p.To.Vault(), l.id, l.events); err != nil {
		return err
	}
	if err := l.copy.Receive(ctx, p.To, l.since, l.secrets); err != nil {
		return err
	}
	return p.prove(ctx, l)
}

// prove reads back what was written.
func (p *passage) prove(ctx context.Context, l *load) error {
	h, err := p.To.Header(ctx, l.id)
	if err != nil {
		return err
	}
	events, _, err := wholeRun(ctx, p.to, h, "transfer.broken")
	if err == nil && !isBegin(l.copy.Events(), events) {
		err = flows.Refuse(flows.ErrDamaged, nil, "transfer.other_events")
	}
	if errors.Is(err, flows.ErrDamaged) { // of the store, and no longer of the run alone
		return flows.Refuse(flows.ErrFailed, nil, "transfer.not_as_written", "run", l.id, "place", p.To.Path(), "why", flows.Reason(err))
	}
	return err
}

// files copies the files that events name. One that is not to be had is counted: a
// sum may name what is not kept as a file.
func (p *passage) files(ctx context.Context, l *load) error {
	for i := range l.events {
		for _, sum := range l.events[i].Files() {
			f, err := p.From.Open(ctx, sum)
			if errors.Is(err, flows.ErrNotFound) {
				l.missing++
				continue
			}
			if err != nil {
				return err
			}
			l.files++
			l.bytes += f.Size()
			if err := errors.Join(p.file(ctx, sum, f), f.Close()); err != nil {
				return err
			}
		}
	}
	return nil
}

// file keeps a file there.
func (p *passage) file(ctx context.Context, sum string, f run.Content) error {
	if p.Trial {
		return nil
	}
	kept, err := p.To.PutLarge(ctx, sum, f.Size(), f)
	if err == nil && kept.Sum != sum {
		err = flows.Refuse(flows.ErrDamaged, nil, "transfer.file_changed", "file", sum)
	}
	return err
}

// secrets reads the sealed secrets that the events name. Whoever may read no secrets
// copies the rest.
func (p *passage) secrets(ctx context.Context, l *load) error {
	named := run.SecretsOf(l.events)
	if len(named) == 0 {
		return nil
	}
	all, err := p.From.Secrets(ctx, l.id)
	if errors.Is(err, flows.ErrDenied) {
		l.withheld = len(named)
		return nil
	}
	if err != nil {
		return fmt.Errorf("read secrets: %w", err)
	}
	for _, s := range all {
		if _, is := named[s.ID]; is {
			l.sealers = append(l.sealers, s.By)
			s.By, s.For = "", nil
			l.secrets = append(l.secrets, s)
		}
	}
	return nil
}
