package check

import "lotse/flows"

// registerSentences are what a person reads of a comparison, by language and
// code.
var registerSentences = flows.Sentences{
	"en": {
		"rackbeat_itself": "Rackbeat itself", "cause_live": "{label}: put it right there, then compare again.",
		"customers": "Customers", "suppliers": "Suppliers", "products": "Products",
		"compared_passed": "{what}: {n} match, nothing to put right.",
		"compared_must":   "{what}: {n} match, {must} must be put right.",
		"compared_warn":   "{what}: {n} match, {warn} to look at.",
		"compared_both":   "{what}: {n} match, {must} must be put right, {warn} to look at.",
		"reading":         "Reading: {label}", "comparing": "Comparing",
		"register_read": "{label}: {n} rows ({how}).",
		"matched_code":  "{n} match by code.", "matched_business_id": "{n} match by business ID.", "matched_name": "{n} match by name.",
		"rule_found": "{rule}: {n}", "cause_register": "{label}: put it right there, then export it again.", "cause_file": "{label}: choose another file.",
		"register_note": "{label}: {note}", "more_notes": "{label}: {n} more like these.",
		"side_fault": "Not compared. {label}: {fault}", "not_compared": "Not compared: {why}. Run it again.",
		"same_file":     "It is the same file as the other side's: export it again.",
		"file_not_kept": "It is no file of a run. Outside a run, lotse compare compares files.",
		"file_changed":  "The file was changed since it was kept: choose it again.",
	},
	"de": {
		"rackbeat_itself": "Rackbeat selbst", "cause_live": "{label}: dort berichtigen, dann neu vergleichen.",
		"customers": "Kunden", "suppliers": "Lieferanten", "products": "Artikel",
		"compared_passed": "{what}: {n} passen zusammen, nichts zu berichtigen.",
		"compared_must":   "{what}: {n} passen zusammen, {must} müssen berichtigt werden.",
		"compared_warn":   "{what}: {n} passen zusammen, {warn} zum Ansehen.",
		"compared_both":   "{what}: {n} passen zusammen, {must} müssen berichtigt werden, {warn} zum Ansehen.",
		"reading":         "Lesen: {label}", "comparing": "Vergleichen",
		"register_read": "{label}: {n} Zeilen ({how}).",
		"matched_code":  "Über die Nummer gefunden: {n}.", "matched_business_id": "Über die Unternehmensnummer gefunden: {n}.", "matched_name": "Über den Namen gefunden: {n}.",
		"rule_found": "{rule}: {n}", "cause_register": "{label}: dort berichtigen, dann neu ausgeben.", "cause_file": "{label}: eine andere Datei wählen.",
		"register_note": "{label}: {note}", "more_notes": "{label}: {n} weitere dieser Art.",
		"side_fault": "Nicht verglichen. {label}: {fault}", "not_compared": "Nicht verglichen: {why}. Bitte wiederholen.",
		"same_file":     "Das ist dieselbe Datei wie auf der anderen Seite: bitte neu ausgeben.",
		"file_not_kept": "Das ist keine Datei eines Laufs. Ohne Lauf vergleicht lotse compare Dateien.",
		"file_changed":  "Die Datei wurde verändert, seit sie aufbewahrt ist: bitte neu wählen.",
	},
	"fi": {
		"rackbeat_itself": "Rackbeat itse", "cause_live": "{label}: korjaa siellä ja vertaa uudelleen.",
		"customers": "Asiakkaat", "suppliers": "Toimittajat", "products": "Tuotteet",
		"compared_passed": "{what}: {n} täsmää, ei korjattavaa.",
		"compared_must":   "{what}: {n} täsmää, {must} on korjattava.",
		"compared_warn":   "{what}: {n} täsmää, {warn} on katsottava.",
		"compared_both":   "{what}: {n} täsmää, {must} on korjattava, {warn} on katsottava.",
		"reading":         "Luetaan: {label}", "comparing": "Verrataan",
		"register_read": "{label}: {n} riviä ({how}).",
		"matched_code":  "Koodilla täsmää {n}.", "matched_business_id": "Y-tunnuksella täsmää {n}.", "matched_name": "Nimellä täsmää {n}.",
		"rule_found": "{rule}: {n}", "cause_register": "{label}: korjaa siellä ja vie sitten uudelleen.", "cause_file": "{label}: valitse toinen tiedosto.",
		"register_note": "{label}: {note}", "more_notes": "{label}: {n} muuta samanlaista.",
		"side_fault": "Ei verrattu. {label}: {fault}", "not_compared": "Ei verrattu: {why}. Aja uudelleen.",
		"same_file":     "Se on sama tiedosto kuin toisella puolella: vie se uudelleen.",
		"file_not_kept": "Se ei ole minkään ajon tiedosto. Ilman ajoa tiedostoja vertaa lotse compare.",
		"file_changed":  "Tiedosto on muuttunut säilytyksen jälkeen: valitse se uudelleen.",
	},
}
