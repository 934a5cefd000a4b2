package words_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/library"
	"lotse/flows/words"
)

// glossaryColumns are the columns of testdata/glossary.tsv. A term has its English
// forms with | between, the plural by itself; the translation is one; the stems, of
// which one stands in every sentence that has the term, are parts of words; what is
// not said are whole words, and with * words that begin so; without are the keys of
// sentences that say it in another way.
var glossaryColumns = []string{"term", "de", "fi", "de stems", "fi stems", "not de", "not fi", "without", "note"}

// term is a line of the glossary.
type term struct {
	name    string
	english pattern
	without []string
	own     map[string]ownTerm // by language
}

// ownTerm is a term in one language.
type ownTerm struct {
	says  string
	stems []string // in lower-case letters
	not   pattern
}

// pattern finds whole words, in any case.
type pattern struct {
	parts []string // one of them is in what matches, in lower-case letters
	words *regexp.Regexp
}

// wholeWords is the pattern of words with | between; what ends in * begins a word.
// ends may follow a word.
func wholeWords(cell, ends string) pattern {
	if cell == "" {
		return pattern{}
	}
	var p pattern
	var any []string
	for _, word := range strings.Split(strings.ToLower(cell), "|") {
		whole, begins := strings.CutSuffix(word, "*")
		p.parts = append(p.parts, whole)
		if word = regexp.QuoteMeta(whole); begins {
			word += `[\pL-]*`
		}
		any = append(any, word)
	}
	p.words = regexp.MustCompile(`(?:^|[^\pL\pN._-])((?:` + strings.Join(any, "|") + `)` + ends + `)(?:[^\pL\pN_-]|$)`)
	return p
}

// in finds a pattern in a text of lower-case letters: where its word begins and ends.
func (p pattern) in(text string) []int {
	if !hasOne(text, p.parts) {
		return nil
	}
	if found := p.words.FindStringSubmatchIndex(text); found != nil {
		return found[2:4]
	}
	return nil
}

func hasOne(text string, parts []string) bool {
	return slices.ContainsFunc(parts, func(part string) bool { return strings.Contains(text, part) })
}

func glossary(t *testing.T) []term {
	t.Helper()
	raw, err := os.ReadFile("testdata/glossary.tsv")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(raw)), "\n")
	if lines[0] != strings.Join(glossaryColumns, "\t") {
		t.Fatalf("the columns are %q", lines[0])
	}
	var all []term
	for _, line := range lines[1:] {
		cells := strings.Split(line, "\t")
		if len(cells) < 5 || len(cells) > len(glossaryColumns) {
			t.Fatalf("%d cells: %q", len(cells), line)
		}
		cells = append(cells, make([]string, len(glossaryColumns)-len(cells))...)
		one := term{name: cells[0], english: wholeWords(cells[0], `(?:s|es|'s)?`), without: strings.Fields(cells[7]), own: map[string]ownTerm{}}
		for i, lang := range []string{words.German, words.Finnish} {
			one.own[lang] = ownTerm{cells[1+i], strings.Split(strings.ToLower(cells[3+i]), "|"), wholeWords(cells[5+i], "")}
		}
		all = append(all, one)
	}
	return all
}

// saying is what stands in English and in another language at one place.
type saying struct {
	key, lang, english, own string
	prose, ownProse         string // what is said of it, in lower-case letters
}

func newSaying(key, lang, english, own string) saying {
	return saying{key, lang, english, own, strings.ToLower(prose(english)), strings.ToLower(prose(own))}
}

// sayings are all sentences, words of the interface, texts of the procedures and
// letters.
func sayings(t *testing.T) []saying {
	t.Helper()
	var all []saying
	for _, a := range words.Areas() {
		for lang, sentences := range a.Sentences {
			for code, own := range sentences {
				all = append(all, newSaying(code, lang, a.Sentences[words.English][code], own))
			}
		}
	}
	lib := flows.Open(library.FS, flows.Specs{})
	procedures, err := lib.All()
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range []string{words.German, words.Finnish} {
		all = append(all, ofInterface(lang, "", reflect.ValueOf(*words.For(words.English)), reflect.ValueOf(*words.For(lang)))...)
		for _, p := range procedures {
			own := p.In(lang).Texts()
			for i, at := range p.Texts() {
				all = append(all, newSaying(p.ID+":"+at.Path, lang, at.Text, own[i].Text))
			}
		}
	}
	all = append(all, ofLetters(t)...)
	return slices.DeleteFunc(all, func(s saying) bool { return s.lang == words.English || s.own == s.english })
}

