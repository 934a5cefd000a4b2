package main

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"math"
	"os"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/sqlite"
)

// answer gives answers until it is killed, or as many as it is told.
func answer(ctx context.Context, db *sqlite.DB, id string, number []string) error {
	if len(number) == 0 {
		return answers(ctx, db, id, math.MaxInt)
	}
	return withNumber(number[0], func(n int) error { return answers(ctx, db, id, n) })
}

func answers(ctx context.Context, db *sqlite.DB, id string, n int) error {
	s, err := run.Resume(ctx, env, db, id, procedures.Decode)
	if err != nil {
		return err
	}
	for range n {
		if err := answerOnce(ctx, s); err != nil {
			return err
		}
	}
	return nil
}

// answerOnce gives an answer and says so when it is durable.
func answerOnce(ctx context.Context, s *run.Session) error {
	out, err := s.Do(false, run.Answer{At: flows.At("sign-in.organisation"), Value: fmt.Sprintf("Muster %d-%d GmbH", os.Getpid(), len(s.Events()))})
	if err != nil {
		return err
	}
	if err := s.Flush(ctx); err != nil {
		return err
	}
	for _, e := range out.Events {
		if _, err := fmt.Printf("%d %s\n", e.Seq, hex.EncodeToString(e.Hash)); err != nil {
			return err
		}
	}
	return nil
}

// contend gives answers to a run that others answer too.
func contend(ctx context.Context, db *sqlite.DB, id string, n int) error {
	s, err := run.Resume(ctx, env, db, id, procedures.Decode)
	for given := 0; err == nil && given < n; {
		switch err = answerOnce(ctx, s); {
		case err == nil:
			given++
		case errors.Is(err, flows.ErrConflict):
			err = seeClash(ctx, s)
		}
	}
	return err
}

// seeClash takes in what another did, and says "clash" if a person would be
// shown it.
func seeClash(ctx context.Context, s *run.Session) error {
	if _, err := s.Reload(ctx); err != nil {
		return err
	}
	if n := len(s.Clashes()); n != 1 {
		return fmt.Errorf("another was first, and %d clashes are shown", n)
	}
	_, err := fmt.Println("clash")
	return err
}
