package postgres

import (
	"lotse/flows/run"
	"lotse/storage/key"
)

// reached is what a statement looks at that goes along with events: the run, if it has
// come to the batch's head.
const reached = " FROM runs WHERE id = $1 AND head = $2"

// with queues a statement whose $1 and $2 are those of reached.
func (s *statements) with(text string, args ...any) {
	s.Queue(text, append([]any{s.id, s.head}, args...)...)
}

// each are the rows of arrays, beside the run that was reached.
func each(columns, arrays string) string {
	return " FROM (SELECT id, n" + reached + ") r, unnest(" + arrays + ") AS x (" + columns + ")"
}

var (
	insertEvents = `INSERT INTO events (run, seq, at, by, mode, kind, step, data, salt, sum, prev, hash)
		SELECT r.id, x.*` + each("seq, at, by, mode, kind, step, data, salt, sum, prev, hash",
		"$3::bigint[], $4::bigint[], $5::text[], $6::text[], $7::text[], $8::text[], $9::bytea[], $10::bytea[], $11::bytea[], $12::bytea[], $13::bytea[]")

	insertContents = "INSERT INTO contents (run, seq, bytes) SELECT r.id, x.*" + each("seq, bytes", "$3::bigint[], $4::bytea[]")

	insertVersions = "INSERT INTO versions (run, digest) SELECT r.id, x.*" + each("digest", "$3::text[]") + " ON CONFLICT DO NOTHING"

	insertSecrets = "INSERT INTO secrets (run, id, field, origin, fingerprint, blob, at) SELECT r.id, x.*" +
		each("id, field, origin, fingerprint, blob, at", "$3::text[], $4::text[], $5::text[], $6::text[], $7::bytea[], $8::bigint[]")

	// Of several files of a sum, that which the writer has kept for it.
	nameEvidence = `INSERT INTO evidence (sum, run, seq, file) SELECT x.sum, r.id, x.seq, (SELECT f.n FROM files f
		LEFT JOIN evidence_new w ON w.file = f.n AND w.owner = session_user WHERE f.sum = x.sum ORDER BY w.file IS NULL, f.n DESC LIMIT 1)` +
		each("sum, seq", "$3::text[], $4::bigint[]")

	deleteNamed = `DELETE FROM evidence_new WHERE owner = session_user AND EXISTS (SELECT 1` + reached + `)
		AND file IN (SELECT file FROM evidence WHERE run = $1 AND seq = ANY ($3))`

	deleteTaken = `DELETE FROM unsaved u USING (SELECT x.*` + each("item, row, col", "$3::text[], $4::text[], $5::text[]") + `) t
		WHERE u.run = $1 AND u.owner = session_user AND u.item = t.item AND u.row = t.row AND u.col = t.col`

	// Where the text is what it was, its words are not written again.
	replaceText = `INSERT INTO texts (n, body, places, words) SELECT n, $3, $4, array_to_tsvector(string_to_array($5, ' '))` + reached + `
		ON CONFLICT (n) DO UPDATE SET body = excluded.body, places = excluded.places, words = excluded.words
		WHERE texts.body <> excluded.body OR texts.places <> excluded.places`
)

// events adds events with their contents, and the files that they name.
func (s *statements) events(all []run.Event) {
	n := len(all)
	if n == 0 {
		return
	}
	seqs, ats := make([]int64, n), make([]int64, n)
	bys, modes, kinds, steps := make([]string, n), make([]string, n), make([]string, n), make([]string, n)
	data, salts, sums, prevs, hashes := make([][]byte, n), make([][]byte, n), make([][]byte, n), make([][]byte, n), make([][]byte, n)
	for i := range all {
		e := &all[i]
		seqs[i], ats[i] = e.Seq, e.At.UnixMilli()
		bys[i], modes[i], kinds[i], steps[i] = kept(e.By), kept(string(e.Mode)), kept(string(e.Kind)), kept(e.Step)
		data[i], salts[i], sums[i], prevs[i], hashes[i] = e.Data, e.Salt, e.Sum, e.Prev, e.Hash
	}
	s.with(insertEvents, seqs, ats, bys, modes, kinds, steps, data, salts, sums, prevs, hashes)
	s.contents(all)
	s.evidence(all)
}

func (s *statements) contents(all []run.Event) {
	var seqs []int64
	var contents [][]byte
	for i := range all {
		if all[i].Content != nil {
			seqs, contents = append(seqs, all[i].Seq), append(contents, all[i].Content)
		}
	}
	if len(seqs) > 0 {
		s.with(insertContents, seqs, contents)
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
		s.with(nameEvidence, sums, seqs)
		s.with(deleteNamed, seqs)
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
		s.with(insertVersions, digests)
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
	s.with(insertSecrets, ids, fields, origins, prints, blobs, ats)
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
	s.with(deleteTaken, items, rows, columns)
}

// text puts the text of a run in the place of the one that was there.
func (s *statements) text(index []run.IndexEntry) error {
	body, places, err := key.EncodeIndex(index)
	if err != nil {
		return err
	}
	s.with(replaceText, body, places, lexemes(index))
	return nil
}
