package compare

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"lotse/flows/register"
	"lotse/flows/register/heading"
)

// filled is what a header fills, as "code=A business_id=B name=C", with ? before
// what is in doubt.
func filled(k Kind, header string) string {
	l := columnsOf(k, strings.Split(header, ";"))
	var all []string
	for _, f := range []Field{Code, BusinessID, Name} {
		if c, ok := l.names[f]; ok {
			all = append(all, fmt.Sprintf("%s=%s", f, c))
		}
		if at := l.rivals[f]; len(at) > 0 {
			all = append(all, fmt.Sprintf("?%s=%s", f, strings.Join(l.called(at), "|")))
		}
	}
	return strings.Join(all, " ")
}

// TestHeadersOfSystems holds what real systems export.
func TestHeadersOfSystems(t *testing.T) {
	for _, tt := range []struct {
		system string
		kind   Kind
		header string
		want   string
	}{
		{"Netvisor", Customers, "Asiakaskoodi;Nimi;Nimen jatke;Y-tunnus;Osoite;Postinumero;Asiakasryhmä;Hintaryhmä;Aktiivinen", "code=Asiakaskoodi business_id=Y-tunnus name=Nimi"},
		{"Netvisor", Customers, "Asiakasnro;Nimi;Y-tunnus", "code=Asiakasnro business_id=Y-tunnus name=Nimi"},
		{"Netvisor", Customers, "Asiakkaan numero;Asiakkaan nimi;Asiakkaan Y-tunnus;Myyjän nimi", "code=Asiakkaan numero business_id=Asiakkaan Y-tunnus name=Asiakkaan nimi"},
		{"Netvisor", Suppliers, "Toimittajakoodi;Nimi;Osoite;Y-Tunnus;Pankkitilitieto;BIC/SWIFT-koodi", "code=Toimittajakoodi business_id=Y-Tunnus name=Nimi"},
		{"Netvisor", Products, "Tuotekoodi;Nimeke;Hinta;Kotimaan myyntitili;Hankintahinta", "code=Tuotekoodi name=Nimeke"},
		{"Rackbeat", Customers, "number;name;group_number;vat_number;contact_email;is_barred", "code=number business_id=vat_number name=name"},
		{"Rackbeat", Suppliers, "number;company_name;company_vat;address_street;supplier_group_id", "code=number business_id=company_vat name=company_name"},
		{"Rackbeat", Products, "number;group;name;suggested_cost_price;unit_id;description;barcode;is_barred", "code=number name=name"},
		{"Rackbeat in Danish", Products, "Varenummer;Varenavn;Varegruppe;Enhed", "code=Varenummer name=Varenavn"},
		{"e-conomic", Customers, "Nr.;Navn;Gruppe;CVR-nr.;EAN-nr.;Adresse;Telefon", "code=Nr. business_id=CVR-nr. name=Navn"},
		{"e-conomic", Suppliers, "Leverandørnr.;Leverandørens navn;CVR-nummer;Bankkonto", "code=Leverandørnr. business_id=CVR-nummer name=Leverandørens navn"},
		{"e-conomic", Customers, "Customer no.;Customer name;Customer group;Corporate identification number;VAT zone", "code=Customer no. business_id=Corporate identification number name=Customer name"},
		{"e-conomic", Customers, "customerNumber;name;customerGroup;corporateIdentificationNumber;ean;vatZone", "code=customerNumber business_id=corporateIdentificationNumber name=name"},
		{"Fortnox", Customers, "Kundnr;Namn;Organisationsnummer;Adress;Postnr;Ort;Er referens", "code=Kundnr business_id=Organisationsnummer name=Namn"},
		{"Fortnox", Customers, "CustomerNumber;Name;OrganisationNumber;VATNumber;PriceList", "code=CustomerNumber business_id=OrganisationNumber name=Name"},
		{"Fortnox", Suppliers, "Levnr;Namn;Org.nr;Bankgiro;Plusgiro", "code=Levnr business_id=Org.nr name=Namn"},
		{"Fortnox", Products, "Artikelnr;Benämning;Leverantörens artikelnr;Enhet", "code=Artikelnr name=Benämning"},
		{"Visma eEkonomi", Suppliers, "Supplier number;Supplier name;Corporate identity number;VAT number;City", "code=Supplier number business_id=Corporate identity number name=Supplier name"},
		{"Visma eEkonomi", Customers, "Kundnummer;Kundnamn;Org.nr/Personnr;Momsregistreringsnummer", "code=Kundnummer business_id=Org.nr/Personnr name=Kundnamn"},
		{"Visma.net", Customers, "Customer number;Customer name;Customer class;VAT registration ID;Contact name", "code=Customer number business_id=VAT registration ID name=Customer name"},
		{"Procountor", Customers, "Asiakasnumero;Nimi;Y-tunnus/Henkilötunnus;Laskutusosoite;Yhteyshenkilön nimi", "code=Asiakasnumero business_id=Y-tunnus/Henkilötunnus name=Nimi"},
		{"Procountor", Products, "Tuotekoodi;Tuotteen nimi;Tuoteryhmä;ALV-koodi", "code=Tuotekoodi name=Tuotteen nimi"},
		{"DATEV", Suppliers, "Konto;Name (Adressattyp Unternehmen);Unternehmensgegenstand;Name (Adressattyp natürl. Person);EU-Land;EU-UStID;Bankkontonummer 1;Kunden-Lief.-Nr.", "code=Konto business_id=EU-UStID name=Name (Adressattyp Unternehmen)"},
		{"Sage 100", Customers, "Kto;Matchcode;Name1;Name2;USt-IdNr.;Kundengruppe;Bankkonto", "code=Kto business_id=USt-IdNr. name=Name1"},
		{"Sage 100", Suppliers, "Lieferantennummer;Lieferantenname;Kundennummer beim Lieferanten;Umsatzsteuer-Identifikationsnummer", "code=Lieferantennummer business_id=Umsatzsteuer-Identifikationsnummer name=Lieferantenname"},
		{"Sage 100", Products, "Artikelnummer;Bezeichnung1;Bezeichnung2;Matchcode;Lieferantenartikelnummer", "code=Artikelnummer name=Bezeichnung1"},
		{"Business Central", Customers, "No.;Name;Name 2;Search Name;Bill-to Customer No.;VAT Registration No.;Registration No.;Customer Posting Group;Phone No.;Contact No.", "code=No. business_id=VAT Registration No. name=Name"},
		{"Business Central", Suppliers, "Vendor No.;Vendor Name;Pay-to Vendor No.;Our Account No.;VAT Registration No.", "code=Vendor No. business_id=VAT Registration No. name=Vendor Name"},
		{"Business Central", Products, "Item No.;Description;Description 2;Vendor No.;Vendor Item No.;Item Category Code;Tariff No.", "code=Item No. name=Description"},
		{"Business Central in German", Products, "Artikelnr.;Beschreibung;Kreditorennr.;Kred.-Artikelnr.;Artikelkategoriencode", "code=Artikelnr. name=Beschreibung"},
		{"Shopify", Customers, "Customer ID;First Name;Last Name;Email;Default Address Company;Phone;Tax Exempt;Note", "code=Customer ID"},
		{"Shopify", Products, "Handle;Title;Body (HTML);Vendor;Type;Option1 Name;Option1 Value;Variant SKU;Variant Barcode", "code=Variant SKU name=Title"},
		{"Lemonsoft", Products, "Nimikekoodi;Nimikkeen nimi;Nimikeryhmä;Varasto", "code=Nimikekoodi name=Nimikkeen nimi"},
		{"Lemonsoft", Products, "Tuotenro;Nimike;Yksikkö", "code=Tuotenro name=Nimike"},
		{"SAP", Customers, "Debitor;Name 1;Name 2;Suchbegriff;USt-ID", "code=Debitor business_id=USt-ID name=Name 1"},
		{"PrestaShop", Customers, "ID;Company;Customer #;VAT no.", "code=Customer # business_id=VAT no. name=Company"},
	} {
		if got := filled(tt.kind, tt.header); got != tt.want {
			t.Errorf("%s, %s\n got %s\nwant %s", tt.system, tt.header, got, tt.want)
		}
	}
}

