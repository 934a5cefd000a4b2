package outside

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"lotse/flows"
	"lotse/flows/document/capsule"
	"lotse/flows/run"
)

// WriteCapsule writes a run into a new file, to be handed over, and reads it back
// before it says so: without an error the file is whole, with one there is none. If
// the file exists the error is fs.ErrExist. A run that is not as it was written is
// not handed over.
func WriteCapsule(ctx context.Context, a run.Archive, env run.Env, load run.Load, id, path string, secrets []capsule.Secret) (*capsule.Written, error) {
	h, err := a.Header(ctx, id)
	if err != nil {
		return nil, err
	}
	c, err := contentsOf(ctx, a, h)
	if err != nil {
		return nil, err
	}
	c.By, c.At, c.Secrets = env.By, env.Now(), secrets
	var written *capsule.Written
	err = writeNew(path, func(w io.Writer) error {
		written, err = capsule.Write(ctx, w, c, a.Signer())
		return err
	})
	if err != nil {
		return nil, err
	}
	if err := readBack(ctx, path, written, env, load); err != nil {
		return nil, errors.Join(err, os.Remove(path))
	}
	return written, nil
}

// contentsOf is a run that is as it was written.
func contentsOf(ctx context.Context, a run.Archive, h run.Header) (*capsule.Contents, error) {
	events, documents, err := wholeRun(ctx, a, h, "capsule.own_broken")
	if err != nil {
		return nil, err
	}
	return &capsule.Contents{Events: events, Documents: documents, Files: keptFiles(a)}, nil
}

// wholeRun reads the events of a run and the versions of its procedure. A chain that
// is not as it was written is refused by a code.
func wholeRun(ctx context.Context, a run.Archive, h run.Header, broken string) (events []run.Event, documents map[string][]byte, err error) {
	if events, err = a.Events(ctx, h.ID, 0); err != nil {
		return nil, nil, fmt.Errorf("read events of run %s: %w", h.ID, err)
	}
	if n := h.Events; int64(len(events)) > n { // somebody writes at this moment
		events = events[:n]
	}
	if v := run.Verify(h, events); !v.Intact {
		return nil, nil, flows.Refuse(flows.ErrDamaged, nil, broken, "seq", v.Fault.Seq, "what", v.Fault.What)
	}
	documents, err = run.Documents(ctx, a, h, events)
	return events, documents, err
}

func keptFiles(a run.EvidenceStore) func(ctx context.Context, sum string) (io.ReadCloser, error) {
	return func(ctx context.Context, sum string) (io.ReadCloser, error) { return a.Open(ctx, sum) }
}

// readBack compares the file with what was written.
func readBack(ctx context.Context, path string, written *capsule.Written, env run.Env, load run.Load) (err error) {
	f, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("read the file back: %w", err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	c, err := capsule.Read(ctx, f, written.Size, env, load)
	if err != nil {
		return fmt.Errorf("read the file back: %w", err)
	}
	if c.Sum != written.Sum {
		return flows.Refuse(flows.ErrDamaged, nil, "capsule.changed")
	}
	return nil
}

// SealSecrets seals the secrets that a run holds for somebody else, those of an
// open rotation too, since whoever goes on with the run has to end it. Each is put
// on record, with the words of the recipient's key, before anybody has it. Those that
// were forgotten are named.
func SealSecrets(ctx context.Context, a run.Archive, s *run.Session, env run.Env, to run.SealTarget, words string) (sealed []capsule.Secret, forgotten []flows.Address, err error) {
	v := s.View(env.Now())
	var uses []run.Command
	for _, h := range heldSecrets(v) {
		kept, err := a.Secret(ctx, h.id)
		if errors.Is(err, flows.ErrNotFound) {
			forgotten = append(forgotten, h.at)
			continue
		}
		if err != nil {
			return nil, nil, err
		}
		file, err := a.Vault().SealTo(ctx, v.Mode, kept, to)
		if err != nil {
			return nil, nil, err
		}
		sealed = append(sealed, capsule.Secret{ID: kept.ID, Field: kept.Field, Origin: kept.Origin, Fingerprint: kept.Fingerprint, At: kept.At.UTC(), Sealed: file})
		uses = append(uses, run.UseSecret{At: h.at, Secret: kept.ID, Purpose: run.SecretHandedOver, To: words})
	}
	_, err = s.Do(false, uses...)
	return sealed, forgotten, err
}

// heldSecret is a sealed value that a field holds.
type heldSecret struct {
	at flows.Address
	id string
}

// heldSecrets are the values that the fields of a run hold.
func heldSecrets(v *run.View) (held []heldSecret) {
	for i := range v.Steps {
		step := &v.Steps[i]
		for j := range step.Items {
			it := &step.Items[j]
			at := flows.Address{Step: step.Step.ID, Item: it.Item.ID}
			ids := []string{it.SecretID}
			if it.Item.Field != nil && it.Rotation.Open() {
				ids = append(ids, it.Rotation.New.ID)
			}
			slices.Sort(ids)
			for _, id := range slices.Compact(ids) {
				if id != "" {
					held = append(held, heldSecret{at, id})
				}
			}
		}
	}
	return held
}
