package command

import (
	"context"

	"github.com/spf13/cobra"

	"lotse/flows"
	"lotse/flows/run"
)

// backupShape is what backup prints; with --list all that there are.
type backupShape struct {
	Version int         `json:"version"`
	Backups []copyShape `json:"backups"`
}

type copyShape struct {
	Path string `json:"path"`
	At   string `json:"at"`
	Size int64  `json:"size"`
}

func (s backupShape) lines(p *sheet) {
	if len(s.Backups) == 0 {
		p.say("cmd.no_backups")
	}
	for _, b := range s.Backups {
		p.row(b.Path, p.time(b.At), p.text("cmd.bytes", "n", b.Size))
	}
}

// backupOptions are the options of backup.
type backupOptions struct {
	*call
	list bool
}

func newBackup(c *call) *cobra.Command {
	o := &backupOptions{call: c}
	cmd := c.newVerb("backup", "cmd.short_backup", 0, 0, o.run)
	cmd.Flags().BoolVar(&o.list, "list", false, c.text("cmd.flag_backup_list"))
	return cmd
}

// run makes a backup, or lists what there is.
func (o *backupOptions) run(ctx context.Context, _ []string) error {
	if o.onServer() {
		return o.Server.NoBackup(o.path())
	}
	path := ""
	if !o.list {
		a, err := o.open(ctx)
		if err != nil {
			return err
		}
		err = o.watched(ctx, func(ctx context.Context) (err error) {
			path, err = a.Backup(ctx)
			return err
		})
		if err != nil {
			return err
		}
		o.tellKey(ctx, a)
	}
	if err := o.homeless(); err != nil {
		return err
	}
	all, err := o.Store.Backups(o.path())
	if err != nil {
		return err
	}
	shape := backupShape{Version: 1, Backups: []copyShape{}}
	for _, b := range all {
		if o.list || b.Path == path {
			shape.Backups = append(shape.Backups, copyShape{Path: b.Path, At: stamp(b.At), Size: b.Size})
		}
	}
	return o.print(shape)
}

// tellKey says that the key to the secrets is in no backup.
func (c *call) tellKey(ctx context.Context, a run.Archive) {
	state, err := a.Vault().State(ctx)
	key := identityOf(state)
	keep, lost := key.keep()
	switch {
	case err != nil:
		keep = c.wayOut(refusalOf(err))
	case key.Place == run.NoPlace:
		return
	case !lost:
		keep = flows.Msg("cmd.backup_recovery")
	}
	c.talk("cmd.backup_key", "key", keep)
}

// restoreShape is what restore prints.
type restoreShape struct {
	Version  int    `json:"version"`
	Restored string `json:"restored"`
	Kept     string `json:"kept"`
}

func (s restoreShape) lines(p *sheet) {
	p.say("cmd.restored", "file", s.Restored)
	if s.Kept != "" {
		p.say("cmd.restored_kept", "file", s.Kept)
	}
}

func newRestore(c *call) *cobra.Command {
	return c.newVerb("restore FILE", "cmd.short_restore", 1, 1, func(ctx context.Context, args []string) error {
		if err := c.homeless(); err != nil {
			return err
		}
		if c.onServer() {
			return c.Server.NoBackup(c.path())
		}
		if err := c.sure(ctx, c.text("cmd.ask_restore", "file", args[0], "place", c.path()), "restore"); err != nil {
			return err
		}
		kept := ""
		err := c.watched(ctx, func(ctx context.Context) (err error) {
			kept, err = c.Store.Restore(ctx, c.path(), args[0], c.Now(), c.tell)
			return err
		})
		if err != nil {
			return err
		}
		return c.print(restoreShape{Version: 1, Restored: args[0], Kept: kept})
	})
}
