package spell

// Alphabet names a spelling alphabet.
type Alphabet string

// The alphabets.
const (
	DIN     Alphabet = "din5009" // DIN 5009 of 2022: names of German towns
	Finnish Alphabet = "finnish" // Finnish first names, and the names of letters that none begins with
	ICAO    Alphabet = "icao"    // the international one, of ICAO and NATO
)

// Alphabets are all alphabets, in the order in which a key goes through them.
func Alphabets() []Alphabet { return []Alphabet{DIN, Finnish, ICAO} }

// For is the alphabet of a language; where it has none of its own, the
// international one.
func For(lang string) Alphabet {
	switch lang {
	case "de":
		return DIN
	case "fi":
		return Finnish
	}
	return ICAO
}

// Next is the alphabet after this one; after the last comes the first.
func (a Alphabet) Next() Alphabet {
	all := Alphabets()
	for i := range all {
		if all[i] == a {
			return all[(i+1)%len(all)]
		}
	}
	return all[0]
}

// Known reports whether there is such an alphabet.
func (a Alphabet) Known() bool { return tables[a] != nil }

// Language is the language in which signs, accents and case are said with it; own
// is that of the listener, in which the international one is said.
func (a Alphabet) Language(own string) string {
	switch a {
	case DIN:
		return "de"
	case Finnish:
		return "fi"
	}
	return own
}

// tables are the words by capital letter.
var tables = map[Alphabet]map[rune]string{DIN: din, Finnish: finnish, ICAO: icao}

var din = map[rune]string{
	'A': "Aachen", 'Ä': "Umlaut Aachen", 'B': "Berlin", 'C': "Chemnitz", 'D': "Düsseldorf", 'E': "Essen", 'F': "Frankfurt",
	'G': "Goslar", 'H': "Hamburg", 'I': "Ingelheim", 'J': "Jena", 'K': "Köln", 'L': "Leipzig", 'M': "München", 'N': "Nürnberg",
	'O': "Offenbach", 'Ö': "Umlaut Offenbach", 'P': "Potsdam", 'Q': "Quickborn", 'R': "Rostock", 'S': "Salzwedel", 'ß': "Eszett", 'ẞ': "Eszett",
	'T': "Tübingen", 'U': "Unna", 'Ü': "Umlaut Unna", 'V': "Völklingen", 'W': "Wuppertal", 'X': "Xanten", 'Y': "Ypsilon", 'Z': "Zwickau",
}

var finnish = map[rune]string{
	'A': "Aarne", 'B': "Bertta", 'C': "Celsius", 'D': "Daavid", 'E': "Eemeli", 'F': "Faarao", 'G': "Gideon",
	'H': "Heikki", 'I': "Iivari", 'J': "Jussi", 'K': "Kalle", 'L': "Lauri", 'M': "Matti", 'N': "Niilo",
	'O': "Otto", 'P': "Paavo", 'Q': "kuu", 'R': "Risto", 'S': "Sakari", 'T': "Tyyne", 'U': "Urho",
	'V': "Vihtori", 'W': "wiski", 'X': "äksä", 'Y': "Yrjö", 'Z': "tseta", 'Å': "Åke", 'Ä': "äiti", 'Ö': "öljy",
	'ß': "kaksois-s", 'ẞ': "kaksois-s",
}

var icao = map[rune]string{
	'A': "Alfa", 'B': "Bravo", 'C': "Charlie", 'D': "Delta", 'E': "Echo", 'F': "Foxtrot", 'G': "Golf",
	'H': "Hotel", 'I': "India", 'J': "Juliett", 'K': "Kilo", 'L': "Lima", 'M': "Mike", 'N': "November",
	'O': "Oscar", 'P': "Papa", 'Q': "Quebec", 'R': "Romeo", 'S': "Sierra", 'T': "Tango", 'U': "Uniform",
	'V': "Victor", 'W': "Whiskey", 'X': "X-ray", 'Y': "Yankee", 'Z': "Zulu", 'ß': "Eszett", 'ẞ': "Eszett",
}

// alike are the characters that one is mistaken for when it is read.
var alike = map[rune]string{
	'0': "O", 'O': "0", '1': "lI", 'l': "1I", 'I': "1l", '5': "S", 'S': "5", '8': "B", 'B': "8", '2': "Z", 'Z': "2",
	'-': "_", '_': "-",
}

// sounds are the letters, by capital letter, that one is mistaken for when its name
// is heard.
var sounds = map[rune]string{
	'B': "dpt", 'D': "bpt", 'P': "bdt", 'T': "bdp", 'M': "n", 'N': "m", 'F': "s", 'S': "f",
}

// accents are the accents that have a name, by combining character.
var accents = map[rune]string{
	'\u0300': "grave", '\u0301': "acute", '\u0302': "circumflex", '\u0303': "tilde_over", '\u0304': "macron", '\u0306': "breve",
	'\u0307': "dot_over", '\u0308': "diaeresis", '\u030a': "ring", '\u030b': "double_acute", '\u030c': "caron", '\u0327': "cedilla", '\u0328': "ogonek",
}

// signs are the signs that have a name.
var signs = map[rune]string{
	' ': "space", '\n': "new_line", '\t': "tab", '\u00a0': "hard_space",
	'!': "exclamation", '"': "double_quote", '#': "hash", '$': "dollar", '%': "percent", '&': "ampersand", '\'': "apostrophe",
	'(': "open_round", ')': "close_round", '*': "asterisk", '+': "plus", ',': "comma", '-': "hyphen", '.': "dot", '/': "slash",
	':': "colon", ';': "semicolon", '<': "less", '=': "equals", '>': "greater", '?': "question", '@': "at",
	'[': "open_square", '\\': "backslash", ']': "close_square", '^': "caret", '_': "underscore", '`': "backtick",
	'{': "open_curly", '|': "bar", '}': "close_curly", '~': "tilde", '€': "euro", '§': "section", '–': "en_dash", '—': "em_dash", '°': "degree",
}

// Signs are the codes of all signs and accents that have a name, in no order.
func Signs() []string {
	var all []string
	for _, name := range signs {
		all = append(all, name)
	}
	for _, name := range accents {
		all = append(all, name)
	}
	return all
}
