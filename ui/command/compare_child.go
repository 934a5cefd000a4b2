package command

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"lotse/flows"
	"lotse/flows/check"
)

// compareChild is the command of a child that compares two registers, so that
// the process with the screen stays quick. Nobody else calls it.
const compareChild = "compare-child"

// maxJob bounds what a child is asked, in bytes.
const maxJob = 1 << 20

// newCompareChild reads a check.Job from stdin and writes what check.Serve does
// to stdout. It ends when stdin does: then whoever asked is gone.
func newCompareChild(c *call) *cobra.Command {
	cmd := c.newVerb(compareChild, "cmd.short_compare_child", 0, 0, func(ctx context.Context, _ []string) error {
		var j check.Job
		in := json.NewDecoder(io.LimitReader(c.In, maxJob))
		in.DisallowUnknownFields()
		if err := in.Decode(&j); err != nil {
			return usage("cmd.only_lotse")
		}
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		go func() {
			io.Copy(io.Discard, c.In) //nolint:errcheck,gosec // its end is all that counts
			cancel()
		}()
		return c.serve(ctx, &j)
	})
	cmd.Hidden = true
	return cmd
}

func (c *call) serve(ctx context.Context, j *check.Job) error {
	left, err := os.Open(j.Left.Path)
	if err != nil {
		return fmt.Errorf("open the left register: %w", err)
	}
	defer left.Close() //nolint:errcheck // only read
	right, err := os.Open(j.Right.Path)
	if err != nil {
		return fmt.Errorf("open the right register: %w", err)
	}
	defer right.Close() //nolint:errcheck // only read
	return check.Serve(ctx, c.Out, j, left, right)
}

// child is a process that compares: check.Env.Child. Nil where this program
// cannot be called again.
func (c *call) child() func(ctx context.Context, j *check.Job) (io.ReadCloser, error) {
	if c.Self == nil {
		return nil
	}
	return func(ctx context.Context, j *check.Job) (io.ReadCloser, error) {
		self, err := c.Self()
		if err != nil {
			return nil, fmt.Errorf("find this program: %w", err)
		}
		return startChild(exec.CommandContext(ctx, self, compareChild), j) //nolint:gosec // this program
	}
}

// startChild starts a process of its own group and hands it its job. The screen
// comes first: the process is nice, and leaves it a processor.
func startChild(cmd *exec.Cmd, j *check.Job) (_ io.ReadCloser, err error) {
	p := &childProcess{cmd: cmd}
	cmd.Stderr = &p.said
	cmd.WaitDelay = 2 * time.Second
	cmd.Env = append(cmd.Environ(), fmt.Sprintf("GOMAXPROCS=%d", max(runtime.GOMAXPROCS(0)-1, 1)))
	apart(cmd)
	if p.in, err = cmd.StdinPipe(); err != nil {
		return nil, fmt.Errorf("start the comparison: %w", err)
	}
	if p.out, err = cmd.StdoutPipe(); err != nil {
		return nil, fmt.Errorf("start the comparison: %w", err)
	}
	if err := cmd.Start(); err != nil {
		return nil, fmt.Errorf("start the comparison: %w", err)
	}
	yield(cmd.Process.Pid)
	if err := json.NewEncoder(p.in).Encode(j); err != nil { // it ended already
		p.waited = true
		return nil, p.ended(errors.Join(cmd.Wait(), err))
	}
	return p, nil
}

// childProcess is what a child writes. Its end is io.EOF only where the process
// ended well.
type childProcess struct {
	cmd    *exec.Cmd
	in     io.WriteCloser
	out    io.Reader
	said   tail
	waited bool
}

// Read implements io.Reader.
func (p *childProcess) Read(b []byte) (int, error) {
	n, err := p.out.Read(b)
	if errors.Is(err, io.EOF) && !p.waited {
		p.waited = true
		if died := p.cmd.Wait(); died != nil {
			return n, p.ended(died)
		}
	}
	return n, err
}

func (p *childProcess) ended(err error) error {
	return fmt.Errorf("the process that compares ended: %w%s", err, p.said.text())
}

// Close ends the process where it has not ended.
func (p *childProcess) Close() error {
	if p.waited {
		return nil
	}
	p.waited = true
	err := p.in.Close()
	if killed := p.cmd.Process.Kill(); killed != nil && !errors.Is(killed, os.ErrProcessDone) {
		err = errors.Join(err, killed)
	}
	p.cmd.Wait() //nolint:errcheck,gosec // how it ended when it was ended is no news
	return err
}

// tail keeps the end of what is written to it.
type tail struct{ b []byte }

const maxTail = 1 << 10

// Write implements io.Writer.
func (t *tail) Write(b []byte) (int, error) {
	t.b = append(t.b, b[max(0, len(b)-maxTail):]...)
	t.b = append(t.b[:0], t.b[max(0, len(t.b)-maxTail):]...)
	return len(b), nil
}

// text is what was written, as a sentence can end with it.
func (t *tail) text() string {
	if s := strings.TrimSpace(flows.CleanLine(string(t.b))); s != "" {
		return " (" + s + ")"
	}
	return ""
}
