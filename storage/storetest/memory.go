// Package storetest holds the contract that every run.Archive passes (Run), and
// the archive that keeps all in memory (NewMemory). It imports flows/run,
// storage/key and the standard library.
//
// It exists so that an engine or a screen can be tested without a database, on
// something that is proved to behave as the database does.
package storetest

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/key"
)

// Memory is a run.Archive in memory. It is safe for several goroutines.
type Memory struct {
	mu      sync.Mutex
	vault   run.Vault
	now     state
	backups []backup
	signer  signer
}

// state is all that a memory keeps; a backup is a copy of it.
type state struct {
	customers  map[string]run.Customer // by id
	headers    map[string]run.Header
	events     map[string][]run.Event
	texts      map[string][]run.IndexEntry // to search, by run
	procedures map[string][]byte
	unsaved    map[place]run.Unsaved
	secrets    map[string]run.Sealed
	settings   map[string]string
	pages      map[customersSystem]string
	files      map[string][]byte // evidence by sum
}

type customersSystem struct{ customer, system string }

type place struct{ run, item, row, column string }

var _ run.Archive = (*Memory)(nil)

// NewMemory makes an empty archive. Its vault has no identity; SetVault gives
// it another.
func NewMemory() *Memory {
	return &Memory{vault: noVault{}, now: state{
		customers: map[string]run.Customer{}, headers: map[string]run.Header{}, events: map[string][]run.Event{},
		texts: map[string][]run.IndexEntry{}, procedures: map[string][]byte{}, pages: map[customersSystem]string{}, unsaved: map[place]run.Unsaved{},
		secrets: map[string]run.Sealed{}, settings: map[string]string{}, files: map[string][]byte{},
	}}
}

// SetVault gives the archive a vault.
func (m *Memory) SetVault(v run.Vault) { m.vault = v }

// Vault is the vault of SetVault.
func (m *Memory) Vault() run.Vault { return m.vault }

// Path names the archive; there is no such file.
func (m *Memory) Path() string { return "memory" }

// Close does nothing: what is kept is gone with the program.
func (m *Memory) Close() error { return nil }

func (m *Memory) lock() (unlock func()) {
	m.mu.Lock()
	return m.mu.Unlock
}

// FindCustomer is of run.Store.
func (m *Memory) FindCustomer(_ context.Context, name string) (run.Customer, error) {
	defer m.lock()()
	if c, ok := m.now.named(name); ok {
		return c, nil
	}
	return run.Customer{}, key.NoCustomer(name)
}

func (s *state) named(name string) (run.Customer, bool) {
	for _, c := range s.customers {
		if c.Name == key.Name(name) {
			return c, true
		}
	}
	return run.Customer{}, false
}

// AddCustomer is of run.Store.
func (m *Memory) AddCustomer(_ context.Context, c run.Customer) (run.Customer, error) {
	defer m.lock()()
	var err error
	if c.Name, err = key.Customer(c.Name); err != nil {
		return c, err
	}
	if there, ok := m.now.named(c.Name); ok {
		return there, nil
	}
	if c.ID == "" {
		c.ID = fmt.Sprintf("c%d", len(m.now.customers)+1)
	}
	if _, taken := m.now.customers[c.ID]; taken {
		return c, fmt.Errorf("customer id %q: %w", c.ID, flows.ErrConflict)
	}
	m.now.customers[c.ID] = c
	return c, nil
}

// bring finds the customer of a run that comes from elsewhere, or adds them.
func (s *state) bring(c run.Customer) run.Customer {
	c.Name = key.Name(c.Name)
	if there, ok := s.named(c.Name); ok {
		return there
	}
	for _, taken := s.customers[c.ID]; taken || c.ID == ""; _, taken = s.customers[c.ID] {
		c.ID += "x"
	}
	s.customers[c.ID] = c
	return c
}

// Customers is of run.Store.
func (m *Memory) Customers(_ context.Context, prefix string, limit int) ([]run.Customer, error) {
	defer m.lock()()
	var all []run.Customer
	for _, c := range m.now.customers {
		if strings.HasPrefix(key.Fold(c.Name), key.Fold(prefix)) {
			all = append(all, c)
		}
	}
	slices.SortFunc(all, func(a, b run.Customer) int {
		return cmp.Or(cmp.Compare(key.Fold(a.Name), key.Fold(b.Name)), cmp.Compare(a.Name, b.Name))
	})
	return all[:min(len(all), max(limit, 0))], nil
}

// Append is of run.Store.
func (m *Memory) Append(_ context.Context, b run.Batch) error {
	defer m.lock()()
	return m.now.add(b)
}

