package outside

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"lotse/flows"
	"lotse/flows/document/capsule"
	"lotse/flows/run"
	"lotse/ui/file"
)

// Arrival is a run that somebody handed over, proven, and how it stands to the one
// that is here. Close it.
type Arrival struct {
	*capsule.Capsule
	Relation run.Relation
	Since    int64 // the newest event that both have
	Ours     int64 // how many events the run here has; 0: there is none
	Known    bool  // one that went its own way and is kept already
	Holds    bool  // it keeps the run here beside it, as one that went its own way

	path string
	file *os.File
}

// OpenCapsule opens a file that a run was handed over in. Nothing is taken in.
func OpenCapsule(ctx context.Context, a run.Archive, env run.Env, load run.Load, path string) (*Arrival, error) {
	f, err := file.Regular(path)
	if err != nil {
		return nil, err
	}
	r := &Arrival{path: path, file: f}
	if err := r.read(ctx, a, env, load); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return r, nil
}

func (r *Arrival) read(ctx context.Context, a run.Archive, env run.Env, load run.Load) error {
	info, err := r.file.Stat()
	if err != nil {
		return fmt.Errorf("look at the file: %w", err)
	}
	if r.Capsule, err = capsule.Read(ctx, r.file, info.Size(), env, load); err != nil {
		return err
	}
	ours, err := a.Events(ctx, r.Run.ID, 0)
	if err != nil {
		return fmt.Errorf("read events of run %s: %w", r.Run.ID, err)
	}
	if r.Relation, r.Since, err = r.Copy.Relate(ours); err != nil {
		return err
	}
	r.Ours, r.Holds = int64(len(ours)), r.Relation == run.CopyDiverged && r.Copy.Holds(ours)
	for _, f := range run.ForksOf(ours) {
		r.Known = r.Known || f.Head == r.Run.Head
	}
	return nil
}

// Close closes the file.
func (r *Arrival) Close() error { return r.file.Close() }

// IsNews reports whether there is anything to take in.
func (r *Arrival) IsNews() bool {
	return r.Relation == run.CopyNew || r.Relation == run.CopyAhead || r.Relation == run.CopyDiverged && !r.Known
}

// TakesSecrets reports whether its secrets can be kept here: the run then is as it
// was handed over.
func (r *Arrival) TakesSecrets() bool {
	return len(r.Secrets) > 0 && (r.Relation == run.CopyNew || r.Relation == run.CopyAhead || r.Relation == run.CopySame)
}

// OpenSecrets opens the secrets in it, with the own key or the passphrase, and seals
// those that are not here for this installation, under the ids and fingerprints that
// the events name.
func (r *Arrival) OpenSecrets(ctx context.Context, a run.Archive, passphrase run.Secret) ([]run.Sealed, error) {
	var sealed []run.Sealed
	for _, s := range r.Secrets {
		_, err := a.Secret(ctx, s.ID)
		if err == nil {
			continue
		}
		if !errors.Is(err, flows.ErrNotFound) {
			return nil, err
		}
		one, err := r.openSecret(ctx, a.Vault(), s, passphrase)
		if err != nil {
			return nil, err
		}
		sealed = append(sealed, one)
	}
	return sealed, nil
}

func (r *Arrival) openSecret(ctx context.Context, v run.Vault, s capsule.Secret, passphrase run.Secret) (run.Sealed, error) {
	opened, err := v.OpenFrom(ctx, s.Sealed, passphrase)
	if err != nil {
		return run.Sealed{}, err
	}
	if opened.Run != r.Run.ID || opened.Field != s.Field || opened.Origin != s.Origin || opened.Mode != r.Run.Mode {
		return run.Sealed{}, flows.Refuse(flows.ErrDamaged, nil, "capsule.other_secret", "field", flows.Short(s.Field))
	}
	one, err := v.Seal(ctx, r.Run.Mode, r.Run.ID, s.Field, s.Origin, opened.Secret)
	if err != nil {
		return run.Sealed{}, err
	}
	one.ID, one.Fingerprint, one.At = s.ID, s.Fingerprint, s.At
	return one, nil
}

// NoteFingerprints has secrets that are entered here get fingerprints that none in
// the file can be taken for.
func (r *Arrival) NoteFingerprints(ctx context.Context, v run.Vault) error {
	return noteFingerprints(ctx, v, r.Run.ID, r.Copy.Events())
}

