package check

import (
	"bytes"
	"context"
	"errors"
	"io"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/register/compare"
	"lotse/flows/run"
)

// child is a child process that is none: it serves in this one.
func (s *shelf) child(change func(out []byte) io.ReadCloser) func(ctx context.Context, j *Job) (io.ReadCloser, error) {
	return func(ctx context.Context, j *Job) (io.ReadCloser, error) {
		var out bytes.Buffer
		left, right := s.files[strings.TrimPrefix(j.Left.Path, "/kept/")], s.files[strings.TrimPrefix(j.Right.Path, "/kept/")]
		if err := Serve(ctx, &out, j, strings.NewReader(left), strings.NewReader(right)); err != nil {
			return nil, err
		}
		return change(out.Bytes()), nil
	}
}

// ended is what a child wrote, and how it ended.
type ended struct {
	io.Reader
	err error
}

func (e ended) Close() error { return e.err }

// TestAComparisonApartIsTheSame compares what is large in another process, to
// the same result, byte by byte.
func TestAComparisonApartIsTheSame(t *testing.T) {
	var s shelf
	left, right := many(1000, 90_000), many(2000, 90_000)
	here := s.compared(t, s.env(), compare.Customers, "en", left, right)
	e, asked := s.env(), 0
	e.Child = s.child(func(out []byte) io.ReadCloser { asked++; return ended{bytes.NewReader(out), nil} })
	apart := s.compared(t, e, compare.Customers, "en", left, right)
	if asked != 1 || apart.Report == nil || *apart.Report != *here.Report {
		t.Errorf("%d children, report %v, here %v", asked, apart.Report, here.Report)
	}
	if here.Status != Warned && here.Status != Passed && here.Status != Failed {
		t.Errorf("here: %+v", here)
	}
	same := func(a, b run.Phase) bool {
		return a.Name == b.Name && a.Status == b.Status && reflect.DeepEqual(a.Message, b.Message)
	}
	if !reflect.DeepEqual(apart.Message, here.Message) || apart.Finding != here.Finding || !maps.Equal(apart.Counts, here.Counts) || !maps.Equal(apart.Levels, here.Levels) || !slices.EqualFunc(apart.Phases, here.Phases, same) {
		t.Errorf("apart\n%+v\nhere\n%+v", apart, here)
	}
	if s.compared(t, e, compare.Customers, "en", netvisorCustomers, rackbeatCustomers); asked != 1 {
		t.Error("what is small is compared in a child")
	}
	got := s.compared(t, e, compare.Customers, "en", left, "number;phone\n"+strings.Repeat("x;1\n", 900_000)+"\"")
	if asked != 2 || got.Status != Unknown || got.Finding != "unreadable" || got.Causes[0].Item != flows.At("step.right") || !strings.Contains(english(got.Message), "row 900002") {
		t.Errorf("a file that a child cannot read: %+v", got)
	}
}

// TestAChildThatFails spoils what a child says: nothing of it is taken.
func TestAChildThatFails(t *testing.T) {
	dies := errors.New("signal: killed")
	for name, change := range map[string]func(out []byte) io.ReadCloser{
		"dies at once": func([]byte) io.ReadCloser { return ended{strings.NewReader(""), dies} },
		"dies in the middle": func(out []byte) io.ReadCloser {
			return ended{io.MultiReader(bytes.NewReader(out[:len(out)-9]), failing{dies}), dies}
		},
		"dies after the work": func(out []byte) io.ReadCloser {
			return ended{io.MultiReader(bytes.NewReader(out), failing{dies}), dies}
		},
		"says nothing":       func([]byte) io.ReadCloser { return ended{strings.NewReader(""), nil} },
		"writes garbage":     func([]byte) io.ReadCloser { return ended{strings.NewReader("panic: \x00\x1b]0;x\a\n\n"), nil} },
		"writes other JSON":  func([]byte) io.ReadCloser { return ended{strings.NewReader("{}\n{}\n"), nil} },
		"writes without end": func([]byte) io.ReadCloser { return ended{babbling{}, nil} },
		"compares another register": func(out []byte) io.ReadCloser {
			return ended{bytes.NewReader(bytes.Replace(out, []byte(`"direction":"rackbeat_to_netvisor"`), []byte(`"direction":"none"`), 1)), nil}
		},
	} {
		var s shelf
		e := s.env()
		e.Child = s.child(change)
		got := s.compared(t, e, compare.Customers, "en", many(1000, 90_000), many(2000, 90_000))
		if got.Status != Unknown || got.Finding != "not_compared" || got.Counts != nil || got.Report != nil || strings.ContainsAny(english(got.Message), "\x00\x1b") {
			t.Errorf("a child that %s: %+v", name, got)
		}
		if len(s.files) != 2 {
			t.Errorf("a child that %s: %d files are kept", name, len(s.files))
		}
	}
}

type failing struct{ error }

func (f failing) Read([]byte) (int, error) { return 0, f.error }

type babbling struct{}

func (babbling) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'x'
	}
	return len(p), nil
}
