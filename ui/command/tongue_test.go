//go:build !race

// The race detector sees the same code in every language, and starts some 1,500
// programs for it that are slow under it: English is enough there.

package command_test

import (
	"cmp"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/rogpeppe/go-internal/txtar"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/document"
	"lotse/flows/library"
	"lotse/flows/words"
	"lotse/flows/words/wordstest"
)

// TestScriptsInAnotherLanguage runs the calls of all scripts in another language, in
// which they take turns: each exits as it does in English, and nothing that it prints
// for people is English, nor any sentence inside JSON. TestScriptsInEveryLanguage runs
// each in all of them.
func TestScriptsInAnotherLanguage(t *testing.T) {
	others := words.Languages()[1:]
	speak(t, func(script int, lang string) bool { return others[script%len(others)] == lang })
}

// speak runs the calls of scripts in the other languages that are chosen for them.
func speak(t *testing.T, chosen func(script int, lang string) bool) {
	for _, lang := range words.Languages()[1:] {
		t.Run(lang, func(t *testing.T) {
			t.Parallel()
			s := &speech{lang: lang, own: codes()}
			dir, procedures := t.TempDir(), t.TempDir()
			if err := os.CopyFS(procedures, os.DirFS("testdata/procedures")); err != nil {
				t.Fatal(err)
			}
			pilot, err := os.ReadFile("testdata/procedures/pilot.yaml")
			if err != nil {
				t.Fatal(err)
			}
			overlay := s.overlay("pilot.yaml", pilot)
			if err := os.WriteFile(filepath.Join(procedures, "pilot."+lang+".yaml"), overlay, 0o600); err != nil {
				t.Fatal(err)
			}
			s.rewrite(t, dir, chosen)
			testscript.Run(t, testscript.Params{
				Dir:   dir,
				Setup: func(e *testscript.Env) error { e.Setenv("LOTSE_LANG", lang); return settle(e, procedures) },
				Cmds: map[string]func(*testscript.TestScript, bool, []string){
					"spoken": s.spoken, "runid": runID, "head": head, "firstid": firstID, "size": size, "latin1": latin1, "awaits": awaits, "workbook": workbook, "spoil": spoil,
				},
			})
			t.Cleanup(func() { t.Logf("%d calls", s.calls.Load()) })
		})
	}
}

// speech is the scripts in a language.
type speech struct {
	lang  string
	own   []string
	given sync.Map // by script: what English is beside the language and what the script gives
	calls atomic.Int64
}

// overlay is one of a procedure of a script, in letters of its own; nil where the
// procedure cannot be read. What it cannot translate is the language's own:
// ids, options without labels, codes of rules, where in a document something stands.
func (s *speech) overlay(file string, doc []byte) []byte {
	lib := flows.Open(fstest.MapFS{file: {Data: doc}}, flows.Specs{Checks: check.Specs(), Templates: document.Templates()})
	p, err := lib.Procedure(strings.TrimSuffix(file, ".yaml"))
	if err != nil {
		return nil
	}
	for i := range p.Steps {
		s.own = append(s.own, p.Steps[i].ID, p.Steps[i].Source)
		for k := range p.Steps[i].Items {
			it := &p.Steps[i].Items[k]
			for _, c := range append([]flows.Item{*it}, columnsOf(it)...) {
				s.own = append(s.own, c.ID, c.Source)
				for _, r := range c.Rules {
					s.own = append(s.own, r.Code, r.Source)
				}
				if c.Field != nil {
					for _, o := range c.Field.Options {
						s.own = append(s.own, o.Value)
					}
				}
			}
		}
	}
	return wordstest.Overlay(p, s.lang)
}

func columnsOf(it *flows.Item) []flows.Item {
	if it.List == nil {
		return nil
	}
	return it.List.Columns
}

// judged are the lines of a script that look at what was printed in English.
var judged = regexp.MustCompile(`^(! )?(stdout|stderr|cmp|grep|masked|exists)\b`)

// called is a call of a script: what it exits with, and its arguments.
var called = regexp.MustCompile(`^(! |exit (\d+) )?(?:exec )?lotse\b(.*)$`)

// ownLanguages are the scripts that are about languages: they say which.
var ownLanguages = []string{"gate.txtar", "demo_language.txtar", "report_language.txtar", "enclosure.txtar"}

// demoFolder is the folder of the demo; each language has its own.
var demoFolder = regexp.MustCompile(`lotse/demo([/\s])`)

