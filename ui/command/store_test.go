package command_test

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/storetest"
	"lotse/ui/command"
)

// rival is an archive into which somebody else writes just before we do.
type rival struct {
	run.Archive
	before  func() error // called once, before the next Append
	changed int64        // seq of an event that comes back changed
}

func (r *rival) Append(ctx context.Context, b run.Batch) error {
	if f := r.before; f != nil {
		r.before = nil
		if err := f(); err != nil {
			return err
		}
	}
	return r.Archive.Append(ctx, b)
}

// Events gives the events, one of them changed where a test says so.
func (r *rival) Events(ctx context.Context, id string, after int64) ([]run.Event, error) {
	events, err := r.Archive.Events(ctx, id, after)
	for i := range events {
		if events[i].Seq == r.changed {
			events[i].Data = json.RawMessage(strings.Replace(string(events[i].Data), "HMS", "MS", 1))
		}
	}
	return events, err
}

func (r *rival) Close() error { return nil }

// calls runs commands against one archive.
type calls struct {
	t       *testing.T
	archive *rival
	in      string        // of every call
	back    time.Duration // by which the clock was set back
}

func newCalls(t *testing.T) *calls {
	t.Helper()
	return &calls{t: t, archive: &rival{Archive: storetest.NewMemory()}}
}

// run runs a command and gives its exit code and what it printed.
func (c *calls) run(args ...string) (code int, out, talk string) {
	var stdout, stderr bytes.Buffer
	code = command.Main(context.Background(), command.Program{
		Store: command.Store{
			In:   func(folder string) string { return folder },
			Open: func(context.Context, string, command.Talk) (run.Archive, error) { return c.archive, nil },
		},
		Library: flows.Open(os.DirFS("testdata/procedures"), flows.Specs{}),
		In:      strings.NewReader(c.in), Out: &stdout, Err: &stderr,
		Getenv: func(string) string { return "" },
		Now:    func() time.Time { return time.Now().Add(-c.back) }, Random: rand.Reader,
		User: func() string { return "Erika Muster" }, Data: "/data", Version: "test",
	}, args)
	return code, stdout.String(), stderr.String()
}

// start starts a run and gives its id.
func (c *calls) start() string {
	c.t.Helper()
	code, out, talk := c.run("start", "pilot", "--customer", "Muster GmbH", "--json")
	var shown struct {
		Run struct {
			ID string `json:"id"`
		} `json:"run"`
	}
	if err := json.Unmarshal([]byte(out), &shown); code != 0 || err != nil || shown.Run.ID == "" {
		c.t.Fatalf("start: exit %d, %v\n%s%s", code, err, out, talk)
	}
	return shown.Run.ID
}

// meanwhile lets another program run a command before the next write.
func (c *calls) meanwhile(args ...string) {
	c.archive.before = func() error {
		if code, out, talk := c.run(args...); code != 0 {
			return fmt.Errorf("the other program: exit %d: %s%s", code, out, talk)
		}
		return nil
	}
}

// What another program wrote in the meantime is kept, and ours comes on top.
func TestConflictIsDecidedAgain(t *testing.T) {
	c := newCalls(t)
	id := c.start()
	c.meanwhile("note", id, "ship", "From elsewhere.")
	if code, out, talk := c.run("set", id, "name=Ours", "--json"); code != 0 || !strings.Contains(out, `"Ours"`) {
		t.Fatalf("exit %d\n%s%s", code, out, talk)
	}
	_, out, _ := c.run("log", id)
	if !strings.Contains(out, "From elsewhere.") || !strings.Contains(out, "Ours") {
		t.Errorf("the log does not have both:\n%s", out)
	}
	if code, out, _ := c.run("verify", id); code != 0 {
		t.Errorf("verify: exit %d\n%s", code, out)
	}
}

// What cannot be decided any more is told as a conflict, and nothing is written.
func TestConflictThatCannotBeDecided(t *testing.T) {
	c := newCalls(t)
	id := c.start()
	c.meanwhile("end", id, "--outcome", "over", "--why", "Enough.")
	code, out, _ := c.run("set", id, "name=Ours", "--json")
	if code != 4 || !strings.Contains(out, `"code": "conflict"`) {
		t.Errorf("exit %d\n%s", code, out)
	}
	if _, out, _ := c.run("log", id); strings.Contains(out, "Ours") {
		t.Errorf("it was written all the same:\n%s", out)
	}
}

