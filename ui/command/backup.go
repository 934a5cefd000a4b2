package command

import (
	"context"
	"strconv"

	"github.com/spf13/cobra"
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
		p.line("There are no backups yet; lotse backup makes one.")
	}
	for _, b := range s.Backups {
		p.row(b.Path, b.At, strconv.FormatInt(b.Size, 10)+" bytes")
	}
}

// backupOptions are the options of backup.
type backupOptions struct {
	*call
	list bool
}

func newBackup(c *call) *cobra.Command {
	o := &backupOptions{call: c}
	cmd := c.newVerb("backup", "Makes a verified copy of the database", 0, 0, o.run)
	cmd.Flags().BoolVar(&o.list, "list", false, "list the copies that there are")
	return cmd
}

// run makes a backup, or lists what there is.
func (o *backupOptions) run(ctx context.Context, _ []string) error {
	path := ""
	if !o.list {
		a, err := o.open(ctx)
		if err != nil {
			return err
		}
		if path, err = a.Backup(ctx); err != nil {
			return err
		}
	}
	all, err := o.Backups(o.path())
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

// restoreShape is what restore prints.
type restoreShape struct {
	Version  int    `json:"version"`
	Restored string `json:"restored"`
	Kept     string `json:"kept"`
}

func (s restoreShape) lines(p *sheet) {
	p.line("Restored from %s.", s.Restored)
	p.line("What was there before is kept in %s.", s.Kept)
}

func newRestore(c *call) *cobra.Command {
	return c.newVerb("restore FILE", "Puts a backup in the database's place; what is there is kept", 1, 1, func(ctx context.Context, args []string) error {
		if err := c.sure(ctx, "This puts "+args[0]+" in the place of "+c.path()+".", "restore"); err != nil {
			return err
		}
		kept, err := c.Restore(ctx, c.path(), args[0])
		if err != nil {
			return err
		}
		return c.print(restoreShape{Version: 1, Restored: args[0], Kept: kept})
	})
}
