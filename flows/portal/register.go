package portal

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"lotse/flows/register/compare"
	"lotse/flows/register/sample"
)

// row is one entry of a register, by the API's names.
type row = map[string]any

// pageRows is the largest page of a register: small enough that the examples
// have several pages.
const pageRows = 20

// apiNames are the API's names for the columns of the examples.
var apiNames = map[compare.Kind]map[string]string{
	compare.Customers: {"number": "number", "name": "name", "company_vat": "vat_number", "is_barred": "is_barred"},
	compare.Suppliers: {"number": "number", "name": "company_name", "company_vat": "company_vat", "is_barred": "is_barred"},
	compare.Products:  {"number": "number", "name": "name", "is_barred": "is_barred"},
}

// registersOf are Rackbeat's registers: its side of the example pairs, in
// which every rule of a comparison finds something; or, if rows is not 0,
// registers with that many rows.
func registersOf(rows int) map[string][]row {
	all := map[string][]row{}
	for kind, names := range apiNames {
		pair := sample.Demo(kind)
		if rows > 0 {
			pair = sample.Many(kind, rows, 1)
		}
		records, err := csv.NewReader(bytes.NewReader(pair.Rackbeat)).ReadAll()
		if err != nil || len(records) == 0 {
			continue // TestRegistersHaveTheExamples
		}
		for _, record := range records[1:] {
			entry := row{}
			for i, header := range records[0] {
				if name := names[header]; name != "" {
					entry[name] = valueOf(name, record[i])
				}
			}
			all[string(kind)] = append(all[string(kind)], entry)
		}
	}
	return all
}

// valueOf is a cell as the API writes it: a card's numbers are JSON numbers if
// possible.
func valueOf(name, cell string) any {
	if name == "is_barred" {
		return cell == "true"
	}
	if n, err := strconv.Atoi(cell); name == "number" && err == nil && strconv.Itoa(n) == cell {
		return n
	}
	return cell
}

// rackbeat is Rackbeat's API: whose key it is, and three registers in pages.
func (s *server) rackbeat(w http.ResponseWriter, r *http.Request) {
	key, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
	path := r.URL.Path[strings.LastIndex(r.URL.Path, "/")+1:]
	switch rows, known := s.portal.registers()[path]; {
	case !ok || key == "" || s.has("key-refused"):
		writeJSON(w, http.StatusUnauthorized, `{"message":"Unauthenticated."}`)
	case path == "self":
		writeJSON(w, http.StatusOK, `{"company":{"name":"Beispiel Oy","vat_number":"FI12345671"},"user":{"name":"Kaisa Esimerkki"}}`)
	case !known:
		writeJSON(w, http.StatusNotFound, `{"message":"Not found."}`)
	case path == "products" && s.has("scope-missing"):
		writeJSON(w, http.StatusForbidden, `{"message":"The key has no permission for products."}`)
	default:
		s.page(w, r, path, rows)
	}
}

// page answers with a page of a register, or with a fault of the later pages.
func (s *server) page(w http.ResponseWriter, r *http.Request, name string, rows []row) {
	number := func(key string, unset int) int {
		if n, err := strconv.Atoi(r.URL.Query().Get(key)); err == nil && n > 0 {
			return n
		}
		return unset
	}
	page, limit, total := number("page", 1), min(number("limit", pageRows), pageRows), len(rows)
	switch {
	case page == 1:
		s.resetRefused(name)
	case s.refuses(w, r, name):
		return
	case s.has("changes-meanwhile"):
		total++
	}
	pages := max((total+limit-1)/limit, 1)
	from := min((min(page, pages+1)-1)*limit, len(rows))
	part := rows[from:min(from+limit, len(rows))]
	if page > 1 && s.has("moves-meanwhile") && len(part) > 0 {
		part = slices.Concat(rows[from-1:from], part[1:])
	}
	body, err := json.Marshal(map[string]any{name: part, "page": page, "limit": limit, "pages": pages, "total": total})
	if err != nil {
		writeJSON(w, http.StatusInternalServerError, `{"message":"error"}`)
		return
	}
	writeJSON(w, http.StatusOK, string(body))
}

// refuses answers with a fault of a later page; it returns false if none is
// switched on.
func (s *server) refuses(w http.ResponseWriter, r *http.Request, name string) bool {
	switch {
	case s.has("page-429"), s.has("page-429-once") && s.isFirst(name):
		w.Header().Set("Retry-After", map[bool]string{true: "600", false: "1"}[s.has("page-429")])
		writeJSON(w, http.StatusTooManyRequests, `{"message":"Too Many Attempts."}`)
	case s.has("page-reset"), s.has("page-reset-once") && s.isFirst(name):
		s.reset(w, r)
	case s.has("page-shape"):
		writeJSON(w, http.StatusOK, `{"`+name+`":"none","pages":3,"total":40}`)
	default:
		return false
	}
	return true
}

// isFirst reports whether this is the first such request for a register since
// its first page.
func (s *server) isFirst(register string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	was := s.refusedOnce[register]
	s.refusedOnce[register] = true
	return !was
}

func (s *server) resetRefused(register string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.refusedOnce, register)
}
