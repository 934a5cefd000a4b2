//go:build campaign && unix

package journey

import (
	"testing"

	"lotse/flows/run"
	"lotse/storage/postgres/pgtest"
)

// member is the home of somebody who works on a team's server.
func member(t *testing.T, c *pgtest.Cluster, database, name string) *house {
	t.Helper()
	c.Member(t, database, name, run.Consultant)
	h := newHouse(t)
	h.env = append(h.env, "LOTSE_DB="+c.URL(name, database))
	return h
}

// TestTwoDesksOnOneRun has two people work on one run at once: each sees what the other
// does and that they are there, and of two answers to one question the later one asks.
func TestTwoDesksOnOneRun(t *testing.T) {
	c := pgtest.Start(t)
	database := c.Database(t)
	annas, bens := member(t, c, database, "Anna"), member(t, c, database, "Ben")
	anna, id := signing(annas)
	list := bens.open(80, 24, atOnce)
	list.Wait("Muster GmbH", "1 run")
	ben := bens.wizard(80, 24, "resume", id)
	anna.Wait("with Ben")
	ben.Wait("with Anna")

	for _, w := range []wizard{anna, ben} {
		w.Key("tab")
		w.on("organisation")
	}
	anna.Send("Muster West")
	anna.Wait("Muster West")
	ben.Send("Muster Nord")
	ben.Wait("Muster Nord")
	ben.Key("enter")
	anna.Wait("Ben: Organisation", "answered", "Muster West")
	list.Wait("Ben changed")

	anna.Key("enter")
	anna.Wait("Also changed by Ben", "theirs", "Muster Nord", "yours", "Muster West", "Ben")
	anna.heard("enter keep as marked")
	anna.Key("space", "enter")
	anna.WaitFor("the page, saved", func(s screen) bool { return s.saved() && !s.has("Also changed") && s.has("Muster West") })
	ben.Wait("Anna: Organisation", "answered", "Muster West")
	annas.answers(id, "Muster Nord", "Muster West")

	anna.Key("esc", "esc")
	anna.Wait("1 run")
	ben.WaitFor("nobody else", func(s screen) bool { return !s.has("with Anna") })
	annas.verify(id)
}

// TestDesksAtAReplica: whoever works at a copy of the server reads there, and is told in
// the first lines that it takes no changes.
func TestDesksAtAReplica(t *testing.T) {
	c := pgtest.Start(t)
	database := c.Database(t)
	h := member(t, c, database, "Anna")
	id := h.start()
	r := c.Replica(t)
	r.CaughtUp(t, c)
	h.env = append(h.env, "LOTSE_DB="+r.URL("Anna", database))

	desk := h.open(200, 24, atOnce)
	desk.Wait("read-only server", "Muster GmbH", "takes no changes: it is a copy of another server")
	desk.Key("enter")
	desk.Wait("read-only server", "Connect 5")
	h.lines(id).Wait("takes no changes")
}
