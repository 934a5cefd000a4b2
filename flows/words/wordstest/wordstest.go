// Package wordstest helps tests that hold what an older Lotse printed: it says
// their sentences in the words of today. It imports flows and flows/words, and only
// tests import it.
package wordstest

import (
	"regexp"
	"strings"

	"lotse/flows"
	"lotse/flows/words"
)

// reworded are sentences as they read when the older store was written.
var reworded = []struct{ lang, code, old string }{
	{words.German, "wanted", "Keine Antwort: nachtragen oder mit Grund hinnehmen."},
	{words.German, "https", "Unverschlüsselt: die Adresse muss mit https:// beginnen."},
	{words.German, "known-typo", "{domain}: ist {known} gemeint?"},
	{words.German, "business-id-fi", "{value} ist keine finnische Firmennummer (1234567-8)."},
	{words.German, "business_id_digit", "{value}: die Prüfziffer {digit} passt nicht. Vertippt?"},
	{words.German, "business_id_never", "{value}: so eine Nummer wird nie vergeben; nachsehen."},
	{words.German, "guid_zero", "Die GUID besteht aus Nullen: das steht für keine."},
	{words.German, "rackbeat-key", "{parts} Teile: ein Rackbeat-Schlüssel hat 3, mit Punkten."},
	{words.German, "rackbeat_key_part", "Teil {n} ist nicht lesbar: ist der Schlüssel ganz kopiert?"},
	{words.German, "relationship_zero", "{part} ist null: das steht für nichts."},
	{words.German, "relationship_same", "indirectCSPId gleicht partnerId: eines ist falsch."},
	{words.German, "read", "Zu lesen: wer den Schritt abschließt, hat es gelesen."},
	{words.German, "look_again", "Noch einmal ansehen: worauf es beruht, hat sich geändert."},
	{words.German, "duplicate", "{value} steht zweimal da: eines genügt."},
	{words.German, "min", "{rows} von mindestens {min}: es fehlen noch {missing}."},
	{words.German, "warned", "Die Prüfung hat etwas gefunden: ansehen oder hinnehmen."},
	{words.German, "not_run", "Noch nicht geprüft: prüfen lassen."},
	{words.German, "unknown", "Nicht geprüft: prüfen lassen oder mit Grund hinnehmen."},
	{words.German, "waiting", "Gewartet wird auf: {for}."},
	{words.German, "gate_closed", "Kein Zurück mehr: {word} eingeben, um weiterzugehen."},
	{words.German, "number", "Keine Zahl: so schreiben wie 12 oder 12,5."},
	{words.German, "date", "Kein Datum: 24.11.2026, 24.11., +3d oder montag."},
	{words.German, "no_such_day", "{value}: diesen Tag gibt es nicht."},
	{words.German, "choice", "Steht nicht zur Wahl: eines wählen von {options}."},
	{words.German, "choices", "{value} steht nicht zur Wahl; es gibt {options}."},
	{words.German, "url", "Keine Webadresse: sie beginnt mit https:// oder http://."},
	{words.German, "code", "Leerzeichen darin: ein Code hat keine."},
	{words.German, "secret", "Ein Geheimnis: in sein eigenes Feld, nie als Text."},
	{words.German, "email", "{value} ist keine E-Mail-Adresse: name@example.org."},
	{words.German, "email_domain", "{value}: hinter dem @ steht keine gültige Domain."},
	{words.Finnish, "no-spaces", "Välilyöntejä: poista ne."},
	{words.Finnish, "digits", "Muutakin kuin numeroita: {value}."},
	{words.Finnish, "look-alike", "Merkki {n} on {char} ({point}), vain näyttää merkiltä {plain}."},
	{words.Finnish, "currency_ended", "{value} ei ole käytössä ({date} alkaen): nyt {after}."},
	{words.Finnish, "currency_ended_alone", "{value} ei ole käytössä ({date} alkaen)."},
	{words.Finnish, "min", "{rows}, vähintään {min}: lisää vielä {missing}."},
	{words.Finnish, "max", "{rows} riviä, enintään {max}: poista {surplus}."},
	{words.Finnish, "gate_closed", "Paluuta ei ole: kirjoita {word}, niin pääset läpi."},
	{words.Finnish, "number", "Ei luku: kirjoita esimerkiksi 12 tai 12,5."},
	{words.Finnish, "date", "Ei päivämäärä: 24.11.2026, 24.11., +3d tai maanantai."},
	{words.Finnish, "choice", "Ei vaihtoehto: valitse jokin näistä: {options}."},
	{words.Finnish, "url", "Ei verkko-osoite: alussa on https:// tai http://."},
	{words.Finnish, "code", "Välilyöntejä: koodissa niitä ei ole."},
}

// Anew is what an older Lotse printed, in the words of today: what it names is as it
// was. A text whose wording has not changed is given back.
func Anew(printed string) string {
	for _, r := range reworded {
		names := words.Placeholders(r.old)
		pattern := regexp.QuoteMeta(r.old)
		for _, name := range names {
			pattern = strings.ReplaceAll(pattern, regexp.QuoteMeta("{"+name+"}"), "(.*)")
		}
		found := regexp.MustCompile("^" + pattern + "$").FindStringSubmatch(printed)
		if found == nil {
			continue
		}
		m := flows.Msg(r.code)
		for i, name := range names {
			m = m.With(name, found[i+1])
		}
		return words.Say(r.lang, m)
	}
	return printed
}
