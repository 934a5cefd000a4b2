package storetest

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
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
			return fmt.Errorf("event %d of run %q: %w", seq, b.Header.ID, flows.ErrNotFound)
		}
	}
	if err := m.now.add(b); err != nil {
		return err
	}
	events := m.now.events[b.Header.ID]
	for _, seq := range seqs {
		e := &events[seq-1]
		e.Data, e.Salt, e.Content = nil, nil, nil
	}
	m.now.sweep()
	for i := range m.backups {
		s := m.backups[i].state
		if _, ok := s.headers[b.Header.ID]; ok {
			s.headers[b.Header.ID] = m.now.headers[b.Header.ID]
			s.events[b.Header.ID] = slices.Clone(events)
			s.texts[b.Header.ID] = b.Search
		}
	}
	return nil
}

// sweep removes evidence that nothing names.
func (s *state) sweep() {
	named := map[string]bool{}
	for _, events := range s.events {
		for i := range events {
			for _, sum := range key.Evidence(&events[i]) {
				named[sum] = true
			}
		}
	}
	maps.DeleteFunc(s.files, func(sum string, _ []byte) bool { return !named[sum] })
}

// DeleteRun is of run.Store.
func (m *Memory) DeleteRun(_ context.Context, id string) error {
	defer m.lock()()
	if !m.now.remove(id) {
		return fmt.Errorf("run %q: %w", id, flows.ErrNotFound)
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
		return fmt.Errorf("customer %q: %w", id, flows.ErrNotFound)
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
	maps.DeleteFunc(s.settings, func(name, _ string) bool { return strings.HasSuffix(name, "."+id) })
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
		return fmt.Errorf("run %q: %w", u.Run, flows.ErrNotFound)
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
		return s, fmt.Errorf("secret %q: %w", id, flows.ErrNotFound)
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
		return fmt.Errorf("secret %q: %w", id, flows.ErrNotFound)
	}
	delete(m.now.secrets, id)
	for i := range m.backups {
		delete(m.backups[i].secrets, id)
	}
	return nil
}

// Put is of run.EvidenceStore.
func (m *Memory) Put(ctx context.Context, name string, r io.Reader) (run.File, error) {
	return m.PutLarge(ctx, name, flows.MaxEvidence, r)
}

// PutLarge is of run.EvidenceStore.
func (m *Memory) PutLarge(ctx context.Context, name string, most int64, r io.Reader) (run.File, error) {
	b, err := io.ReadAll(io.LimitReader(r, most+1))
	if err = errors.Join(err, ctx.Err()); err != nil {
		return run.File{}, fmt.Errorf("keep file: %w", err)
	}
	if int64(len(b)) > most {
		return run.File{}, key.TooLarge(name, most)
	}
	sum := sha256.Sum256(b)
	file := run.File{Name: key.FileName(name), Sum: hex.EncodeToString(sum[:]), Size: int64(len(b))}
	defer m.lock()()
	m.now.files[file.Sum] = b
	return file, nil
}

// Open is of run.EvidenceStore.
func (m *Memory) Open(_ context.Context, sum string) (run.Content, error) {
	defer m.lock()()
	b, ok := m.now.files[sum]
	if !ok {
		return nil, fmt.Errorf("file %q: %w", sum, flows.ErrNotFound)
	}
	return content{bytes.NewReader(b)}, nil
}

// content is a file in memory.
type content struct{ *bytes.Reader }

func (content) Close() error { return nil }
func (content) Path() string { return "" }

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
		secrets: maps.Clone(s.secrets), settings: maps.Clone(s.settings), files: s.files, // evidence is not part of a backup
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

// Restore is of run.Keeper.
func (m *Memory) Restore(ctx context.Context, path string) (string, error) {
	i := slices.IndexFunc(m.backups, func(b backup) bool { return b.Path == path })
	if i < 0 {
		return "", fmt.Errorf("backup %q: %w", path, flows.ErrNotFound)
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
	}
	return f, nil
}

// noVault has no identity and cannot make one.
type noVault struct{}

func (noVault) Seal(context.Context, run.Mode, string, string, string, run.Secret) (run.Sealed, error) {
	return run.Sealed{}, flows.ErrNoIdentity
}

func (noVault) SealUnsaved(context.Context, run.Mode, string, string, run.Secret) ([]byte, error) {
	return nil, flows.ErrNoIdentity
}

func (noVault) OpenUnsaved(context.Context, run.Mode, string, string, []byte) (run.Secret, error) {
	return run.Secret{}, flows.ErrNoIdentity
}

func (noVault) Open(context.Context, run.Mode, run.Sealed) (run.Secret, error) {
	return run.Secret{}, flows.ErrNoIdentity
}
func (noVault) State(context.Context) (run.VaultState, error) { return run.VaultState{}, nil }

func (noVault) Init(context.Context, run.VaultPlace, run.Secret) (run.VaultState, error) {
	return run.VaultState{}, flows.ErrNoIdentity
}
func (noVault) Unlock(context.Context, run.Secret) error { return flows.ErrNoIdentity }
