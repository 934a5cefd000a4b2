//go:build unix

package journey

import (
	"fmt"
	"io"
	"os/exec"
	"regexp"
	"strings"
	"time"

	shared "lotse/ui/face"
)

// lineFace plays a story in line mode, through pipes: by the words that can be
// said at any prompt, and in the dialogue (lineDialogue).
type lineFace struct {
	*stage
	cmd    *exec.Cmd
	in     io.WriteCloser
	heard  chan string // what the program says, as it comes
	said   string      // all that it has said
	answer string      // what it said to the last line
	at     *step       // the step that it talks about
}

func newLineFace(st *stage) face { return &lineFace{stage: st} }

// open starts line mode and waits for its first prompt.
func (l *lineFace) open(args ...string) {
	l.t.Helper()
	cmd := l.lotse(append([]string{"--plain"}, args...)...)
	in, err := cmd.StdinPipe()
	if err != nil {
		l.t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		l.t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		l.t.Fatalf("start %s: %v", cmd, err)
	}
	l.t.Cleanup(func() { _ = cmd.Process.Kill() })
	l.cmd, l.in = cmd, in
	l.heard = make(chan string, 1)
	go hear(out, l.heard)
	l.wait()
}

// hear hands on what comes, as it comes.
func hear(from io.Reader, to chan<- string) {
	defer close(to)
	for buf := make([]byte, 32<<10); ; {
		n, err := from.Read(buf)
		if n > 0 {
			to <- string(buf[:n])
		}
		if err != nil {
			return
		}
	}
}

// prompted ends what is said when the program waits for a line.
var prompted = regexp.MustCompile(`(^|\s)> $`)

// wait waits for a prompt, or for the end of the program.
func (l *lineFace) wait() {
	l.t.Helper()
	l.answer = ""
	timeout := time.NewTimer(patience)
	defer timeout.Stop()
	for {
		select {
		case more, ok := <-l.heard:
			l.answer += more
			l.said += more
			if !ok {
				_ = l.cmd.Wait() // ProcessState tells
				l.cmd = nil
			}
			if !ok || prompted.MatchString(l.answer) {
				l.follow()
				return
			}
		case <-timeout.C:
			l.t.Fatalf("it asks for nothing more:\n%s", l.said)
		}
	}
}

// follow notes which step is talked about: the one that was come to last.
func (l *lineFace) follow() {
	flat := l.flat()
	all := form(l.tongue.Line.Step).FindAllStringIndex(flat, -1)
	if len(all) == 0 {
		return
	}
	for _, s := range l.proc.Steps {
		if strings.HasPrefix(flat[all[len(all)-1][1]:], spoken(sentence(s.Title))) {
			l.at = s
		}
	}
}

// sentence ends as line mode ends what it says.
func sentence(s string) string {
	if strings.ContainsAny(s[len(s)-1:], ".!?:") {
		return s
	}
	return s + "."
}

// spoken is what was said as one line. A line may be broken behind a hyphen, so
// none has a space behind it here.
func spoken(s string) string {
	return strings.ReplaceAll(strings.Join(strings.Fields(s), " "), "- ", "-")
}

// flat is what was said to the last line as one line, with menus as a story has
// them.
func (l *lineFace) flat() string { return l.menus(spoken(l.answer)) }

// menus writes the ways through menus as a story does.
func (l *lineFace) menus(s string) string { return strings.ReplaceAll(s, l.tongue.Line.Then, " > ") }

// say says a line and waits for what comes of it.
func (l *lineFace) say(format string, args ...any) {
	l.t.Helper()
	switch {
	case l.cmd == nil: // it ended with the run
		l.open("resume", l.run)
	case l.run != "" && contains(l.flat(), l.tongue.Line.DeskPrompt): // it went back to all runs with the run's end
		l.tell("1")
	}
	l.tell(fmt.Sprintf(format, args...))
}

// tell says a line, and waits for what comes of it, which has to be no refusal.
func (l *lineFace) tell(line string) {
	l.t.Helper()
	if _, err := io.WriteString(l.in, line+"\n"); err != nil {
		l.t.Fatalf("say %q: %v\n%s", line, err, l.said)
	}
	l.wait()
	if contains(l.flat(), l.refusals()...) {
		l.t.Fatalf("it does not take %q:\n%s", line, l.answer)
	}
}

