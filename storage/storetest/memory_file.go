package storetest

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"maps"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/key"
)

// Put is of run.EvidenceStore.
func (m *Memory) Put(ctx context.Context, name string, r io.Reader) (run.File, error) {
	return m.PutLarge(ctx, name, flows.MaxEvidence, r)
}

// PutLarge is of run.EvidenceStore.
func (m *Memory) PutLarge(ctx context.Context, name string, most int64, r io.Reader) (run.File, error) {
	b, err := io.ReadAll(io.LimitReader(r, most+1))
	if err = errors.Join(err, ctx.Err()); err != nil {
		return run.File{}, fmt.Errorf("keep file: %w", err)
	}
	if int64(len(b)) > most {
		return run.File{}, key.TooLarge(name, most)
	}
	sum := sha256.Sum256(b)
	file := run.File{Name: key.FileName(name), Sum: hex.EncodeToString(sum[:]), Size: int64(len(b))}
	defer m.lock()()
	m.now.files[file.Sum] = b
	return file, nil
}

// Open is of run.EvidenceStore.
func (m *Memory) Open(_ context.Context, sum string) (run.Content, error) {
	defer m.lock()()
	b, ok := m.now.files[sum]
	if !ok {
		return nil, noEvidence(sum)
	}
	return content{bytes.NewReader(b)}, nil
}

func noEvidence(sum string) *flows.Refusal {
	return flows.Refuse(flows.ErrNotFound, nil, "store.no_evidence", "file", sum)
}

// content is a file in memory.
type content struct{ *bytes.Reader }

func (content) Close() error { return nil }

// filesNamed are the sums of the files that events name.
func (s *state) filesNamed() map[string]bool {
	named := map[string]bool{}
	for _, events := range s.events {
		for i := range events {
			for _, sum := range events[i].Files() {
				named[sum] = true
			}
		}
	}
	return named
}

// sweep removes evidence that nothing names.
func (s *state) sweep() {
	named := s.filesNamed()
	maps.DeleteFunc(s.files, func(sum string, _ []byte) bool { return !named[sum] })
}
