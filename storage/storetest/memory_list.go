package storetest

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"unicode"
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
	limit, err := key.Limit(q)
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
	return matches(s.texts[h.ID], key.Words(q.Text))
}

// matches reports whether a text has all words, the last as the beginning of
// one.
func matches(text string, words []string) bool {
	var has []string
	for _, w := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.In(r, unicode.L, unicode.N, unicode.M) }) {
		has = append(has, key.Plain(w))
	}
	for i, w := range words {
		last := i == len(words)-1
		if !slices.ContainsFunc(has, func(h string) bool {
			return h == key.Plain(w) || last && strings.HasPrefix(h, key.Plain(w))
		}) {
			return false
		}
	}
	return true
}
