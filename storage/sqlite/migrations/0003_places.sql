-- From this version on the text of a run says of each of its lines what it is and
-- where it stands, so that a search can tell where it found a word: search_places
-- has it for the text in search. Texts of before have none until they are made
-- anew, which is done for the runs in search_stale.

ALTER TABLE search_pending ADD COLUMN places TEXT NOT NULL DEFAULT '';
CREATE TABLE search_places (
  n      INTEGER PRIMARY KEY REFERENCES runs (n) ON DELETE CASCADE,
  places TEXT NOT NULL
) STRICT;
CREATE TABLE search_stale (
  n INTEGER PRIMARY KEY REFERENCES runs (n) ON DELETE CASCADE
) STRICT;
INSERT INTO search_stale SELECT n FROM runs;