// refusals are the sentences by which a line is not taken.
func (l *lineFace) refusals() []string {
	l.t.Helper()
	t := &l.tongue.Line
	all := []string{
		t.Refused, t.NotUnderstood, l.tongue.Warnings.Unknown, t.NoItem, t.NoStep, t.NoColumn, t.NoField, t.NoSecret, t.NoProblem,
		t.NoCheck, t.NoLetter, t.NoMore, t.NoOption, t.SeveralOptions, t.WaitUnknown, t.WaitHow, t.GateOther, t.GateUnmet, t.GateHow,
	}
	for _, code := range []string{"dialogue.no_item", "dialogue.no_row", "dialogue.no_list", "dialogue.nothing_to_clear", "cmd.names_no_item"} {
		all = append(all, l.sentence(code))
	}
	return all
}

func (l *lineFace) begin() {
	l.t.Helper()
	if l.story.byPath() {
		l.open(l.story.start()...)
		l.stage.run = l.only()
		return
	}
	l.open()
	if l.story.Mode != "" {
		l.say("%s", l.story.Mode)
	} else {
		l.say("new")
	}
	l.say("%s", l.numberOf(l.story.called()))
	l.say("%s", l.story.Customer)
	l.stage.run = l.only()
}

func (l *lineFace) kill() {
	l.t.Helper()
	if l.cmd != nil {
		if err := l.cmd.Process.Kill(); err != nil {
			l.t.Fatal(err)
		}
		for l.cmd != nil {
			l.wait()
		}
	}
	l.open("resume", l.run)
}

func (l *lineFace) end() {
	l.t.Helper()
	if l.cmd != nil {
		l.say("quit")
	}
	if strings.Contains(l.said, canary) {
		l.t.Error("the secret was said")
	}
}

// do does an act by words.
func (l *lineFace) do(a *act) {
	l.t.Helper()
	switch a.Verb {
	case "answer":
		for _, p := range a.Answers {
			it := l.item(p.Name)
			l.change(a, "set %s %s", it.name(), l.quoted(it, p))
		}
	case "secret":
		l.say("secret %s", l.item(a.On[0]).name())
		l.say("%s", a.Entered())
	case "tick", "untick":
		for _, name := range a.On {
			l.change(a, "%s %s %s", a.Verb, l.item(name).name(), l.proof(a))
		}
	case "add", "edit", "remove":
		l.rows(a)
	case "rotate":
		l.rotate(a)
	case "undo":
		l.change(a, "undo")
	default:
		l.steps(a)
	}
}

// proof is what a task asks for.
func (l *lineFace) proof(a *act) string {
	l.t.Helper()
	if f := a.With["file"]; f != "" {
		return l.file(f)
	}
	return a.With["sentence"]
}

// steps does an act on a step, or on what is waited for.
func (l *lineFace) steps(a *act) {
	l.t.Helper()
	on, why := a.On[0], a.With["why"]
	switch a.Verb {
	case "done":
		l.complete(a)
	case "go":
		l.say("go %s", on)
	case "skip":
		l.say("go %s", on)
		l.change(a, "skip %s", why)
	case "note":
		l.say("go %s", on)
		l.change(a, "note %s", a.With["text"])
	case "accept", "reopen":
		l.change(a, "%s %s %s", a.Verb, on, why)
	case "wait":
		l.change(a, "wait %s until %s %s", l.item(on).name(), a.With["until"], why)
	case "answered":
		l.change(a, "wait %s answered %s", l.item(on).name(), why)
	case "gate":
		words := "gate %s %s by %s"
		if why != "" {
			words += " why " + why
		}
		l.change(a, words, l.item(on).name(), a.With["word"], a.With["by"])
	case "sent":
		l.change(a, "sent %s %s", l.item(on).name(), a.With["how"])
	case "check":
		l.check(a)
	default:
		l.t.Fatalf("there are no words for %s", a.Verb)
	}
}

