package run

import "lotse/flows"

// searchText is the run's text for the search table: customer, procedure and
// all answers that are not secret, up to a limit.
func (s *state) searchText() string {
	text := searchBuffer{}
	text.add(s.started.Customer.Name)
	text.add(s.plan.proc.Title)
	for _, st := range s.plan.proc.Steps {
		for i := range st.Items {
			s.searchItem(&text, &st.Items[i])
		}
	}
	return string(text)
}

const maxSearch = 16 << 10

// searchBuffer collects text up to its limit.
type searchBuffer []byte

func (t *searchBuffer) add(v flows.Value) bool {
	switch v := v.(type) {
	case string:
		*t = append(append(*t, v...), '\n')
	case []string:
		for _, e := range v {
			*t = append(append(*t, e...), '\n')
		}
	}
	return len(*t) < maxSearch
}

func (s *state) searchItem(text *searchBuffer, it *flows.Item) {
	switch it.Kind {
	case flows.KindField:
		if a := s.answers[it.ID]; a != nil {
			text.add(a.value)
		}
	case flows.KindList:
		if r := s.lists[it.ID]; r != nil {
			searchRows(text, it, r.order)
		}
	}
}

func searchRows(text *searchBuffer, it *flows.Item, order []*row) {
	for _, r := range order {
		for i := range it.List.Columns {
			if c := &it.List.Columns[i]; c.Kind == flows.KindField && c.Field.Type != flows.TypeChoice && !text.add(r.cell(c.ID).value) {
				return
			}
		}
	}
}
