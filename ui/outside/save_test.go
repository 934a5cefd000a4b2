package outside

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/walk"
)

// journal is an archive and a session that note what is written, in order.
type journal struct {
	run.Archive
	wrote []string
	fails string // what cannot be written
	err   error
}

func (j *journal) write(what string) error {
	if what == j.fails {
		return j.err
	}
	j.wrote = append(j.wrote, what)
	return nil
}

// Vault is of run.Archive.
func (j *journal) Vault() run.Vault { return sealer{j: j} }

// SaveUnsaved is of run.Store.
func (j *journal) SaveUnsaved(_ context.Context, u run.Unsaved) error {
	return j.write(fmt.Sprintf("%s %s=%s%s", u.Run, u.Item, u.Text, u.Blob))
}

// sealer is its vault.
type sealer struct {
	run.Vault
	j *journal
}

// SealUnsaved is of run.Vault.
func (s sealer) SealUnsaved(context.Context, run.Mode, string, string, run.Secret) ([]byte, error) {
	if s.j.fails == "seal" {
		return nil, s.j.err
	}
	return []byte("sealed"), nil
}

// Flush is of run.Session.
func (j *journal) Flush(context.Context) error { return j.write("events") }

func TestWriterWritesInOrder(t *testing.T) {
	save := walk.Save{
		Typing: []walk.Typing{{At: flows.At("a"), Text: "x"}, {At: flows.At("key"), Secret: run.NewSecret([]byte("s")), Hidden: true}},
		Then:   []walk.Typing{{At: flows.At("b"), Text: "y"}},
	}
	bad := errors.New("gone")
	for name, tt := range map[string]struct {
		fails string
		err   error
		want  error
		wrote []string
		kept  []bool
	}{
		"all of it":               {wrote: []string{"r1 a=x", "r1 key=sealed", "events", "r1 b=y"}, kept: []bool{true, true, true}},
		"no key yet":              {"seal", flows.ErrNoIdentity, nil, []string{"r1 a=x", "events", "r1 b=y"}, []bool{true, false, true}},
		"a key that is damaged":   {"seal", flows.Refuse(flows.ErrDamaged, nil, "vault.file_damaged", "file", "identity.age"), nil, []string{"r1 a=x", "events", "r1 b=y"}, []bool{true, false, true}},
		"a vault that fails":      {"seal", bad, bad, []string{"r1 a=x"}, []bool{true}},
		"typing that is not kept": {"r1 a=x", bad, bad, nil, nil},
		"events are not written":  {"events", flows.ErrConflict, flows.ErrConflict, []string{"r1 a=x", "r1 key=sealed"}, []bool{true, true}},
		"what is kept behind it":  {"r1 b=y", bad, bad, []string{"r1 a=x", "r1 key=sealed", "events"}, []bool{true, true}},
	} {
		j := &journal{fails: tt.fails, err: tt.err}
		var kept []bool
		w := Writer{Archive: j, Session: j, Run: "r1", Mode: run.Real, OnKept: func(_ walk.Typing, is bool) { kept = append(kept, is) }}
		if err := w.Write(t.Context(), save); !errors.Is(err, tt.want) || (err == nil) != (tt.want == nil) || !reflect.DeepEqual(j.wrote, tt.wrote) || !reflect.DeepEqual(kept, tt.kept) {
			t.Errorf("%s: %v; written is %q, and heard %v", name, err, j.wrote, kept)
		}
		w.OnKept = nil
		if err := w.Write(t.Context(), save); (err == nil) != (tt.want == nil) {
			t.Errorf("%s, and nobody listens: %v", name, err)
		}
	}
}
