package check_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/readme"
	"lotse/flows/words"
)

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
	readme.Table(t, "| fault | checks | what goes wrong | finding | status |", faultRows())
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