// TestHeadersThatAreSomethingElse holds that a wrong guess is the worst case:
// none of these is the code, the business id or the name of a card.
func TestHeadersThatAreSomethingElse(t *testing.T) {
	for kind, headers := range map[Kind]string{
		Customers: `Customer group;Customer group name;Customer type;Contact name;Contact;Contact person;Price name;Price list name;Account name of bank;Account name;Account number;
			Bank account no.;Bank name;Kontonummer;Bankkonto;Bankkontonummer;Kundennummer beim Lieferanten;Kundengruppe;Kundengruppenname;Kundentyp;Kurzname;Suchname;Matchcode;Ansprechpartner;Name des Ansprechpartners;
			Supplier no.;Supplier name;Lieferantennummer;Lieferantenname;Item no.;Product name;Artikelnummer;Artikelbezeichnung;Tuotekoodi;Toimittajakoodi;
			Bill-to Customer No.;Sell-to Customer Name;Parent customer no.;Old customer number;Our customer number;Number of customers;No. of customers;Customer PO number;Invoice no.;Order number;
			Phone number;Phone No.;Telefonnummer;Puhelinnumero;Postal code;Post code;Country code;Currency code;Language code;Zip code;Maakoodi;Valuuttakoodi;Postinumero;Postnr;
			Name 2;Nimi 2;Nimen jatke;First name;Last name;Vorname;Nachname;Etunimi;Sukunimi;User name;Username;File name;Search Name;Street name;City name;Nickname;Product;Item;Artikel;
			Asiakasryhmä;Asiakasryhmän nimi;Asiakasvastaava;Asiakasluokka;Laskutusasiakkaan nimi;Yhteyshenkilön nimi;Myyjän nimi;Pankin nimi;ID;id;Tunnus;Identifier;Sales rep code;Seller no.;Säljare nr;
			VAT %;VAT + name;Name & city;Number = x;VAT code;VAT group;VAT zone;VAT rate;Tax code;ALV-koodi;ALV-kanta;Momskod;Momssats;Steuersatz;Steuerschlüssel;Tax Exempt;GLN;EAN-nr.;Company code;Company no.;Company ID;Firmennummer;
			Kundenansprechpartner;Kund ansvarig;Kundegruppe;Kundgrupp;Kundkategori;Title;Titel;Anrede;Business;Corporate;Department code;Cost center no.;Customer/Supplier name;Name/Number;Customer and supplier no.;S.No.;S/N;Art;Art-Name;Lev`,
		Suppliers: `Supplier item no.;Supplier group;Supplier's item number;Customer number;Customer no. at supplier;Kundennummer;Kundennummer beim Lieferanten;Asiakasnumero;Our customer no.;Lieferantengruppe;Lieferantenartikelnummer;
			Hersteller;Herstellername;Manufacturer name;Toimittajaryhmä;Toimittajan tuotekoodi;Toimittajan yhteyshenkilö;Kreditlimit;Creditor bank name;Vendor Item No.;Pay-to Vendor No.;Vendor Posting Group;Payment code;Lieferschein-Nr.;
			Lieferdatum;Lev.datum;Levnamn;Number of vendors;Delivery name;Toim.nro;Verkkolaskuosoite;Bankgiro;Konto-Nr.;Kontonummer;IBAN;BIC/SWIFT-koodi;Company no.`,
		Products: `Supplier item no.;Supplier name;Supplier no.;Vendor;Vendor No.;Vendor Item No.;Vendor SKU;Customer item no.;Kunden-Artikelnummer;Lieferantenartikelnummer;Lieferanten-Artikel-Nr.;Herstellerartikelnummer;Hersteller-Nr.;Leverantörens artikelnr;
			Toimittajan tuotekoodi;Toimittajan nimi;Valmistajan koodi;Item Category Code;Item group;Item group name;Item type;Product group no.;Product type;Artikelgruppe;Artikelart;Art;Artname;Tuoteryhmä;Tuoteryhmän nimi;Tuotetyyppi;
			Price name;Price list code;Unit name;Unit code;Tariff No.;Tullnummer;Zolltarifnummer;Commodity code;Warehouse code;Warehouse name;Varasto;Varaston nimi;Varanumero;Location Code;Number of items;No. of items;Items;Serial no.;Sarjanumero;Batch number;
			Option1 Name;Option2 Name;Parent SKU;Old item no.;Alternative item no.;Barcode;EAN;GTIN;EAN code;Account code;Konto;Myyntitili;Revenue account no.;Brand name;Image name;File name;VAT code;Company name;Firma;Name 2;Bezeichnung 2;Nimi 2;Part no.;
			Replacement item no.;Customer name;Kundenname;Asiakkaan nimi;ID;Handle;Type;Search Description;Matchcode`,
	} {
		for header := range strings.SplitSeq(headers, ";") {
			header = strings.TrimSpace(header)
			if got := filled(kind, header); got != "" {
				t.Errorf("%s, %s: %s", kind, header, got)
			}
			if got := filled(kind, header+";Nummer;Nimi"); got != "code=Nummer name=Nimi" {
				t.Errorf("%s, %s beside others: %s", kind, header, got)
			}
		}
	}
}

