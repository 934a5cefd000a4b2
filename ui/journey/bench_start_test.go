//go:build unix

package journey

import (
	"testing"
	"time"
)

// BenchmarkStart is the processor time of a command, from its start to its end and on
// all processors, beside that of version, which opens no store and decodes no
// procedure.
func BenchmarkStart(b *testing.B) {
	h := filled(b)
	run := h.start()
	for _, args := range [][]string{
		{"list"},
		{"show", run},
		{"show", run, "--json"},
		{"log", run},
		{"note", run, "applies", "seen"},
		{"start", "teccom-import", "--customer", "Muster GmbH", "--json"},
		{"procedures"},
	} {
		b.Run(args[0], func(b *testing.B) {
			var f figures
			for b.Loop() {
				f.ours = append(f.ours, processorTime(b, h, args...))
				f.base = append(f.base, processorTime(b, h, "version"))
			}
			f.report(b, args[0], "version")
		})
	}
}

// processorTime is what a command that succeeds takes of all processors.
func processorTime(b *testing.B, h *house, args ...string) time.Duration {
	b.Helper()
	cmd := h.lotse(args...)
	if err := cmd.Run(); err != nil {
		b.Fatalf("lotse %q: %v", args, err)
	}
	return cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
}
