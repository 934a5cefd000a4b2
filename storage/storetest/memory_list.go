package storetest

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"lotse/flows/run"
	"lotse/storage/key"
)

// Header is of run.Store.
func (m *Memory) Header(_ context.Context, prefix string) (run.Header, error) {
	defer m.lock()()
	if h, ok := m.now.headers[prefix]; ok {
		return h, nil
	}
	var found []run.Header
	for id, h := range m.now.headers {
		if utf8.RuneCountInString(prefix) >= 2 && strings.HasPrefix(id, prefix) {
			found = append(found, h)
		}
	}
	switch len(found) {
	case 0:
		return run.Header{}, key.NoRun(prefix)
	case 1:
		return found[0], nil
	}
	slices.SortFunc(found, func(a, b run.Header) int { return cmp.Compare(a.ID, b.ID) })
	return run.Header{}, key.Ambiguous(prefix, found[0].ID, found[1].ID)
}

// Headers is of run.Store.
func (m *Memory) Headers(_ context.Context, q run.Query) (run.Page, error) {
	limit, err := key.Limit(q.Limit)
	if err != nil {
		return run.Page{}, err
	}
	defer m.lock()()
	var p run.Page
	for _, h := range m.now.headers {
		if m.now.names(q, h) {
			p.Runs = append(p.Runs, h)
		}
	}
	p.Total = len(p.Runs)
	if q.DueBy != nil {
		p.Due = p.Total
	}
	slices.SortFunc(p.Runs, func(a, b run.Header) int {
		return cmp.Or(b.Changed.Compare(a.Changed), cmp.Compare(b.ID, a.ID))
	})
	if q.After != "" {
		changed, id, err := key.Place(q.After)
		if err != nil {
			return run.Page{}, err
		}
		p.Runs = slices.DeleteFunc(p.Runs, func(h run.Header) bool {
			return cmp.Or(cmp.Compare(h.Changed.UnixMilli(), changed), cmp.Compare(h.ID, id)) >= 0
		})
	}
	if len(p.Runs) > limit {
		p.Runs = p.Runs[:limit]
		p.Next = key.Cursor(p.Runs[limit-1].Changed, p.Runs[limit-1].ID)
	}
	p.Found = m.now.found(key.Words(q.Text), p.Runs)
	return p, nil
}

// names reports whether a query names a run.
func (s *state) names(q run.Query, h run.Header) bool {
	switch {
	case len(q.Status) > 0 && !slices.Contains(q.Status, h.Status),
		q.Customer != "" && q.Customer != h.Customer.ID,
		q.DueBy != nil && (h.Due == nil || h.Due.UnixMilli() > q.DueBy.UnixMilli()):
		return false
	}
	words := key.Words(q.Text)
	return len(words) == 0 || len(key.Hits(words, s.texts[h.ID])) > 0
}

// found says of runs where words stand.
func (s *state) found(words []string, runs []run.Header) map[string]run.IndexEntry {
	if len(words) == 0 {
		return nil
	}
	all := map[string]run.IndexEntry{}
	for _, h := range runs {
		if e, ok := key.Found(words, s.texts[h.ID]); ok {
			all[h.ID] = e
		}
	}
	return all
}

// Find is of run.Store.
func (m *Memory) Find(ctx context.Context, q run.FindQuery) ([]run.Hit, error) {
	words := key.Words(q.Text)
	p, err := m.Headers(ctx, run.Query{Text: q.Text, Limit: q.Limit})
	if err != nil || len(words) == 0 {
		return nil, err
	}
	limit, err := key.Limit(q.Limit)
	defer m.lock()()
	var hits []run.Hit
	for _, h := range p.Runs {
		for _, e := range key.Hits(words, m.now.texts[h.ID]) {
			hits = append(hits, run.Hit{Run: h, Entry: e})
		}
	}
	return hits[:min(len(hits), limit)], err
}

// kept is an index as it comes back from where it is kept.
func kept(index []run.IndexEntry) ([]run.IndexEntry, error) {
	body, places, err := key.EncodeIndex(index)
	if err != nil {
		return nil, err
	}
	return key.DecodeIndex(body, places)
}
