package proving

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"

	"lotse/flows"
)

// mistake is what is wrong in a line of a story.
type mistake struct {
	row int
	why flows.Message
}

func (m mistake) Error() string { return fmt.Sprintf("line %d: %s", m.row, m.why) }

func fault(n *flows.Element, code string, args ...any) error {
	return mistake{n.Row, flows.Msg(code, args...)}
}

// refuse says in which file a mistake is.
func refuse(name string, err error) error {
	var m mistake
	if !errors.As(err, &m) {
		return err
	}
	file := flows.CleanLine(name) + ".yaml"
	return flows.Refuse(flows.ErrFailed, flows.FilePlace{File: file, Row: m.row}, "story.bad", "file", flows.Short(file), "line", m.row, "why", m.why)
}

// Read reads all stories of a folder, NAME.yaml, by name.
func Read(fsys fs.FS) ([]*Story, error) {
	files, err := fs.Glob(fsys, "*.yaml")
	if err != nil {
		return nil, err
	}
	var all []*Story
	for _, file := range files {
		raw, err := readStory(fsys, file)
		if err != nil {
			return nil, err
		}
		s, err := Parse(strings.TrimSuffix(file, ".yaml"), raw)
		if err != nil {
			return nil, err
		}
		all = append(all, s)
	}
	return all, nil
}

// mostStory is how long a story may be, in bytes.
const mostStory = 256 << 10

func readStory(fsys fs.FS, file string) ([]byte, error) {
	f, err := fsys.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // only read
	raw, err := io.ReadAll(io.LimitReader(f, mostStory+1))
	if err == nil && len(raw) > mostStory {
		err = flows.Refuse(flows.ErrLimit, flows.FilePlace{File: flows.CleanLine(file)}, "prove.story_size", "file", flows.Short(file), "limit", mostStory)
	}
	return raw, err
}

// storyForm bounds a story.
var storyForm = flows.Form{Depth: 8, Keys: 1000, Parts: 1000}

// Parse reads a story, strictly: what it does not know is an error, a
// *flows.Refusal.
func Parse(name string, raw []byte) (*Story, error) {
	s, err := parse(name, raw)
	if err != nil {
		return nil, refuse(name, err)
	}
	return s, nil
}

// storyKeys and storyNeeds are the keys of a story, and those that it has to have.
const (
	storyKeys  = "procedure, lang, mode, faults, customer, about, branches, acts"
	storyNeeds = "procedure, customer, about, branches, acts"
)

func parse(name string, raw []byte) (*Story, error) {
	root, faults, traps := flows.ReadDocument(name, raw, storyForm)
	if wrong := append(faults, traps...); len(wrong) > 0 {
		return nil, mistake{wrong[0].Line, wrong[0].Message}
	}
	if root == nil {
		return nil, mistake{1, flows.Msg("story.lacks", "keys", storyNeeds)}
	}
	s, lines := &Story{Name: name}, strings.Split(string(raw), "\n")
	err := each(root, func(key string, n *flows.Element) (err error) {
		switch key {
		case "procedure":
			s.Procedure, err = text(n)
		case "lang":
			s.Lang, err = text(n)
		case "mode":
			s.Mode, err = text(n)
		case "faults":
			s.Faults, err = pairs(n)
		case "customer":
			s.Customer, err = text(n)
		case "about":
			s.About, err = text(n)
		case "branches":
			s.Branches, err = texts(n)
		case "acts":
			s.Acts, err = acts(n, lines)
		default:
			err = fault(n, "story.no_key", "key", flows.Short(key), "keys", storyKeys)
		}
		return err
	})
	if err == nil && (s.Procedure == "" || s.Customer == "" || s.About == "" || len(s.Branches) == 0 || len(s.Acts) == 0) {
		err = mistake{1, flows.Msg("story.lacks", "keys", storyNeeds)}
	}
	return s, err
}

func acts(n *flows.Element, lines []string) (all []*Act, err error) {
	if n.Shape != flows.Sequence {
		return nil, fault(n, "story.acts")
	}
	for _, value := range n.Parts {
		line := value.Row
		a := &Act{Line: line, Said: strings.TrimPrefix(strings.TrimSpace(lines[line-1]), "- "), With: map[string]string{}}
		if err := a.read(value); err != nil {
			return nil, err
		}
		all = append(all, a)
	}
	return all, nil
}

