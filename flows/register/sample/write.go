package sample

import (
	"bytes"
	"fmt"
	"strings"
	"sync"

	"lotse/flows/register/compare"
)

// column is a column of a system's file: its header, and its cell of a row.
type column struct {
	header string
	cell   func(r *row) string
}

func code(r *row) string  { return r.code }
func id(r *row) string    { return r.id }
func named(r *row) string { return r.name }
func vat(r *row) string {
	if strings.Contains(r.id, "-") && len(r.id) == 9 && r.n%3 == 0 {
		return "FI" + strings.Replace(r.id, "-", "", 1) // as it stands on invoices
	}
	return r.id
}

func active(r *row) string {
	if r.barred {
		return "0"
	}
	return "1"
}
func barred(r *row) string { return fmt.Sprint(r.barred) }

func street(r *row) string { return fmt.Sprintf("%stie %d", invented(r.n*31), 1+r.n%97) }
func zip(r *row) string    { return fmt.Sprintf("%05d", 100+r.n*37%99_000) }
func town(r *row) string   { return towns[r.n%len(towns)] }
func mail(r *row) string   { return fmt.Sprintf("lasku%d@example.org", r.n) }
func phone(r *row) string  { return fmt.Sprintf("050 555 %04d", r.n*13%10_000) }
func price(r *row) string  { return fmt.Sprintf("%d,%02d", 1+r.n*13%900, r.n*7%100) }
func amount(r *row) string { return fmt.Sprintf("%d.%02d", 1+r.n*13%900, r.n*7%100) }
func count(r *row) string  { return fmt.Sprint(r.n * 11 % 500) }
func group(r *row) string {
	if r.n%10 == 0 {
		return "Yritykset; kotimaa"
	}
	return "Yritykset"
}

func always(s string) func(*row) string {
	return func(*row) string { return s }
}

// columns are the files of both systems, 13 columns each: Netvisor's as its
// import names them (support.netvisor.fi 77000498438, 77000498442, 77000498445),
// Rackbeat's as its interface names the fields.
var columns = sync.OnceValue(func() map[compare.System]map[compare.Kind][]column {
	return map[compare.System]map[compare.Kind][]column{
		compare.Netvisor: {
			compare.Customers: {
				{"Asiakaskoodi", code},
				{"Nimi", named},
				{"Nimen jatke", always("")},
				{"Y-tunnus", id},
				{"Osoite", street},
				{"Postinumero", zip},
				{"Postitoimipaikka", town},
				{"Maa", always("FI")},
				{"Maksuehto", always("14 pv netto")},
				{"Laskutuskieli", always("FI")},
				{"Asiakasryhmä", group},
				{"Sähköposti", mail},
				{"Aktiivinen", active},
			},
			compare.Suppliers: {
				{"Toimittajakoodi", code},
				{"Nimi", named},
				{"Y-Tunnus", id},
				{"Osoite", street},
				{"Postinumero", zip},
				{"Postitoimipaikka", town},
				{"Maa", always("FI")},
				{"Pankkitilitieto", always("")},
				{"BIC/SWIFT-koodi", always("")},
				{"Maksuehto", always("30 pv netto")},
				{"Sähköposti", mail},
				{"Puhelin", phone},
				{"Aktiivinen", active},
			},
			compare.Products: {
				{"Tuotekoodi", code},
				{"Nimeke", named},
				{"Tuoteryhmä", always("Osat")},
				{"Yksikkö", always("kpl")},
				{"Hinta", price},
				{"Hankintahinta", price},
				{"Hälytysraja", count},
				{"Kotimaan myyntitili", always("3000")},
				{"EU-maiden myyntitili", always("3360")},
				{"EU-maiden ulkopuolinen myyntitili", always("3380")},
				{"Saldo", count},
				{"Lisätietoja", always("")},
				{"Aktiivinen", active},
			},
		},
		compare.Rackbeat: {
			compare.Customers: {
				{"number", code},
				{"name", named},
				{"company_vat", vat},
				{"address", street},
				{"zipcode", zip},
				{"city", town},
				{"country", always("FI")},
				{"payment_terms", always("14")},
				{"layout", always("1")},
				{"vat_zone", always("1")},
				{"group", always("1")},
				{"email", mail},
				{"is_barred", barred},
			},
			compare.Suppliers: {
				{"number", code},
				{"name", named},
				{"company_vat", vat},
				{"address", street},
				{"zipcode", zip},
				{"city", town},
				{"country", always("FI")},
				{"payment_terms", always("30")},
				{"layout", always("1")},
				{"group", always("1")},
				{"email", mail},
				{"phone", phone},
				{"is_barred", barred},
			},
			compare.Products: {
				{"number", code},
				{"name", named},
				{"group", always("1")},
				{"unit", always("pcs")},
				{"suggested_cost_price", amount},
				{"sales_price", amount},
				{"stock_quantity", count},
				{"min_stock", count},
				{"barcode", always("")},
				{"description", always("")},
				{"location", town},
				{"extra_cost", always("0")},
				{"is_barred", barred},
			},
		},
	}
})

// write writes a register as its system does: Netvisor as a Finnish Excel, with
// a byte order mark, semicolons and CRLF; Rackbeat with commas and LF.
func write(s compare.System, k compare.Kind, rows []row) []byte {
	var b bytes.Buffer
	comma, end := ",", "\n"
	if s == compare.Netvisor {
		comma, end = ";", "\r\n"
		b.WriteString("\ufeff")
	}
	cols := columns()[s][k]
	for i, c := range cols {
		put(&b, i, comma, c.header)
	}
	b.WriteString(end)
	for n := range rows {
		for i, c := range cols {
			put(&b, i, comma, c.cell(&rows[n]))
		}
		b.WriteString(end)
	}
	return b.Bytes()
}

func put(b *bytes.Buffer, i int, comma, cell string) {
	if i > 0 {
		b.WriteString(comma)
	}
	if strings.ContainsAny(cell, comma+"\"\r\n") {
		cell = `"` + strings.ReplaceAll(cell, `"`, `""`) + `"`
	}
	b.WriteString(cell)
}
