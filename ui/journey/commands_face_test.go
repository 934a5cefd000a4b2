//go:build unix

package journey

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// commandsFace plays a story by commands: one for each act, two where a row is
// added and ticked off.
type commandsFace struct {
	*stage
	now   shown
	where string // the step that one stands at

	entered string // the secret that the next call gets on stdin
}

func newCommandsFace(st *stage) face { return &commandsFace{stage: st} }

func (c *commandsFace) begin() {
	c.t.Helper()
	c.read(&c.now, c.story.start()...)
	c.run, c.where = c.now.Run.ID, c.now.Current
}

func (c *commandsFace) kill() { c.where = c.now.Current } // nothing runs between two commands
func (c *commandsFace) end()  {}

// do does an act, and notes where a person would stand then.
func (c *commandsFace) do(a *act) {
	c.t.Helper()
	before := c.now.Run.Events
	if a.Verb == "check" {
		c.check(a)
	}
	for _, args := range c.words(a) {
		c.call(a, args)
	}
	if a.Verb == "add" {
		rows := c.now.item(c.item(a.On[0]).step.ID, c.item(a.On[0]).ID).Rows
		for _, args := range c.marks("tick", c.item(a.On[0]), rows[len(rows)-1].Row, a.Ticks) {
			c.call(a, args)
		}
	}
	if c.now.Run.Events == before && a.Verb != "go" && a.Held == "" && a.Then != "leave" {
		c.t.Fatal("it changes nothing")
	}
	c.move(a)
	c.count = c.now.Run.Events
}

// move goes where an act leads.
func (c *commandsFace) move(a *act) {
	c.t.Helper()
	switch a.Verb {
	case "done", "skip", "wait":
		if a.Held == "" {
			c.where = c.now.Current
		}
	case "go", "reopen", "note":
		c.where = a.On[0]
	case "accept":
		c.where, _, _ = strings.Cut(a.On[0], ".")
	case "answer":
		c.where = c.item(a.Answers[len(a.Answers)-1].Name).step.ID
	case "answered":
		if c.where = c.item(a.On[0]).step.ID; c.now.state(c.where) == "blocked" {
			c.where = c.now.Current // the answer leads back to another step
		}
	case "undo":
	default:
		c.where = c.item(a.On[0]).step.ID
	}
}

// plainCalls are the verbs that are a command of their own, about a step or an
// item, with their flags.
var plainCalls = map[string]struct {
	words  []string
	onItem bool
	flags  []string
}{
	"accept":   {[]string{"accept"}, false, []string{"why"}},
	"skip":     {[]string{"skip"}, false, []string{"why"}},
	"reopen":   {[]string{"reopen"}, false, []string{"why"}},
	"wait":     {[]string{"wait"}, true, []string{"until", "why"}},
	"answered": {[]string{"wait", "--answered"}, true, []string{"why"}},
	"gate":     {[]string{"gate"}, true, []string{"word", "by", "why"}},
	"sent":     {[]string{"sent"}, true, []string{"how"}},
}

// words are the calls of an act, without the run's id.
func (c *commandsFace) words(a *act) [][]string {
	c.t.Helper()
	if p, ok := plainCalls[a.Verb]; ok {
		on := a.On[0]
		if p.onItem {
			on = c.item(on).name()
		}
		args := append([]string{p.words[0], on}, p.words[1:]...)
		for _, name := range p.flags {
			if v := a.With[name]; v != "" {
				args = append(args, "--"+name, v)
			}
		}
		return [][]string{args}
	}
	switch a.Verb {
	case "done":
		args := []string{"done", a.On[0]}
		switch a.With["warnings"] {
		case "accept":
			args = append(args, "--accept", "--why", a.With["why"])
		case "leave":
			args = append(args, "--leave-warnings")
		}
		return [][]string{args}
	case "answer":
		args := []string{"set"}
		for _, p := range a.Answers {
			it := c.item(p.Name)
			args = append(args, it.name()+"="+c.given(it, p))
		}
		return [][]string{args}
	case "secret":
		return [][]string{{"set", "--secret-stdin", c.item(a.On[0]).name()}}
	case "tick", "untick":
		return [][]string{c.tick(a)}
	case "add":
		return [][]string{{"set", c.item(a.On[0]).name() + "+=" + c.rowOf(a)}}
	case "edit":
		return c.edit(a)
	case "remove":
		return [][]string{{"set", c.item(a.On[0]).name() + "[" + a.Row + "]-"}}
	case "note":
		return [][]string{{"note", a.On[0], a.With["text"]}}
	case "rotate":
		return [][]string{c.rotate(a)}
	case "undo":
		return [][]string{{"undo"}}
	}
	return nil // go and check
}

// check runs a check.
func (c *commandsFace) check(a *act) {
	c.t.Helper()
	r := c.ask("", "check", c.run, c.item(a.On[0]).name(), "--json")
	var is struct{ Checks []struct{ Status string } }
	if err := json.Unmarshal([]byte(r.stdout), &is); err != nil || len(is.Checks) != 1 || is.Checks[0].Status != a.With["result"] {
		c.t.Fatalf("the check gives exit %d, %v\n%s%s", r.code, err, r.stdout, r.err)
	}
	c.read(&c.now, "show", c.run)
}

// tick ticks tasks, or takes ticks back.
func (c *commandsFace) tick(a *act) []string {
	c.t.Helper()
	args := []string{a.Verb}
	for _, name := range a.On {
		args = append(args, c.item(name).name())
	}
	if s := a.With["sentence"]; s != "" {
		args = append(args, "--note", s)
	}
	if f := a.With["file"]; f != "" {
		args = append(args, "--evidence", c.file(f))
	}
	return args
}

