package command

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"lotse/flows"
	"lotse/flows/document"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/outside"
	"lotse/ui/shelf"
)

// call is one call of the program: its flags, its streams, and the archive,
// opened when a command first asks for it.
type call struct {
	Program
	flags   flags
	tongue  string // the language that --lang asks for, as far as it was known before the flags were read
	own     string // the setting of the language, once the store is open
	out     *stdoutWriter
	archive run.Archive
	err     error           // what the command failed with
	faced   bool            // a face is shown: what the store tells is the face's to say
	told    []flows.Message // that
	imports []importShape
	pages   map[string]string // where the systems of the customer are, of the run that was loaded
	learned run.Experience    // how long its procedure has taken here
	ifHead  string            // of --if-head
	sweep   *sync.Once        // mends what a killed program left of the packs
	facing  *atomic.Bool      // a face has been shown, which has its own way with signals
}

// flags are the flags that every command has.
type flags struct {
	db      string
	lang    string
	plain   bool
	noColor bool
	json    bool
	noInput bool
	yes     bool
}

// newCall begins a call.
func newCall(p Program) *call {
	c := &call{Program: p, out: &stdoutWriter{Writer: p.Out}, facing: &atomic.Bool{}, sweep: &sync.Once{}}
	if p.Library != nil {
		c.Library = p.Library.WithPacks(c.packs)
	}
	return c
}

// path is the path of the database; "" where none is named and no home is known.
func (c *call) path() string {
	for _, path := range []string{c.flags.db, c.Getenv("LOTSE_DB")} {
		if path != "" {
			return path
		}
	}
	if c.Data == "" {
		return ""
	}
	return c.Store.In(c.Data)
}

// onServer reports whether the store is a team's, on a server.
func (c *call) onServer() bool { return c.Server.Is != nil && c.Server.Is(c.path()) }

// checkPlace refuses the place of a server that cannot be meant.
func (c *call) checkPlace() error {
	if !c.onServer() {
		return nil
	}
	return c.Server.Check(c.path())
}

// How long a write waits for a server that is away: a command until its caller would
// rather know, a face no longer than until it can say so, since it tries again itself.
const (
	commandPatience = 30 * time.Second
	facePatience    = 2 * time.Second
)

func (c *call) patience() time.Duration {
	if c.faced {
		return facePatience
	}
	return commandPatience
}

// glanceTime is how long a server is waited for by what can be done without it.
const glanceTime = 3 * time.Second

// briefly is a context for a look at the store that nothing depends on.
func (c *call) briefly(ctx context.Context) (context.Context, context.CancelFunc) {
	if !c.onServer() {
		return ctx, func() {}
	}
	return context.WithTimeout(ctx, glanceTime)
}

// folder is where on this machine lies what goes with the store: packs, keys.
func (c *call) folder() string {
	if c.onServer() {
		return c.Data
	}
	return filepath.Dir(c.path())
}

// packs are the packs that are installed beside the database: all, or that of a name.
func (c *call) packs(name string) []flows.Folder {
	if c.path() == "" {
		return nil
	}
	s := c.shelfHere()
	c.sweep.Do(func() { // before anything is looked for there
		if err := s.Sweep(context.Background()); err != nil {
			c.tell(refusalOf(err).Message)
		}
	})
	return s.Folders(name)
}

// shelfHere are the packs that are installed beside the database.
func (c *call) shelfHere() *shelf.Shelf {
	return &shelf.Shelf{Dir: filepath.Join(c.folder(), shelf.Folder), Lock: c.Lock}
}

// homeless refuses to do without a home what is not told where the data is.
func (c *call) homeless() error {
	if c.path() == "" || c.onServer() && c.Data == "" {
		return flows.Refuse(flows.ErrNotFound, nil, "cmd.no_home")
	}
	return nil
}

