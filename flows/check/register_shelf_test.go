package check

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/register/compare"
	"lotse/flows/run"
)

// shelf keeps files in memory, as the store of a run does.
type shelf struct{ files map[string]string }

type shelved struct{ *strings.Reader }

func (shelved) Close() error { return nil }

func (s *shelf) put(name, text string) string {
	sum := sha256.Sum256([]byte(text))
	key := hex.EncodeToString(sum[:])
	if s.files == nil {
		s.files = map[string]string{}
	}
	s.files[key] = text
	return "sha256:" + key + "/" + name
}

func (s *shelf) open(_ context.Context, sum string) (run.Content, error) {
	text, ok := s.files[sum]
	if !ok {
		return nil, fmt.Errorf("file %q: %w", sum, flows.ErrNotFound)
	}
	return shelved{strings.NewReader(text)}, nil
}

func (s *shelf) keep(_ context.Context, name string, r io.Reader) (run.File, error) {
	b, err := io.ReadAll(r)
	if err != nil {
		return run.File{}, err
	}
	value := s.put(name, string(b))
	return run.File{Name: name, Sum: value[len("sha256:"):][:64], Size: int64(len(b))}, nil
}

func (s *shelf) env() Env {
	e := testEnv()
	e.File, e.Keep = s.open, s.keep
	return e
}

// compared runs the comparison of two files.
func (s *shelf) compared(t *testing.T, e Env, kind compare.Kind, lang, left, right string) run.CheckResult {
	t.Helper()
	inputs := []run.CheckInput{
		{Param: "netvisor", Item: flows.At("step.left"), Label: "Netvisor's", Value: s.put("netvisor.csv", left)},
		{Param: "rackbeat", Item: flows.At("step.right"), Label: "Rackbeat's", Value: s.put("rackbeat.csv", right)},
		{Param: "direction", Item: flows.At("step.direction"), Value: "rackbeat_to_netvisor"},
	}
	result, err := NewRunner(e).Run(t.Context(), Request{Check: "register." + string(kind), Inputs: inputs}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// report is the kept report of a result.
func (s *shelf) report(t *testing.T, got *run.CheckResult) *compare.Report {
	t.Helper()
	if got.Report == nil {
		t.Fatalf("no report: %+v", got)
	}
	report, err := OpenReport(strings.NewReader(s.files[got.Report.Sum]))
	if err != nil {
		t.Fatal(err)
	}
	return report
}

// many is a register of so many rows, from a first code on.
func many(first, n int) string {
	var b strings.Builder
	b.WriteString("number;name;vat_number\n")
	for i := range n {
		fmt.Fprintf(&b, "%d;Pohjola Osat %d Oy;\n", first+i, i)
	}
	return b.String()
}