// check runs a check and holds what it found.
func (l *lineFace) check(a *act) {
	l.t.Helper()
	it := l.item(a.On[0])
	l.change(a, "check %s", it.name())
	word := shared.Capital(l.tongue.result(a))
	if !strings.Contains(l.flat(), word) {
		l.t.Fatalf("%s does not say %s:\n%s", it.ID, word, l.answer)
	}
}

// complete completes a step, or holds that it is held open.
func (l *lineFace) complete(a *act) {
	l.t.Helper()
	l.change(a, "done %s", a.On[0])
	if begins(l.flat(), l.tongue.Wizard.Since) { // now it was read
		l.change(a, "done %s", a.On[0])
	}
	l.warnings(a)
	done := l.isDone(a)
	switch {
	case a.Held == "" && !done:
		l.t.Fatalf("%s is not done:\n%s", a.On[0], l.answer)
	case a.Held != "":
		says := l.problem(a.On[0] + "." + a.Held).Text
		if done || !strings.Contains(l.flat(), l.opening("dialogue.held")) && l.problem(a.On[0]+"."+a.Held).Level != "warn" || !holds([]string{l.answer}, says) {
			l.t.Fatalf("it is not held open by %q:\n%s", says, l.answer)
		}
	}
}

// isDone reports whether it was said that the step of an act is done.
func (l *lineFace) isDone(a *act) bool {
	l.t.Helper()
	return strings.Contains(l.flat(), spoken(l.message("dialogue.step_done", "title", sentence(l.step(a.On[0]).Title))))
}

// warnings says what becomes of warnings, where that is asked. What has to be
// accepted cannot be left: then it goes to the first.
func (l *lineFace) warnings(a *act) {
	l.t.Helper()
	asked, w := l.flat(), &l.tongue.Warnings
	leaves := ends(asked, w.Ask+" >", w.AskLeave+" >")
	if !leaves && !ends(asked, w.AskAccept+" >") {
		return
	}
	switch {
	case a.Held != "" && leaves:
		l.t.Fatalf("it could be left:\n%s", l.answer)
	case a.Held != "":
		l.say("")
		l.answer = asked + l.answer
	case a.With["warnings"] == "accept":
		l.say("%s %s", w.AcceptWord, a.With["why"])
	case a.With["warnings"] == "leave" && leaves:
		l.say("%s", w.LeaveWord)
	default:
		l.t.Fatalf("the story does not say what becomes of warnings:\n%s", l.answer)
	}
}

// change says something that changes the run. Where that has consequences, the
// story has to name them.
func (l *lineFace) change(a *act, format string, args ...any) {
	l.t.Helper()
	l.say("%s", strings.TrimRight(fmt.Sprintf(format, args...), " "))
	if !contains(l.flat(), l.tongue.Overlay.RippleTitle, l.tongue.Overlay.RippleOne) {
		if len(a.Changes) > 0 {
			l.t.Fatalf("it changes nothing else:\n%s", l.answer)
		}
		return
	}
	t := &l.tongue.Line
	words := map[string]string{"keep": t.Kept + ": ", "look_again": t.LookAgain + ": ", "void": t.Void + ": "}
	flat, n := l.flat(), 0
	for _, word := range words {
		n += strings.Count(flat, word)
	}
	for _, p := range a.Changes {
		if !strings.Contains(flat, spoken(words[p.Value()]+l.step(p.Name).Title+":")) {
			l.t.Fatalf("it does not say that %s is %s:\n%s", p.Name, p.Value(), l.answer)
		}
	}
	if n != len(a.Changes) {
		l.t.Fatalf("it changes %d things, the story says %d:\n%s", n, len(a.Changes), l.answer)
	}
	l.say("%s", map[string]string{"leave": t.No}[a.Then])
}

// quoted is a value in quotes, so that no part of it is taken for a word.
func (l *lineFace) quoted(it *item, p pair) string {
	l.t.Helper()
	value := p.Value()
	if it.Type == "file" && value != "" {
		value = l.file(value)
	}
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`).Replace(value) + `"`
}