// rewrite writes the chosen scripts so that each call is looked at and nothing else is.
func (s *speech) rewrite(t *testing.T, dir string, chosen func(script int, lang string) bool) {
	t.Helper()
	files, err := filepath.Glob("testdata/script/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("%d scripts: %v", len(files), err)
	}
	for i, file := range files {
		if !chosen(i, s.lang) || slices.Contains(ownLanguages, filepath.Base(file)) {
			continue
		}
		a, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var lines, given []string
		shows := strings.Contains(string(a.Comment), "lotse pack update") // what changes is shown as the documents say it
		for line := range strings.Lines(string(a.Comment)) {
			m := called.FindStringSubmatch(strings.TrimSuffix(line, "\n"))
			switch {
			case judged.MatchString(line):
				continue
			case m != nil && m[1] == "" && strings.Contains(m[3], " --yaml"): // prints a document as it was written
			case m != nil && m[1] == "! ":
				line = "spoken !" + m[3] + "\n"
			case m != nil:
				line = "spoken " + cmp.Or(m[2], "0") + m[3] + "\n"
			}
			if m != nil {
				given = append(given, apart.Replace(m[3]))
			}
			lines = append(lines, demoFolder.ReplaceAllString(line, "lotse/demo."+s.lang+"$1"))
		}
		for _, f := range a.Files {
			if strings.HasPrefix(string(f.Data), "procedure:") && s.overlaid(a, f) && !shows {
				continue
			}
			if slices.Contains([]string{".yaml", ".csv", ""}, filepath.Ext(f.Name)) {
				given = append(given, apart.Replace(string(f.Data)))
			}
			if of, is := strings.CutSuffix(f.Name, ".letter.en.txt"); is {
				given = append(given, string(f.Data))
				a.Files = append(a.Files, txtar.File{Name: of + ".letter." + s.lang + ".txt", Data: f.Data})
			}
		}
		name := strings.TrimSuffix(filepath.Base(file), ".txtar")
		s.given.Store(name, sync.OnceValue(func() *wordstest.English { return wordstest.NewEnglish(s.lang, append(given, s.own...)...) }))
		a.Comment = []byte(s.copied(a, strings.Join(lines, "")))
		if err := os.WriteFile(filepath.Join(dir, name+".txtar"), txtar.Format(a), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// overlaid puts an overlay beside a document of a script, and reports whether it
// speaks the language then: one that cannot be read, a story among them, does not,
// nor does one whose script brings an overlay of its own.
func (s *speech) overlaid(a *txtar.Archive, doc txtar.File) bool {
	name := strings.TrimSuffix(doc.Name, ".yaml") + "." + s.lang + ".yaml"
	if slices.ContainsFunc(a.Files, func(f txtar.File) bool { return f.Name == name }) {
		return false
	}
	id, _, _ := strings.Cut(strings.TrimPrefix(string(doc.Data), "procedure:"), "\n")
	overlay := s.overlay(strings.TrimSpace(id)+".yaml", doc.Data)
	if overlay != nil {
		a.Files = append(a.Files, txtar.File{Name: name, Data: overlay})
	}
	return overlay != nil
}

// copying is a line that puts one document in the place of another.
var copying = regexp.MustCompile(`(?m)^cp (\S+)\.yaml (\S+)\.yaml\n`)

// copied lets the overlay of a document go where the document goes.
func (s *speech) copied(a *txtar.Archive, script string) string {
	return copying.ReplaceAllStringFunc(script, func(line string) string {
		m := copying.FindStringSubmatch(line)
		overlay := m[1] + "." + s.lang + ".yaml"
		if !slices.ContainsFunc(a.Files, func(f txtar.File) bool { return f.Name == strings.TrimPrefix(overlay, "../") }) {
			return line
		}
		return line + "cp " + overlay + " " + m[2] + "." + s.lang + ".yaml\n"
	})
}

// apart parts what a person gives: the parts of an id, the cells of a row.
var apart = strings.NewReplacer(".", " ", "=", " ", ";", " ", ",", " ", ":", " ")

// codes are what stays in every language: keys of procedures, facts of the store,
// parameters, faults of the simulated portals, rules, types, kinds, commands.
func codes() []string {
	all := []string{"title facts source systems steps renamed", "backups permissions", "rows text", "blocked wanted clock"}
	for _, name := range check.Portals() {
		for _, f := range check.FaultsOf(name) {
			all = append(all, f.Name, f.Finding)
		}
	}
	for name := range flows.Rules {
		all = append(all, name)
	}
	for _, spec := range check.Specs() {
		for _, in := range spec.Inputs {
			all = append(all, in.Name)
			for _, t := range in.Types {
				all = append(all, string(t))
			}
		}
	}
	for _, kind := range []flows.Kind{flows.KindText, flows.KindCopy, flows.KindField, flows.KindList, flows.KindTask, flows.KindCheck, flows.KindDraft, flows.KindWait, flows.KindGate, flows.KindAction} {
		all = append(all, string(kind))
	}
	for _, code := range words.Codes() {
		if name, is := strings.CutPrefix(code, "cmd.short_"); is {
			all = append(all, name)
		}
	}
	return append(all, idsOfLibrary()...)
}

// idsOfLibrary are the ids of the steps of the procedures that Lotse comes with.
func idsOfLibrary() (all []string) {
	lib := flows.Open(library.FS, flows.Specs{Checks: check.Specs(), Templates: document.Templates(), LineWords: words.Reserved})
	for _, id := range lib.IDs() {
		p, err := lib.Procedure(id)
		if err != nil {
			panic(err)
		}
		for _, step := range p.Steps {
			all = append(all, step.ID)
			for _, it := range step.Items {
				all = append(all, it.ID)
			}
		}
	}
	return all
}

// four are words of a key, or what looks like them.
var four = regexp.MustCompile(`\b[a-z]+ [a-z]+ [a-z]+ [a-z]+\b`)

// phrases are the words that keys are told by, the same in every language.
var phrases = sync.OnceValue(func() map[string]bool {
	list, err := os.ReadFile("../../flows/phrase/words.txt")
	if err != nil {
		panic(err)
	}
	all := map[string]bool{}
	for _, word := range strings.Fields(string(list)) {
		all[word] = true
	}
	return all
})

// besideKeys is a text without the words of keys.
func besideKeys(text string) string {
	return four.ReplaceAllStringFunc(text, func(found string) string {
		for _, word := range strings.Fields(found) {
			if !phrases()[word] {
				return found
			}
		}
		return ""
	})
}

// spoken runs lotse and looks at what it prints.
func (s *speech) spoken(ts *testscript.TestScript, neg bool, args []string) {
	err := ts.Exec("lotse", args[1:]...)
	code := 0
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		code = exit.ExitCode()
	}
	if want := args[0]; want == "!" && code == 0 || want != "!" && want != strconv.Itoa(code) {
		ts.Fatalf("exit code %d, want %s", code, want)
	}
	s.calls.Add(1)
	out, said := ts.ReadFile("stdout"), ts.ReadFile("stderr")
	if sentences, ok := inJSON(out); ok {
		out = sentences
	}
	english, _ := s.given.Load(ts.Name())
	if found := english.(func() *wordstest.English)().In(besideKeys(out + "\n" + said)); len(found) > 0 && !s.english(args) {
		ts.Logf("%s", out+said)
		ts.Fatalf("English: %q", found)
	}
}

// english reports whether a call prints what is no text of Lotse's tables, or asks
// for another language.
func (s *speech) english(args []string) bool {
	return slices.ContainsFunc([]string{"--lang", "lang", "man", "completion", "__complete", "licences"}, func(word string) bool { return slices.Contains(args, word) }) ||
		slices.Equal(args[1:], []string{"help", "json"}) || slices.Equal(args[1:], []string{"help", "faults"}) // a table of codes
}

// inJSON are the sentences in what was printed as JSON.
func inJSON(out string) (sentences string, ok bool) {
	var b strings.Builder
	d := json.NewDecoder(strings.NewReader(out))
	for {
		var v any
		switch err := d.Decode(&v); {
		case errors.Is(err, io.EOF):
			return b.String(), b.Len() > 0 || out != ""
		case err != nil:
			return "", false
		}
		sentencesOf(&b, v)
	}
}

func sentencesOf(b *strings.Builder, v any) {
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			sentencesOf(b, e)
		}
	case map[string]any:
		for key, e := range v {
			if text, is := e.(string); is && slices.Contains([]string{"text", "message", "doc"}, key) {
				b.WriteString(text + "\n")
			}
			sentencesOf(b, e)
		}
	}
}