// What was meant for a head is not written on top of another one, also where that
// came between reading and writing: both values are told.
func TestConflictAtTheHead(t *testing.T) {
	c := newCalls(t)
	id := c.start()
	var shown struct{ Run struct{ Head string } }
	_, out, _ := c.run("show", id, "--json")
	if err := json.Unmarshal([]byte(out), &shown); err != nil || shown.Run.Head == "" {
		t.Fatal(err, out)
	}
	c.meanwhile("set", id, "name=Theirs")
	code, out, _ := c.run("set", id, "name=Ours", "--if-head", shown.Run.Head, "--json")
	for _, want := range []string{`"code": "conflict"`, `"theirs": "Theirs"`, `"yours": "Ours"`, `"by": "Erika Muster"`} {
		if code != 4 || !strings.Contains(out, want) {
			t.Errorf("exit %d, without %s\n%s", code, want, out)
		}
	}
	if _, out, _ := c.run("log", id); strings.Contains(out, "Ours") || !strings.Contains(out, "Theirs") {
		t.Errorf("it was written all the same:\n%s", out)
	}
}

// Each error of the archive has its exit code, and its sentence names the file.
func TestErrorsOfTheArchive(t *testing.T) {
	for _, want := range []struct {
		err  error
		exit int
		code string
	}{
		{flows.ErrLocked, 4, "locked"},
		{flows.ErrFull, 1, "disk_full"},
		{flows.ErrReadOnly, 1, "read_only"},
		{flows.ErrDamaged, 1, "damaged"},
		{flows.ErrNewer, 1, "newer"},
		{errors.New("something else"), 1, "failed"},
		{context.Canceled, 130, "interrupted"},
	} {
		t.Run(want.code, func(t *testing.T) {
			c := newCalls(t)
			id := c.start()
			fail := func() error { return fmt.Errorf("append: %w", want.err) }
			c.archive.before = fail
			code, out, talk := c.run("set", id, "name=x", "--json")
			if code != want.exit || !strings.Contains(out, `"code": "`+want.code+`"`) || talk != "" {
				t.Errorf("exit %d\n%s%s", code, out, talk)
			}
			c.archive.before = fail
			code, out, talk = c.run("set", id, "name=x")
			if code != want.exit || out != "" || !strings.HasPrefix(talk, "lotse: ") {
				t.Errorf("exit %d\n%s%s", code, out, talk)
			}
		})
	}
}

// A changed event is found, and the exit code says so.
func TestVerifyFindsAChange(t *testing.T) {
	c := newCalls(t)
	id := c.start()
	if code, out, talk := c.run("set", id, "name=HMS Muster"); code != 0 {
		t.Fatalf("exit %d\n%s%s", code, out, talk)
	}
	if code, out, _ := c.run("verify", id, "--json"); code != 0 || !strings.Contains(out, `"first_fault": null`) {
		t.Errorf("exit %d\n%s", code, out)
	}
	c.archive.changed = 2
	code, out, _ := c.run("verify", id, "--json")
	if code != 1 || !strings.Contains(out, `"intact": false`) || !strings.Contains(out, `"seq": 2`) {
		t.Errorf("exit %d\n%s", code, out)
	}
	if code, out, _ := c.run("verify", id); code != 1 || !strings.Contains(out, "Changed: event 2") {
		t.Errorf("exit %d\n%s", code, out)
	}
}

// A prefix of several ids names them.
func TestAmbiguousRun(t *testing.T) {
	c := newCalls(t)
	prefixes := map[string]string{}
	for range 40 * 40 {
		id := c.start()
		if other, ok := prefixes[id[:2]]; ok {
			code, out, _ := c.run("show", id[:2], "--json")
			if code != 2 || !strings.Contains(out, id) || !strings.Contains(out, other) {
				t.Errorf("exit %d\n%s", code, out)
			}
			return
		}
		prefixes[id[:2]] = id
	}
	t.Fatal("no two ids with the same beginning")
}
