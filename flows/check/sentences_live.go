package check

import "lotse/flows"

// liveSentences are what a person reads of registers that are read from the
// system itself, by language and code.
var liveSentences = flows.Sentences{
	"en": {
		"relations_passed": "All {n} entries have their business relation.",
		withoutRelation:    "{n} of {all} entries have no business relation and would be left out of the import: rows {rows}.",
		"buyers_read":      "{label}: {n} rows, told apart by {column}.",
		"no_key":           "No column is found by which the buyers of both files can be told: {names}.",
		"cause_relation":   "The relation is missing in the portal, or still pending: add or accept it there, then export again.",
		"cause_grouping":   "The number in the buyer grouping file is another one than in the portal.",

		"registers_read": "All registers can be read: {n} rows.",
		"register_live":  "{what}: {n} rows on {pages} pages.",
		"register_page":  "{what}: page {page}, {n} rows so far",
		"register_waits": "Rackbeat wants a rest of {seconds} seconds",

		"net_shape_unknown":     "The answer for the register {register} has no list of rows with a number.",
		"net_register_changed":  "{what}: the register changed while it was read: {was} rows became {is}. Read it again.",
		"net_number_again":      "{what}: number {number} came on page {a} and again on page {b}: the register changed while it was read. Read it again.",
		"net_register_too_long": "{what}: a register takes 5,000,000 rows, and here are more.",
		"why_interface":         "The interface of Rackbeat was changed. A file of the register does as well.",
		"why_work":              "Somebody works in Rackbeat, or an import runs.",

		"catalogue_passed": "{n} products: every part number is there, once, and as TechData has it.",
		"catalogue_flawed": "{n} products, {flaws} to look at: {first}",
		partMissing:        "{product} has no part number.",
		partSpoilt:         "{product}: {part} was changed by a spreadsheet; digits are lost. Take the part number from TechData anew, as text.",
		partTwice:          "{product} has the part number {part}, which {other} has, too.",
		partDiffers:        "{product}: the SKU is {sku}, the part number {part}.",
		partBlank:          "{product}: the part number {part} has blanks in it.",

		partMissing + "_none": "Every product has a part number.", partMissing + "_some": "Without a part number: {n}",
		partSpoilt + "_none": "No part number was changed by a spreadsheet.", partSpoilt + "_some": "Changed by a spreadsheet: {n}",
		partTwice + "_none": "Every part number stands once.", partTwice + "_some": "With the part number of another product: {n}",
		partDiffers + "_none": "Every part number is the SKU.", partDiffers + "_some": "Not the SKU: {n}",
		partBlank + "_none": "No part number has blanks.", partBlank + "_some": "With blanks: {n}",
	},
	"de": {
		"relations_passed": "Alle {n} Einträge haben ihre Geschäftsbeziehung.",
		withoutRelation:    "{n} von {all} Einträgen haben keine Geschäftsbeziehung und fielen beim Import weg: Zeilen {rows}.",
		"buyers_read":      "{label}: {n} Zeilen, unterschieden nach {column}.",
		"no_key":           "Keine Spalte gefunden, an der sich die Käufer beider Dateien erkennen lassen: {names}.",
		"cause_relation":   "Die Beziehung fehlt im Portal oder wartet noch auf Annahme: dort anlegen oder annehmen, dann neu ausgeben.",
		"cause_grouping":   "Die Nummer in der Buyer-Grouping-Datei ist eine andere als im Portal.",

		"registers_read": "Alle Register lassen sich lesen: {n} Zeilen.",
		"register_live":  "{what}: {n} Zeilen auf {pages} Seiten.",
		"register_page":  "{what}: Seite {page}, bisher {n} Zeilen",
		"register_waits": "Rackbeat wünscht {seconds} Sekunden Pause",

		"net_shape_unknown":     "In der Antwort für das Register {register} steht keine Liste von Zeilen mit einer Nummer.",
		"net_register_changed":  "{what}: das Register hat sich beim Lesen geändert: aus {was} Zeilen wurden {is}. Bitte noch einmal lesen.",
		"net_number_again":      "{what}: die Nummer {number} kam auf Seite {a} und noch einmal auf Seite {b}: das Register hat sich beim Lesen geändert. Bitte noch einmal lesen.",
		"net_register_too_long": "{what}: ein Register fasst 5.000.000 Zeilen, hier sind es mehr.",
		"why_interface":         "Die Schnittstelle von Rackbeat wurde geändert. Eine Datei des Registers tut es auch.",
		"why_work":              "Jemand arbeitet in Rackbeat, oder ein Import läuft.",

		"catalogue_passed": "{n} Produkte: jede Teilenummer ist da, einmal, und wie bei TechData.",
		"catalogue_flawed": "{n} Produkte, {flaws} zum Ansehen: {first}",
		partMissing:        "{product} hat keine Teilenummer.",
		partSpoilt:         "{product}: {part} wurde von einer Tabelle verändert, Ziffern fehlen. Die Teilenummer neu von TechData holen, als Text.",
		partTwice:          "{product} hat die Teilenummer {part}, die auch {other} hat.",
		partDiffers:        "{product}: die SKU ist {sku}, die Teilenummer {part}.",
		partBlank:          "{product}: in der Teilenummer {part} stehen Leerzeichen.",

		partMissing + "_none": "Jedes Produkt hat eine Teilenummer.", partMissing + "_some": "Ohne Teilenummer: {n}",
		partSpoilt + "_none": "Keine Teilenummer wurde von einer Tabelle verändert.", partSpoilt + "_some": "Von einer Tabelle verändert: {n}",
		partTwice + "_none": "Jede Teilenummer steht einmal da.", partTwice + "_some": "Mit der Teilenummer eines anderen Produkts: {n}",
		partDiffers + "_none": "Jede Teilenummer ist die SKU.", partDiffers + "_some": "Nicht die SKU: {n}",
		partBlank + "_none": "Keine Teilenummer hat Leerzeichen.", partBlank + "_some": "Mit Leerzeichen: {n}",
	},
	"fi": {
		"relations_passed": "Kaikilla {n} rivillä on liikesuhde.",
		withoutRelation:    "{n} rivillä (kaikkiaan {all}) ei ole liikesuhdetta, ja ne jäisivät pois tuonnista: rivit {rows}.",
		"buyers_read":      "{label}: {n} riviä, tunnisteena {column}.",
		"no_key":           "Saraketta, josta kummankin tiedoston ostajat tunnistaa, ei löydy: {names}.",
		"cause_relation":   "Liikesuhde puuttuu portaalista tai odottaa hyväksyntää: lisää tai hyväksy se siellä ja vie tiedosto uudelleen.",
		"cause_grouping":   "Buyer grouping -tiedoston numero on eri kuin portaalissa.",

		"registers_read": "Kaikki rekisterit voi lukea: {n} riviä.",
		"register_live":  "{what}: {n} riviä, {pages} sivua.",
		"register_page":  "{what}: sivu {page}, {n} riviä tähän mennessä",
		"register_waits": "Rackbeat pyytää {seconds} sekunnin tauon",

		"net_shape_unknown":     "Rekisterin {register} vastauksessa ei ole luetteloa riveistä, joilla on numero.",
		"net_register_changed":  "{what}: rekisteri muuttui luettaessa: rivejä oli {was}, nyt {is}. Lue se uudelleen.",
		"net_number_again":      "{what}: numero {number} tuli sivulla {a} ja uudelleen sivulla {b}: rekisteri muuttui luettaessa. Lue se uudelleen.",
		"net_register_too_long": "{what}: rekisteriin mahtuu 5 000 000 riviä, ja tässä on enemmän.",
		"why_interface":         "Rackbeatin rajapinta on muuttunut. Rekisterin tiedosto käy yhtä hyvin.",
		"why_work":              "Joku työskentelee Rackbeatissa, tai tuonti on käynnissä.",

		"catalogue_passed": "{n} tuotetta: jokaisella on osanumero, kerran ja sama kuin TechDatalla.",
		"catalogue_flawed": "{n} tuotetta, {flaws} on katsottava: {first}",
		partMissing:        "{product}: osanumero puuttuu.",
		partSpoilt:         "{product}: taulukkolaskenta on muuttanut numeron {part}, numeroita puuttuu. Hae osanumero TechDatalta uudelleen tekstinä.",
		partTwice:          "{product}: osanumero {part} on myös tuotteella {other}.",
		partDiffers:        "{product}: SKU on {sku}, osanumero {part}.",
		partBlank:          "{product}: osanumerossa {part} on välilyöntejä.",

		partMissing + "_none": "Jokaisella tuotteella on osanumero.", partMissing + "_some": "Ilman osanumeroa: {n}",
		partSpoilt + "_none": "Taulukkolaskenta ei ole muuttanut osanumeroita.", partSpoilt + "_some": "Taulukkolaskennan muuttamia: {n}",
		partTwice + "_none": "Jokainen osanumero on kerran.", partTwice + "_some": "Toisen tuotteen osanumerolla: {n}",
		partDiffers + "_none": "Jokainen osanumero on SKU.", partDiffers + "_some": "Ei SKU: {n}",
		partBlank + "_none": "Osanumeroissa ei ole välilyöntejä.", partBlank + "_some": "Välilyöntejä: {n}",
	},
}