// rows adds, edits or removes a row.
func (l *lineFace) rows(a *act) {
	l.t.Helper()
	list, row := l.item(a.On[0]), a.Row
	switch a.Verb {
	case "remove":
		l.change(a, "remove %s[%s]", list.name(), row)
		return
	case "add":
		var cells []string
		for _, p := range a.Answers {
			cells = append(cells, p.Name+"="+l.quoted(l.column(list, p.Name), p))
		}
		l.change(a, "add %s %s", list.name(), strings.Join(cells, "; "))
		rows := l.shows().item(list.step.ID, list.ID).Rows
		row = rows[len(rows)-1].Row
	case "edit":
		for _, p := range a.Answers {
			l.change(a, "set %s[%s].%s %s", list.name(), row, p.Name, l.quoted(l.column(list, p.Name), p))
		}
	}
	for _, id := range a.Ticks {
		l.change(a, "tick %s[%s].%s", list.name(), row, id)
	}
	for _, id := range a.Unticks {
		l.change(a, "untick %s[%s].%s", list.name(), row, id)
	}
}

// look holds what is said after an act.
func (l *lineFace) look(a *act) {
	l.t.Helper()
	if a.Run != "" {
		l.over(a.Run)
	}
	if a.At != "" && l.at != l.step(a.At) {
		l.t.Fatalf("it does not talk about %s:\n%s", a.At, l.answer)
	}
	for _, p := range a.Problems {
		is := l.problem(p.Name)
		l.knew[p.Name] = is.Text
		if is.Level != p.Value() || is.Accepted != nil || !l.tells(p.Name, is.Text) {
			l.t.Fatalf("problem %s is %+v:\n%s", p.Name, is, l.answer)
		}
	}
	for _, name := range a.Gone {
		if says, ok := l.knew[name]; !ok || l.tells(name, says) {
			l.t.Fatalf("problem %s was never seen, or is still there:\n%s", name, l.answer)
		}
	}
	if len(a.See) > 0 {
		l.say("read")
	}
	for _, text := range a.See {
		if !holds([]string{l.flat()}, l.menus(text)) {
			l.t.Fatalf("it does not say %q:\n%s", text, l.answer)
		}
	}
	if len(a.States) > 0 {
		l.lookAtStates(a.States)
	}
}

// tells reads a step aloud and reports whether a problem is said; one of a row
// is said where its cell is asked for.
func (l *lineFace) tells(problem, says string) bool {
	l.t.Helper()
	it, row, column := l.placed(problem)
	if l.at != it.step {
		l.say("go %s", it.step.ID)
	}
	l.say("read")
	if row == "" || holds([]string{l.answer}, says) {
		return holds([]string{l.answer}, says)
	}
	l.come(it)
	l.say("edit %s %s", row, column)
	told := holds([]string{l.answer}, says)
	l.say("") // keeps what stands there, and tells what is wrong with the row
	return told || holds([]string{l.answer}, says)
}

// over holds that the end of the run was said.
func (l *lineFace) over(how string) {
	l.t.Helper()
	ends := map[string][]string{
		"done": {l.sentence("report.done"), l.sentence("report.done_skipped")}, "ended": {l.sentence("report.ended")},
	}[how]
	if !contains(l.flat(), ends...) {
		l.t.Fatalf("it does not say that the run is %s:\n%s", how, l.answer)
	}
}

// lookAtStates has the steps listed. One that is not needed is not among them.
func (l *lineFace) lookAtStates(states []pair) {
	l.t.Helper()
	l.say("list")
	flat := l.flat()
	for _, p := range states {
		title := spoken(sentence(l.step(p.Name).Title)) + " "
		_, state, found := strings.Cut(flat, ": "+title)
		if found != (p.Value() != "not_needed") || found && !strings.HasPrefix(state, shared.Capital(l.tongue.State(p.Value()))) {
			l.t.Fatalf("step %s is not %s:\n%s", p.Name, p.Value(), l.answer)
		}
	}
}

// shows is how the run stands, and problem one of its problems.
func (st *stage) shows() *shown {
	st.t.Helper()
	now := &shown{}
	st.read(now, "show", st.run)
	return now
}

func (st *stage) problem(name string) *shownProblem {
	st.t.Helper()
	p := st.shows().problem(name)
	if p == nil {
		st.t.Fatalf("there is no problem %s", name)
	}
	return p
}
