package line

import (
	"fmt"
	"strconv"
	"strings"

	"lotse/flows"
	"lotse/flows/document/comparison"
	"lotse/flows/register/compare"
	"lotse/flows/run"
	"lotse/ui/face"
	"lotse/ui/outside"
)

// comparisons says the findings of a comparison of files, writes them to a
// file, and chooses which columns fill which fields.
type comparisons struct {
	*wording
	session   *lineSession
	announcer *itemAnnouncer
	requests  *requestRunner
}

// findingsAtOnce is how many findings are said before the person asks for
// more.
const findingsAtOnce = 10

// findings says the findings of a comparison: without argument their number by
// rule, with a rule each of them, starting at a number.
func (w *comparisons) findings(args string) error {
	iv, t := w.findingsCheck()
	if iv == nil {
		w.say(sentence(w.t.Found.Nothing))
		return nil
	}
	found, err := outside.ReadFindings(w.session.ctx, w.Archive, run.Results(w.s.Events(), t))
	if err != nil {
		w.sayf(w.t.Found.Failed, w.sentence(err))
		return nil
	}
	name, from := cut(args)
	if name == "" {
		w.sayCounts(iv, found)
		return nil
	}
	rule, others := ruleNamed(found, name)
	not := comparison.NotRun(found.Report, w.view().Lang, compare.Rule(name))
	switch {
	case not != "":
		w.say(sentence(not))
	case rule == "" && others == "":
		w.say(w.t.Found.None)
	case rule == "":
		w.sayf(w.t.Found.NoRule, flows.CleanLine(name), others)
	}
	if rule == "" {
		return nil
	}
	return w.readFindings(found, rule, from)
}

// findingsCheck is the current check if it has findings, else the last one of
// the run that has.
func (w *comparisons) findingsCheck() (*run.ItemView, flows.Address) {
	if iv := w.item(); iv != nil && iv.Result != nil && iv.Result.Report != nil {
		return iv, w.target()
	}
	var last *run.ItemView
	var at flows.Address
	for i := range w.view().Steps {
		sv := &w.view().Steps[i]
		for j := range sv.Items {
			if iv := &sv.Items[j]; iv.Result != nil && iv.Result.Report != nil && iv.State == run.Applies {
				last, at = iv, flows.Address{Step: sv.Step.ID, Item: iv.Item.ID}
			}
		}
	}
	return last, at
}

// sayCounts says the shares of the bar, and the number of findings by rule.
func (w *comparisons) sayCounts(iv *run.ItemView, f *outside.Findings) {
	x := &w.t.Found
	w.say(sentence(iv.Label()))
	var shares []string
	for _, s := range f.Shares() {
		shares = append(shares, strconv.Itoa(s.Rows)+" "+face.ShareWord(w.t, f.Report, s))
	}
	w.say(sentence(strings.Join(shares, ", ")))
	if f.HasEarlier {
		w.say(sentence(face.Capital(fmt.Sprintf(x.Gone, f.NewCount, f.GoneCount))))
	}
	said := comparison.NewWords(&f.Plan, w.view().Lang)
	words := map[compare.Level]string{compare.Must: x.Must, compare.Warn: x.Warn, compare.Info: x.Info}
	for _, r := range f.Kind.Rules() {
		if n := f.Counts[r]; n > 0 {
			w.say(sentence(fmt.Sprintf("%s: %d, %s (%s)", said.Title(r), n, words[f.Kind.Level(r)], r)))
		}
	}
	for _, s := range comparison.Unseen(f.Report, w.view().Lang) {
		w.say(sentence(s))
	}
	w.say(x.LineHelp)
	w.say(x.WriteHelp)
}

// ruleNamed finds a rule that has findings by its id; else it names those that
// have.
func ruleNamed(f *outside.Findings, name string) (found compare.Rule, others string) {
	var all []string
	for _, r := range f.Kind.Rules() {
		if f.Counts[r] == 0 {
			continue
		}
		if string(r) == name {
			return r, ""
		}
		all = append(all, string(r))
	}
	return "", strings.Join(all, ", ")
}

// readFindings says the findings of a rule, a few at a time.
func (w *comparisons) readFindings(f *outside.Findings, r compare.Rule, from string) error {
	first, err := strconv.Atoi(from)
	if err != nil || first < 1 {
		first = 1
	}
	some, err := f.Select(w.session.ctx, outside.FindingsFilter{Rule: r})
	if err != nil {
		return err
	}
	said := comparison.NewWords(&f.Plan, w.view().Lang)
	last := min(first-1+findingsAtOnce, len(some))
	for n := first - 1; n < last; n++ {
		one := &f.Findings[some[n]]
		fresh := ""
		if f.IsNew[some[n]] {
			fresh = " " + sentence(face.Capital(w.t.Found.New))
		}
		w.say(fmt.Sprintf("%d: %s%s", n+1, flows.CleanLine(said.Detail(one)), fresh))
	}
	if last < len(some) {
		w.sayf(w.t.Found.MoreRows, len(some)-last, r, last+1)
		return nil
	}
	if len(some) > 0 {
		one := &f.Findings[some[0]]
		w.say(flows.CleanLine(said.RuleRepair(r, one.Side)))
	}
	return nil
}

// writeFindings writes the findings of a comparison to a new file. It returns
// false if that is not what is meant: the file name is none for findings,
// another item is named, or nothing was compared.
func (w *comparisons) writeFindings(args string) bool {
	iv, t := w.findingsCheck()
	if name, rest := cut(args); rest != "" {
		if p, named, err := w.walk.Find(name); err == nil {
			iv, t, args = named, p.Whole(), rest
		}
	}
	path, _ := unquoted(args)
	if iv == nil || iv.Result == nil || iv.Result.Report == nil || !outside.IsFindingsFile(path) {
		return false
	}
	found, err := outside.ReadFindings(w.session.ctx, w.Archive, run.Results(w.s.Events(), t))
	if err != nil {
		w.sayf(w.t.Found.Failed, w.sentence(err))
		return true
	}
	if err := outside.WriteFindings(w.session.ctx, path, found.Report, w.view().Lang, w.view().Mode); err != nil {
		w.sayf(w.l.Refused, w.sentence(err))
		return true
	}
	w.sayf(w.t.Letter.Saved, path)
	return true
}
