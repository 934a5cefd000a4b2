package face

import (
	"strconv"
	"strings"
	"time"
	"unicode"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/spell"
	"lotse/flows/words"
)

// Spelled is one part of a value as it is read aloud.
type Spelled struct {
	Text string // as it stands; "" where it cannot be seen
	Says string
	Note string // what it is not to be mistaken for; "" for nothing
	// Doubt says that it is mistaken when it is read, and not only when it is heard.
	Doubt bool
}

// MaxSpelled is how many characters of a value are spelled.
const MaxSpelled = 400

// Spell spells a value in an alphabet for somebody whose language is lang, and says
// what holds of all its letters. Of what is longer than MaxSpelled, rest characters
// are left out.
func Spell(a spell.Alphabet, lang, value string) (parts []Spelled, all string, rest int) {
	runes := []rune(value)
	if len(runes) > MaxSpelled {
		runes, rest = runes[:MaxSpelled], len(runes)-MaxSpelled
	}
	value = string(runes)
	s := speller{lang: a.Language(lang), mixed: spell.CaseOf(value) == spell.Mixed}
	for _, p := range spell.Value(a, value) {
		parts = append(parts, s.part(&p))
	}
	switch spell.CaseOf(value) {
	case spell.Small:
		all = s.say("spell.all_small")
	case spell.Capital:
		all = s.say("spell.all_capital")
	case spell.Mixed:
		all = s.say("spell.mixed")
	}
	return parts, all, rest
}

// speller says the parts of a value in a language.
type speller struct {
	lang  string
	mixed bool // capital letters are said
}

func (s speller) say(code string, args ...any) string {
	return words.Say(s.lang, flows.Msg(code, args...))
}

func (s speller) part(p *spell.Part) Spelled {
	out := Spelled{Text: visible(p.Text), Says: p.Word, Doubt: p.Alike != ""}
	switch p.Kind {
	case spell.Digits:
		out.Says = s.digits(p.Text)
	case spell.Sign:
		out.Says = s.say("spell." + p.Word)
	case spell.Letter:
		if p.Accent != "" {
			out.Says = s.say("spell.accented", "word", p.Word, "accent", s.say("spell."+p.Accent))
		}
		if p.Upper && s.mixed {
			out.Says = s.say("spell.capital", "word", out.Says)
		}
	}
	switch mistaken := p.Alike + p.Sounds; {
	case mistaken == "":
	case p.Kind == spell.Other:
		out.Note = s.say("spell.looks_like", "chars", mistaken)
	default:
		out.Note = s.say("spell.not", "chars", strings.Join(strings.Split(mistaken, ""), ", "))
	}
	return out
}

func (s speller) digits(text string) string {
	var all []string
	for _, d := range text {
		all = append(all, s.say("spell.d"+strconv.Itoa(int(d-'0'))))
	}
	return strings.Join(all, " ")
}

// visible is what can be shown of a character; "" for what cannot.
func visible(text string) string {
	if strings.ContainsFunc(text, func(r rune) bool { return !unicode.IsPrint(r) || unicode.IsSpace(r) }) {
		return ""
	}
	return flows.CleanLine(text)
}

// ReadBack says who heard an answer read back, and when.
func ReadBack(lang string, now time.Time, b *run.ReadBackView) string {
	t := words.For(lang)
	when := words.Clock(lang, b.At.In(now.Location()))
	if day := Day(t, now, b.At); day != t.When.Today {
		when = day + " " + when
	}
	return words.Say(lang, flows.Msg("spell.read_back", "when", when, "by", flows.CleanLine(b.By)))
}

// AlphabetName is what an alphabet is called.
func AlphabetName(lang string, a spell.Alphabet) string {
	return words.Say(lang, flows.Msg("spell."+string(a)))
}
