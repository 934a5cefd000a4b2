-- The first schema. Times are milliseconds since 1970 in UTC.

CREATE TABLE migrations (
  version INTEGER PRIMARY KEY,
  name    TEXT    NOT NULL,
  sum     TEXT    NOT NULL, -- SHA-256 of the step's text
  at      INTEGER NOT NULL
) STRICT;

CREATE TABLE customers (
  id     TEXT NOT NULL PRIMARY KEY,
  name   TEXT NOT NULL UNIQUE, -- NFC, trimmed
  folded TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX customers_folded ON customers (folded, name);

CREATE TABLE procedures (
  digest TEXT    NOT NULL PRIMARY KEY,
  format INTEGER NOT NULL, -- of doc
  doc    BLOB    NOT NULL
) STRICT;

-- What a list shows of a run: a projection of its events.
CREATE TABLE runs (
  n             INTEGER PRIMARY KEY,
  id            TEXT    NOT NULL UNIQUE,
  procedure     TEXT    NOT NULL,
  version       INTEGER NOT NULL,
  title         TEXT    NOT NULL,
  digest        TEXT    NOT NULL REFERENCES procedures (digest),
  customer      TEXT    NOT NULL REFERENCES customers (id),
  mode          TEXT    NOT NULL CHECK (mode IN ('real', 'rehearsal', 'demo')),
  status        TEXT    NOT NULL CHECK (status IN ('open', 'waiting', 'done', 'ended', 'abandoned')),
  lang          TEXT    NOT NULL,
  started       INTEGER NOT NULL,
  changed       INTEGER NOT NULL,
  events        INTEGER NOT NULL,
  head          BLOB    NOT NULL,
  due           INTEGER,
  progress      TEXT    NOT NULL, -- seven numbers: done open waiting blocked stale skipped not_needed
  current       TEXT    NOT NULL,
  current_title TEXT    NOT NULL,
  why           TEXT    NOT NULL
) STRICT;
-- A page of all runs is merged from one index walk a status, so that one index
-- serves both and an append moves fewer entries.
CREATE INDEX runs_status ON runs (status, changed, id);
CREATE INDEX runs_customer ON runs (customer, changed, id);
CREATE INDEX runs_due ON runs (due) WHERE due IS NOT NULL;
CREATE INDEX runs_digest ON runs (digest);

CREATE TABLE counts (
  status TEXT    NOT NULL PRIMARY KEY,
  runs   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO counts VALUES ('open', 0), ('waiting', 0), ('done', 0), ('ended', 0), ('abandoned', 0);
CREATE TRIGGER runs_added AFTER INSERT ON runs BEGIN
  UPDATE counts SET runs = runs + 1 WHERE status = new.status;
END;
CREATE TRIGGER runs_removed AFTER DELETE ON runs BEGIN
  UPDATE counts SET runs = runs - 1 WHERE status = old.status;
END;
CREATE TRIGGER runs_moved AFTER UPDATE OF status ON runs WHEN old.status <> new.status BEGIN
  UPDATE counts SET runs = runs - 1 WHERE status = old.status;
  UPDATE counts SET runs = runs + 1 WHERE status = new.status;
END;

CREATE TABLE events (
  run  TEXT    NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  seq  INTEGER NOT NULL CHECK (seq > 0),
  at   INTEGER NOT NULL,
  by   TEXT    NOT NULL,
  mode TEXT    NOT NULL,
  kind TEXT    NOT NULL,
  step TEXT    NOT NULL,
  data BLOB, -- NULL when erased, and salt with it
  salt BLOB,
  sum  BLOB    NOT NULL,
  prev BLOB    NOT NULL,
  hash BLOB    NOT NULL,
  PRIMARY KEY (run, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE contents (
  run   TEXT    NOT NULL,
  seq   INTEGER NOT NULL,
  bytes BLOB    NOT NULL,
  PRIMARY KEY (run, seq),
  FOREIGN KEY (run, seq) REFERENCES events (run, seq) ON DELETE CASCADE
) STRICT;

CREATE TABLE unsaved (
  run  TEXT    NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  step TEXT    NOT NULL,
  item TEXT    NOT NULL,
  row  TEXT    NOT NULL,
  col  TEXT    NOT NULL,
  text TEXT    NOT NULL,
  blob BLOB,
  at   INTEGER NOT NULL,
  PRIMARY KEY (run, item, row, col)
) STRICT, WITHOUT ROWID;

CREATE TABLE secrets (
  id          TEXT    NOT NULL PRIMARY KEY,
  run         TEXT    NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  field       TEXT    NOT NULL,
  origin      TEXT    NOT NULL,
  fingerprint TEXT    NOT NULL,
  blob        BLOB    NOT NULL,
  at          INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX secrets_run ON secrets (run, at, id);

CREATE TABLE settings (
  key   TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Which events name which evidence files; files that are kept and not named
-- yet stand in evidence_new.
CREATE TABLE evidence (
  sum TEXT    NOT NULL,
  run TEXT    NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (sum, run, seq),
  FOREIGN KEY (run, seq) REFERENCES events (run, seq) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_event ON evidence (run, seq);
CREATE TABLE evidence_new (
  sum TEXT    NOT NULL PRIMARY KEY,
  at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The text of runs, by runs.n. What changed waits in search_pending, written
-- with the events, and is taken in before the next search.
CREATE VIRTUAL TABLE search USING fts4(body, matchinfo=fts3, tokenize=unicode61);
CREATE TABLE search_pending (
  n    INTEGER PRIMARY KEY REFERENCES runs (n) ON DELETE CASCADE,
  body TEXT    NOT NULL
) STRICT;
