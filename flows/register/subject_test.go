package register

import (
	"strings"
	"testing"

	"lotse/flows"
)

// TestHeadersOfAListAreReadByTheirWords: what names.txt does not have as a phrase
// is understood by its words; what is about something else, or may be two things,
// fills nothing and is said.
func TestHeadersOfAListAreReadByTheirWords(t *testing.T) {
	field := func(id, label string, ty flows.Type) flows.Item {
		return flows.Item{ID: id, Kind: flows.KindField, Label: label, Field: &flows.Field{Type: ty, Required: true}}
	}
	list := func(fields ...flows.Item) *List {
		return NewList(&flows.Item{Kind: flows.KindList, List: &flows.List{Columns: fields}})
	}
	goods := list(field("provider_part_number", "Provider Part Number", flows.TypeCode), field("product", "Product", flows.TypeText))
	firms := list(field("tecom_id", "TecCom ID", flows.TypeCode), field("name", "Name", flows.TypeText))
	for _, tt := range []struct {
		list   *List
		header string
		want   string
		doubt  bool
	}{
		{goods, "Item #;Item name", "provider_part_number=Item #(likely) product=Item name(likely)", false},
		{goods, "Tuotteen numero;Tuotteen nimitys", "provider_part_number=Tuotteen numero(likely) product=Tuotteen nimitys(likely)", false},
		{goods, "Nimikkeen koodi;Nimikkeen nimi", "provider_part_number=Nimikkeen koodi(likely) product=Nimikkeen nimi(likely)", false},
		{goods, "Artikel Nr;Artikelbenennung", "provider_part_number=Artikel Nr(likely) product=Artikelbenennung(likely)", false},
		{goods, "Varens nr.;Varebetegnelse", "provider_part_number=Varens nr.(likely) product=Varebetegnelse(likely)", false},
		{goods, "Artikelnummer;Benämning på lagret", "provider_part_number=Artikelnummer(likely)", false},
		{goods, "Lieferanten-Nr.;Lieferantenname", "", false},
		{goods, "Kundennr;Kundenname", "", false},
		{goods, "Tuotekoodi;Varenummer;Nimeke", "product=Nimeke(likely)", true},
		{goods, "Artikelnummer;Artikelnummer;Nimeke", "provider_part_number=Artikelnummer(likely) product=Nimeke(likely)", false},
		{firms, "TecCom ID;Customer name", "tecom_id=TecCom ID(certain) name=Customer name(likely)", false},
		{firms, "TecCom ID;Lieferantens namn", "tecom_id=TecCom ID(certain)", false},
		{firms, "TecCom ID;Leverantörens namn", "tecom_id=TecCom ID(certain) name=Leverantörens namn(likely)", false},
		{firms, "TecCom ID;Tuotteen nimi", "tecom_id=TecCom ID(certain)", false},
		{firms, "TecCom ID;Customer name;Supplier name", "tecom_id=TecCom ID(certain)", true},
		{firms, "TecCom ID;Customer name;Name", "tecom_id=TecCom ID(certain) name=Name(certain)", false},
		{firms, `="TecCom ID";="Kundenname"`, `tecom_id=="TecCom ID"(certain) name=="Kundenname"(likely)`, false},
	} {
		tab, err := ReadTable(t.Context(), source([]byte(tt.header+"\n1002"+strings.Repeat(";A", strings.Count(tt.header, ";"))+"\n")), Options{}, tt.list)
		if err != nil {
			t.Fatal(err)
		}
		if got := mapped(tab, tab.Propose()); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.header, got, tt.want)
		}
		said := false
		for _, i := range report(t, tab).Issues {
			said = said || i.Code == IssueDoubt && i.Level == flows.Warn
		}
		if said != tt.doubt {
			t.Errorf("%s: in doubt: %v", tt.header, said)
		}
	}
}
