package register

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
)

// A row may be none of the register's: a total, the foot of a page, a line that
// is drawn. They are known by their words, and by how they stand, which who asks
// has to look at.

// phrases is the set of those in a list.
func phrases(between, list string) func() map[string]bool {
	return sync.OnceValue(func() map[string]bool {
		all := map[string]bool{}
		for phrase := range strings.SplitSeq(list, between) {
			all[phrase] = true
		}
		return all
	})
}

// sumWords are the words that sum rows up, or count them.
var sumWords = phrases(",", "yhteensä,kaikki yhteensä,summa yhteensä,loppusumma,välisumma,summa,yht,"+
	"summe,gesamt,gesamtsumme,insgesamt,zwischensumme,endsumme,summe gesamt,gesamtergebnis,ergebnis,"+
	"total,totals,grand total,subtotal,sub-total,sub total,sum,sum total,overall total,total sum,"+
	"totalt,delsumma,slutsumma,i alt,ialt,subtotal i alt,sluttotal,hovedtotal,delsum,sum totalt,"+
	"kokku,vahesumma,kopā,iš viso,razem,suma,suma końcowa,ogółem,celkem,totaal,eindtotaal,totale,totale complessivo,total général,sous-total,"+
	"total general,итого,всего,kaikkiaan")

// numberWords are words that a number of rows follows.
var numberWords = phrases(",", "lukumäärä,rivejä,riviä,rivit,anzahl,zeilen,datensätze,anzahl datensätze,anzahl zeilen,rows,records,entries,count,row count,total count,"+
	"number of rows,number of records,antal,antall,rader,antal rader,rækker,poster,antal poster")

// countWords follow a number of rows.
var countWords = phrases(" ", "kpl kappaletta riviä rivi asiakasta toimittajaa tuotetta st stk stück zeilen zeile sätze datensätze einträge kunden artikel lieferanten "+
	"pcs rows row records record entries items item lines customers suppliers products rader rækker poster kunder leverantörer eur € usd sek dkk nok")

// IsSum reports whether a text is a sum word, with no more than a number and what
// is counted behind it: Yhteensä, Summe: 1.234,00, Total 2 items.
func IsSum(s string) bool {
	if len(s) > 80 {
		return false
	}
	word, number, unit := sumParts(s)
	return (sumWords()[word] || number && numberWords()[word]) && (number || unit == "") && (unit == "" || countWords()[unit])
}

// sumParts takes a text apart: words, then whether a number follows, then words.
func sumParts(s string) (word string, number bool, unit string) {
	s = strings.ToLower(strings.TrimFunc(s, IsBlank))
	s = strings.TrimLeft(s, "*=_#σ∑( ")
	i := strings.IndexFunc(s, func(c rune) bool { return unicode.IsDigit(c) || strings.ContainsRune(":=(", c) })
	if i < 0 {
		return strings.TrimRight(s, " .*=_#)"), false, ""
	}
	word, rest := strings.TrimRight(s[:i], " .-:=("), strings.TrimLeft(s[i:], ":=( ")
	j := strings.IndexFunc(rest, unicode.IsLetter)
	if j < 0 {
		j = len(rest)
	}
	number = strings.ContainsAny(rest[:j], "0123456789")
	return word, number, strings.TrimRight(rest[j:], " .*=_#)")
}

// IsQuantity reports whether a text is no name: nothing, a number, or a number of
// something, such as 2 kpl.
func IsQuantity(s string) bool {
	word, number, unit := sumParts(s)
	return word == "" && (unit == "" || countWords()[unit]) && (number || unit == "")
}

// feet are what stands at the foot of a page, or at the end of a list.
var feet = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^[\W_]*(page|sivu|seite|sida|side|blatt|pagina|página|strona|lk)[\W_]*\d+([\W_]*(of|von|av|af|yht)?[\W_]*\d+)?[\W_]*$` +
		`|^-+ ?\d+ ?-+$` +
		`|^[\W_]*(tulostettu|tulostuspäivä|tulostuspvm|printed( on| at)?|gedruckt( am)?|druckdatum|ausdruck( vom)?|utskrivet|utskriven|utskriftsdatum|udskrevet|` +
		`exported( on| at)?|exportiert( am)?|viety|vientipäivä|vientipvm|erstellt( am)?|created( on| at)?|generated( on| at)?|luotu|skapad|oprettet|raportti|report|stand)[\W_]+\d[\d.:/T -]*\d\W*$` +
		`|^[\W_]*(end of (report|file|list|data)|raportin loppu|luettelon loppu|listan loppu|ende der liste|listenende|berichtsende|slut på rapport(en)?)[\W_]*$`)
})

var rowCount = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^\(?\d+ (\pL+)( (affected|selected|returned|exported|found))?\)?\.?$`)
})

// IsFoot reports whether a text is what stands at the foot of a page, or at the
// end of a printed list: its page, when it was printed, how many rows it has.
func IsFoot(s string) bool {
	if len(s) > 120 {
		return false
	}
	s = strings.ToLower(strings.TrimFunc(s, IsBlank))
	if m := rowCount().FindStringSubmatch(s); m != nil && countWords()[m[1]] {
		return true
	}
	return feet().MatchString(s)
}

// IsLine reports whether a text is a line that is drawn: -----.
func IsLine(s string) bool { return len(s) >= 3 && strings.Trim(s, "-=_*~+| ─━═") == "" }
