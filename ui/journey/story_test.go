package journey

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"lotse/flows"
	"lotse/flows/words"
)

// story is one way through a procedure as a person goes it: what they do, and
// what they see. It speaks the language of the engine, of steps, items and
// problems, and of no face; so each face can play it (face).
type story struct {
	name      string   // of the file
	procedure string   // id of the procedure
	lang      string   // of the program and the run; "" for English
	mode      string   // rehearsal or demo; "" for a real run
	faults    []pair   // what goes wrong in a rehearsal: check -> faults
	customer  string   // whom the run is for
	about     string   // the story in one sentence
	branches  []string // the branches of the procedure that it takes
	acts      []*act
}

// act is something that a person does, or sees, or both: then they see it
// after they have done it.
type act struct {
	line int
	said string // the first line of it, as it stands in the file

	verb    string   // one of verbs; "" where something is only seen
	on      []string // what it is done to
	answers []pair   // fields or cells and their values, in order
	row     string   // id of a list's row: r1, r2, ...
	ticks   []string // task columns of the row
	unticks []string
	users   []string          // who uses a secret that is rotated
	confirm []string          // who has the new one
	with    map[string]string // by withWords

	changes []pair // what the change does to other steps: step -> keep, look_again, void
	then    string // change or leave, after changes
	held    string // the problem that keeps the step from being done

	at       string   // the step that one stands at
	states   []pair   // step -> state
	problems []pair   // problem -> level: it shows
	gone     []string // problems that were seen and show no longer
	see      []string // texts on the page
	run      string   // done or ended: how the run stands
}

// pair is a name and what is said of it; several values are those of a list.
type pair struct {
	name   string
	values []string
	many   bool
}

// value is a single value.
func (p pair) value() string { return strings.Join(p.values, ", ") }

// verb says what an act of a kind needs and takes beside what can be seen.
type verb struct{ needs, takes []string }

var verbs = map[string]verb{
	"answer":   {},
	"secret":   {},
	"tick":     {takes: []string{"sentence", "file"}},
	"untick":   {},
	"add":      {takes: []string{"cells", "ticks"}},
	"edit":     {needs: []string{"row"}, takes: []string{"cells", "ticks", "unticks"}},
	"remove":   {needs: []string{"row"}},
	"accept":   {needs: []string{"why"}},
	"done":     {takes: []string{"held", "warnings", "why"}},
	"skip":     {needs: []string{"why"}},
	"reopen":   {needs: []string{"why"}},
	"go":       {},
	"wait":     {needs: []string{"until"}, takes: []string{"why"}},
	"answered": {takes: []string{"why"}},
	"gate":     {needs: []string{"word", "by"}, takes: []string{"why"}},
	"note":     {needs: []string{"text"}},
	"sent":     {needs: []string{"how"}},
	"check":    {needs: []string{"result"}},
	"rotate":   {takes: []string{"users", "value", "confirm", "give_up"}},
	"undo":     {},
	"kill":     {},
}

// seen are the keys that any act may have.
var seen = []string{"changes", "then", "at", "state", "problem", "gone", "see", "run"}

var withWords = []string{"why", "text", "sentence", "file", "until", "word", "by", "how", "result", "warnings", "value", "give_up"}

// fault is what is wrong in a story, with its line.
func fault(n *flows.Element, format string, args ...any) error {
	return fmt.Errorf("line %d: "+format, append([]any{n.Row}, args...)...)
}

// stories reads all stories of a folder.
func stories(dir string) ([]*story, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.yaml"))
	if err != nil {
		return nil, err
	}
	var all []*story
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		s, err := parseStory(strings.TrimSuffix(filepath.Base(file), ".yaml"), raw)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		all = append(all, s)
	}
	return all, nil
}

// storyForm bounds a story.
var storyForm = flows.Form{Depth: 8, Keys: 1000, Parts: 1000}

// parseStory reads a story, strictly: what it does not know is an error.
func parseStory(name string, raw []byte) (*story, error) {
	root, faults, traps := flows.ReadDocument(name, raw, storyForm)
	if wrong := append(faults, traps...); len(wrong) > 0 {
		return nil, fmt.Errorf("line %d: %s", wrong[0].Line, words.Say("en", wrong[0].Message))
	}
	if root == nil {
		return nil, errors.New("a story is one document")
	}
	s, lines := &story{name: name}, strings.Split(string(raw), "\n")
	err := each(root, func(key string, n *flows.Element) (err error) {
		switch key {
		case "procedure":
			s.procedure, err = text(n)
		case "lang":
			s.lang, err = text(n)
		case "mode":
			s.mode, err = text(n)
		case "faults":
			s.faults, err = pairs(n)
		case "customer":
			s.customer, err = text(n)
		case "about":
			s.about, err = text(n)
		case "branches":
			s.branches, err = texts(n)
		case "acts":
			s.acts, err = acts(n, lines)
		default:
			err = fault(n, "a story has no %s; it has procedure, lang, mode, faults, customer, about, branches and acts", key)
		}
		return err
	})
	if err == nil && (s.procedure == "" || s.customer == "" || s.about == "" || len(s.branches) == 0 || len(s.acts) == 0) {
		err = errors.New("line 1: procedure, customer, about, branches and acts are needed")
	}
	return s, err
}

