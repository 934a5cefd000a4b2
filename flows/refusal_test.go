package flows

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"testing"
)

func TestARefusalIsItsKindAndItsCause(t *testing.T) {
	cause := fmt.Errorf("write: %w", fs.ErrPermission)
	err := fmt.Errorf("save run: %w", Refuse(ErrReadOnly, AtStep("base"), "store.read_only", "path", "x.db").Because(cause))
	for _, want := range []error{ErrReadOnly, fs.ErrPermission, cause} {
		if !errors.Is(err, want) {
			t.Errorf("%v is not %v", err, want)
		}
	}
	for _, other := range []error{ErrConflict, ErrFull, context.Canceled} {
		if errors.Is(err, other) {
			t.Errorf("%v is %v", err, other)
		}
	}
	var r *Refusal
	if !errors.As(err, &r) || r.At != AtStep("base") {
		t.Errorf("%+v", r)
	}
}

func TestContextErrorsPassThrough(t *testing.T) {
	err := Refuse(ErrFailed, nil, "store.unusable").Because(fmt.Errorf("read: %w", context.DeadlineExceeded))
	if !errors.Is(err, context.DeadlineExceeded) || !errors.Is(err, ErrFailed) {
		t.Error(err)
	}
}

func TestARefusalWithoutAMessageNamesItsKind(t *testing.T) {
	if got := (&Refusal{Kind: ErrNotFound}).Error(); got != "not found" {
		t.Error(got)
	}
}
