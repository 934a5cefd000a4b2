package command

import (
	"context"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"lotse/flows/run"
)

// examineArchive is the archive's own look at itself, with a line of progress.
func (c *call) examineArchive(ctx context.Context, a run.Archive) (found run.Findings, err error) {
	err = c.watched(ctx, func(ctx context.Context) (err error) {
		found, err = a.Examine(ctx)
		return err
	})
	return found, err
}

// examineFacts is the line of what was found beside the content: as it is for
// programs, and in sentences for people.
func (c *call) examineFacts(facts map[string]string) doctorLine {
	l := doctorLine{Name: "storage", State: well}
	var raw []string
	for _, key := range slices.Sorted(maps.Keys(facts)) {
		raw = append(raw, key+" "+facts[key])
	}
	l.Detail = strings.Join(raw, ", ")
	for _, f := range factsSaid {
		if value, known := facts[f.key]; known {
			l.said = append(l.said, c.fact(f, value))
		}
	}
	if cloud := facts["cloud"]; cloud != "" {
		l.State, l.Advice = mind, c.text("cmd.doctor_cloud", "cloud", cloud)
	}
	return l
}

// factSaid is how a fact is said: by the sentence of what it has to be, else
// with its value.
type factSaid struct{ key, code, want, sentence string }

// factsSaid are the facts that are said, in their order. How many backups there
// are is a line of its own.
var factsSaid = []factSaid{
	{"sqlite", "cmd.fact_sqlite", "", ""},
	{"journal_mode", "cmd.fact_journal_mode", "wal", "cmd.fact_journal_mode_wal"},
	{"synchronous", "cmd.fact_synchronous", "2", "cmd.fact_synchronous_2"},
	{"foreign_keys", "cmd.fact_foreign_keys", "1", "cmd.fact_foreign_keys_1"},
	{"secure_delete", "cmd.fact_secure_delete", "1", "cmd.fact_secure_delete_1"},
	{"size", "cmd.fact_size", "", ""},
	{"log_size", "cmd.fact_log_size", "", ""},
	{"evidence_files", "cmd.fact_evidence_files", "", ""},
	{"permissions", "cmd.fact_permissions", "", ""},
	{"log_permissions", "cmd.fact_log_permissions", "", ""},
	{"folder_permissions", "cmd.fact_folder_permissions", "", ""},
	{"cloud", "cmd.fact_cloud", "", ""},
}

func (c *call) fact(f factSaid, value string) string {
	if f.sentence != "" && value == f.want {
		return c.text(f.sentence)
	}
	n, err := strconv.Atoi(value)
	if err != nil {
		return c.text(f.code, "value", value)
	}
	return c.text(f.code, "value", value, "n", n)
}

// backupAge says how old a backup is.
func (c *call) backupAge(at time.Time) string {
	hours := max(int(c.Now().Sub(at).Hours()), 0)
	if hours < 48 {
		return c.text("cmd.doctor_hours", "n", hours)
	}
	return c.text("cmd.doctor_days", "n", hours/24)
}

// promise says what the store promises, and what nobody can.
func (c *call) promise() doctorLine {
	return doctorLine{Name: "promise", State: well, Detail: c.text("cmd.doctor_promise"), Advice: c.text("cmd.doctor_no_promise"), aside: true}
}
