//go:build campaign

package journey

import (
	"bytes"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// fuzzed are the targets of the short form, one for each edge.
var fuzzed = []string{"FuzzClean", "FuzzSplit", "FuzzPaper", "FuzzURL", "FuzzMail", "FuzzTokenAnswer", "FuzzPayload", "FuzzOpen", "FuzzDocument", "FuzzWorkbook", "FuzzRead", "FuzzVerify"}

// TestFaultFuzz runs the fuzz targets of the module: one for each edge for 3 s,
// or all for 20 s.
func TestFaultFuzz(t *testing.T) {
	all := targets(t)
	seconds, ran := "3s", 0
	if *faultLong {
		seconds = "20s"
	}
	var execs []string
	for _, target := range all {
		folder, name := target.folder, target.name
		if !*faultLong && !slices.Contains(fuzzed, name) {
			continue
		}
		out, err := fuzz(folder, name, seconds)
		if err != nil && bytes.Contains(out, []byte("context deadline exceeded")) && !bytes.Contains(out, []byte("Failing input")) {
			out, err = fuzz(folder, name, seconds) // go test itself ran out of time, and found nothing
		}
		if err != nil {
			t.Errorf("%s: %v\n%s", name, err, out)
		}
		ran++
		if n := executed.FindAllStringSubmatch(string(out), -1); len(n) > 0 {
			execs = append(execs, strings.TrimPrefix(name, "Fuzz")+" "+n[len(n)-1][1])
		}
	}
	for _, name := range fuzzed {
		if !slices.ContainsFunc(all, func(f fuzzTarget) bool { return f.name == name }) {
			t.Errorf("there is no target %s", name)
		}
	}
	slices.Sort(execs)
	report("fuzz targets", "%d of %d, %s each: %s", ran, len(all), seconds, strings.Join(execs, ", "))
}

// fuzz runs a target. What is interesting is hardly made smaller: where a target
// writes much, that would take most of the time.
func fuzz(folder, name, seconds string) ([]byte, error) {
	cmd := exec.Command("go", "test", folder, "-run", "^$", "-fuzz", "^"+name+"$", "-fuzztime", seconds, "-fuzzminimizetime", "10x")
	cmd.Dir = "../.."
	return cmd.CombinedOutput()
}

var executed = regexp.MustCompile(`execs: (\d+)`)

// fuzzTarget is a fuzz target: two packages may have one of the same name.
type fuzzTarget struct{ folder, name string }

// targets are all fuzz targets.
func targets(t *testing.T) []fuzzTarget {
	t.Helper()
	var all []fuzzTarget
	out, err := exec.Command("git", "-C", "../..", "grep", "-n", "^func Fuzz", "--", "*_test.go").Output()
	if err != nil {
		t.Fatalf("look for fuzz targets: %v", err)
	}
	for _, line := range strings.Split(strings.TrimSpace(string(out)), "\n") {
		file, rest, _ := strings.Cut(line, ":")
		name := regexp.MustCompile(`Fuzz\w*`).FindString(rest)
		all = append(all, fuzzTarget{"./" + filepath.ToSlash(filepath.Dir(file)), name})
	}
	if len(all) == 0 {
		t.Fatal("there are no fuzz targets")
	}
	return all
}
