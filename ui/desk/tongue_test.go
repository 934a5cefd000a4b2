package desk

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/run"
	"lotse/flows/spell"
	"lotse/flows/words"
	"lotse/flows/words/wordstest"
	"lotse/ui/theme"
)

// shown are the sizes at which every screen is looked at in every language.
var shown = [][2]int{{80, 24}, {40, 15}}

// englishBeside finds English on a screen of another language.
var englishBeside = map[string]func() *wordstest.English{
	words.German:  sync.OnceValue(func() *wordstest.English { return wordstest.NewEnglish(words.German, typed...) }),
	words.Finnish: sync.OnceValue(func() *wordstest.English { return wordstest.NewEnglish(words.Finnish, typed...) }),
}

// spoken are the words that a screen of a language may hold.
var spoken = func() map[string]func() wordstest.Vocabulary {
	all := map[string]func() wordstest.Vocabulary{}
	for _, lang := range words.Languages() {
		all[lang] = sync.OnceValue(func() wordstest.Vocabulary {
			return wordstest.NewVocabulary(lang, slices.Concat(typed, named, documents("testdata/procedures"), documents("testdata/checks"))...)
		})
	}
	return all
}()

// documents are the procedures of a folder, as they are written.
func documents(folder string) (all []string) {
	files, err := filepath.Glob(filepath.Join(folder, "*.yaml"))
	if err != nil {
		panic(err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			panic(err)
		}
		all = append(all, string(text))
	}
	return all
}

// named are the customers, people, keys and files that the screens name.
var named = []string{
	"Autohaus Nord GmbH", "Muster GmbH", "Aurora", "Borealis", "Pohjola Osat", "Dear", "pgup", "pgdn", "backspace", "shift", "testdata", "Suomi", cards,
	alphabetWords(), "Etunollan Kahden Kahteen Kirjaimen Koodittoman Kortin Numeron Pitkän",
}

// alphabetWords are the words of the spelling alphabets.
func alphabetWords() string {
	var all []string
	for _, a := range spell.Alphabets() {
		for _, p := range spell.Value(a, "abcdefghijklmnopqrstuvwxyzäöüåß") {
			all = append(all, p.Word)
		}
	}
	return strings.Join(all, " ")
}

// typed is what the scenes type, and what others say in them.
var typed = []string{
	"one", "two", "no berth is needed", "English", "not an address", "later", "called back", "ERP, web shop", "web shop", "They call back in the afternoon, and want the sketch first.",
	"The ship's papers", "the secret was refused", "A customer with a very long name", "Some must be put right.", "Address = captain@example.org", "aboa",
}

// fingerprints are no words, nor is the id of the run.
var fingerprints = regexp.MustCompile(`k1-[a-z0-9]{8}|a6rzfx9ver`)

// proposed begins the name of a file, which scrolls within its row.
const proposed = "muster-gmbh-"

// looks is what was looked at in one language.
type looks struct {
	*rig
	lang   string
	frames int
}

// looking is a rig in a language, with what a text is cut by marked.
func looking(r *rig, lang string) *looks {
	r.m.th.Dots = cutHere
	return &looks{rig: r, lang: lang}
}

// look draws the screen at each size, and fails for a line that is wider than
// the window, a word that is cut, words that run into one another or of which a
// part is hidden, and English in another language.
func (l *looks) look(where string) {
	l.t.Helper()
	for _, size := range shown {
		l.size(size[0], size[1])
		l.frames++
		lines := strings.Split(l.screen(), "\n")
		for y, line := range lines {
			if theme.Width(line) > size[0] {
				l.t.Errorf("%s at %d: wider: %s", where, size[0], line)
			}
			if l.isCut(y, line) {
				l.t.Errorf("%s at %d: cut: %s", where, size[0], strings.ReplaceAll(line, cutHere, "…"))
			}
		}
		if strings.HasPrefix(where, "over-letter") {
			continue // a letter is in the language of whoever gets it
		}
		if unknown := spoken[l.lang]().Unknown(fingerprints.ReplaceAllString(besideCuts.ReplaceAllString(strings.Join(lines, "\n"), ""), "")); len(unknown) > 0 {
			l.t.Errorf("%s at %d: no words: %q\n%s", where, size[0], unknown, strings.Join(lines, "\n"))
		}
		if l.lang == words.English {
			continue
		}
		if found := englishBeside[l.lang]().In(strings.Join(lines, "\n")); len(found) > 0 {
			l.t.Errorf("%s at %d: English: %q\n%s", where, size[0], found, strings.Join(lines, "\n"))
		}
	}
	l.size(shown[0][0], shown[0][1])
}

// besideCuts are the words that are cut, which isCut looks at.
var besideCuts = regexp.MustCompile(`\pL+` + cutHere)