// TestHeadersInDoubt holds that of two that say as much none is taken, and that
// one that says more is.
func TestHeadersInDoubt(t *testing.T) {
	for _, tt := range []struct {
		kind         Kind
		header, want string
	}{
		{Products, "Number;Code;Name", "?code=Number|Code name=Name"},
		{Products, "Number;SKU;Name", "?code=Number|SKU name=Name"},
		{Customers, "Nr.;Kto;Name", "?code=Nr.|Kto name=Name"},
		{Customers, "Customer no.;Customer code;Name", "?code=Customer no.|Customer code name=Name"},
		{Customers, "Number;Name;Company name", "code=Number ?name=Name|Company name"},
		{Customers, "Number;Name;Firma", "code=Number ?name=Name|Firma"},
		{Suppliers, "Number;Name;VAT no.;VAT registration no.", "code=Number ?business_id=VAT no.|VAT registration no. name=Name"},
		{Suppliers, "Number;Name;Y-tunnus;Organisation number", "code=Number ?business_id=Y-tunnus|Organisation number name=Name"},
		{Products, "Tuotekoodi;Nimeke;Nimi", "code=Tuotekoodi ?name=Nimeke|Nimi"},
		{Customers, "Kunde;Kundenname", "name=Kundenname"},
		{Customers, "Kunde;Debitor", "code=Debitor name=Kunde"},

		{Products, "Number;Item code;Name", "code=Item code name=Name"},
		{Products, "ID;SKU;Title", "code=SKU name=Title"},
		{Products, "Artikel;Beschreibung", "name=Beschreibung"},
		{Products, "Artikelnr;Artikel;Beschreibung", "code=Artikelnr name=Artikel"},
		{Customers, "ID;Customer ID;Customer no.;Name", "code=Customer no. name=Name"},
		{Customers, "Nr.;Kundennummer;Name;Kundenname", "code=Kundennummer name=Kundenname"},
		{Suppliers, "Number;Name;USt-IdNr.;Steuernummer", "code=Number business_id=USt-IdNr. name=Name"},
		{Suppliers, "Number;Name;ALV-numero;Y-tunnus", "code=Number business_id=Y-tunnus name=Name"},
		{Customers, "number;number;name", "code=number name=name"},
	} {
		if got := filled(tt.kind, tt.header); got != tt.want {
			t.Errorf("%s, %s\n got %s\nwant %s", tt.kind, tt.header, got, tt.want)
		}
	}
}

