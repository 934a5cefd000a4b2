package run_test

import (
	"context"
	"slices"

	"lotse/flows/run"
)

type tmpStore struct {
	run.Store
	h  run.Header
	ev []run.Event
	d  []byte
	un []run.Unsaved
	se map[string]run.Sealed
}

func (m *tmpStore) AddCustomer(_ context.Context, c run.Customer) (run.Customer, error) { return c, nil }
func (m *tmpStore) Append(_ context.Context, b run.Batch) error {
	if int(b.Events[0].Seq) != len(m.ev)+1 {
		return run.ErrConflict
	}
	m.h = b.Header
	if b.Document != nil {
		m.d = b.Document
	}
	m.ev = append(m.ev, b.Events...)
	for _, s := range b.Secrets {
		m.se[s.ID] = s
	}
	for _, u := range b.Taken {
		m.SaveUnsaved(nil, run.Unsaved{Run: u.Run, Item: u.Item})
	}
	return nil
}
func (m *tmpStore) Header(context.Context, string) (run.Header, error) { return m.h, nil }
func (m *tmpStore) Events(_ context.Context, _ string, after int64) ([]run.Event, error) {
	return slices.Clone(m.ev[after:]), nil
}
func (m *tmpStore) Document(context.Context, string) ([]byte, error) { return m.d, nil }
func (m *tmpStore) Erase(ctx context.Context, seqs []int64, b run.Batch) error {
	for _, s := range seqs {
		m.ev[s-1].Data, m.ev[s-1].Salt, m.ev[s-1].Content = nil, nil, nil
	}
	return m.Append(ctx, b)
}
func (m *tmpStore) SaveUnsaved(_ context.Context, u run.Unsaved) error {
	m.un = slices.DeleteFunc(m.un, func(x run.Unsaved) bool { return x.Item == u.Item })
	if u.Text != "" {
		m.un = append(m.un, u)
	}
	return nil
}
func (m *tmpStore) Unsaved(context.Context, string) ([]run.Unsaved, error) { return m.un, nil }
func (m *tmpStore) Secret(_ context.Context, id string) (run.Sealed, error) {
	s, ok := m.se[id]
	if !ok {
		return s, run.ErrNotFound
	}
	return s, nil
}
func (m *tmpStore) Forget(_ context.Context, id string) error { delete(m.se, id); return nil }
