package desk

import (
	"flag"
	"os"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

var updateReadme = flag.Bool("update-readme", false, "draw the picture of the README anew")

// TestReadmePicture holds the README's picture against the screen: a run of the
// library, in the middle of it.
func TestReadmePicture(t *testing.T) {
	const path, begin, end = "../../README.md", "```text\n", "```\n"
	r := library(t, "teccom-import")
	r.do(r.m.start("teccom-import", "Muster GmbH", run.Real))
	at := func(address, value string) run.Command {
		return run.Answer{At: flows.At(address), Value: flows.Value(value)}
	}
	r.fast("applies", at("applies.uses_connect5", "no"))
	r.fast("sign-in", run.Tick{At: flows.At("sign-in.signed_in")}, run.Tick{At: flows.At("sign-in.menu_opened")}, at("sign-in.organisation", "Muster GmbH"))
	r.fast("page", at("page.page_seen", "button"), at("page.other_organisation_has_client", "no"))
	r.fast("create", run.Tick{At: flows.At("create.create_clicked")}, at("create.create_result", "created"))
	r.refresh()
	r.goTo("credentials")
	r.keys("m", "u", "s", "t", "e", "r", "-", "i", "m", "p", "o", "r", "t", "-", "0", "1", "enter")
	r.goTo("credentials")
	r.send(nil)

	lines := strings.Split(r.screen(), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	want := strings.Join(lines, "\n") + "\n"
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, opened := strings.Cut(string(raw), begin)
	shown, after, closed := strings.Cut(rest, end)
	switch {
	case !opened || !closed:
		t.Fatalf("%s has no picture", path)
	case shown == want:
	case *updateReadme:
		if err := os.WriteFile(path, []byte(before+begin+want+end+after), 0o600); err != nil {
			t.Fatal(err)
		}
	default:
		t.Errorf("the picture of %s is not what is drawn (-update-readme):\n%s\nwant\n%s", path, shown, want)
	}
}
