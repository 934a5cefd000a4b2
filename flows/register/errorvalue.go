package register

import (
	"strings"
	"sync"
)

// errorWords are what a sheet shows for a formula that failed, a language of
// Excel a line; the last lines are those of newer functions, and of LibreOffice
// and Google Sheets.
const errorWords = `
#NULL! #DIV/0! #VALUE! #REF! #NAME? #NUM! #N/A
#NULL! #DIV/0! #WERT! #BEZUG! #NAME? #ZAHL! #NV
#TYHJÄ! #JAKO/0! #ARVO! #VIITTAUS! #NIMI? #LUKU! #PUUTTUU! #PUUTTUU
#SKÄRNING! #DIVISION/0! #VÄRDEFEL! #REFERENS! #NAMN? #OGILTIGT! #SAKNAS! #SAKNAS
#NUL! #DIVISION/0! #VÆRDI! #REFERENCE! #NAVN? #NUM! #I/T
#NULL! #DIV/0! #VERDI! #REF! #NAVN? #NUM! #I/T
#VÄÄRTUS! #VIIDE! #NIMI? #ARV! #PUUDUB!
#LEEG! #DEEL/0! #WAARDE! #VERW! #NAAM? #GETAL! #N/B
#NUL! #DIV/0! #VALEUR! #REF! #NOM? #NOMBRE! #N/A
#NULLO! #DIV/0! #VALORE! #RIF! #NOME? #NUM! #N/D
#¡NULO! #¡DIV/0! #¡VALOR! #¡REF! #¿NOMBRE? #¡NUM! #N/D #N/A
#NULO! #DIV/0! #VALOR! #REF! #NOME? #NÚM! #N/D #N/DISP
#ZERO! #DZIEL/0! #ARG! #ADR! #NAZWA? #LICZBA! #N/D! #N/D
#NULL! #DĚLENÍ_NULOU! #HODNOTA! #ODKAZ! #NÁZEV? #ČÍSLO! #NENÍ_K_DISPOZICI
#NULL? #DELENIENULOU! #HODNOTA! #ODKAZ! #NÁZOV? #ČÍSLO! #NEDOSTUPNÝ
#NULLA! #ZÉRÓOSZTÓ! #ÉRTÉK! #HIV! #NÉV? #SZÁM! #HIÁNYZIK
#NIČ! #DEL/0! #VREDN! #SKLIC! #IME? #ŠTEV! #N/V
#NUL! #IMPARTIRE/0! #VALOARE! #REFERINŢĂ! #REFERINȚĂ! #NUME? #NUMĂR! #INDISPONIBIL
#ПУСТО! #ДЕЛ/0! #ЗНАЧ! #ССЫЛКА! #ИМЯ? #ЧИСЛО! #Н/Д
#ПУСТО! #ДІЛ/0! #ЗНАЧ! #ПОСИЛ! #ІМ'Я? #ЧИСЛО! #Н/Д
#ΚΕΝΟ! #ΔΙΑΙΡ/0! #ΤΙΜΗ! #ΑΝΑΦ! #ΟΝΟΜΑ? #ΑΡΙΘ! #Δ/Υ
#BOŞ! #SAYI/0! #DEĞER! #BAŞV! #AD? #SAYI! #YOK
#SPILL! #CALC! #FIELD! #BLOCKED! #UNKNOWN! #CONNECT! #BUSY! #EXTERNAL! #PYTHON! #TIMEOUT! #GETTING_DATA
#ÜBERLAUF! #KALK! #FELD! #BLOCKIERT! #UNBEKANNT! #VERBINDEN! #DATEN_ABRUFEN
#EXPANSION! #BERÄKNA! #FÄLT! #BLOCKERAD! #OKÄND! #OVERLØB! #BEREGN! #FELT! #OVERFLYT!
#PROPAGATION! #EPARS! #CALCUL! #CHAMP! #ESPANSIONE! #CAMPO! #OVERLOOP! #BEREKENEN! #VELD!
#ERROR! #ERR! #LADATAAN...
`

var errorValues = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{}
	for _, word := range strings.Fields(errorWords) {
		all[word] = true
	}
	return all
})

// errorNumbers are how LibreOffice shows an error by its number: Err:502.
var errorNumbers = []string{"ERR:", "FEHLER:", "VIRHE:", "FEL:", "ERREUR :"}

// IsErrorValue reports whether a value is what a sheet shows for a formula that
// failed, or for a number that is wider than its column.
func IsErrorValue(s string) bool {
	if len(s) < 3 || s[0] != '#' && (len(s) < 5 || s[len(s)-4] != ':') { // nearly all values
		return false
	}
	if s[0] == '#' {
		return strings.Trim(s, "#") == "" || errorValues()[strings.ToUpper(s)]
	}
	for _, begin := range errorNumbers {
		if number, ok := strings.CutPrefix(strings.ToUpper(s), begin); ok && len(number) == 3 && IsDigits(number) {
			return true
		}
	}
	return false
}

// IsUnread reports whether a value has a sign that could not be read: the one
// that stands for such, or a control character that no text has.
func IsUnread(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0xc2 {
			return HasUnread(s[i:])
		}
	}
	return false
}

// HasUnread is IsUnread for a long text.
func HasUnread(s string) bool {
	if strings.Contains(s, "\ufffd") {
		return true
	}
	for { // U+0080 to U+009F are C2 80 to C2 9F
		i := strings.IndexByte(s, 0xc2)
		if i < 0 || i+1 >= len(s) {
			return false
		}
		if s[i+1]&0xe0 == 0x80 {
			return true
		}
		s = s[i+1:]
	}
}
