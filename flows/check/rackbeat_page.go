package check

import (
	"context"
	"encoding/json"
	"fmt"
	"net/url"
	"strconv"
	"strings"
	"time"

	"lotse/flows"
	"lotse/flows/register/compare"
)

// page is a page of a register as the API returns it. A number that it does
// not return is -1.
type page struct {
	cards        []compare.Card
	pages, total int
}

// cardNames are the API's names of a field, best first.
var cardNames = map[compare.Field][]string{
	compare.Code:       {"number"},
	compare.BusinessID: {"vat_number", "company_vat", "business_id"},
	compare.Name:       {"name", "company_name"},
	compare.Barred:     {"is_barred"},
}

// ask requests the next page, within the time limit of a page. Phases are
// reported only for the first page, and for errors.
func (r *reading) ask(ctx context.Context) (*page, *ending) {
	one := *r.job
	one.phases, one.progress = nil, nil
	if r.page == 1 {
		one.progress = r.progress
	}
	limited, cancel := context.WithTimeout(ctx, r.net.limits().All)
	defer cancel()
	query := url.Values{"page": {strconv.Itoa(r.page)}, "limit": {strconv.Itoa(r.limit)}}
	x, object, e := one.rackbeat(limited, r.key, string(r.kind), query)
	if e == nil {
		if len(x.warned) > 0 {
			r.warned = x.warned[:1]
		}
		var p *page
		if p, e = x.page(string(r.kind), object); e == nil {
			if r.page == 1 {
				r.phases = append(r.phases, one.phases...)
			}
			return p, nil
		}
	}
	r.trouble = one.phases
	return nil, e
}

// after is how long a server that was asked too often wants to be left alone;
// -1 if it does not say.
func (e *ending) after() time.Duration {
	said := e.said
	if inner, wrapped := said.Args["what"].(flows.Message); wrapped { // within the server's words
		said = inner
	}
	n, told := said.Args["after"].(int64)
	if !told {
		return -1
	}
	return time.Duration(n) * time.Second
}

// page parses a page. The list is under the register's name; anything else
// there is named in the ending.
func (x *exchange) page(register string, object map[string]any) (*page, *ending) {
	rows, ok := object[register].([]any)
	p := &page{pages: counted(object["pages"]), total: counted(object["total"]), cards: make([]compare.Card, len(rows))}
	for i := 0; ok && i < len(rows); i++ {
		var row map[string]any
		if row, ok = rows[i].(map[string]any); ok {
			barred, _ := row[cardNames[compare.Barred][0]].(bool)
			p.cards[i] = compare.Card{Code: x.cell(row, compare.Code), ID: x.cell(row, compare.BusinessID), Name: x.cell(row, compare.Name), IsBarred: barred}
			_, ok = row[cardNames[compare.Code][0]]
		}
	}
	if !ok {
		return nil, x.stop("answer", end(shapeUnknown, "register", register))
	}
	return p, nil
}

// maxCell is the most of a value that is kept, in bytes: no rule needs more.
const maxCell = 4 << 10

// cell is the value of a field, without the key, in case the server repeats it;
// a copy, so that it does not keep the page in memory.
func (x *exchange) cell(row map[string]any, f compare.Field) string {
	for _, name := range cardNames[f] {
		s := ""
		switch v := row[name].(type) {
		case string:
			s = v
		case json.Number:
			s = v.String()
		}
		if s != "" {
			s = x.withoutSecrets(s)
			return strings.ToValidUTF8(strings.Clone(s[:min(len(s), maxCell)]), "")
		}
	}
	return ""
}

// counted parses an optional count, given as a number or as text.
func counted(v any) int {
	n, err := strconv.Atoi(fmt.Sprint(v))
	if err != nil || n < 0 {
		return -1
	}
	return n
}

// sleep waits; it returns false if ctx ended first.
func sleep(ctx context.Context, d time.Duration) bool {
	if d <= 0 {
		return ctx.Err() == nil
	}
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
		return false
	case <-t.C:
		return true
	}
}
