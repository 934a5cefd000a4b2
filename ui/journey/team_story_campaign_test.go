//go:build campaign && unix

package journey

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"lotse/flows/run"
	"lotse/storage/postgres/pgtest"
)

// team is a morning of the team North: Anna on the phone, Ben at the help desk, Rosa who
// reads, and Sven, who is in another team.
type team struct {
	t                         *testing.T
	c                         *pgtest.Cluster
	database                  string
	annas, bens, rosas, svens *house
	anna, ben                 wizard
	run                       string
	scene                     string
}

// TestATeamHandsOver plays how a run goes from one desk to another while the customer
// calls: found, seen, answered by two at once, looked on at, through a crash of the
// server and the end of a laptop, and written up in the end.
func TestATeamHandsOver(t *testing.T) {
	m := newTeam(t)
	for _, part := range []struct {
		scene string
		play  func(*team)
	}{
		{"Anna begins, answers half, and is called away", (*team).annaBegins},
		{"the customer calls: Ben finds the run", (*team).benFindsIt},
		{"Ben answers, and Anna sees it", (*team).benAnswers},
		{"both answer one question", (*team).bothAnswer},
		{"Rosa looks on, and Sven sees nothing", (*team).othersLook},
		{"Anna's secret opens for Ben as well", (*team).secretIsShared},
		{"the server dies in the middle of a save", (*team).serverDies},
		{"Anna's laptop dies, and Ben goes on", (*team).laptopDies},
		{"what came of it", (*team).writeUp},
	} {
		m.scene = part.scene
		part.play(m)
	}
}

func newTeam(t *testing.T) *team {
	c := pgtest.Start(t)
	m := &team{t: t, c: c, database: c.Database(t)}
	t.Cleanup(func() {
		if t.Failed() {
			t.Logf("scene: %s", m.scene)
		}
	})
	m.annas, m.bens = m.member("Anna", run.Consultant, "North"), m.member("Ben", run.Consultant, "North")
	m.rosas, m.svens = m.member("Rosa", run.Reader, "North"), m.member("Sven", run.Consultant, "South")
	return m
}

// member is the home of somebody in the team.
func (m *team) member(name string, role run.Role, in string) *house {
	m.c.Member(m.t, m.database, name, role, in)
	h := newHouse(m.t)
	h.env = append(h.env, "LOTSE_DB="+m.c.URL(name, m.database))
	return h
}

// picture keeps what a desk shows, where somebody asked for it.
func (m *team) picture(name string, s screen) {
	if dir := os.Getenv("LOTSE_PICTURES"); dir != "" {
		put(m.t, filepath.Join(dir, name+".txt"), s.String()+"\n")
	}
}

func (m *team) annaBegins() {
	m.annas.run("start", "teccom-import", "--customer", "Beispiel Oy")
	m.anna, m.run = signing(m.annas)
	m.anna.tick("signed_in")
	m.anna.fill("organisation", "Muster GmbH")
	m.anna.on("menu_opened")
	m.anna.WaitFor("saved", screen.saved)
}

func (m *team) benFindsIt() {
	m.ben = m.bens.wizard(160, 45)
	m.ben.Wait("Lotse  Desk", "2 runs")
	m.ben.Send("/")
	m.ben.Send("muster")
	m.picture("1-found", m.ben.Wait("Muster GmbH", "Anna"))
	m.ben.Key("enter", "enter")
	m.ben.at("sign-in")
	m.picture("2-ben", m.ben.Wait("with Anna"))
	m.picture("3-anna", m.anna.Wait("with Ben"))
	m.ben.Resize(80, 24) // beside his ticket
}

func (m *team) benAnswers() {
	m.ben.on("menu_opened")
	pressed := time.Now()
	m.ben.Key("space")
	s := m.anna.Wait("Ben: ", "☑ "+m.anna.text("menu_opened"))
	m.t.Logf("Anna sees what Ben ticked %d ms after the key", time.Since(pressed).Milliseconds())
	m.picture("4-anna-sees", s)
	m.ben.WaitFor("saved", screen.saved)
}

// empties goes back to the organisation, and takes out what stands there.
func (m *team) empties(w wizard) {
	for s := w.Frame(); !s.focused(w.text("organisation")); {
		before := s.String()
		s = w.press("shift+tab", "the item before", func(s screen) bool { return s.String() != before })
	}
	w.Key("ctrl+u")
}

func (m *team) bothAnswer() {
	m.empties(m.anna)
	m.empties(m.ben)
	m.anna.Send("Muster West")
	m.anna.Wait("Muster West")
	m.ben.Send("Muster Nord")
	m.ben.Wait("Muster Nord")
	m.ben.Key("enter")
	m.anna.Wait("Ben: Organisation", "Muster West")
	m.anna.Key("enter")
	m.picture("5-which", m.anna.Wait("Also changed by Ben", "theirs", "Muster Nord", "yours", "Muster West", "Ben"))
	m.anna.heard("enter keep as marked")
	m.anna.Key("space", "enter")
	m.anna.WaitFor("the page, saved", func(s screen) bool { return s.saved() && !s.has("Also changed") && s.has("Muster West") })
	m.picture("6-ben-hears", m.ben.Wait("Anna: Organisation", "Muster West"))
	m.annas.answers(m.run, "Muster GmbH", "Muster Nord", "Muster West")
}