func acts(n *flows.Element, lines []string) (all []*act, err error) {
	if n.Shape != flows.Sequence {
		return nil, fault(n, "acts are a list")
	}
	for _, value := range n.Parts {
		line := value.Row
		a := &act{line: line, said: strings.TrimPrefix(strings.TrimSpace(lines[line-1]), "- "), with: map[string]string{}}
		if err := a.read(value); err != nil {
			return nil, err
		}
		all = append(all, a)
	}
	return all, nil
}

// read reads an act: a word that stands alone, or a verb with what belongs to
// it and what is seen then.
func (a *act) read(n *flows.Element) error {
	if word, err := text(n); err == nil {
		a.verb = word
		if word != "undo" && word != "kill" {
			return fault(n, "%q does not stand alone", word)
		}
		return nil
	}
	var keys []string
	err := each(n, func(key string, value *flows.Element) error {
		keys = append(keys, key)
		return a.set(key, value)
	})
	if err != nil {
		return err
	}
	return a.fits(n, keys)
}

// set takes one key of an act.
func (a *act) set(key string, n *flows.Element) (err error) {
	if _, ok := verbs[key]; ok {
		if a.verb != "" {
			return fault(n, "an act has one verb, not %s and %s", a.verb, key)
		}
		a.verb = key
		if key == "answer" {
			a.answers, err = pairs(n)
		} else {
			a.on, err = texts(n)
		}
		return err
	}
	if slices.Contains(withWords, key) {
		a.with[key], err = text(n)
		return err
	}
	places := map[string]any{
		"cells": &a.answers, "row": &a.row, "ticks": &a.ticks, "unticks": &a.unticks, "held": &a.held,
		"changes": &a.changes, "then": &a.then, "at": &a.at, "state": &a.states, "problem": &a.problems,
		"gone": &a.gone, "see": &a.see, "run": &a.run, "users": &a.users, "confirm": &a.confirm,
	}
	switch p := places[key].(type) {
	case *string:
		*p, err = text(n)
	case *[]string:
		*p, err = texts(n)
	case *[]pair:
		*p, err = pairs(n)
	default:
		err = fault(n, "an act has no %s", key)
	}
	return err
}

// fits holds that the keys of an act go together.
func (a *act) fits(n *flows.Element, keys []string) error {
	v := verbs[a.verb]
	for _, key := range v.needs {
		if !slices.Contains(keys, key) {
			return fault(n, "%s needs %s", a.verb, key)
		}
	}
	for _, key := range keys {
		if key != a.verb && !slices.Contains(v.needs, key) && !slices.Contains(v.takes, key) && !slices.Contains(seen, key) {
			return fault(n, "%s does not go with %s", key, a.verb)
		}
	}
	if err := a.rotateFits(n, keys); err != nil {
		return err
	}
	switch {
	case a.verb != "tick" && a.verb != "untick" && len(a.on) > 1:
		return fault(n, "%s is about one thing", a.verb)
	case (len(a.changes) > 0) != (a.then != ""):
		return fault(n, "changes and then belong together")
	case a.then != "" && a.then != "change" && a.then != "leave":
		return fault(n, "then is change or leave")
	case a.verb == "done" && (a.with["why"] != "") != (a.with["warnings"] == "accept"):
		return fault(n, "why belongs to warnings: accept")
	case a.with["warnings"] != "" && a.with["warnings"] != "accept" && a.with["warnings"] != "leave":
		return fault(n, "warnings is accept or leave")
	case a.run != "" && a.run != "done" && a.run != "ended":
		return fault(n, "run is done or ended")
	}
	for _, w := range []struct {
		what  []pair
		words []string
	}{
		{a.changes, []string{"keep", "look_again", "void"}},
		{a.states, []string{"done", "open", "waiting", "blocked", "stale", "skipped", "not_needed"}},
		{a.problems, []string{"must", "warn", "tell"}},
	} {
		for _, p := range w.what {
			if !slices.Contains(w.words, p.value()) {
				return fault(n, "%s is one of %s, not %q", p.name, strings.Join(w.words, ", "), p.value())
			}
		}
	}
	return nil
}

// each gives the entries of a mapping in order.
func each(n *flows.Element, take func(key string, value *flows.Element) error) error {
	if n.Shape != flows.Mapping {
		return fault(n, "this has to be names with values")
	}
	for _, p := range n.Pairs {
		if err := take(p.Key.Text, p.Value); err != nil {
			return err
		}
	}
	return nil
}

// text is a scalar as it is written.
func text(n *flows.Element) (string, error) {
	if n.Shape != flows.Scalar || n.IsNull() {
		return "", fault(n, "a text is needed here")
	}
	return strings.TrimSuffix(n.Text, "\n"), nil
}

// texts is a text or a list of them.
func texts(n *flows.Element) (all []string, err error) {
	if n.Shape != flows.Sequence {
		one, err := text(n)
		return []string{one}, err
	}
	for _, value := range n.Parts {
		one, err := text(value)
		if err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	return all, nil
}

func pairs(n *flows.Element) (all []pair, err error) {
	err = each(n, func(name string, value *flows.Element) error {
		values, err := texts(value)
		all = append(all, pair{name, values, value.Shape == flows.Sequence})
		return err
	})
	return all, err
}
