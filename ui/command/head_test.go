package command_test

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"lotse/flows/run"
	"lotse/storage/storetest"
)

// overtaking is a change that somebody else comes before.
type overtaking struct {
	before [][]string // what we did before the head was taken
	theirs [][]string // just before the write
	ours   []string
	item   string // that both changed; "" for none
	is     any    // theirs
	want   any    // yours
}

// overtakings are changes that are meant for a head, by what they are about.
var overtakings = map[string]overtaking{
	"an answer": {
		theirs: [][]string{{"set", "name=Theirs"}}, ours: []string{"set", "name=Ours"},
		item: "ship.name", is: "Theirs", want: "Ours",
	},
	"an answer that is cleared": {
		before: [][]string{{"set", "name=Aurora"}}, theirs: [][]string{{"set", "name=Theirs"}}, ours: []string{"set", "name="},
		item: "ship.name", is: "Theirs", want: "",
	},
	"one answer of two": {
		theirs: [][]string{{"set", "name=Theirs"}}, ours: []string{"set", "zip=0012", "name=Ours"},
		item: "ship.name", is: "Theirs", want: "Ours",
	},
	"the same answer":   {theirs: [][]string{{"set", "name=Ours"}}, ours: []string{"set", "name=Ours"}},
	"another answer":    {theirs: [][]string{{"set", "zip=0012"}}, ours: []string{"set", "name=Ours"}},
	"a remark":          {theirs: [][]string{{"note", "ship", "Wait."}}, ours: []string{"set", "name=Ours"}},
	"the run is closed": {theirs: [][]string{{"end", "--outcome", "over", "--why", "Enough."}}, ours: []string{"set", "name=Ours"}},
	"a row that is removed": {
		before: [][]string{{"set", `crew.people+={"badge":"1"}`}},
		theirs: [][]string{{"set", "crew.people[r1].badge=2"}}, ours: []string{"set", "crew.people[r1]-"},
		item: "crew.people[r1]", // neither has a value to show
	},
	"a cell": {
		before: [][]string{{"set", `crew.people+={"badge":"1"}`}},
		theirs: [][]string{{"set", "crew.people[r1].badge=2"}}, ours: []string{"set", "crew.people[r1].badge=3"},
		item: "crew.people[r1].badge", is: "2", want: "3",
	},
	"a tick": {
		theirs: [][]string{{"tick", "berth.asked"}, {"untick", "berth.asked"}}, ours: []string{"tick", "berth.asked"},
		item: "berth.asked", is: false, want: true,
	},
	"a tick, and something else": {theirs: [][]string{{"set", "name=Theirs"}}, ours: []string{"tick", "berth.asked"}},
	"a step": {
		before: [][]string{{"set", "name=Aurora", "purpose=cargo"}},
		theirs: [][]string{{"set", "name=Theirs"}}, ours: []string{"done", "ship"},
	},
	"a step that they completed": {
		before: [][]string{{"set", "name=Aurora", "purpose=cargo"}},
		theirs: [][]string{{"done", "ship"}}, ours: []string{"done", "ship"},
	},
}

// Somebody else writes between the reading and the saving of a change that was
// meant for the head that was read: nothing of it is decided again, and what both
// changed is told as it stands now.
func TestAHeadThatChangesBeforeTheWrite(t *testing.T) {
	for name, o := range overtakings {
		t.Run(name, func(t *testing.T) { o.play(t, newCalls(t)) })
	}
}

// play makes the change, and holds that nothing came of it but the refusal.
func (o overtaking) play(t *testing.T, c *calls) {
	t.Helper()
	id := c.start()
	for _, args := range o.before {
		c.gives(id, args)
	}
	head, after := c.head(id), ""
	c.archive.before = func() error {
		c.gives("name", []string{"config", "Otto"}) // whose name they are
		for _, args := range o.theirs {
			c.gives(id, args)
		}
		after = c.head(id)
		return nil
	}
	code, out, talk := c.run(append(on(id, o.ours), "--if-head", head, "--json")...)
	var got struct {
		Version int
		Error   struct{ Code, Message string }
		conflicts
	}
	if err := json.Unmarshal([]byte(out), &got); err != nil || code != 4 || talk != "" || got.Version != 1 || got.Error.Code != "conflict" || got.Error.Message == "" {
		t.Fatalf("exit %d, %v\n%s%s", code, err, out, talk)
	}
	if now := c.head(id); after == head || now != after {
		t.Errorf("the head was %s, theirs %s, and is %s", head, after, now)
	}
	if want := o.conflicts(); !reflect.DeepEqual(got.conflicts, want) {
		t.Errorf("the conflicts are %+v, not %+v:\n%s", got.conflicts, want, out)
	}
}

