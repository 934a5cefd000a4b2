package storetest

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/key"
)

// Erase is of run.Store.
func (m *Memory) Erase(_ context.Context, seqs []int64, b run.Batch) error {
	defer m.lock()()
	for _, seq := range seqs {
		if seq < 1 || seq > int64(len(m.now.events[b.Header.ID])) {
			return key.NoEvent(b.Header.ID, seq)
		}
	}
	if err := m.now.add(b); err != nil {
		return err
	}
	events := m.now.events[b.Header.ID]
	for _, seq := range seqs {
		e := &events[seq-1]
		m.drop(e.Brought())
		e.Data, e.Salt, e.Content = nil, nil, nil
	}
	m.now.sweep()
	for i := range m.backups {
		s := m.backups[i].state
		if _, ok := s.headers[b.Header.ID]; ok {
			s.headers[b.Header.ID] = m.now.headers[b.Header.ID]
			s.events[b.Header.ID] = slices.Clone(events)
			s.texts[b.Header.ID] = m.now.texts[b.Header.ID]
			maps.DeleteFunc(s.unsaved, func(p place, _ run.Unsaved) bool { return p.run == b.Header.ID })
		}
	}
	return nil
}

// drop removes a sealed secret, from the backups too.
func (m *Memory) drop(id string) {
	delete(m.now.secrets, id)
	for i := range m.backups {
		delete(m.backups[i].secrets, id)
	}
}

// DeleteRun is of run.Store.
func (m *Memory) DeleteRun(_ context.Context, id string) error {
	defer m.lock()()
	if !m.now.remove(id) {
		return key.NoRun(id)
	}
	m.now.sweep()
	for i := range m.backups {
		m.backups[i].remove(id)
	}
	return nil
}

// DeleteCustomer is of run.Store.
func (m *Memory) DeleteCustomer(_ context.Context, id string) error {
	defer m.lock()()
	if _, ok := m.now.customers[id]; !ok {
		return key.NoCustomer(id)
	}
	all := []*state{&m.now}
	for i := range m.backups {
		all = append(all, &m.backups[i].state)
	}
	for _, s := range all {
		for _, h := range maps.Clone(s.headers) {
			if h.Customer.ID == id {
				s.remove(h.ID)
			}
		}
		delete(s.customers, id)
		maps.DeleteFunc(s.pages, func(of customersSystem, _ string) bool { return of.customer == id })
	}
	m.now.sweep()
	return nil
}

func (s *state) remove(id string) bool {
	_, ok := s.headers[id]
	delete(s.headers, id)
	delete(s.events, id)
	delete(s.texts, id)
	maps.DeleteFunc(s.unsaved, func(p place, _ run.Unsaved) bool { return p.run == id })
	maps.DeleteFunc(s.secrets, func(_ string, sealed run.Sealed) bool { return sealed.Run == id })
	for _, prefix := range run.SettingPrefixes {
		delete(s.settings, prefix+id)
	}
	return ok
}

// SaveUnsaved is of run.Store.
func (m *Memory) SaveUnsaved(_ context.Context, u run.Unsaved) error {
	defer m.lock()()
	at := place{u.Run, u.Item, u.Row, u.Column}
	if u.Text == "" && len(u.Blob) == 0 {
		delete(m.now.unsaved, at)
		return nil
	}
	if _, ok := m.now.headers[u.Run]; !ok {
		return key.NoRun(u.Run)
	}
	u.Blob, u.At = slices.Clone(u.Blob), key.Instant(u.At)
	m.now.unsaved[at] = u
	return nil
}

// Unsaved is of run.Store.
func (m *Memory) Unsaved(_ context.Context, id string) ([]run.Unsaved, error) {
	defer m.lock()()
	var all []run.Unsaved
	for p, u := range m.now.unsaved {
		if p.run == id {
			all = append(all, u)
		}
	}
	slices.SortFunc(all, func(a, b run.Unsaved) int {
		return cmp.Or(cmp.Compare(a.Item, b.Item), cmp.Compare(a.Row, b.Row), cmp.Compare(a.Column, b.Column))
	})
	return all, nil
}

