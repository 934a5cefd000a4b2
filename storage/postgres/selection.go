package postgres

import (
	"strconv"
	"strings"

	"lotse/flows/run"
	"lotse/storage/key"
)

// selection is a query as SQL needs it. Every page is read by key from an index, so
// that the last page costs what the first does.
type selection struct {
	key.Selection
	order    ordering
	statuses []string // Statuses
	match    string   // the words as the server searches for them
}

func selectionOf(q run.Query) (*selection, error) {
	asked, err := key.SelectionOf(q)
	s := &selection{Selection: asked, order: orderings[q.Order]}
	for _, status := range s.Statuses {
		s.statuses = append(s.statuses, string(status))
	}
	var terms []string
	for _, w := range s.Words {
		if w = lexeme(w); w != "" {
			terms = append(terms, "'"+w+"':*")
		}
	}
	s.match = strings.Join(terms, " & ")
	return s, err
}

// besides is what a selection asks for besides status and words, whatever the page.
func (s *selection) besides(st *statement) string {
	var text string
	if s.Customer != "" {
		text = " AND customer = " + st.arg(kept(s.Customer))
	}
	if s.Due != nil {
		text += " AND due_key <= " + st.arg(*s.Due)
	}
	switch {
	case s.Aside == nil:
		return text
	case *s.Aside:
		return text + amongAside
	default:
		return text + " AND id NOT IN (" + asideIDs + ")"
	}
}

// asideIDs are the runs that the one who asks has put aside; there are few.
var (
	asideIDs    = "SELECT substr(key, " + strconv.Itoa(len(run.AsidePrefix)+1) + ") FROM settings WHERE key >= '" + run.AsidePrefix + "' AND key < '" + asideEnd + "'"
	asideEnd, _ = key.End(run.AsidePrefix)
	amongAside  = " AND id = ANY (ARRAY(" + asideIDs + "))"
)