// TestKnownNamesAreUnderstood holds that what names.txt has for the codes, the
// ids and the names of registers is understood, but for what may be something
// else.
func TestKnownNamesAreUnderstood(t *testing.T) {
	text, err := os.ReadFile("../names.txt")
	if err != nil {
		t.Fatal(err)
	}
	doubtful := strings.Split("vat,Organisation,product,item,article,description,offer,offer name,Produkt,produkt,Artikel,tuote,vare,beskrivelse,Artikeltext", ",")
	for line := range strings.Lines(string(text)) {
		var k Kind
		var f Field
		switch first, _, _ := strings.Cut(line, ","); first {
		case "name":
			k, f = Customers, Name
		case "customer code":
			k, f = Customers, Code
		case "supplier code":
			k, f = Suppliers, Code
		case "product code":
			k, f = Products, Code
		case "business id":
			k, f = Suppliers, BusinessID
		case "product":
			k, f = Products, Name
		default:
			continue
		}
		for name := range strings.SplitSeq(strings.TrimSpace(line), ",") {
			name = strings.TrimSpace(name)
			of := k
			if k == Customers && f == Name && strings.HasPrefix(name, "toimittajan") {
				of = Suppliers
			}
			if meansOf(of, name)[f] < heading.Weak && !slices.Contains(doubtful, name) {
				t.Errorf("%s, %s: %q says %v", of, f, name, meansOf(of, name))
			}
		}
	}
}

// TestLongHeadings holds that a header that is none is not read for long.
func TestLongHeadings(t *testing.T) {
	for _, header := range []string{strings.Repeat("nr", 40), strings.Repeat("s", 80), strings.Repeat("kunden", 1000), "kunden\xff", strings.Repeat("(", 60), "", "   ", "#", "##", "a/", "/"} {
		if m := meansOf(Customers, header); len(m) > 0 && header != "#" {
			t.Errorf("%.20q says %v", header, m)
		}
	}
	wide := make([]string, 16_000)
	for i := range wide {
		wide[i] = strings.Repeat("kundennr", 9)
	}
	if n := testing.AllocsPerRun(1, func() { columnsOf(Customers, wide) }); n > 10_000_000 {
		t.Errorf("%f allocations", n)
	}
}

// FuzzHeading holds that no header is understood by accident: what it says for
// one register it does not say for another, unless it names none.
func FuzzHeading(f *testing.F) {
	for _, s := range []string{"Customer name", "Y-tunnus/Henkilötunnus", "Lieferanten-Nr.", "Item #", "Name (Adressattyp Unternehmen)"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, header string) {
		meansOf(Products, header)
		customers, suppliers := meansOf(Customers, header), meansOf(Suppliers, header)
		if customers[Code] == heading.Exact && suppliers[Code] == heading.Exact {
			t.Errorf("%q is the code of both", header)
		}
		if register.Fold(header) == "" && len(customers) > 0 && !strings.Contains(header, "#") {
			t.Errorf("%q says %v", header, customers)
		}
	})
}