// Secret is of run.Store.
func (m *Memory) Secret(_ context.Context, id string) (run.Sealed, error) {
	defer m.lock()()
	s, ok := m.now.secrets[id]
	if !ok {
		return s, key.NoSecret(id)
	}
	return s, nil
}

// Secrets is of run.Store.
func (m *Memory) Secrets(_ context.Context, id string) ([]run.Sealed, error) {
	defer m.lock()()
	var all []run.Sealed
	for _, s := range m.now.secrets {
		if id == "" || s.Run == id {
			all = append(all, s)
		}
	}
	slices.SortFunc(all, func(a, b run.Sealed) int { return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.ID, b.ID)) })
	return all, nil
}

// Forget is of run.Store.
func (m *Memory) Forget(_ context.Context, id string) error {
	defer m.lock()()
	if _, ok := m.now.secrets[id]; !ok {
		return key.NoSecret(id)
	}
	m.drop(id)
	return nil
}

// backup is a state at a time.
type backup struct {
	run.BackupFile
	state
}

// Backup is of run.Keeper.
func (m *Memory) Backup(context.Context) (string, error) {
	defer m.lock()()
	n := len(m.backups) + 1
	b := backup{run.BackupFile{Path: fmt.Sprintf("memory-%d", n), At: Epoch.Add(time.Duration(n) * time.Hour)}, m.now.copied()}
	m.backups = append(m.backups, b)
	return b.Path, nil
}

func (s *state) copied() state {
	c := state{
		customers: maps.Clone(s.customers), headers: maps.Clone(s.headers), events: map[string][]run.Event{},
		texts: maps.Clone(s.texts), procedures: maps.Clone(s.procedures), unsaved: maps.Clone(s.unsaved),
		secrets: maps.Clone(s.secrets), settings: maps.Clone(s.settings), pages: maps.Clone(s.pages), files: s.files, // evidence is not part of a backup
	}
	for id, events := range s.events {
		c.events[id] = slices.Clone(events)
	}
	return c
}

// Backups is of run.Keeper.
func (m *Memory) Backups(context.Context) ([]run.BackupFile, error) {
	defer m.lock()()
	var all []run.BackupFile
	for _, b := range slices.Backward(m.backups) {
		all = append(all, b.BackupFile)
	}
	return all, nil
}

// Restore puts a backup in the place of what is kept now, which becomes a backup.
func (m *Memory) Restore(ctx context.Context, path string) (string, error) {
	i := slices.IndexFunc(m.backups, func(b backup) bool { return b.Path == path })
	if i < 0 {
		return "", flows.Refuse(flows.ErrNotFound, nil, "store.no_backup", "file", path)
	}
	kept, err := m.Backup(ctx)
	if err != nil {
		return "", err
	}
	defer m.lock()()
	m.now = m.backups[i].copied()
	return kept, nil
}

// Examine is of run.Keeper.
func (m *Memory) Examine(context.Context) (run.Findings, error) {
	defer m.lock()()
	f := run.Findings{Path: m.Path(), Version: 1, Facts: map[string]string{}}
	for id, h := range m.now.headers {
		events := m.now.events[id]
		f.Runs++
		f.Events += int64(len(events))
		if v := run.Verify(h, events); !v.Intact {
			f.Problems = append(f.Problems, flows.Msg("store.chain", "run", id, "seq", v.Fault.Seq, "what", v.Fault.What))
		}
		if !flows.Fits(m.now.procedures[h.Digest], h.Digest) {
			f.Problems = append(f.Problems, key.ProcedureChanged(h.Digest, []string{id}, 1).Message)
		}
		for _, e := range run.Editions(events) {
			if e.Digest != h.Digest && !flows.Fits(m.now.procedures[e.Digest], e.Digest) {
				f.Problems = append(f.Problems, key.ProcedureChanged(e.Digest, []string{id}, 1).Message)
			}
		}
	}
	for sum := range m.now.filesNamed() {
		if _, ok := m.now.files[sum]; !ok {
			f.Problems = append(f.Problems, noEvidence(sum).Message)
		}
	}
	return f, nil
}
