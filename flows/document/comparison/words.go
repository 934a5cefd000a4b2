package comparison

import "lotse/flows"

// words are the headings and labels; what a finding says is compare's.
var words = flows.Sentences{
	"en": {
		"title": "Registers compared", "customers": "Customers", "suppliers": "Suppliers", "products": "Products",
		"none": "no first synchronisation", "netvisor_to_rackbeat": "first synchronisation from Netvisor to Rackbeat", "rackbeat_to_netvisor": "first synchronisation from Rackbeat to Netvisor",
		"left": "left", "right": "right", "and": "and", "rows": "rows", "sheet": "sheet {sheet}", "parted": "parted by {by}", "from_system": "from the system itself",
		"matched": "What belongs together", "by_code": "by code", "by_id": "by business ID", "by_name": "by name",
		"counts": "Found", "must": "must", "warn": "warning", "info": "to know",
		"must_long": "Has to be put right", "warn_long": "Look at it", "info_long": "To know",
		"rule": "rule", "level": "level", "count": "count", "nothing": "Nothing was found.", "nothing_else": "Nothing by {n} other rules.",
		"effect": "If left", "repair": "Repair", "system": "system", "row": "row", "code": "code", "name": "name", "business_id": "business ID", "barred": "barred", "detail": "What was found",
		"more": "and {n} more", "shown": "The first {n} of {all}. All of them: lotse compare with --out FILE.csv or FILE.xlsx.", "all": "All findings: add --out FILE.csv, FILE.xlsx or FILE.html.",
		"findings": "Findings", "columns": "Columns", "file": "file", "sum": "SHA-256", "encoding": "encoding", "empty": "No rows on either side.",
	},
	"de": {
		"title": "Stammdaten verglichen", "customers": "Kunden", "suppliers": "Lieferanten", "products": "Artikel",
		"none": "kein erster Abgleich", "netvisor_to_rackbeat": "erster Abgleich von Netvisor nach Rackbeat", "rackbeat_to_netvisor": "erster Abgleich von Rackbeat nach Netvisor",
		"left": "links", "right": "rechts", "and": "und", "rows": "Zeilen", "sheet": "Blatt {sheet}", "parted": "getrennt durch {by}", "from_system": "aus dem System selbst",
		"matched": "Was zusammengehört", "by_code": "über Code", "by_id": "über Y-tunnus", "by_name": "über Namen",
		"counts": "Gefunden", "must": "muss", "warn": "Warnung", "info": "Hinweis",
		"must_long": "Muss behoben werden", "warn_long": "Ansehen", "info_long": "Zur Kenntnis",
		"rule": "Regel", "level": "Stufe", "count": "Anzahl", "nothing": "Nichts gefunden.", "nothing_else": "Nichts nach {n} weiteren Regeln.",
		"effect": "Sonst", "repair": "Beheben", "system": "System", "row": "Zeile", "code": "Code", "name": "Name", "business_id": "Y-tunnus", "barred": "gesperrt", "detail": "Was gefunden wurde",
		"more": "und {n} weitere", "shown": "Die ersten {n} von {all}. Alle: lotse compare mit --out DATEI.csv oder DATEI.xlsx.", "all": "Alle Funde: mit --out DATEI.csv, DATEI.xlsx oder DATEI.html.",
		"findings": "Funde", "columns": "Spalten", "file": "Datei", "sum": "SHA-256", "encoding": "Kodierung", "empty": "Auf keiner Seite Zeilen.",
	},
	"fi": {
		"title": "Rekisterien vertailu", "customers": "Asiakkaat", "suppliers": "Toimittajat", "products": "Tuotteet",
		"none": "ei aloitussynkronointia", "netvisor_to_rackbeat": "aloitussynkronointi Netvisorista Rackbeatiin", "rackbeat_to_netvisor": "aloitussynkronointi Rackbeatista Netvisoriin",
		"left": "vasen", "right": "oikea", "and": "ja", "rows": "riviä", "sheet": "taulukko {sheet}", "parted": "erotin {by}", "from_system": "järjestelmästä itsestään",
		"matched": "Mitkä kuuluvat yhteen", "by_code": "koodilla", "by_id": "Y-tunnuksella", "by_name": "nimellä",
		"counts": "Löydetty", "must": "pakko", "warn": "varoitus", "info": "tiedoksi",
		"must_long": "Pakko korjata", "warn_long": "Katso", "info_long": "Tiedoksi",
		"rule": "sääntö", "level": "taso", "count": "määrä", "nothing": "Mitään ei löytynyt.", "nothing_else": "Ei mitään {n} muulla säännöllä.",
		"effect": "Muuten", "repair": "Korjaus", "system": "järjestelmä", "row": "rivi", "code": "koodi", "name": "nimi", "business_id": "Y-tunnus", "barred": "estetty", "detail": "Mitä löytyi",
		"more": "ja {n} muuta", "shown": "Ensimmäiset {n}, yhteensä {all}. Kaikki: lotse compare, --out TIEDOSTO.csv tai TIEDOSTO.xlsx.", "all": "Kaikki löydökset: --out TIEDOSTO.csv, TIEDOSTO.xlsx tai TIEDOSTO.html.",
		"findings": "Löydökset", "columns": "Sarakkeet", "file": "tiedosto", "sum": "SHA-256", "encoding": "merkistö", "empty": "Kummallakaan puolella ei ole rivejä.",
	},
}

// word is a label.
func word(lang, code string) string { return words.Say(lang, code, nil) }

// wordf is a label with one argument.
func wordf(lang, code, name, arg string) string {
	return words.Say(lang, code, map[string]string{name: arg})
}