func (s *state) add(b run.Batch) error {
	if err := errors.Join(key.Check(&b), s.follows(&b)); err != nil {
		return fmt.Errorf("save run: %w", err)
	}
	h := key.Settle(&b)
	if old, ok := s.headers[h.ID]; ok {
		if _, moved := run.MovedTo(b.Events); !moved {
			h.ProcedureVersion, h.Digest = old.ProcedureVersion, old.Digest
		}
		h.Procedure, h.Customer, h.Mode, h.Started = old.Procedure, old.Customer, old.Mode, old.Started
	}
	for digest, doc := range b.Documents {
		if _, there := s.procedures[digest]; !there {
			s.procedures[digest] = slices.Clone(doc)
		}
	}
	if _, ok := s.headers[h.ID]; !ok && b.Customer != nil {
		h.Customer = s.bring(*b.Customer)
	}
	h.Customer = s.customers[h.Customer.ID]
	s.headers[h.ID] = h
	for i := range b.Events {
		s.events[h.ID] = append(s.events[h.ID], clone(b.Events[i]))
	}
	for _, sealed := range b.Secrets {
		sealed.Blob, sealed.At = slices.Clone(sealed.Blob), key.Instant(sealed.At)
		s.secrets[sealed.ID] = sealed
	}
	for _, u := range b.Taken {
		delete(s.unsaved, place{u.Run, u.Item, u.Row, u.Column})
	}
	var err error
	s.texts[h.ID], err = kept(b.Index)
	return err
}

// follows says why a batch cannot be written; nothing is written then.
func (s *state) follows(b *run.Batch) error {
	h, ok := s.headers[b.Header.ID]
	for _, sealed := range b.Secrets {
		if _, taken := s.secrets[sealed.ID]; taken {
			return fmt.Errorf("secret %q: %w", sealed.ID, flows.ErrConflict)
		}
	}
	switch {
	case ok:
		events := s.events[h.ID]
		for _, e := range run.Editions(b.Events) {
			if _, procedure := s.procedures[e.Digest]; !procedure && b.Documents[e.Digest] == nil {
				return key.Needs(h.Customer.ID, e.Digest)
			}
		}
		return key.Follows(b, key.Head{Seq: h.Events, Hash: events[len(events)-1].Hash})
	case len(b.Events) == 0 || b.Events[0].Seq > 1:
		return key.NoRun(b.Header.ID)
	}
	_, customer := s.customers[b.Header.Customer.ID]
	if b.Customer != nil {
		if _, err := key.Customer(b.Customer.Name); err != nil {
			return err
		}
		customer = true
	}
	_, procedure := s.procedures[b.Header.Digest]
	if !customer || !procedure && b.Documents[b.Header.Digest] == nil {
		return key.Needs(b.Header.Customer.ID, b.Header.Digest)
	}
	return key.Follows(b, key.Head{Hash: make([]byte, 32)})
}

// clone copies an event, so that nobody changes what is kept.
func clone(e run.Event) run.Event {
	e.At = key.Instant(e.At)
	e.Data, e.Content = slices.Clone(e.Data), slices.Clone(e.Content)
	e.Salt, e.Sum, e.Prev, e.Hash = slices.Clone(e.Salt), slices.Clone(e.Sum), slices.Clone(e.Prev), slices.Clone(e.Hash)
	return e
}

// Events is of run.Store.
func (m *Memory) Events(_ context.Context, id string, after int64) ([]run.Event, error) {
	defer m.lock()()
	var all []run.Event
	for _, e := range m.now.events[id] {
		if e.Seq > after {
			all = append(all, clone(e))
		}
	}
	return all, nil
}

// Document is of run.Store.
func (m *Memory) Document(_ context.Context, digest string) ([]byte, error) {
	defer m.lock()()
	doc, ok := m.now.procedures[digest]
	if !ok {
		return nil, key.NoProcedure(digest)
	}
	return slices.Clone(doc), nil
}

// Setting is of run.Store.
func (m *Memory) Setting(_ context.Context, name string) (string, error) {
	defer m.lock()()
	return m.now.settings[name], nil
}

// SetSetting is of run.Store.
func (m *Memory) SetSetting(_ context.Context, name, value string) error {
	defer m.lock()()
	if value == "" {
		delete(m.now.settings, name)
		return nil
	}
	m.now.settings[name] = value
	return nil
}

// Settings is of run.Store.
func (m *Memory) Settings(context.Context) (map[string]string, error) {
	defer m.lock()()
	return maps.Clone(m.now.settings), nil
}

// Pages is of run.Store.
func (m *Memory) Pages(_ context.Context, customer string) (map[string]string, error) {
	defer m.lock()()
	all := map[string]string{}
	for of, address := range m.now.pages {
		if of.customer == customer {
			all[of.system] = address
		}
	}
	return all, nil
}

// SetPage is of run.Store.
func (m *Memory) SetPage(_ context.Context, customer, system, address string) error {
	defer m.lock()()
	of := customersSystem{customer, system}
	if address == "" {
		delete(m.now.pages, of)
		return nil
	}
	if _, ok := m.now.customers[customer]; !ok {
		return key.NoCustomer(customer)
	}
	m.now.pages[of] = address
	return nil
}
