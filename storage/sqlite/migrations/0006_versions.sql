-- From this version on a run may move to another version of its procedure: its row
-- names the one by which it goes on, and this table every one that its events name,
-- so that none is missing where they are read.
CREATE TABLE versions (
  run    TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  digest TEXT NOT NULL REFERENCES procedures (digest),
  PRIMARY KEY (run, digest)
) STRICT, WITHOUT ROWID;
CREATE INDEX versions_digest ON versions (digest);
INSERT INTO versions (run, digest) SELECT id, digest FROM runs;