// open gives the archive.
func (c *call) open(ctx context.Context) (run.Archive, error) {
	if c.archive != nil {
		return c.archive, nil
	}
	if err := c.homeless(); err != nil {
		return nil, err
	}
	a, err := c.openStore(ctx, Talk{
		Ask:      func(prompt flows.Message) (run.Secret, error) { return c.ask(ctx, words.Say(c.lang(), prompt)) },
		Tell:     c.tell,
		Patience: c.patience(),
	})
	if err != nil {
		return nil, err
	}
	c.archive = a
	c.own, err = a.Setting(ctx, "lang")
	return a, err
}

func (c *call) openStore(ctx context.Context, talk Talk) (run.Archive, error) {
	if c.onServer() {
		return c.Server.Open(ctx, c.path(), c.folder(), talk)
	}
	return c.Store.Open(ctx, c.path(), talk)
}

// close closes the archive where it was opened. A command that went well makes a
// backup where the last is too old; a face has made its own.
func (c *call) close(ctx context.Context) error {
	if c.archive == nil {
		return nil
	}
	if !c.faced && c.err == nil && ctx.Err() == nil {
		c.backupFailed(c.backupWhereOld(ctx))
	}
	if err := c.archive.Close(); err != nil {
		return fmt.Errorf("close %s: %w", c.archive.Path(), err)
	}
	c.archive = nil
	return nil
}

// env is what a run needs from outside.
func (c *call) env(ctx context.Context) (run.Env, error) {
	name, err := c.setting(ctx, "name")
	e := run.Env{Now: c.Now, Random: c.Random, By: name, Show: document.Show}
	if e.Team = c.archive.Team(); err == nil && e.Team != nil {
		me := e.Team.Me()
		e.By, e.LooksOn = me.Name, !me.Role.Writes()
	}
	return e, err
}

// load decodes a stored procedure.
func (c *call) load(document []byte) (*flows.Procedure, error) {
	return c.Library.Decode(document)
}

// find gives the header of the run with an id or a unique prefix of one.
func (c *call) find(ctx context.Context, id string) (run.Header, error) {
	a, err := c.open(ctx)
	if err != nil {
		return run.Header{}, err
	}
	h, err := a.Header(ctx, id)
	switch {
	case errors.Is(err, flows.ErrNotFound):
		return h, notFound("cmd.no_run", "run", short(id))
	case errors.Is(err, flows.ErrAmbiguous):
		return h, c.ambiguous(ctx, a, id)
	}
	return h, err
}

// ambiguous is the refusal that names the runs whose id begins so.
func (c *call) ambiguous(ctx context.Context, a run.Archive, prefix string) error {
	const most = 10
	var found []string
	for q := (run.Query{Limit: 500}); len(found) <= most; {
		page, err := a.Headers(ctx, q)
		if err != nil {
			return err
		}
		for _, h := range page.Runs {
			if strings.HasPrefix(h.ID, prefix) {
				found = append(found, fmt.Sprintf("%s (%s, %s)", h.ID, h.Customer.Name, h.Procedure))
			}
		}
		if page.Next == "" {
			break
		}
		q.After = page.Next
	}
	code := "cmd.several_runs"
	if len(found) > most {
		found, code = found[:most], "cmd.several_runs_more"
	}
	return flows.Refuse(flows.ErrAmbiguous, nil, code, "prefix", short(prefix), "runs", strings.Join(found, "; "))
}

// resume loads the run with an id or a unique prefix of one.
func (c *call) resume(ctx context.Context, id string) (*run.Session, error) {
	h, err := c.find(ctx, id)
	if err != nil {
		return nil, err
	}
	env, err := c.env(ctx)
	if err != nil {
		return nil, err
	}
	s, err := run.Resume(ctx, env, c.archive, h.ID, c.load)
	if err != nil {
		return nil, err
	}
	return s, c.know(ctx, h.Customer.ID, s.Procedure())
}

// know reads what is known here of the customer and the procedure of a run.
func (c *call) know(ctx context.Context, customer string, procedure *flows.Procedure) (err error) {
	if c.pages, err = c.archive.Pages(ctx, customer); err != nil {
		return err
	}
	c.learned, err = outside.Experience(ctx, c.archive, procedure)
	return err
}
