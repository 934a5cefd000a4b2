package words

// comparePageGerman is comparePageEnglish in German.
func comparePageGerman() table {
	return table{
		"compare.page.title": "Stammdaten verglichen", "compare.page.customers": "Kunden", "compare.page.suppliers": "Lieferanten",
		"compare.page.products": "Artikel",
		"compare.page.none":     "keine erste Synchronisation", "compare.page.netvisor_to_rackbeat": "erste Synchronisation von Netvisor nach Rackbeat",
		"compare.page.rackbeat_to_netvisor": "erste Synchronisation von Rackbeat nach Netvisor",
		"compare.page.left":                 "links", "compare.page.right": "rechts", "compare.page.rows": "Zeilen", "compare.page.sheet": "Blatt {sheet}",
		"compare.page.parted": "getrennt durch {by}", "compare.page.from_system": "aus dem System selbst",
		"compare.page.matched": "Was zusammengehört", "compare.page.by_code": "über Code", "compare.page.by_id": "über Y-tunnus",
		"compare.page.by_name": "über Namen",
		"compare.page.counts":  "Gefunden", "compare.page.must": "Pflicht", "compare.page.warn": "Warnung", "compare.page.info": "Hinweis",
		"compare.page.must_long": "Muss behoben werden", "compare.page.warn_long": "Ansehen", "compare.page.info_long": "Zur Kenntnis",
		"compare.page.rule": "Regel", "compare.page.level": "Stufe", "compare.page.count": "Anzahl", "compare.page.nothing": "Nichts gefunden.",
		"compare.page.nothing_else": "{n} weitere Regeln: keine Befunde.",
		"compare.page.effect":       "Folge", "compare.page.repair": "Beheben", "compare.page.system": "System", "compare.page.row": "Zeile",
		"compare.page.code": "Code", "compare.page.name": "Name", "compare.page.business_id": "Y-tunnus", "compare.page.barred": "gesperrt",
		"compare.page.detail": "Was gefunden wurde",
		"compare.page.more":   "und {n} weitere", "compare.page.shown": "Die ersten {n} von {all}. Alle: lotse compare mit --out DATEI.csv oder DATEI.xlsx.",
		"compare.page.all":      "Alle Befunde: mit --out DATEI.csv, DATEI.xlsx oder DATEI.html.",
		"compare.page.findings": "Befunde", "compare.page.sum": "SHA-256",
		"compare.page.unseen": "Nicht geprüft", "compare.page.nothing_seen": "Die Regeln, die gelaufen sind, haben nichts gefunden.",
		"compare.page.no_column": "{system}: keine Spalte für {fields}.", "compare.page.not_run": "Regeln, die nicht oder nicht auf beiden Seiten gelaufen sind:",
		"compare.page.in_rows": "{field} in {n} {n:Zeile|Zeilen}", "compare.page.not_compared": "{system}: nicht verglichen: {fields}.",
		"compare.page.without": "ohne {missing}", "compare.page.idle": "nicht gelaufen",
		"compare.page.empty": "Auf keiner Seite Zeilen.",
	}
}