// ofLetters are the letters, each as one.
func ofLetters(t *testing.T) []saying {
	t.Helper()
	const dir, english = "../document/templates/", ".en.txt"
	names, err := filepath.Glob(dir + "*" + english)
	if err != nil || len(names) == 0 {
		t.Fatalf("no letters: %v", err)
	}
	var all []saying
	for _, name := range names {
		inEnglish, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, lang := range []string{words.German, words.Finnish} {
			base := strings.TrimSuffix(filepath.Base(name), english)
			own, err := os.ReadFile(dir + base + "." + lang + ".txt")
			if errors.Is(err, fs.ErrNotExist) {
				continue // its reader does not have that language
			}
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, newSaying("letter:"+base, lang, string(inEnglish), string(own)))
		}
	}
	return all
}

func ofInterface(lang, path string, english, own reflect.Value) []saying {
	if english.Kind() == reflect.String {
		return []saying{newSaying(path, lang, english.String(), own.String())}
	}
	var all []saying
	for i := range english.NumField() {
		name := strings.TrimPrefix(path+"."+english.Type().Field(i).Name, ".")
		all = append(all, ofInterface(lang, name, english.Field(i), own.Field(i))...)
	}
	return all
}

var (
	formsOfWord = regexp.MustCompile(`\{\w+:([^}|]*)\|([^}]*)\}`)
	notSaid     = regexp.MustCompile("\\{+[^}]*\\}+|`[^`]*`|\\[\\[.*?\\]\\]|https?://\\S+|\\blotse [a-z].*")
)

// prose is a sentence without what it names: answers, code, menus, commands.
func prose(sentence string) string {
	return notSaid.ReplaceAllString(formsOfWord.ReplaceAllString(sentence, "$1 $2"), " … ")
}

// has reports whether the English of a saying has a term.
func (s *saying) has(one *term) bool { return one.english.in(s.prose) != nil }

// keeps reports whether a saying has a term as its language says it. A label of a
// portal or a word that is typed stands in every language as it is.
func (s *saying) keeps(one *term) bool {
	if hasOne(strings.ToLower(s.own), one.own[s.lang].stems) {
		return true
	}
	at := one.english.in(s.prose)
	if at == nil {
		return true
	}
	asItIs := regexp.QuoteMeta(prose(s.english)[at[0]:at[1]])
	return regexp.MustCompile(`(?:^|[^\pL-])` + asItIs + `(?:[^\pL-]|$)`).MatchString(s.own)
}

// TestOneTermOneTranslation holds the glossary over all that is said.
func TestOneTermOneTranslation(t *testing.T) {
	all := sayings(t)
	for _, one := range glossary(t) {
		said, without := 0, map[string]bool{}
		for i := range all {
			s := &all[i]
			own := one.own[s.lang]
			if s.has(&one) {
				said++
			}
			if !s.keeps(&one) {
				without[s.key] = true
				if !slices.Contains(one.without, s.key) {
					t.Errorf("%s is %q in %s, and %s says %q, in English %q", one.name, own.says, s.lang, s.key, s.own, s.english)
				}
			}
			if at := own.not.in(s.ownProse); at != nil {
				t.Errorf("%s is %q in %s, and %s says %q: %q", one.name, own.says, s.lang, s.key, s.ownProse[at[0]:at[1]], s.own)
			}
		}
		if said == 0 {
			t.Errorf("%s is said nowhere: take it out", one.name)
		}
		for _, key := range one.without {
			if !without[key] {
				t.Errorf("%s: %s says it, or is no more: take it out of without", one.name, key)
			}
		}
	}
}

// TestTheGlossaryAgreesWithItself: a term stands once, with one translation, which
// has one of its stems and is none of what is not said.
func TestTheGlossaryAgreesWithItself(t *testing.T) {
	terms := map[string]bool{}
	for _, one := range glossary(t) {
		for _, name := range one.english.parts {
			if terms[name] {
				t.Errorf("%s is there twice", name)
			}
			terms[name] = true
		}
		for lang, own := range one.own {
			says := strings.ToLower(own.says)
			switch {
			case says == "" || strings.ContainsAny(says, "|;/,"):
				t.Errorf("%s in %s: %q is not one translation", one.name, lang, own.says)
			case !hasOne(says, own.stems) || slices.Contains(own.stems, ""):
				t.Errorf("%s in %s: no stem is in %q", one.name, lang, own.says)
			case own.not.in(says) != nil:
				t.Errorf("%s in %s: %q is what is not said", one.name, lang, own.says)
			}
		}
	}
	if len(terms) < 60 {
		t.Errorf("%d terms are held", len(terms))
	}
}
