package storetest

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"lotse/flows/run"
	"lotse/storage/key"
)

// Header is of run.Store.
func (m *Memory) Header(_ context.Context, prefix string) (run.Header, error) {
	defer m.lock()()
	var found []run.Header
	for id, h := range m.now.headers {
		if strings.HasPrefix(id, prefix) {
			found = append(found, m.now.listed(h))
		}
	}
	slices.SortFunc(found, func(a, b run.Header) int { return cmp.Compare(a.ID, b.ID) })
	return key.Named(prefix, found)
}

// Headers is of run.Store.
func (m *Memory) Headers(_ context.Context, q run.Query) (run.Page, error) {
	s, err := key.SelectionOf(q)
	if err != nil {
		return run.Page{}, err
	}
	defer m.lock()()
	var p run.Page
	for _, h := range m.now.headers {
		h = m.now.listed(h)
		if m.now.names(&s, h) {
			p.Runs = append(p.Runs, h)
		}
	}
	s.Count(&p, len(p.Runs))
	slices.SortFunc(p.Runs, func(a, b run.Header) int {
		return key.Compare(q.Order, key.SpotOf(q.Order, &a), key.SpotOf(q.Order, &b))
	})
	if s.After != nil {
		p.Runs = slices.DeleteFunc(p.Runs, func(h run.Header) bool { return key.Compare(q.Order, key.SpotOf(q.Order, &h), s.After) <= 0 })
	}
	s.Cut(&p)
	p.Found = m.now.found(s.Words, p.Runs)
	return p, nil
}

// listed is a run as a list has it.
func (s *state) listed(h run.Header) run.Header {
	h.Aside = s.settings[run.AsideSetting(h.ID)] != ""
	return h
}

// names reports whether a query names a run.
func (s *state) names(q *key.Selection, h run.Header) bool {
	switch {
	case !slices.Contains(q.Statuses, h.Status),
		q.Customer != "" && q.Customer != h.Customer.ID,
		q.Aside != nil && *q.Aside != h.Aside,
		q.Due != nil && (h.Due == nil || h.Due.UnixMilli() > *q.Due):
		return false
	}
	return len(q.Words) == 0 || len(key.Hits(q.Words, s.texts[h.ID])) > 0
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
