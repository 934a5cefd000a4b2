package storetest

import (
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"fmt"
	"slices"
	"sync"

	"lotse/flows/run"
)

// signer is the key of a memory, made when it is first needed.
type signer struct {
	mu      sync.Mutex
	private ed25519.PrivateKey
	signed  bool
}

// Signer is the key of the archive; it goes with it.
func (m *Memory) Signer() run.SigningKey { return &m.signer }

func (s *signer) need() error {
	if s.private != nil {
		return nil
	}
	_, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return fmt.Errorf("make a signing key: %w", err)
	}
	s.private = private
	return nil
}

func (s *signer) public() []byte {
	if s.private == nil {
		return nil
	}
	return slices.Clone([]byte(s.private.Public().(ed25519.PublicKey)))
}

// Sign is of run.Signer.
func (s *signer) Sign(_ context.Context, st run.Statement) (run.Signature, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.need(); err != nil {
		return run.Signature{}, err
	}
	s.signed = true
	return run.Signature{Key: s.public(), Value: ed25519.Sign(s.private, st.Bytes())}, nil
}

// Key is of run.Signer.
func (s *signer) Key(context.Context) ([]byte, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	err := s.need()
	return s.public(), err
}

// State is of run.SigningKey.
func (s *signer) State(context.Context) (run.SigningState, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	state := run.SigningState{Key: s.public()}
	if s.signed {
		state.Known = [][]byte{state.Key}
	}
	return state, nil
}

// Team is nil: a memory is one person's own.
func (*Memory) Team() run.Team { return nil }