func (m *team) othersLook() {
	rosa := m.rosas.wizard(80, 24, "resume", m.run)
	rosa.Wait("You look on", "Muster West")
	m.picture("7-rosa", rosa.Wait("with Anna, Ben"))
	before := len(m.annas.log(m.run))
	rosa.Send("x")
	rosa.Key("ctrl+s")
	rosa.Wait("You look on")
	for _, args := range [][]string{
		{"set", m.run, "organisation=Rosa AG"},
		{"done", m.run, "sign-in"},
		{"delete", m.run, "--no-input"},
		{"start", "teccom-import", "--customer", "Muster GmbH", "--no-input"},
	} {
		if r := call(m.t, m.rosas.lotse(args...), ""); r.code != 1 || !strings.Contains(r.err, "Rosa") && !strings.Contains(r.err, "You look on") {
			m.t.Errorf("%q: exit %d\n%s", args, r.code, r.err)
		}
	}
	if now := len(m.annas.log(m.run)); now != before {
		m.t.Errorf("a reader has written: %d events, not %d", now, before)
	}
	rosa.Key("ctrl+c")
	rosa.Exit()
	if runs := m.svens.runs(); len(runs) != 0 {
		m.t.Errorf("somebody of another team sees the runs %v", runs)
	}
	if r := call(m.t, m.svens.lotse("show", m.run), ""); r.code != 5 {
		m.t.Errorf("exit %d of somebody of another team\n%s", r.code, r.err)
	}
}

// secretIsShared: what Anna has sealed is said to Ben as hers, and opens for him when she
// has confirmed the words of his key.
func (m *team) secretIsShared() {
	m.seals(m.annas)
	words := m.seals(m.bens)
	m.annas.run("set", m.run, "secret_holder=captured_here")
	if r := call(m.t, m.annas.lotse("set", m.run, "--secret-stdin", "credentials.client_secret"), canary); r.code != 0 {
		m.t.Fatalf("exit %d\n%s", r.code, r.err)
	}
	secret := []string{m.run, "client_secret"}
	if r := call(m.t, m.bens.lotse(append([]string{"secret", "reveal"}, secret...)...), ""); r.code != 1 || !strings.Contains(r.err, "Anna sealed the secret") {
		m.t.Errorf("Ben reveals Anna's secret: exit %d\n%s%s", r.code, r.stdout, r.err)
	}
	adds := m.annas.open(80, 24, atOnce, append(append([]string{"secret", "recipient"}, secret...), "Ben", "--words", words)...)
	m.unlocks(adds)
	adds.Wait("opens for Ben as well")
	if code := adds.Exit(); code != 0 {
		m.t.Errorf("Anna adds Ben: exit %d", code)
	}
	shows := m.bens.open(80, 24, atOnce, append([]string{"secret", "reveal"}, secret...)...)
	m.unlocks(shows)
	shows.Wait(canary)
	shows.Send("x")
	if code := shows.Exit(); code != 0 {
		m.t.Errorf("Ben reveals it: exit %d", code)
	}
}

// seals makes a key for a member and gives its four words.
func (m *team) seals(h *house) string {
	if r := call(m.t, h.lotse("secret", "init", "--file", "--passphrase-fd", "0"), passphrase); r.code != 0 {
		m.t.Fatalf("exit %d\n%s", r.code, r.err)
	}
	var own struct{ Words []string }
	h.read(&own, "secret", "recipient")
	return strings.Join(own.Words, " ")
}

// unlocks types the passphrase of the key where it is asked for.
func (m *team) unlocks(p *terminal) {
	p.Wait("assphrase")
	p.Send(passphrase + "\r")
}

func (m *team) serverDies() {
	m.c.Stop(m.t, "immediate")
	w := m.ben
	m.empties(w)
	w.Send("Muster Süd")
	w.Wait("Muster Süd")
	w.Key("enter")
	m.picture("8-away", w.Wait("saving (server away)", "Muster Süd"))
	m.c.StartAgain(m.t)
	w.WaitFor("saved, and no more said of it", func(s screen) bool { return s.saved() && !s.has("Not saved") })
	m.picture("9-back", m.anna.Wait("Muster Süd"))
	m.annas.answers(m.run, "Muster GmbH", "Muster Nord", "Muster West", "Muster Süd")
}

func (m *team) laptopDies() {
	m.ben.Wait("with Anna")
	m.anna.Kill()
	m.ben.Key("ctrl+s")
	m.ben.at("page")
	m.picture("10-goes-on", m.ben.Screen())
	m.ben.on("page_seen")
	m.ben.Send("1")
	m.ben.WaitFor("the next question, saved", func(s screen) bool { return s.saved() && !s.focused(m.ben.text("page_seen")) })
}

func (m *team) writeUp() {
	m.ben.Key("ctrl+c")
	m.ben.Exit()
	m.bens.verify(m.run)
	names := map[string]int{}
	for _, e := range m.bens.log(m.run) {
		names[e.By]++
	}
	if len(names) != 2 || names["Anna"] == 0 || names["Ben"] == 0 {
		m.t.Errorf("the log is by %v", names)
	}
	report := filepath.Join(m.bens.dir, "report.html")
	m.bens.run("report", m.run, "-o", report)
	text := fileText(m.t, report)
	for _, want := range []string{"Muster Süd", "Anna", "Ben"} {
		if !strings.Contains(text, want) {
			m.t.Errorf("the report has no %s", want)
		}
	}
	m.bens.run("verify", report)
	if runs := m.annas.runs(); !slices.Contains(runs, m.run) { // on another machine of hers
		m.t.Errorf("Anna sees the runs %v", runs)
	}
}