// conflicts is the part of a refusal that names what both changed: a list, also
// where it is empty.
type conflicts struct {
	Conflicts []conflict
}

type conflict struct {
	Item, By      string
	Theirs, Yours any
}

func (o overtaking) conflicts() conflicts {
	if o.item == "" {
		return conflicts{[]conflict{}}
	}
	return conflicts{[]conflict{{o.item, "Otto", o.is, o.want}}}
}

// on is a call of a command on a run.
func on(run string, args []string) []string {
	return append([]string{args[0], run}, args[1:]...)
}

// gives gives a command on a run, which has to change it.
func (c *calls) gives(run string, args []string) {
	c.t.Helper()
	if code, out, talk := c.run(on(run, args)...); code != 0 && code != 3 {
		c.t.Fatalf("lotse %q: exit %d\n%s%s", args, code, out, talk)
	}
}

// head is the head of a run.
func (c *calls) head(id string) string {
	c.t.Helper()
	h, err := c.archive.Header(c.t.Context(), id)
	if err != nil {
		c.t.Fatal(err)
	}
	return h.Head
}

// Of a secret that both set only the fingerprints are told.
func TestAHeadThatChangesBeforeTheWriteOfASecret(t *testing.T) {
	c := newCalls(t)
	memory := storetest.NewMemory()
	memory.SetVault(&counting{})
	c.archive.Archive, c.in = memory, "hunter22"
	sealed := []string{"set", "--secret-stdin", "ship.key"}
	side := func(print string) any { return map[string]any{"set": true, "fingerprint": print} }
	overtaking{theirs: [][]string{sealed}, ours: sealed, item: "ship.key", is: side("k2"), want: side("k1")}.play(t, c)
}

// Of a list whose rows both replaced it is told how many there are.
func TestAHeadThatChangesBeforeTheWriteOfRows(t *testing.T) {
	path := filepath.Join(t.TempDir(), "crew.csv")
	if err := os.WriteFile(path, []byte("Badge,Rank\n3,cook\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	overtaking{
		theirs: [][]string{{"set", `crew.people+={"badge":"1"}`}, {"set", `crew.people+={"badge":"2"}`}},
		ours:   []string{"set", "--rows", "crew.people=" + path},
		item:   "crew.people", is: 2., want: 1.,
	}.play(t, newCalls(t))
}

// counting is a vault that names what it seals by number.
type counting struct {
	run.Vault
	n int
}

// Seal is of run.Vault.
func (v *counting) Seal(_ context.Context, _ run.Mode, id, field, _ string, _ run.Secret) (run.Sealed, error) {
	v.n++
	name := fmt.Sprint("k", v.n)
	return run.Sealed{ID: name, Run: id, Field: field, Fingerprint: name, Blob: []byte("sealed")}, nil
}

// Prepare is of run.Vault.
func (*counting) Prepare(context.Context, run.Mode) (bool, error) { return false, nil }

// State is of run.Vault.
func (*counting) State(context.Context) (run.VaultState, error) {
	return run.VaultState{Place: run.FilePlace}, nil
}

// A person reads both values, and that nothing was changed.
func TestAPersonIsToldOfAHeadThatChanged(t *testing.T) {
	c := newCalls(t)
	id := c.start()
	head := c.head(id)
	c.meanwhile("set", id, "name=Theirs")
	code, out, talk := c.run("set", id, "name=Ours", "--if-head", head)
	if code != 4 || out != "" || !strings.Contains(talk, "theirs is Theirs, yours is Ours") || !strings.Contains(talk, "Nothing was changed") {
		t.Errorf("exit %d\n%s%s", code, out, talk)
	}
}