// edit changes cells of a row, and its ticks.
func (c *commandsFace) edit(a *act) (all [][]string) {
	c.t.Helper()
	list := c.item(a.On[0])
	if len(a.Answers) > 0 {
		args := []string{"set"}
		for _, p := range a.Answers {
			args = append(args, list.name()+"["+a.Row+"]."+p.Name+"="+c.given(c.column(list, p.Name), p))
		}
		all = append(all, args)
	}
	return append(append(all, c.marks("tick", list, a.Row, a.Ticks)...), c.marks("untick", list, a.Row, a.Unticks)...)
}

// marks ticks tasks of a row, or takes their ticks back.
func (c *commandsFace) marks(verb string, list *item, row string, columns []string) [][]string {
	if len(columns) == 0 {
		return nil
	}
	args := []string{verb}
	for _, column := range columns {
		args = append(args, list.name()+"["+row+"]."+column)
	}
	return [][]string{args}
}

// rowOf is a new row as JSON.
func (c *commandsFace) rowOf(a *act) string {
	c.t.Helper()
	cells := map[string]any{}
	for _, p := range a.Answers {
		if it := c.column(c.item(a.On[0]), p.Name); p.Many {
			cells[p.Name] = p.Values
		} else {
			cells[p.Name] = c.given(it, p)
		}
	}
	text, err := json.Marshal(cells)
	if err != nil {
		c.t.Fatal(err)
	}
	return string(text)
}

// given is a value as a command takes it.
func (c *commandsFace) given(it *item, p pair) string {
	c.t.Helper()
	if it.Type == "file" {
		return c.file(p.Value())
	}
	return p.Value()
}

// file is the path of a file that stories attach.
func (st *stage) file(name string) string {
	st.t.Helper()
	path, err := filepath.Abs(filepath.Join(st.story.files(), name))
	if err == nil {
		_, err = os.Stat(path)
	}
	if err != nil {
		st.t.Fatal(err)
	}
	return path
}

// call gives a command, and holds that it came to what the story says.
func (c *commandsFace) call(a *act, args []string) {
	c.t.Helper()
	args = slices.Concat(strings.Fields(args[0]), []string{c.run}, args[1:], []string{"--json"})
	c.entered = a.Entered()
	before := c.now.Run.Events
	code := c.give(args)
	switch {
	case a.Held != "":
		if code != exitNotComplete || c.now.Error.Code != "not_complete" && (c.now.Error.Code != "" || c.now.Run.Events != before) {
			c.t.Fatalf("lotse %q: exit %d, the step is not held open", args, code)
		}
		c.read(&c.now, "show", c.run)
		if c.now.problem(a.On[0]+"."+a.Held) == nil {
			c.t.Fatalf("the step is held open, but not by %s", a.Held)
		}
	case c.now.Error.Code != "" || code != 0 && code != exitNotComplete:
		c.t.Fatalf("lotse %q: exit %d %+v", args, code, c.now.Error)
	case len(a.Changes) > 0:
		c.rippled(a, args, before, code)
	case code == exitNotComplete && c.now.Run.Events == before:
		c.t.Fatalf("lotse %q changes other steps: %v; the story does not say so", args, c.now.Ripple)
	}
}

const exitNotComplete = 3

// give gives a command and takes what it prints.
func (c *commandsFace) give(args []string) (code int) {
	c.t.Helper()
	r := c.ask(c.entered+"\n", args...)
	c.now = shown{}
	if err := json.Unmarshal([]byte(r.stdout), &c.now); err != nil {
		c.t.Fatalf("lotse %q: exit %d, %v\n%s%s", args, r.code, err, r.stdout, r.err)
	}
	return r.code
}

// rippled holds that a change lists its consequences and does nothing yet, and
// goes on as the story says.
func (c *commandsFace) rippled(a *act, args []string, before int64, code int) {
	c.t.Helper()
	var is, want []string
	for _, r := range c.now.Ripple {
		is = append(is, r.Step+": "+r.Effect)
	}
	for _, p := range a.Changes {
		want = append(want, p.Name+": "+p.Value())
	}
	if code != exitNotComplete || c.now.Run.Events != before || !sameSet(is, want) {
		c.t.Fatalf("lotse %q: exit %d; it changes %q, the story says %q", args, code, is, want)
	}
	if a.Then == "change" {
		if code := c.give(append(args, "--yes")); code != 0 && code != exitNotComplete || c.now.Run.Events == before {
			c.t.Fatalf("lotse %q --yes: exit %d %+v", args, code, c.now.Error)
		}
	}
}

func sameSet(a, b []string) bool {
	return slices.Equal(slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(b)))
}

// look holds what is seen. What a page says beside problems is no command's.
func (c *commandsFace) look(a *act) {
	c.t.Helper()
	if a.At != "" && a.At != c.where {
		c.t.Errorf("one stands at %s, not at %s", c.where, a.At)
	}
	for _, p := range a.States {
		if is := c.now.state(c.step(p.Name).ID); is != p.Value() {
			c.t.Errorf("step %s is %s, not %s", p.Name, is, p.Value())
		}
	}
	for _, p := range a.Problems {
		switch is := c.now.problem(p.Name); {
		case is == nil || is.Accepted != nil:
			c.t.Errorf("there is no problem %s", p.Name)
		case is.Level != p.Value():
			c.t.Errorf("problem %s is a %s, not a %s", p.Name, is.Level, p.Value())
		}
	}
	for _, name := range a.Gone {
		if is := c.now.problem(name); is != nil && is.Accepted == nil {
			c.t.Errorf("there is still the problem %s", name)
		}
	}
	if a.Run != "" && a.Run != c.now.Run.Status {
		c.t.Errorf("the run is %s, not %s", c.now.Run.Status, a.Run)
	}
	if c.t.Failed() {
		c.t.FailNow()
	}
}
