package outside

import (
	"context"
	"errors"
	"fmt"
	"os"

	"lotse/flows"
	"lotse/flows/document/capsule"
	"lotse/flows/document/seal"
	"lotse/flows/run"
	"lotse/ui/file"
)

// Capsule is the form of a run that is handed over, which has a signature of its own.
const Capsule seal.Form = "capsule"

// Verify tells of a file that left the house whether it is what was signed: of a
// capsule by all that capsule.Read proves, of another by seal.Verify; see there for
// what is refused. It needs no database.
func Verify(ctx context.Context, path string, env run.Env, load run.Load) (v seal.Verdict, err error) {
	f, err := file.Regular(path)
	if err != nil {
		return v, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	at, err := f.Stat()
	if err != nil {
		return v, fmt.Errorf("look at the file: %w", err)
	}
	if !capsule.Begins(f) {
		return seal.Verify(f, at.Size())
	}
	return verifyCapsule(ctx, f, at.Size(), env, load)
}

// verifyCapsule is the verdict on a capsule: one of which anything cannot be proven
// is proven nothing of.
func verifyCapsule(ctx context.Context, f *os.File, size int64, env run.Env, load run.Load) (seal.Verdict, error) {
	c, err := capsule.Read(ctx, f, size, env, load)
	var refusal *flows.Refusal
	switch {
	case err == nil:
		return seal.Verdict{Sealed: true, Form: Capsule, Statement: c.Statement, Key: c.Signature.Key, Content: true, Intact: true, Chain: true}, nil
	case errors.Is(err, flows.ErrDamaged) && errors.As(err, &refusal):
		return seal.Verdict{Form: Capsule, Fault: &seal.Fault{What: refusal.Message}}, nil
	}
	return seal.Verdict{}, err
}
