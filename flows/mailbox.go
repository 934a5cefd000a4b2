package flows

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// roleText are words of local parts by which nobody is called: roles, those of RFC
// 2142 and what German, Finnish, English, Swedish and Danish companies use, then
// what companies do and are.
const roleText = `
	info abuse noc security postmaster hostmaster usenet news webmaster www uucp ftp noreply mail email post web
	it edv ict tech tekniikka technik office kontakt contact kontor toimisto asiakaspalvelu palvelu service helpdesk desk support tuki kundservice kundendienst dienst
	sales marketing vertrieb verkauf myynti markkinointi salg försäljning order orders bestellung bestellungen bestellannahme auftrag tilaus tilaukset beställning ordre
	purchasing einkauf osto ostot hankinta inköp indkøb logistik logistics lager varasto versand warehouse huolto
	accounting accounts buchhaltung fibu finance finanzen talous kirjanpito ekonomi regnskab bogholderi invoice invoices invoicing billing rechnung rechnungen rechnungswesen lasku laskut laskutus faktura fakturor
	hr personal henkilöstö rekry jobs karriere bewerbung career rekrytointi payroll palkat lohn admin administration verwaltung management zentrale central reception empfang vastaanotto head front back
	team group gruppe ryhmä firma company kunden asiakas customer customers partner partners products shop store kauppa markt market haus house talo hotel restaurant ravintola cafe praxis kanzlei apotheke apteekki schule school koulu verein club stadt city
	auto bau rakennus elektro media design print transport nord nordic west east north south süd ost european europe international global finland suomi germany deutschland sweden denmark gmbh oy oyj ab ag kg aps ltd
	the der die das und and ja for von of our my no not do reply test demo api bot`

// roles are those words.
var roles = sync.OnceValue(func() map[string]bool { return wordSet(roleText) })

// givenText are first names by which hardly a company or an institute is called:
// alone, or before a hyphen, only these are a sign. max-planck@ is an institute.
const givenText = `
	anna anne annika antti anu arto birgit björn britta christa claudia daniela eeva eija erika erkki esa eveliina frauke gabriele gisela hanna hannele harri heidi heikki helena
	ilkka inge ingrid irma jaakko jari jens johanna jörg jouni juha juhani jukka jürgen kaisa kari katja katri kimmo kirsi lars lasse lauri leena liisa maija markku marja markus matti merja mika mikko minna
	monika mikael niklas outi päivi pasi pekka petra petri pirjo raija reijo riitta sabine sami satu seppo silke sirpa stefan stefanie susanne tanja tarja teemu teppo thorsten tiina timo torsten
	tuomas tuula tuomo ulla ulrike ursula uwe ville virpi wolfgang`

var givenNames = sync.OnceValue(func() map[string]bool { return wordSet(givenText) })

func wordSet(text string) map[string]bool {
	all := map[string]bool{}
	for _, w := range strings.Fields(text) {
		all[w] = true
	}
	return all
}

// looksPersonal reports whether an address reads like that of one person, by how
// the local part is made: first.last, f.last, last.f, first_last, and with fewer
// signs first-last, first, lastf and flast. It is no more than a sign, and is not
// given where the words are those of a role or a company.
func looksPersonal(address string) bool {
	local, domain, _ := cutLast(strings.ToLower(address), '@')
	local, _, _ = strings.Cut(local, "+") // info+shop is info's
	names := strings.FieldsFunc(local, func(c rune) bool { return c == '.' || c == '_' })
	for i, name := range names {
		name = withoutNumber(name)
		if names[i] = name; isRole(name) || strings.ContainsFunc(name, func(c rune) bool { return c != '-' && !unicode.IsLetter(c) }) {
			return false
		}
	}
	switch {
	case isOfDomain(names, domain):
		return false
	case len(names) == 1:
		return isGiven(names[0]) || isInitialed(names[0])
	case len(names) == 3 && utf8.RuneCountInString(names[1]) == 1: // first.m.last
		return isName(names[0]) && isName(names[2])
	}
	return len(names) == 2 && (isName(names[0]) && isName(names[1]) || isInitial(names[0]) && isName(names[1]) || isName(names[0]) && isInitial(names[1]))
}

// mostNumbered is how many digits somebody has whose name another has, too.
const mostNumbered = 2

func withoutNumber(name string) string {
	if bare := strings.TrimRight(name, "0123456789"); len(name)-len(bare) <= mostNumbered {
		return bare
	}
	return name
}

// isRole reports whether one of the words of a name is a role's.
func isRole(name string) bool {
	const within = 5 // letters of a word that is known within others: kundenservice
	for word := range strings.SplitSeq(name, "-") {
		if roles()[word] {
			return true
		}
		for role := range roles() {
			if len(role) >= within && (strings.HasPrefix(word, role) || strings.HasSuffix(word, role)) {
				return true
			}
		}
	}
	return false
}

// isName reports whether a word may be a name: two letters at least, and a hyphen
// between names.
func isName(word string) bool {
	for part := range strings.SplitSeq(word, "-") {
		if utf8.RuneCountInString(part) < 2 {
			return false
		}
	}
	return true
}

func isInitial(word string) bool { return utf8.RuneCountInString(word) == 1 && word != "-" }

// isGiven reports whether a word is a first name, or begins with one before a
// hyphen.
func isGiven(word string) bool {
	first, last, joined := strings.Cut(word, "-")
	return givenNames()[first] && (!joined || isName(last) && !strings.Contains(last, "-"))
}

// surnames are how surnames end that are known by that.
var surnames = []string{"nen", "mann", "sson"}

// isInitialed reports whether a word is a surname with an initial: virtanenm, or
// mvirtanen, of which no word begins so. A letter with which longer words end is
// none: permanent.
func isInitialed(word string) bool {
	if len(word) < len("xx")+len("nenx") || strings.Contains(word, "-") {
		return false
	}
	front, last := word[:len(word)-1], word[len(word)-1]
	for _, end := range surnames {
		if strings.HasSuffix(front, end) && last != word[len(word)-2] && strings.IndexByte("bcdfghjklmpqrvwxz", last) >= 0 {
			return true
		}
		if strings.HasSuffix(word, end) && isClash(word[0], word[1]) {
			return true
		}
	}
	return false
}

// isClash reports whether no word begins with these two letters.
func isClash(a, b byte) bool {
	const consonants = "bcdfghjklmnpqrstvwxz"
	if strings.IndexByte(consonants, a) < 0 || strings.IndexByte(consonants, b) < 0 {
		return false
	}
	return !strings.Contains("bl br ch cl cr dr fl fr gh gl gn gr kh kl kn kr kv kw ph pf pl pr ps rh sc sh sk sl sm sn sp sq sr st sv sw sz th tr ts tv tw tz vl vr wh wr zw", string([]byte{a, b}))
}

// isOfDomain reports whether all names stand in the domain: then it is the
// company that is called so.
func isOfDomain(names []string, domain string) bool {
	for _, name := range names {
		if name == "" || !strings.Contains(domain, name) && !strings.Contains(domain, strings.ReplaceAll(name, "-", "")) {
			return false
		}
	}
	return true
}
