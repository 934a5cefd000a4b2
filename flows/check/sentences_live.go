package check

import "lotse/flows"

// liveSentences are what a person reads of registers that are read from the
// system itself, by language and code.
var liveSentences = flows.Sentences{
	"en": {
		"registers_read": "All registers can be read: {n} rows.",
		"register_live":  "{what}: {n} rows on {pages} pages.",
		"register_page":  "{what}: page {page}, {n} rows so far",
		"register_waits": "Rackbeat wants a rest of {seconds} seconds",
		"live_side":      "{label}: read from Rackbeat, {n} rows.",

		"net_shape_unknown":     "The answer for the register {register} has no list of rows with a number.",
		"net_register_changed":  "{what}: the register changed while it was read: {was} rows became {is}. Read it again.",
		"net_number_again":      "{what}: number {number} came on page {a} and again on page {b}: the register changed while it was read. Read it again.",
		"net_register_too_long": "{what}: a register takes 5,000,000 rows, and here are more.",
		"why_interface":         "The interface of Rackbeat was changed. A file of the register does as well.",
		"why_work":              "Somebody works in Rackbeat, or an import runs.",
	},
	"de": {
		"registers_read": "Alle Register lassen sich lesen: {n} Zeilen.",
		"register_live":  "{what}: {n} Zeilen auf {pages} Seiten.",
		"register_page":  "{what}: Seite {page}, bisher {n} Zeilen",
		"register_waits": "Rackbeat wünscht {seconds} Sekunden Pause",
		"live_side":      "{label}: aus Rackbeat gelesen, {n} Zeilen.",

		"net_shape_unknown":     "In der Antwort für das Register {register} steht keine Liste von Zeilen mit einer Nummer.",
		"net_register_changed":  "{what}: das Register hat sich beim Lesen geändert: aus {was} Zeilen wurden {is}. Bitte noch einmal lesen.",
		"net_number_again":      "{what}: die Nummer {number} kam auf Seite {a} und noch einmal auf Seite {b}: das Register hat sich beim Lesen geändert. Bitte noch einmal lesen.",
		"net_register_too_long": "{what}: ein Register fasst 5.000.000 Zeilen, hier sind es mehr.",
		"why_interface":         "Die Schnittstelle von Rackbeat wurde geändert. Eine Datei des Registers tut es auch.",
		"why_work":              "Jemand arbeitet in Rackbeat, oder ein Import läuft.",
	},
	"fi": {
		"registers_read": "Kaikki rekisterit voi lukea: {n} riviä.",
		"register_live":  "{what}: {n} riviä, {pages} sivua.",
		"register_page":  "{what}: sivu {page}, {n} riviä tähän mennessä",
		"register_waits": "Rackbeat pyytää {seconds} sekunnin tauon",
		"live_side":      "{label}: luettu Rackbeatista, {n} riviä.",

		"net_shape_unknown":     "Rekisterin {register} vastauksessa ei ole luetteloa riveistä, joilla on numero.",
		"net_register_changed":  "{what}: rekisteri muuttui luettaessa: rivejä oli {was}, nyt {is}. Lue se uudelleen.",
		"net_number_again":      "{what}: numero {number} tuli sivulla {a} ja uudelleen sivulla {b}: rekisteri muuttui luettaessa. Lue se uudelleen.",
		"net_register_too_long": "{what}: rekisteriin mahtuu 5 000 000 riviä, ja tässä on enemmän.",
		"why_interface":         "Rackbeatin rajapinta on muuttunut. Rekisterin tiedosto käy yhtä hyvin.",
		"why_work":              "Joku työskentelee Rackbeatissa, tai tuonti on käynnissä.",
	},
}
