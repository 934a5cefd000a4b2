package check_test

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/words"
)

var updateReadme = flag.Bool("update-readme", false, "write the README's table of faults anew")

// statusOf is the status that a fault gives its check.
func statusOf(name string, f check.Fault) string {
	c, _ := check.Find(name)
	for i := range c.Findings {
		if c.Findings[i].Code == f.Finding {
			return c.Findings[i].Status
		}
	}
	return check.Passed
}

// TestReadmeFaults holds the README's table against the faults that portals have.
// That each check names each of them so is held by TestEveryFaultIsNamed.
func TestReadmeFaults(t *testing.T) {
	const path, head = "../../README.md", "| fault | checks | what goes wrong | finding | status |"
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	text := string(raw)
	begin := strings.Index(text, head)
	if begin < 0 {
		t.Fatalf("the README has no table %s", head)
	}
	end := begin + strings.Index(text[begin:]+"\n\n", "\n\n")
	want := head + "\n|---|---|---|---|---|\n" + strings.Join(faultRows(), "\n")
	switch {
	case text[begin:end] == want:
	case *updateReadme:
		if err := os.WriteFile(path, []byte(text[:begin]+want+text[end:]), 0o644); err != nil {
			t.Fatal(err)
		}
	default:
		t.Errorf("the README's table is not what there is (-update-readme):\n%s\nwant\n%s", text[begin:end], want)
	}
}

// faultRows are the rows of the table: what is the same for several checks is
// one row.
func faultRows() []string {
	var rows []check.Fault
	of, statuses := map[check.Fault][]string{}, map[check.Fault]string{}
	var servers []string
	for _, name := range check.Portals() {
		faults := check.FaultsOf(name)
		if slices.ContainsFunc(faults, func(f check.Fault) bool { return f.Name == "refused" }) {
			servers = append(servers, "`"+name+"`")
		}
		for _, f := range faults {
			if of[f] == nil {
				rows = append(rows, f)
			}
			of[f] = append(of[f], "`"+name+"`")
			statuses[f] = statusOf(name, f)
		}
	}
	lines := make([]string, len(rows))
	for i, f := range rows {
		checks := strings.Join(of[f], " ")
		switch {
		case slices.Equal(of[f], servers):
			checks = "all but `mail.domain`"
		case len(of[f]) == len(check.Portals()):
			checks = "all"
		}
		finding := ""
		if f.Finding != "" {
			finding = "`" + f.Finding + "`"
		}
		lines[i] = fmt.Sprintf("| `%s` | %s | %s | %s | %s |", f.Name, checks, words.Say("en", flows.Msg(f.Does)), finding, statuses[f])
	}
	return lines
}
