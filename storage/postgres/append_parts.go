package postgres

import (
	"maps"
	"slices"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/postgres/wire"
)

// statements are what writes a batch, one after the other: where one fails, none is done.
type statements struct {
	wire.Batch
	id string
}

const (
	insertProcedure = "INSERT INTO procedures (digest, format, doc) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING"

	insertVersions = "INSERT INTO versions (run, digest) SELECT $1, unnest($2::text[]) ON CONFLICT DO NOTHING"

	insertSecrets = `INSERT INTO secrets (run, id, field, origin, fingerprint, blob, at)
		SELECT $1, x.* FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::bytea[], $7::bigint[]) x`

	insertRecipients = "INSERT INTO secret_recipients (secret, member) SELECT * FROM unnest($1::text[], $2::text[])"

	// Of several files of a sum, that which the writer has kept for it.
	nameEvidence = `INSERT INTO evidence (sum, run, seq, file) SELECT x.sum, $1, x.seq, (SELECT f.n FROM files f
		LEFT JOIN evidence_new w ON w.file = f.n AND w.owner = session_user WHERE f.sum = x.sum ORDER BY w.file IS NULL, f.n DESC LIMIT 1)
		FROM unnest($2::text[], $3::bigint[]) AS x (sum, seq)`

	deleteNamed = `DELETE FROM evidence_new WHERE owner = session_user
		AND file IN (SELECT file FROM evidence WHERE run = $1 AND seq = ANY ($2))`

	deleteTaken = `DELETE FROM unsaved u USING unnest($2::text[], $3::text[], $4::text[]) AS t (item, row, col)
		WHERE u.run = $1 AND u.owner = session_user AND u.item = t.item AND u.row = t.row AND u.col = t.col`
)

// documents keeps the procedures that are not there.
func (s *statements) documents(all map[string][]byte) {
	for _, digest := range slices.Sorted(maps.Keys(all)) {
		doc := all[digest]
		s.Queue(insertProcedure, kept(digest), max(1, flows.FormatOf(doc)), doc)
	}
}

// evidence notes which files events name.
func (s *statements) evidence(all []run.Event) {
	var sums []string
	var seqs []int64
	for i := range all {
		for _, sum := range all[i].Files() {
			sums, seqs = append(sums, kept(sum)), append(seqs, all[i].Seq)
		}
	}
	if len(sums) > 0 {
		s.Queue(nameEvidence, s.id, sums, seqs)
		s.Queue(deleteNamed, s.id, seqs)
	}
}

// versions notes the procedures that events name.
func (s *statements) versions(b *run.Batch) {
	var digests []string
	for _, e := range run.Editions(b.Events) {
		digests = append(digests, kept(e.Digest))
	}
	if len(b.Events) > 0 && b.Events[0].Seq == 1 {
		digests = append(digests, kept(b.Header.Digest))
	}
	if len(digests) > 0 {
		s.Queue(insertVersions, s.id, digests)
	}
}

func (s *statements) secrets(all []run.Sealed) {
	n := len(all)
	if n == 0 {
		return
	}
	ids, fields, origins, prints := make([]string, n), make([]string, n), make([]string, n), make([]string, n)
	blobs, ats := make([][]byte, n), make([]int64, n)
	for i := range all {
		c := &all[i]
		ids[i], fields[i], origins[i], prints[i] = kept(c.ID), kept(c.Field), kept(c.Origin), kept(c.Fingerprint)
		blobs[i], ats[i] = c.Blob, c.At.UnixMilli()
	}
	s.Queue(insertSecrets, s.id, ids, fields, origins, prints, blobs, ats)
	s.recipients(all)
}

// recipients notes whom else new secrets are sealed to.
func (s *statements) recipients(all []run.Sealed) {
	var ids, members []string
	for i := range all {
		for _, m := range all[i].For {
			ids, members = append(ids, kept(all[i].ID)), append(members, m)
		}
	}
	if len(ids) > 0 {
		s.Queue(insertRecipients, ids, members)
	}
}

// taken removes input that became an answer.
func (s *statements) taken(all []run.Unsaved) {
	n := len(all)
	if n == 0 {
		return
	}
	items, rows, columns := make([]string, n), make([]string, n), make([]string, n)
	for i := range all {
		items[i], rows[i], columns[i] = kept(all[i].Item), kept(all[i].Row), kept(all[i].Column)
	}
	s.Queue(deleteTaken, s.id, items, rows, columns)
}