// row is a line of a table: cells with at least two blanks between them.
var row = regexp.MustCompile(`[^ │] {2,}[^ │]`)

// isCut reports whether words are cut on a line. Below what is shown in part a
// line has nothing else. The customer in the header gives way, and so do the cells
// of tables: at 40 columns all, else those that hold no text of ours.
func (l *looks) isCut(y int, line string) bool {
	before, _, cut := strings.Cut(line, cutHere)
	switch {
	case !cut, y == 0 && l.m.page != nil, strings.HasSuffix(before, " "), strings.Contains(before, proposed):
		return false
	case !row.MatchString(line):
		return true
	}
	cells := strings.Split(before, "  ")
	return l.m.w > minWidth && wordstest.Begins(l.lang, strings.TrimSpace(cells[len(cells)-1]))
}

// TestStepsInEveryLanguage looks at every step of every procedure with the focus
// on each of its items, and at what opens there.
func TestStepsInEveryLanguage(t *testing.T) {
	procedures(t, func(t *testing.T, procedure, lang string) {
		l := looking(opened(t, procedure, lang), lang)
		for i := range l.m.page.View().Steps {
			id := l.m.page.View().Steps[i].Step.ID
			l.goTo(id)
			l.look(id)
			for k := range l.m.page.View().Step(id).Items {
				if iv := &l.m.page.View().Step(id).Items[k]; l.m.page.Stops(iv) {
					l.focus(iv.Item.ID)
					l.look(id + "." + iv.Item.ID)
				}
			}
		}
		t.Logf("%d frames", l.frames)
	})
}

// speaking is a rig on the procedures of a folder, in a language.
func speaking(t *testing.T, lang string, folder fs.FS, specs flows.Specs) *rig {
	t.Helper()
	overlaid, err := wordstest.Overlaid(folder, specs)
	if err != nil {
		t.Fatal(err)
	}
	r := newRig(t)
	cfg := r.m.cfg
	cfg.Lang, cfg.Library = lang, flows.Open(overlaid, specs)
	r.start(cfg)
	return r
}

// places are screens beside those of TestFrames: how a rig comes there.
var places = map[string]func(t *testing.T, lang string) *rig{
	"findings": func(t *testing.T, lang string) *rig { return addresses(t, lang).demoFound().keys("f", "down", "down") },
	"findings-words": func(t *testing.T, lang string) *rig {
		return addresses(t, lang).demoFound().keys("f", "/", "'kah'")
	},
	"findings-pair": func(t *testing.T, lang string) *rig {
		return addresses(t, lang).demoFound().keys("f", "down", "down", "enter")
	},
	"check-passed": func(t *testing.T, lang string) *rig { return addresses(t, lang).keys("enter") },
	"check-failed": func(t *testing.T, lang string) *rig {
		return speaking(t, lang, os.DirFS("testdata/checks"), flows.Specs{Checks: check.Specs()}).comparing("lnfo@example.org", "info@example.org").keys("enter")
	},
	"columns-none": func(t *testing.T, lang string) *rig { return columnsIn(t, lang).keys("enter") },
	"columns":      func(t *testing.T, lang string) *rig { return columnsIn(t, lang).keys("enter", "enter", "'c'") },
	"columns-chosen": func(t *testing.T, lang string) *rig {
		return columnsIn(t, lang).keys("enter", "enter", "'c'", "right", "down", "down", "right")
	},
}

func addresses(t *testing.T, lang string) *rig {
	t.Helper()
	return speaking(t, lang, os.DirFS("testdata/checks"), flows.Specs{Checks: check.Specs()}).comparing("info@example.org", "info@example.org")
}

func columnsIn(t *testing.T, lang string) *rig {
	t.Helper()
	return strange(t, speaking(t, lang, fstest.MapFS{"cards.yaml": {Data: []byte(cards)}}, flows.Specs{Checks: check.Specs()}), "Avain;Kuka;Y-tunnus")
}

// TestScreensInEveryLanguage looks at all other screens: the list of runs, what
// lies over a page, findings, columns, and the end.
func TestScreensInEveryLanguage(t *testing.T) {
	for _, lang := range words.Languages() {
		frames := 0
		for _, sc := range scenes {
			t.Run(sc.name+"."+lang, func(t *testing.T) {
				r := speaking(t, lang, os.DirFS("testdata/procedures"), testSpecs)
				r.do(r.m.start("harbour", "Muster GmbH", run.Rehearsal))
				sc.set(r)
				l := looking(r, lang)
				l.look(sc.name)
				frames += l.frames
			})
		}
		for name, set := range places {
			t.Run(name+"."+lang, func(t *testing.T) {
				l := looking(set(t, lang), lang)
				l.look(name)
				frames += l.frames
			})
		}
		t.Logf("%s: %d frames", lang, frames)
	}
}
