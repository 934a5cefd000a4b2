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

// TestBecauseLeavesTheRefusal as it was: one that is made once may be given twice.
func TestBecauseLeavesTheRefusal(t *testing.T) {
	once := Refuse(ErrFull, nil, "store.full")
	if err := once.Because(fs.ErrInvalid); once.Cause != nil || !errors.Is(err, fs.ErrInvalid) {
		t.Errorf("%v became %v", err, once)
	}
}

// TestPlaced: what is refused in a file has its place before it, as far as it is
// known.
func TestPlaced(t *testing.T) {
	for want, at := range map[string]Location{
		"place.cell (column: 1, row: 1, text: register.x)": FilePlace{Row: 1, Column: 1},
		"place.row (row: 7, text: register.x)":             FilePlace{File: "a.csv", Row: 7},
		"register.x":                                       FilePlace{File: "a.csv"},
	} {
		if got := Refuse(ErrUnreadable, at, "register.x").Placed().String(); got != want {
			t.Errorf("%+v: %s, want %s", at, got, want)
		}
	}
	for _, at := range []Location{nil, At("rows.people"), FilePlace{Column: 3}} {
		if got := Refuse(ErrUnreadable, at, "register.x").Placed().String(); got != "register.x" {
			t.Errorf("%v: %s", at, got)
		}
	}
}
