package check

import (
	"context"
	"runtime/debug"
	"slices"
	"time"

	"lotse/flows"
	"lotse/flows/register/compare"
	"lotse/flows/run"
)

// longestComparison is how long a comparison may take: registers have up to
// 5,000,000 rows.
const longestComparison = 10 * time.Minute

// registerCheck compares a register of Netvisor with Rackbeat's (NR-04 to
// NR-08): a kept file, or Rackbeat itself where there is a key and no file. Its
// findings are the rules of the register.
func registerCheck(k compare.Kind) Check {
	return Check{
		Name:  "register." + string(k),
		Title: registerTitles[k],
		Inputs: []flows.Input{
			{Name: "netvisor", Types: fileTypes, Required: true},
			{Name: "rackbeat", Types: fileTypes},
			{Name: "direction", Types: []flows.Type{flows.TypeChoice}},
			{Name: "key", Types: secretTypes},
			{Name: "url", Types: urlTypes},
		},
		Findings: slices.Concat(ruleFindings(k), []Finding{notLooked, unreadable, columnMissing, otherRegister, sameFile, notCompared}, notRead()),
		sends:    &sending{"key", "url", rackbeatURL},
		run: func(ctx context.Context, j *job) run.CheckResult {
			return (&registers{job: j, kind: k}).run(ctx)
		},
		within: longestComparison,
	}
}

var registerTitles = map[compare.Kind]string{
	compare.Customers: "check.title_register_customers", compare.Suppliers: "check.title_register_suppliers", compare.Products: "check.title_register_products",
}

// notRead are the findings that keep a register of Rackbeat's from being read.
// Of what is only worth a warning on the way there rackbeat.registers tells.
func notRead() []Finding {
	return slices.DeleteFunc(wayRegister(), func(f Finding) bool { return f.Status == Warned })
}

// ruleFindings are the findings of a register: its rules.
func ruleFindings(k compare.Kind) []Finding {
	rules := k.Rules()
	findings := make([]Finding, len(rules))
	for i, rule := range rules {
		level := levelOf[k.Level(rule)]
		findings[i] = Finding{Code: string(rule), Level: level, Status: statusOf[level], Message: "check.rule_found"}
	}
	return findings
}

// levelOf is what a level of the comparison is in a procedure.
var levelOf = map[compare.Level]flows.Level{compare.Must: flows.Must, compare.Warn: flows.Warn, compare.Info: flows.Tell}

// registers are two registers while they are compared.
type registers struct {
	*job
	kind        compare.Kind
	left, right *side
	early       *progress // the right one was read before the left one
}

// run opens both sides, has them compared, and makes the result. Of what was not compared
// no rule ran.
func (r *registers) run(ctx context.Context) run.CheckResult {
	result := r.compared(ctx)
	if result.Counts == nil {
		result.NotRun = r.idle(result.Columns)
	}
	return result
}

func (r *registers) compared(ctx context.Context) run.CheckResult {
	r.left, r.right = r.side("netvisor"), r.rackbeatSide()
	if r.right == nil {
		return r.lacking(r.neither())
	}
	defer r.letGo()
	report, kept, err := r.compare(ctx)
	if err != nil {
		return r.refused(ctx, err)
	}
	return r.resultOf(report, kept)
}

func (r *registers) compare(ctx context.Context) (*compare.Report, *run.File, error) {
	for _, s := range []*side{r.left, r.right} {
		if err := r.open(ctx, s); err != nil {
			return nil, nil, err
		}
	}
	if r.left.sum == r.right.sum && r.left.sum != "" {
		return nil, nil, r.right.fault(sameFile, flows.Msg("check.same_file"))
	}
	report, err := r.match(ctx)
	if err != nil {
		return nil, nil, err
	}
	for i, s := range []*side{r.left, r.right} {
		if half := []*compare.Half{&report.LeftHalf, &report.RightHalf}[i]; s.sum != "" && half.Sum != s.sum {
			return nil, nil, s.fault(unreadable, flows.Msg("check.file_changed"))
		}
	}
	kept, err := r.keep(ctx, report)
	return report, kept, err
}

// largeFiles is from how many bytes on two files take so much memory to compare
// that it is given back at once.
const largeFiles = 4 << 20

// letGo closes the files, and gives the memory back that a large comparison took:
// who has it made may go on all day.
func (r *registers) letGo() {
	size := int64(0)
	for _, s := range []*side{r.left, r.right} {
		if s.content != nil {
			size += s.content.Size()
		}
		s.close()
	}
	if size > largeFiles {
		go debug.FreeOSMemory() // nobody waits for it
	}
}

// match reads both sides and compares them, and shows meanwhile how far it is.
func (r *registers) match(ctx context.Context) (report *compare.Report, err error) {
	told := make(chan progress)
	var bug *flows.Bug
	go func() {
		defer close(told)
		bug = flows.Try(func() { report, err = r.compareBoth(ctx, func(p progress) { told <- p }) })
	}()
	for p := range told {
		r.show(p)
	}
	flows.Throw(bug)
	return report, err
}

// plan is what is compared with what.
func (r *registers) plan() compare.Plan {
	p := compare.Plan{Kind: r.kind, Left: compare.Netvisor, Right: compare.Rackbeat, Direction: compare.NoDirection}
	if d := compare.Direction(r.text("direction")); d == compare.NetvisorToRackbeat || d == compare.RackbeatToNetvisor {
		p.Direction = d
	}
	return p
}

// resultOf makes the result of what was found: the most serious rule is its
// finding.
func (r *registers) resultOf(report *compare.Report, kept *run.File) run.CheckResult {
	status, finding := Passed, ""
	counts, levels := map[string]int{}, map[string]flows.Level{}
	take := func(f Finding, level flows.Level, n int) {
		counts[f.Code] = n
		if n == 0 {
			return
		}
		levels[f.Code] = level
		if worst(status, f.Status) != status {
			status, finding = f.Status, f.Code
		}
	}
	for _, f := range ruleFindings(r.kind) {
		if n, ran := report.Counts[compare.Rule(f.Code)]; ran {
			take(f, f.Level, n)
		}
	}
	if n := warnings(report); n > 0 {
		take(notLooked, flows.Warn, n)
	}
	r.tell(report)
	var causes []run.Cause
	if status != Passed {
		for _, s := range []*side{r.left, r.right} {
			causes = append(causes, run.Cause{Message: flows.Msg(s.cause(), "label", s.label()), Item: s.Item})
		}
	}
	result := r.result(status, finding, r.summary(report), causes...)
	result.Counts, result.Levels, result.Report = counts, levels, kept
	result.Columns, result.NotRun = columnsOf(report.Columns()), notRunOf(report.NotRun)
	return result
}
