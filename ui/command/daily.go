package command

import (
	"context"
	"errors"
	"fmt"
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
)

// daily is an archive that makes backups without being asked: a face makes one a
// day in the background, a command only where the last is too old, since
// somebody waits for it.
type daily interface {
	// Tidy does what waits for a moment when nobody does.
	Tidy(ctx context.Context) error
	// LastKept is when the newest backup was made or, without one, the archive;
	// zero when there is nothing to keep.
	LastKept(ctx context.Context) (at time.Time, isBackup bool, err error)
	Backup(ctx context.Context) (path string, err error)
	// BackupIfDue tidies, and makes a backup when the newest is older than a day.
	BackupIfDue(ctx context.Context) (path string, err error)
}

// oldBackup is the age from which a backup is too old.
const oldBackup = 7 * 24 * time.Hour

// backupWhereOld makes a backup where the last is too old, and says so before.
func (c *call) backupWhereOld(ctx context.Context) error {
	d, ok := c.archive.(daily)
	if !ok {
		return nil
	}
	if err := d.Tidy(ctx); err != nil {
		return err
	}
	last, isBackup, err := d.LastKept(ctx)
	age := c.Now().Sub(last)
	if err != nil || last.IsZero() || age <= oldBackup {
		return err
	}
	code := "cmd.backup_begins"
	if !isBackup {
		code = "cmd.backup_begins_first"
	}
	c.talk(code, "n", int(age.Hours()/24))
	return c.watched(ctx, func(ctx context.Context) error {
		_, err := d.Backup(ctx)
		return err
	})
}

// backupFailed says why a backup that nobody asked for was not made. One that
// was broken off is made the next time.
func (c *call) backupFailed(err error) {
	if err != nil && !errors.Is(err, context.Canceled) {
		c.talk("cmd.backup_failed", "why", c.wayOut(refusalOf(err)))
	}
}

// backgroundBackup is the backup of the day while a face is shown.
type backgroundBackup struct {
	c    *call
	ctx  context.Context
	stop context.CancelFunc
	done chan error // nil: it was not started
}

func (c *call) backgroundBackup(ctx context.Context) *backgroundBackup {
	b := &backgroundBackup{c: c}
	b.ctx, b.stop = context.WithCancel(ctx)
	return b
}

// start makes it in the background, where it is due.
func (b *backgroundBackup) start() {
	d, ok := b.c.archive.(daily)
	if !ok || b.done != nil {
		return
	}
	b.done = make(chan error, 1)
	go func() {
		_, err := d.BackupIfDue(b.ctx)
		b.done <- err
	}()
}

// end breaks it off where it is still at work, and says why it failed.
func (b *backgroundBackup) end() {
	b.stop()
	if b.done != nil {
		b.c.backupFailed(<-b.done)
	}
}

// tell says what the store did without being asked.
func (c *call) tell(m flows.Message) {
	if c.faced {
		c.told = append(c.told, m)
		return
	}
	fmt.Fprintln(c.Err, words.Say(c.lang(), m))
}

// watched does long work on the store with a line of progress.
func (c *call) watched(ctx context.Context, do func(ctx context.Context) error) error {
	p := c.progress()
	defer p.end()
	return do(run.Watch(ctx, p.looking()))
}

// lookWords are the sentences of the parts of long work.
var lookWords = map[run.Part]string{
	run.LookPages: "cmd.look_pages",
	run.LookRuns:  "cmd.look_runs",
	run.LookFiles: "cmd.look_files",
	run.LookCopy:  "cmd.look_copy",
}

// looking is told how far long work on the store is. Of a new part it says so at
// once: it may be one that cannot be counted.
func (p *progressLine) looking() func(run.Look) {
	var at run.Part
	return func(l run.Look) {
		p.mu.Lock()
		defer p.mu.Unlock()
		if l.Part != at {
			at, p.last = l.Part, time.Time{}
		}
		p.draw(p.text(lookWords[l.Part], "n", l.Done*100/max(l.All, 1)))
	}
}
