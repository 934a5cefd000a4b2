package command

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"lotse/flows/run"
)

// dailyArchive is an archive whose backup takes until its context ends, or
// fails at once.
type dailyArchive struct {
	run.Archive
	failed error
	begun  int
	ended  bool
}

func (a *dailyArchive) Tidy(context.Context) error { return nil }

func (a *dailyArchive) LastKept(context.Context) (time.Time, bool, error) {
	return time.Time{}, false, nil
}

func (a *dailyArchive) Backup(ctx context.Context) (string, error) { return a.BackupIfDue(ctx) }

func (a *dailyArchive) BackupIfDue(ctx context.Context) (string, error) {
	a.begun++
	if a.failed != nil {
		return "", a.failed
	}
	<-ctx.Done()
	a.ended = true
	return "", ctx.Err()
}

// TestBackgroundBackup begins when the face is ready, not before and not twice,
// and is broken off, without a word, when the face ends.
func TestBackgroundBackup(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var said bytes.Buffer
		a := &dailyArchive{}
		c := newCall(Program{Err: &said, Getenv: func(string) string { return "" }})
		c.archive = a
		b := c.backgroundBackup(t.Context())
		if a.begun > 0 {
			t.Error("it began before the face was ready")
		}
		b.start()
		b.start()
		synctest.Wait()
		if a.begun != 1 || a.ended {
			t.Errorf("begun %d times, ended %v", a.begun, a.ended)
		}
		b.end()
		if !a.ended || said.Len() > 0 {
			t.Errorf("ended %v, said %q", a.ended, said.String())
		}
	})
}

// TestBackgroundBackupThatFails says so when the face has ended.
func TestBackgroundBackupThatFails(t *testing.T) {
	var said bytes.Buffer
	c := newCall(Program{Err: &said, Getenv: func(string) string { return "" }})
	c.archive = &dailyArchive{failed: errors.New("no room")}
	b := c.backgroundBackup(t.Context())
	b.end() // it was never started
	b = c.backgroundBackup(t.Context())
	b.start()
	b.end()
	if !strings.HasPrefix(said.String(), "The backup of the day was not made: ") || !strings.Contains(said.String(), "no room") {
		t.Errorf("said %q", said.String())
	}
}

// TestLookingSaysEachPartAtOnce draws a part that comes right after another,
// and counts where it can be counted.
func TestLookingSaysEachPartAtOnce(t *testing.T) {
	var out bytes.Buffer
	now := time.Unix(0, 0)
	p := &progressLine{call: newCall(Program{Getenv: func(string) string { return "" }}), out: &out, width: 40, now: func() time.Time { return now }}
	see := p.looking()
	see(run.Look{Part: run.LookCopy})
	see(run.Look{Part: run.LookPages})
	see(run.Look{Part: run.LookRuns, Done: 50, All: 200})
	see(run.Look{Part: run.LookRuns, Done: 60, All: 200}) // too soon
	now = now.Add(redraw)
	see(run.Look{Part: run.LookRuns, Done: 100, All: 200})
	p.end()
	const back = "\r\x1b[K"
	want := back + "writing a copy" + back + "checking every page" + back + "checking the runs: 25 %" + back + "checking the runs: 50 %" + back
	if out.String() != want {
		t.Errorf("drawn %q, want %q", out.String(), want)
	}
}
