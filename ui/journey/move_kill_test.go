package journey

import (
	"encoding/json"
	"flag"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

var moveRounds = flag.Int("move.rounds", 10, "rounds of kill -9 around a move, of one run and of all")

const moved = `procedure: quay
version: 1
title: A quay
summary: For moves.
source: {document: none.txt, read: 2026-11-21}
steps:
  - id: ship
    title: The ship
    items:
      - {field: name, type: text, label: Name}
      - {field: zip, type: text, label: Post code}
`

// twoQuays are both versions: in the second the step and the name are called otherwise,
// and the post code is gone.
func (h *house) twoQuays() [2]string {
	h.t.Helper()
	second := strings.NewReplacer("version: 1\n", "version: 2\nrenamed: {ship: vessel, name: vessel_name}\n", "id: ship", "id: vessel", "field: name", "field: vessel_name",
		"      - {field: zip, type: text, label: Post code}\n", "").Replace(moved)
	var files [2]string
	for i, doc := range []string{moved, second} {
		dir := filepath.Join(h.dir, []string{"old", "new"}[i])
		files[i] = filepath.Join(dir, "quay.yaml")
		if err := os.Mkdir(dir, 0o700); err != nil {
			h.t.Fatal(err)
		}
		if err := os.WriteFile(files[i], []byte(doc), 0o600); err != nil {
			h.t.Fatal(err)
		}
	}
	return files
}

func TestKillAroundAMove(t *testing.T) {
	t.Parallel()
	killAroundMoves(t, *moveRounds)
}

// killAroundMoves kills a move at random moments, of one run and of all: each run is
// at the old version or at the new one with all that was answered, its log proves, and a
// move of all that is done again goes on with those that are left.
func killAroundMoves(t *testing.T, rounds int) {
	t.Logf("%d rounds, -kill.seed=%d", rounds, *killSeed)
	h, random := newHouse(t), rand.New(rand.NewPCG(*killSeed, 1))
	h.here = h.callHere // what looks at the store that is left; a move is a program
	versions := h.twoQuays()
	var runs []string
	for range 8 {
		var s shown
		h.read(&s, "start", versions[0], "--customer", "Muster GmbH", "--no-input")
		h.run("set", s.Run.ID, "name=Aurora", "zip=20457")
		runs = append(runs, s.Run.ID)
	}
	took := time.Hour
	for range 3 { // the least: behind one that had to wait, every move would end before it is killed
		began := time.Now()
		h.run("move", "--all", versions[1], "--dry-run")
		took = min(took, time.Since(began))
	}
	kills, between := 0, 0
	for round := range rounds {
		to := 1 - round%2
		after := func() time.Duration { return took/2 + time.Duration(random.Int64N(int64(3*took/2))) }
		if _, ended := killAfter(t, h.lotse("move", runs[0], "--to", versions[to], "--yes"), after()); !ended {
			kills++
		}
		h.holdsAll(runs[0])
		if _, ended := killAfter(t, h.lotse("move", "--all", versions[to], "--yes"), after()); !ended {
			kills++
		}
		left := 0
		for _, id := range runs {
			if h.holdsAll(id) != to+1 {
				left++
			}
		}
		if left > 0 && left < len(runs)-1 {
			between++
		}
		var all struct{ Moved, NotMoved int }
		if out := h.run("move", "--all", versions[to], "--yes", "--json").stdout; json.Unmarshal([]byte(out), &all) != nil || all.Moved != left {
			t.Fatalf("%d were left and %d were moved: %s", left, all.Moved, out)
		}
		for _, id := range runs {
			if at := h.holdsAll(id); at != to+1 {
				t.Fatalf("run %s is at version %d", id, at)
			}
		}
	}
	t.Logf("%d of %d moves were killed, %d of all with some moved and some not", kills, 2*rounds, between)
	if kills == 0 {
		t.Error("nothing was killed: every move was faster")
	}
}

// holdsAll proves a run and finds all that was answered in it, by the names of its
// version, which it gives.
func (h *house) holdsAll(id string) (version int) {
	h.t.Helper()
	h.verify(id)
	var s struct {
		Run struct {
			Version int `json:"procedure_version"`
		}
		Steps []struct {
			Items []struct {
				ID    string
				Value any
			}
		}
		Placeless []struct {
			Item  string
			Lines []string
		}
	}
	h.read(&s, "show", id)
	var all []string
	for _, it := range s.Steps[0].Items {
		if text, is := it.Value.(string); is {
			all = append(all, it.ID+" "+text)
		}
	}
	for _, p := range s.Placeless {
		all = append(all, p.Item+" "+strings.Join(p.Lines, " "))
	}
	want := map[int]string{1: "name Aurora, zip 20457", 2: "vessel_name Aurora, ship.zip 20457"}[s.Run.Version]
	if got := strings.Join(all, ", "); got != want {
		h.t.Fatalf("run %s at version %d holds %s, want %s", id, s.Run.Version, got, want)
	}
	return s.Run.Version
}