func noteFingerprints(ctx context.Context, v run.Vault, id string, events []run.Event) error {
	named := run.SecretsOf(events)
	if len(named) == 0 {
		return nil
	}
	var prints []string
	for _, s := range named {
		prints = append(prints, s.Fingerprint)
	}
	return v.Foreign(ctx, id, prints)
}

// TakeIn takes in what is new: the files first, then the events in one transaction,
// with secrets that OpenSecrets gave; or, where both went on, the file as it is, on
// record. flows.ErrConflict where somebody has written since it was opened: nothing
// but files that nobody names is there then, and they go by themselves.
func (r *Arrival) TakeIn(ctx context.Context, a run.Archive, env run.Env, load run.Load, secrets []run.Sealed) error {
	if r.Relation == run.CopyDiverged {
		return r.keepBeside(ctx, a, env, load)
	}
	for _, sum := range r.Evidence() {
		if err := keepFile(ctx, a, r.Capsule, sum); err != nil {
			return err
		}
	}
	return r.Copy.Receive(ctx, a, r.Since, secrets)
}

// keepFile keeps a file of a capsule.
func keepFile(ctx context.Context, a run.EvidenceStore, c *capsule.Capsule, sum string) error {
	f, size, err := c.Open(sum)
	if err != nil {
		return err
	}
	kept, err := a.PutLarge(ctx, sum, size, f)
	if err := errors.Join(err, f.Close()); err != nil {
		return err
	}
	if kept.Sum != sum {
		return flows.Refuse(flows.ErrDamaged, nil, "capsule.changed")
	}
	return nil
}

// keepBeside keeps the file, without secrets, and puts it on record.
func (r *Arrival) keepBeside(ctx context.Context, a run.Archive, env run.Env, load run.Load) error {
	file := r.withoutSecrets(ctx, a.Signer())
	kept, err := a.PutLarge(ctx, filepath.Base(r.path), capsule.MaxSize, file)
	if err := errors.Join(err, file.Close()); err != nil {
		return err
	}
	s, err := run.Resume(ctx, env, a, r.Run.ID, load)
	if err != nil {
		return err
	}
	fork := run.Forked{Head: r.Run.Head, Events: r.Run.Events, Since: r.Since, By: r.By, At: r.At, Key: run.KeyName(r.Signature.Key), File: &kept}
	if _, err := s.Do(false, run.RecordFork{Forked: fork}); err != nil {
		return err
	}
	err = s.Flush(ctx)
	if !errors.Is(err, flows.ErrConflict) {
		return err
	}
	if _, err := s.Reload(ctx); err != nil {
		return err
	}
	return s.Flush(ctx)
}

// withoutSecrets is the file as it came; written anew, and signed here, if secrets
// are in it: whoever forgets a secret forgets all of it.
func (r *Arrival) withoutSecrets(ctx context.Context, signer run.Signer) io.ReadCloser {
	if len(r.Secrets) == 0 {
		return io.NopCloser(io.NewSectionReader(r.file, 0, r.Size))
	}
	read, write := io.Pipe()
	c := &capsule.Contents{By: r.By, At: r.At, Events: r.Copy.Events(), Documents: r.Copy.Documents(), Files: func(_ context.Context, sum string) (io.ReadCloser, error) {
		f, _, err := r.Open(sum)
		return f, err
	}}
	go func() {
		_, err := capsule.Write(ctx, write, c, signer)
		_ = write.CloseWithError(err) // always nil
	}()
	return read
}

// OpenFork opens another copy of a run that is kept beside it. Close what it gives.
func OpenFork(ctx context.Context, a run.EvidenceStore, env run.Env, load run.Load, f run.Forked) (*capsule.Capsule, io.Closer, error) {
	kept, err := a.Open(ctx, f.File.Sum)
	if err != nil {
		return nil, nil, err
	}
	c, err := capsule.Read(ctx, kept, kept.Size(), env, load)
	if err == nil && (c.Sum != f.File.Sum || c.Run.Head != f.Head) {
		err = flows.Refuse(flows.ErrDamaged, nil, "capsule.changed")
	}
	if err != nil {
		return nil, nil, errors.Join(err, kept.Close())
	}
	return c, kept, nil
}

// KeepFilesOf keeps the files that a command names, from a copy that has them, so
// that it can be done here.
func KeepFilesOf(ctx context.Context, a run.EvidenceStore, c *capsule.Capsule, command run.Command) error {
	for _, sum := range run.FilesOf(command) {
		err := keepFile(ctx, a, c, sum)
		if err != nil && !errors.Is(err, flows.ErrNotFound) {
			return err
		}
	}
	return nil
}
