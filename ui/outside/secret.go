package outside

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"sync"
	"unicode/utf8"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/face"
	"lotse/ui/walk"
)

// OpenSecret opens the kept secret of a request, and unlocks the key before
// where a passphrase came with it. locked says that a passphrase is what it
// takes: none was given, or, with an error, a wrong one.
func OpenSecret(ctx context.Context, a run.Archive, mode run.Mode, r walk.OpenSecret) (secret run.Secret, locked bool, err error) {
	vault := a.Vault()
	if r.Unlock {
		if err := vault.Unlock(ctx, r.Passphrase); err != nil {
			return secret, errors.Is(err, flows.ErrSealed) && underPassphrase(ctx, vault), err
		}
	}
	sealed, err := a.Secret(ctx, r.Use.ID)
	if errors.Is(err, flows.ErrNotFound) {
		return secret, false, flows.Refuse(flows.ErrNotFound, r.Use.At, "use.forgotten", "item", r.Use.At.ItemName())
	}
	if err != nil {
		return secret, false, fmt.Errorf("read secret: %w", err)
	}
	secret, err = vault.Open(ctx, mode, sealed)
	if errors.Is(err, flows.ErrSealed) && underPassphrase(ctx, vault) {
		return run.Secret{}, true, nil
	}
	return secret, false, err
}

// underPassphrase reports whether the key lies in a file under a passphrase.
func underPassphrase(ctx context.Context, v run.Vault) bool {
	state, err := v.State(ctx)
	return err == nil && state.Place == run.FilePlace
}

// Reach is how a secret comes to a clipboard from here.
func Reach(t face.Tools) walk.Reach {
	if t == nil {
		return walk.Reach{}
	}
	program, readable, through := t.Reach()
	return walk.Reach{Program: program, Readable: readable, Through: through}
}

// Loan is a secret that lies on the system's clipboard for a while. It holds
// nothing of the value but a digest, and is safe for several goroutines.
type Loan struct {
	tools face.Tools
	sum   [sha256.Size]byte

	mu     sync.Mutex
	ending Ending // "" while it lasts
	said   flows.Message
}

// NewLoan is the loan of a secret, which is nowhere yet.
func NewLoan(t face.Tools, secret run.Secret) *Loan {
	return &Loan{tools: t, sum: sha256.Sum256(secret.Reveal())}
}

// Begin puts the secret on the clipboard, unless the loan has ended meanwhile. If
// it fails the loan is over: a program that was stopped may have taken the secret
// before, so it is looked for and cleared.
func (l *Loan) Begin(ctx context.Context, secret run.Secret) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.ending != "" {
		return context.Canceled
	}
	if _, err := l.tools.Copy(ctx, string(secret.Reveal())); err != nil {
		l.ending, l.said = l.end(context.WithoutCancel(ctx))
		return flows.Refuse(flows.ErrFailed, nil, "use.failed", "why", flows.Reason(err)).Because(err)
	}
	return nil
}

// Ending says what became of a loan.
type Ending string

// The endings of a loan.
const (
	Cleared  Ending = "cleared"     // the clipboard is empty now
	Replaced Ending = "replaced"    // it held something else, which is left there
	Left     Ending = "not_cleared" // it could not be compared or cleared
)

// End clears the clipboard if the secret is still there; anything else that was
// copied meanwhile stays. The message says what became of it. A loan ends once:
// after that End says the same again.
func (l *Loan) End(ctx context.Context) (Ending, flows.Message) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.ending == "" {
		l.ending, l.said = l.end(ctx)
	}
	return l.ending, l.said
}

func (l *Loan) end(ctx context.Context) (Ending, flows.Message) {
	cleared, err := l.tools.Clear(ctx, func(text []byte) bool { return sha256.Sum256(text) == l.sum })
	switch {
	case err != nil:
		return Left, flows.Msg("use.not_cleared", "why", flows.Reason(err))
	case !cleared:
		return Replaced, flows.Msg("use.replaced")
	}
	return Cleared, flows.Msg("use.cleared")
}

// Copyable refuses a secret that is no text: a clipboard would spoil it.
func Copyable(secret run.Secret) error {
	if !utf8.Valid(secret.Reveal()) {
		return flows.Refuse(flows.ErrUsage, nil, "use.not_text")
	}
	return nil
}
