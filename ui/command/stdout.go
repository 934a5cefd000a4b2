package command

import (
	"io"

	"lotse/flows"
)

// stdoutWriter is the standard output of the commands. It remembers the first
// write that failed, and fails from then on, also where a library that prints help
// does not look: a command whose output is lost does not say that it is done.
// Where the reader closes a pipe, SIGPIPE ends the program before that.
type stdoutWriter struct {
	io.Writer
	err error
}

// Write implements io.Writer.
func (w *stdoutWriter) Write(b []byte) (n int, err error) {
	if w.err == nil {
		n, w.err = w.Writer.Write(b)
	}
	return n, w.err
}

// lost is the refusal that tells of the lost output.
func (w *stdoutWriter) lost() error {
	return flows.Refuse(flows.ErrFailed, nil, "cmd.no_output", "why", flows.Reason(w.err)).Because(w.err)
}
