package postgres

import (
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/key"
)

// statements are what writes a batch. Each but those before the header writes nothing
// unless the run has come to the batch's head.
type statements struct {
	pgx.Batch
	header *pgx.QueuedQuery // writes the run's row, or none where the batch is not the next
	id     string
	head   []byte // that the run comes to
}

func (d *DB) statements(b *run.Batch) (*statements, error) {
	h := key.Settle(b)
	head, err := hex.DecodeString(h.Head)
	if err != nil {
		return nil, fmt.Errorf("read head: %w", err)
	}
	news, err := key.EncodeNews(h.News)
	if err != nil {
		return nil, err
	}
	s := &statements{id: kept(h.ID), head: head}
	if len(b.Events) > 0 && b.Events[0].Seq == 1 {
		err = d.addRun(s, b, &h, news)
	} else {
		s.updateRun(b, &h, news)
	}
	if err != nil {
		return nil, err
	}
	s.events(b.Events)
	s.versions(b)
	s.secrets(b.Secrets)
	s.taken(b.Taken)
	return s, s.text(b.Index)
}

// addRun begins a run, with the customer and the procedures that it brings.
func (d *DB) addRun(s *statements, b *run.Batch, h *run.Header, news string) error {
	s.documents(b.Documents, "", nil)
	customer := "$20"
	of := kept(h.Customer.ID)
	if b.Customer != nil {
		var err error
		if of, err = d.bringCustomer(s, *b.Customer); err != nil {
			return err
		}
		customer = "(" + customerNamed("id", "$20") + ")"
	}
	version, digest := h.ProcedureVersion, h.Digest
	if to, moved := run.MovedTo(b.Events); moved {
		version, digest = to.Version, to.Digest
	}
	s.header = s.Queue(`INSERT INTO runs (id, title, status, lang, changed, events, head, due, progress, current, current_title,
			why, waits_for, waits_since, news, procedure, mode, started, version, customer, digest)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, `+customer+`, $21)`,
		append(s.listed(h, news), shown(h.Procedure), string(h.Mode), h.Started.UnixMilli(), version, of, kept(digest))...)
	return nil
}

// updateRun goes on with a run where the batch does.
func (s *statements) updateRun(b *run.Batch, h *run.Header, news string) {
	args := s.listed(h, news)
	before, prev := h.Events, []byte(nil)
	if len(b.Events) > 0 {
		before, prev = b.Events[0].Seq-1, b.Events[0].Prev
	}
	args = append(args, before, prev)
	s.documents(b.Documents, " AND EXISTS (SELECT 1 FROM runs WHERE id = $4 AND events = $5)", []any{s.id, before})
	moved := ""
	if to, has := run.MovedTo(b.Events); has {
		moved, args = ", version = $18, digest = $19", append(args, to.Version, kept(to.Digest))
	}
	s.header = s.Queue(`UPDATE runs SET title = $2, status = $3, lang = $4, changed = $5, events = $6, head = $7, due = $8,
			progress = $9, current = $10, current_title = $11, why = $12, waits_for = $13, waits_since = $14, news = $15`+moved+`
		WHERE id = $1 AND events = $16 AND ($17::bytea IS NULL OR head = $17)`, args...)
}

// listed are the id of a run and what changes of its row.
func (s *statements) listed(h *run.Header, news string) []any {
	return []any{
		s.id, shown(h.Title), string(h.Status), shown(h.Lang), h.Changed.UnixMilli(), h.Events, s.head, instant(h.Due),
		key.EncodeProgress(h.Progress), shown(h.Current), shown(h.CurrentTitle), shown(h.Why), shown(h.WaitsFor), instant(h.WaitsSince), shown(news),
	}
}

// documents keeps the procedures that are not there, if a condition holds.
func (s *statements) documents(all map[string][]byte, condition string, args []any) {
	for _, digest := range slices.Sorted(maps.Keys(all)) {
		doc := all[digest]
		s.Queue("INSERT INTO procedures (digest, format, doc) SELECT $1, $2, $3 WHERE true"+condition+" ON CONFLICT DO NOTHING",
			append([]any{kept(digest), max(1, flows.FormatOf(doc)), doc}, args...)...)
	}
}

// instant is a time as a column has it; nil for none.
func instant(t *time.Time) *int64 {
	if t == nil {
		return nil
	}
	ms := t.UnixMilli()
	return &ms
}