// read reads an act: a word that stands alone, or a verb with what belongs to
// it and what is seen then.
func (a *Act) read(n *flows.Element) error {
	if word, err := text(n); err == nil {
		a.Verb = word
		if word != "undo" && word != "kill" {
			return fault(n, "story.alone", "word", flows.Short(word))
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
func (a *Act) set(key string, n *flows.Element) (err error) {
	if _, ok := verbs[key]; ok {
		if a.Verb != "" {
			return fault(n, "story.verbs", "verb", a.Verb, "other", key)
		}
		a.Verb = key
		if key == "answer" {
			a.Answers, err = pairs(n)
		} else {
			a.On, err = texts(n)
		}
		return err
	}
	if slices.Contains(withWords, key) {
		a.With[key], err = text(n)
		return err
	}
	places := map[string]any{
		"cells": &a.Answers, "row": &a.Row, "ticks": &a.Ticks, "unticks": &a.Unticks, "held": &a.Held,
		"changes": &a.Changes, "then": &a.Then, "at": &a.At, "state": &a.States, "problem": &a.Problems,
		"gone": &a.Gone, "see": &a.See, "run": &a.Run, "users": &a.Users, "confirm": &a.Confirm,
	}
	switch p := places[key].(type) {
	case *string:
		*p, err = text(n)
	case *[]string:
		*p, err = texts(n)
	case *[]Pair:
		*p, err = pairs(n)
	default:
		err = fault(n, "story.no_act_key", "key", flows.Short(key))
	}
	return err
}

// fits holds that the keys of an act go together.
func (a *Act) fits(n *flows.Element, keys []string) error {
	v := verbs[a.Verb]
	for _, key := range v.needs {
		if !slices.Contains(keys, key) {
			return fault(n, "story.needs", "verb", a.Verb, "key", key)
		}
	}
	for _, key := range keys {
		if key != a.Verb && !slices.Contains(v.needs, key) && !slices.Contains(v.takes, key) && !slices.Contains(seen, key) {
			return fault(n, "story.not_with", "key", key, "verb", a.Verb)
		}
	}
	if err := a.rotateFits(n, keys); err != nil {
		return err
	}
	switch {
	case a.Verb != "tick" && a.Verb != "untick" && len(a.On) > 1:
		return fault(n, "story.one_thing", "verb", a.Verb)
	case (len(a.Changes) > 0) != (a.Then != ""):
		return fault(n, "story.together")
	case a.Then != "" && a.Then != "change" && a.Then != "leave":
		return oneOf(n, "then", a.Then, "change", "leave")
	case a.Verb == "done" && (a.With["why"] != "") != (a.With["warnings"] == "accept"):
		return fault(n, "story.why")
	case a.With["warnings"] != "" && a.With["warnings"] != "accept" && a.With["warnings"] != "leave":
		return oneOf(n, "warnings", a.With["warnings"], "accept", "leave")
	case a.Run != "" && a.Run != "done" && a.Run != "ended":
		return oneOf(n, "run", a.Run, "done", "ended")
	}
	for _, w := range []struct {
		what  []Pair
		words []string
	}{
		{a.Changes, []string{"keep", "look_again", "void"}},
		{a.States, []string{"done", "open", "waiting", "blocked", "stale", "skipped", "not_needed"}},
		{a.Problems, []string{"must", "warn", "tell"}},
	} {
		for _, p := range w.what {
			if !slices.Contains(w.words, p.Value()) {
				return oneOf(n, p.Name, p.Value(), w.words...)
			}
		}
	}
	return nil
}

// oneOf is the fault of a value that is none of those that there are.
func oneOf(n *flows.Element, key, value string, are ...string) error {
	return fault(n, "story.one_of", "key", flows.Short(key), "words", strings.Join(are, ", "), "value", flows.Short(value))
}

// each gives the entries of a mapping in order.
func each(n *flows.Element, take func(key string, value *flows.Element) error) error {
	if n.Shape != flows.Mapping {
		return fault(n, "story.names")
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
		return "", fault(n, "story.text")
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

func pairs(n *flows.Element) (all []Pair, err error) {
	err = each(n, func(name string, value *flows.Element) error {
		values, err := texts(value)
		all = append(all, Pair{name, values, value.Shape == flows.Sequence})
		return err
	})
	return all, err
}
