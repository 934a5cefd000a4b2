-- From this version on events hold messages, a code with what it names, where
-- they held sentences. No event changes: the sentences of before read as they
-- are. But a Lotse of before cannot read what is written from now on, and shall
-- say that this database is newer, not that it is damaged.

-- Version 1 took whatever an event names by its SHA-256 for a kept file: the rows
-- of an import, the file that they came from, what a person wrote. Nobody keeps
-- those, so that a thorough look missed them. Rows name the files that stand in
-- their cells. What nothing names any more is swept.
CREATE TABLE misnamed (
  sum TEXT    NOT NULL,
  run TEXT    NOT NULL,
  seq INTEGER NOT NULL
) STRICT;
INSERT INTO misnamed (sum, run, seq)
  SELECT n.sum, n.run, n.seq FROM evidence n JOIN events e ON e.run = n.run AND e.seq = n.seq
  WHERE e.kind NOT IN ('answered', 'cell', 'ticked', 'checked')
    AND NOT (e.kind = 'rows_replaced' AND EXISTS (
      SELECT 1 FROM contents c WHERE c.run = n.run AND c.seq = n.seq
        AND instr(c.bytes, CAST('"sha256:' || n.sum || '/' AS BLOB)) > 0));
DELETE FROM evidence WHERE (sum, run, seq) IN (SELECT sum, run, seq FROM misnamed);
INSERT INTO evidence_new (sum, at) SELECT DISTINCT sum, 0 FROM misnamed WHERE true ON CONFLICT DO NOTHING;
DROP TABLE misnamed;
