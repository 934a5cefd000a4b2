-- The first schema. It is applied by whoever owns the database, with search_path
-- set to the schema lotse; {reader}, {consultant}, {lead} and {auditor} are
-- the group roles of this database. Times are milliseconds since 1970 in UTC, as the
-- events have them. What is ordered or compared byte by byte has COLLATE "C".
--
-- Who sees what is decided by teams(): a customer belongs to a team, or to everybody
-- (''), and what belongs to the customer goes along. Who may write what is decided by
-- grants and by the policies at the end, and of a log by append(). session_user is
-- whoever logged in, also inside of functions that run as the owner.

-- A CHECK of a table is parsed anew by each statement that writes there; that of a domain
-- is kept. instant is within the years 1 to 9999: no other time can be written in JSON.
CREATE DOMAIN instant AS bigint CHECK (VALUE >= -62135596800000 AND VALUE < 253402300800000);
CREATE DOMAIN run_mode AS text CHECK (VALUE IN ('real', 'rehearsal', 'demo'));
CREATE DOMAIN run_status AS text COLLATE "C" CHECK (VALUE IN ('open', 'waiting', 'done', 'ended', 'abandoned'));

CREATE TABLE migrations (
  version integer PRIMARY KEY,
  name    text    NOT NULL,
  sum     text    NOT NULL, -- SHA-256 of the migration's text
  at      bigint  NOT NULL
);

-- The group roles, by the names that they were given: a database that is renamed
-- keeps them.
CREATE TABLE roles (
  role text COLLATE "C" PRIMARY KEY,
  name name NOT NULL UNIQUE
);
INSERT INTO roles VALUES ('reader', '{reader}'), ('consultant', '{consultant}'), ('lead', '{lead}'), ('auditor', '{auditor}');

CREATE TABLE teams (
  name text COLLATE "C" PRIMARY KEY
);
INSERT INTO teams VALUES ('');

CREATE TABLE memberships (
  team   text COLLATE "C" NOT NULL CHECK (team <> '') REFERENCES teams (name) ON DELETE CASCADE,
  member name             NOT NULL,
  PRIMARY KEY (team, member)
);

-- The teams whose customers the one who asks may see: all for a lead and an auditor.
CREATE FUNCTION teams() RETURNS text[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = lotse, pg_temp AS $$
BEGIN
  IF pg_has_role(session_user, '{lead}', 'USAGE') OR pg_has_role(session_user, '{auditor}', 'USAGE') THEN
    RETURN ARRAY(SELECT name FROM teams);
  END IF;
  RETURN ARRAY(SELECT team FROM memberships WHERE member = session_user) || ARRAY[''];
END $$;

-- What the one who asks may do, by the highest of the roles; NULL for who is no member.
CREATE FUNCTION my_role() RETURNS text LANGUAGE sql STABLE SET search_path = lotse, pg_temp AS $$
  SELECT CASE
    WHEN pg_has_role(session_user, '{lead}', 'USAGE') THEN 'lead'
    WHEN pg_has_role(session_user, '{consultant}', 'USAGE') THEN 'consultant'
    WHEN pg_has_role(session_user, '{reader}', 'USAGE') THEN 'reader'
    WHEN pg_has_role(session_user, '{auditor}', 'USAGE') THEN 'auditor'
  END
$$;

-- The team of a customer whom a member adds: theirs, where they have one only.
CREATE FUNCTION own_team() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = lotse, pg_temp AS $$
  SELECT CASE WHEN count(*) = 1 THEN min(team) ELSE '' END FROM memberships WHERE member = session_user
$$;

CREATE TABLE customers (
  id     text COLLATE "C" PRIMARY KEY,
  team   text COLLATE "C" NOT NULL DEFAULT own_team() REFERENCES teams (name),
  name   text COLLATE "C" NOT NULL, -- NFC, trimmed
  folded text COLLATE "C" NOT NULL,
  UNIQUE (team, name)
);
CREATE INDEX customers_folded ON customers (folded, name);

CREATE TABLE procedures (
  digest text COLLATE "C" PRIMARY KEY,
  format integer NOT NULL, -- of doc
  doc    bytea   NOT NULL
);

-- What a list shows of a run: a projection of its events.
CREATE TABLE runs (
  n             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id            text COLLATE "C" NOT NULL UNIQUE,
  team          text COLLATE "C" NOT NULL, -- the customer's
  procedure     text COLLATE "C" NOT NULL,
  version       integer NOT NULL,
  title         text    NOT NULL,
  digest        text COLLATE "C" NOT NULL REFERENCES procedures (digest),
  customer      text COLLATE "C" NOT NULL REFERENCES customers (id),
  customer_key  text COLLATE "C" NOT NULL, -- the customer's folded name
  mode          run_mode NOT NULL,
  status        run_status NOT NULL,
  lang          text    NOT NULL,
  started       instant NOT NULL,
  changed       instant NOT NULL,
  events        bigint  NOT NULL,
  head          bytea   NOT NULL,
  due           instant,
  due_key       bigint  NOT NULL, -- what is due at no time comes last
  progress      text    NOT NULL, -- as key.EncodeProgress writes it
  current       text    NOT NULL,
  current_title text    NOT NULL,
  why           text    NOT NULL,
  waits_for     text    NOT NULL,
  waits_since   instant,
  news          text    NOT NULL -- as key.EncodeNews writes it
) WITH (fillfactor = 70);
-- Every order of the list is an index walk a team and status, so that nobody walks
-- over the runs of others. Each saved answer changes "changed" and with it every
-- index: there is none that no list reads. The keys of a run stay nearly the same, and are
-- not looked through for duplicates to be folded, which took longer than to write them.
CREATE INDEX runs_by_change ON runs (team, status, changed DESC, id DESC) WITH (deduplicate_items = off);
CREATE INDEX runs_by_due ON runs (team, status, due_key, started, id) WITH (deduplicate_items = off);
CREATE INDEX runs_by_customer ON runs (team, status, customer_key, started, id) WITH (deduplicate_items = off);
CREATE INDEX runs_by_procedure ON runs (team, status, procedure, started, id) WITH (deduplicate_items = off);
CREATE INDEX runs_customer ON runs (customer, changed DESC, id DESC) WITH (deduplicate_items = off);

-- A run has its customer's team and key, whatever the writer says. Another team's
-- customer is none, so that nobody learns that there is one.
CREATE FUNCTION runs_of_customer() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = lotse, pg_temp AS $$
BEGIN
  SELECT c.team, c.folded INTO NEW.team, NEW.customer_key FROM customers c
    WHERE c.id = NEW.customer AND c.team = ANY (teams());
  IF NOT FOUND THEN
    RAISE foreign_key_violation USING MESSAGE = 'no such customer', CONSTRAINT = 'runs_customer_fkey';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER runs_of_customer BEFORE INSERT ON runs FOR EACH ROW EXECUTE FUNCTION runs_of_customer();

CREATE FUNCTION customers_moved() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = lotse, pg_temp AS $$
BEGIN
  UPDATE runs SET team = NEW.team WHERE customer = NEW.id AND team <> NEW.team;
  RETURN NULL;
END $$;
CREATE TRIGGER customers_moved AFTER UPDATE OF team ON customers FOR EACH ROW EXECUTE FUNCTION customers_moved();

-- How many runs a team has of a status.
CREATE TABLE counts (
  team   text COLLATE "C" NOT NULL,
  status text COLLATE "C" NOT NULL,
  runs   bigint NOT NULL,
  PRIMARY KEY (team, status)
);
-- Rows are locked in one order, so that two who count at once do not wait for each
-- other.
CREATE FUNCTION runs_counted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = lotse, pg_temp AS $$
DECLARE r record;
BEGIN
  FOR r IN
    SELECT team, status, sum(one) AS more FROM (
      SELECT NEW.team, NEW.status, 1 AS one WHERE TG_OP <> 'DELETE'
      UNION ALL
      SELECT OLD.team, OLD.status, -1 WHERE TG_OP <> 'INSERT'
    ) c (team, status, one) GROUP BY 1, 2 ORDER BY 1, 2
  LOOP
    INSERT INTO counts VALUES (r.team, r.status, r.more)
      ON CONFLICT (team, status) DO UPDATE SET runs = counts.runs + r.more;
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER runs_counted AFTER INSERT OR DELETE ON runs FOR EACH ROW EXECUTE FUNCTION runs_counted();
CREATE TRIGGER runs_recounted AFTER UPDATE OF status, team ON runs FOR EACH ROW
  WHEN (OLD.team <> NEW.team OR OLD.status <> NEW.status) EXECUTE FUNCTION runs_counted();

CREATE TABLE versions (
  run    text COLLATE "C" NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  digest text COLLATE "C" NOT NULL REFERENCES procedures (digest),
  PRIMARY KEY (run, digest)
);
CREATE INDEX versions_digest ON versions (digest);

-- writer is who brought an event here, by the server's word. It is the event's "by",
-- unless the event was made elsewhere.
CREATE TABLE events (
  run    text COLLATE "C" NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  seq    bigint NOT NULL,
  at     instant NOT NULL,
  by     text   NOT NULL,
  writer name   NOT NULL DEFAULT session_user,
  mode   text   NOT NULL,
  kind   text   NOT NULL,
  step   text   NOT NULL,
  data   bytea, -- NULL when erased, and salt with it
  salt   bytea,
  sum    bytea  NOT NULL,
  prev   bytea  NOT NULL,
  hash   bytea  NOT NULL,
  PRIMARY KEY (run, seq)
);

CREATE TABLE contents (
  run   text COLLATE "C" NOT NULL,
  seq   bigint NOT NULL,
  bytes bytea  NOT NULL,
  PRIMARY KEY (run, seq),
  FOREIGN KEY (run, seq) REFERENCES events (run, seq) ON DELETE CASCADE
);

-- The events of a run after a seq, with their contents. Whether the one who asks may see
-- the run is asked once: by the policy of events the server would read the whole table of
-- runs to know it of each event. In plpgsql, since a function in SQL is planned with each
-- call.
CREATE FUNCTION log_of(which text, after bigint)
  RETURNS TABLE (seq bigint, at bigint, by text, writer name, mode text, kind text, step text, data bytea, salt bytea, sum bytea, prev bytea, hash bytea, bytes bytea)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = lotse, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT e.seq, e.at::bigint, e.by, e.writer, e.mode, e.kind, e.step, e.data, e.salt, e.sum, e.prev, e.hash, c.bytes
    FROM events e LEFT JOIN contents c ON c.run = e.run AND c.seq = e.seq
    WHERE e.run = which AND e.seq > after AND (SELECT true FROM runs r WHERE r.id = which AND r.team = ANY (teams()))
    ORDER BY e.seq;
END $$;

-- Of those of some runs that the one who asks may see, who wrote the newest event; asked
-- for with every change that somebody hears of.
CREATE FUNCTION newest(which text[]) RETURNS TABLE (run text, writer text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = lotse, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT r.id, coalesce(e.writer::text, '')
    FROM runs r LEFT JOIN events e ON e.run = r.id AND e.seq = r.events
    WHERE r.id = ANY (which) AND r.team = ANY ((SELECT teams())::text[]);
END $$;

-- What a person types and settings are that person's alone.
CREATE TABLE unsaved (
  owner name NOT NULL DEFAULT session_user,
  run   text COLLATE "C" NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  step  text NOT NULL,
  item  text COLLATE "C" NOT NULL,
  row   text COLLATE "C" NOT NULL,
  col   text COLLATE "C" NOT NULL,
  text  text NOT NULL,
  blob  bytea,
  at    bigint NOT NULL,
  PRIMARY KEY (run, owner, item, row, col)
);

CREATE TABLE settings (
  owner name NOT NULL DEFAULT session_user,
  key   text COLLATE "C" NOT NULL,
  value text NOT NULL,
  PRIMARY KEY (owner, key)
);

-- Blobs of age; owner is who sealed one. The server can open none.
CREATE TABLE secrets (
  id          text COLLATE "C" PRIMARY KEY,
  run         text COLLATE "C" NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  owner       name   NOT NULL DEFAULT session_user,
  field       text   NOT NULL,
  origin      text   NOT NULL,
  fingerprint text   NOT NULL,
  blob        bytea  NOT NULL,
  at          bigint NOT NULL
);
CREATE INDEX secrets_run ON secrets (run, at, id);

-- Whom else a secret is sealed to.
CREATE TABLE secret_recipients (
  secret text COLLATE "C" NOT NULL REFERENCES secrets (id) ON DELETE CASCADE,
  member name NOT NULL,
  PRIMARY KEY (secret, member)
);

-- Each member's public key, age1...: what others see of their settings.
CREATE TABLE keys (
  member    name   PRIMARY KEY,
  recipient text   NOT NULL,
  at        bigint NOT NULL
);

-- A member's key is the one that their vault seals to, from the moment that it is set:
-- nobody has to say it once more, and it is never an old one.
CREATE FUNCTION key_said() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = lotse, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' OR NEW.value !~ '^age1[0-9a-z]{58}$' THEN
    DELETE FROM keys WHERE member = coalesce(NEW.owner, OLD.owner);
  ELSE
    INSERT INTO keys (member, recipient, at) VALUES (NEW.owner, NEW.value, (extract(epoch FROM now()) * 1000)::bigint)
      ON CONFLICT (member) DO UPDATE SET recipient = excluded.recipient, at = excluded.at WHERE keys.recipient <> excluded.recipient;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER key_said AFTER INSERT OR UPDATE OF value ON settings FOR EACH ROW WHEN (NEW.key = 'vault.recipient') EXECUTE FUNCTION key_said();
CREATE TRIGGER key_unsaid AFTER DELETE ON settings FOR EACH ROW WHEN (OLD.key = 'vault.recipient') EXECUTE FUNCTION key_said();

CREATE TABLE pages (
  customer text COLLATE "C" NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  system   text COLLATE "C" NOT NULL,
  address  text NOT NULL,
  PRIMARY KEY (customer, system)
);

-- Kept files, in pieces. Whoever knows the SHA-256 of a file need not be one who may see
-- it, so that each who keeps one has a file of their own.
CREATE TABLE files (
  n    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  sum  text COLLATE "C" NOT NULL,
  size bigint NOT NULL
);
CREATE INDEX files_sum ON files (sum);
CREATE TABLE chunks (
  file  bigint  NOT NULL REFERENCES files (n) ON DELETE CASCADE,
  n     integer NOT NULL,
  bytes bytea   NOT NULL,
  PRIMARY KEY (file, n)
);
ALTER TABLE chunks ALTER COLUMN bytes SET STORAGE EXTERNAL;

-- Which events name a file; NULL where it is not here.
CREATE TABLE evidence (
  sum  text COLLATE "C" NOT NULL,
  run  text COLLATE "C" NOT NULL,
  seq  bigint NOT NULL,
  file bigint REFERENCES files (n),
  PRIMARY KEY (sum, run, seq),
  FOREIGN KEY (run, seq) REFERENCES events (run, seq) ON DELETE CASCADE
);
CREATE INDEX evidence_event ON evidence (run, seq);
CREATE INDEX evidence_file ON evidence (file);

-- Who has kept a file, until an event names it.
CREATE TABLE evidence_new (
  file  bigint NOT NULL REFERENCES files (n) ON DELETE CASCADE,
  owner name   NOT NULL DEFAULT session_user,
  at    bigint NOT NULL,
  PRIMARY KEY (file, owner)
);
CREATE INDEX evidence_new_at ON evidence_new (at);

-- The text of a run, by runs.n, and its words without marks, in lower case.
CREATE TABLE texts (
  n      bigint   PRIMARY KEY REFERENCES runs (n) ON DELETE CASCADE,
  body   text     NOT NULL,
  places text     NOT NULL,
  words  tsvector NOT NULL
);
CREATE INDEX texts_words ON texts USING gin (words);

-- Newer texts, which wait to be taken in by take_in(). An index of words has each word
-- of a text written anew when one has changed, and now and then thousands of others with
-- them: whoever saves an answer does not wait for that. Nor for the words to be sorted, or
-- for a text to be packed that is written anew with the next answer.
CREATE TABLE texts_new (
  n      bigint PRIMARY KEY REFERENCES runs (n) ON DELETE CASCADE,
  body   text   NOT NULL,
  places text   NOT NULL,
  words  text   NOT NULL -- as append() is given them
) WITH (toast_tuple_target = 8160);

-- The words that append() is given, with blanks between them, as they are searched.
CREATE FUNCTION lexemes(words text) RETURNS tsvector LANGUAGE sql IMMUTABLE AS $$
  SELECT array_to_tsvector(string_to_array(words, ' '))
$$;

-- Takes in the texts that wait, but for those that somebody writes or takes in now. All of
-- these runs have an older one.
CREATE FUNCTION take_in() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = lotse, pg_temp AS $$
  WITH taken AS (
    DELETE FROM texts_new WHERE n IN (SELECT n FROM texts_new FOR UPDATE SKIP LOCKED) RETURNING *
  ) UPDATE texts t SET body = w.body, places = w.places, words = lexemes(w.words) FROM taken w WHERE w.n = t.n
$$;

-- What lists order by, of runs of a status that have words, and that the one who asks
-- may see: as many as are wanted, in no order. NULL asks for all customers, for any due
-- time, among all, and besides none. Under a policy the index could not be used: the
-- operator might tell of a row that is not theirs. It is planned anew each time, since a
-- rare word wants another way than one that every run has; row by row, so that it ends
-- with the last that is wanted; never over all texts, which the server takes for small
-- where they are kept beside the table. Those that wait are few, and looked through.
CREATE FUNCTION found(query tsquery, of text[], whose text, due bigint, among text[], besides text[], wanted bigint)
  RETURNS TABLE (id text, changed bigint, started bigint, due_key bigint, customer_key text, procedure text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = lotse, pg_temp SET enable_seqscan = off
  SET enable_hashjoin = off SET enable_mergejoin = off SET max_parallel_workers_per_gather = 0
  SET jit = off SET work_mem = '32MB' AS $$
BEGIN
  RETURN QUERY EXECUTE 'SELECT r.id, r.changed::bigint, r.started::bigint, r.due_key, r.customer_key, r.procedure
    FROM (
      SELECT t.n FROM texts t WHERE t.words @@ $1 AND NOT EXISTS (SELECT 1 FROM texts_new w WHERE w.n = t.n)
      UNION ALL SELECT w.n FROM texts_new w WHERE lexemes(w.words) @@ $1
    ) t JOIN runs r ON r.n = t.n WHERE r.team = ANY ($2) AND r.status = ANY ($3)
      AND ($4 IS NULL OR r.customer = $4) AND ($5 IS NULL OR r.due_key <= $5)
      AND ($6 IS NULL OR r.id = ANY ($6)) AND ($7 IS NULL OR r.id <> ALL ($7)) LIMIT $8'
    USING query, teams(), of, whose, due, among, besides, wanted;
END $$;

-- The pack that a run was begun from, by the data of its first event; '' for none, and
-- where nobody can tell any more.
CREATE FUNCTION pack_of(started bytea) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  RETURN coalesce(convert_from(started, 'UTF8')::json -> 'provenance' ->> 'pack', '');
EXCEPTION WHEN data_exception THEN
  RETURN '';
END $$;

-- Who has a run open. A row counts while the connection that wrote it holds the
-- advisory lock (1282372720, n), so that whoever is cut off goes by itself.
CREATE TABLE presence (
  n     integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  run   text COLLATE "C" NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  owner name   NOT NULL DEFAULT session_user
);
CREATE INDEX presence_run ON presence (run);

-- Everybody who listens hears of every change, whatever they may see: so that it
-- names the run by its id alone. gone: there are some who see it no more.
CREATE FUNCTION runs_told() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('lotse', json_build_object('run', coalesce(NEW.id, OLD.id), 'gone',
    TG_OP = 'DELETE' OR TG_OP = 'UPDATE' AND OLD.team <> NEW.team)::text);
  RETURN NULL;
END $$;
CREATE TRIGGER runs_told AFTER INSERT OR UPDATE OR DELETE ON runs FOR EACH ROW EXECUTE FUNCTION runs_told();
CREATE FUNCTION presence_told() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('lotse', json_build_object('run', coalesce(NEW.run, OLD.run), 'open', true,
    'swept', TG_OP = 'DELETE' AND OLD.owner <> session_user)::text);
  RETURN NULL;
END $$;
CREATE TRIGGER presence_told AFTER INSERT OR DELETE ON presence FOR EACH ROW EXECUTE FUNCTION presence_told();

-- The rows of presence that count: whoever made one holds its lock.
CREATE FUNCTION present() RETURNS SETOF presence LANGUAGE sql STABLE AS $$
  SELECT p.* FROM presence p
    JOIN pg_locks l ON l.objid = p.n::oid AND l.classid = 1282372720 AND l.locktype = 'advisory' AND l.objsubid = 2 AND l.granted
    JOIN pg_stat_activity a ON a.pid = l.pid AND a.usename = p.owner AND a.datname = current_database() AND a.datid = l.database
$$;

-- Removes the others, which is how those who listen hear of who was cut off.
CREATE FUNCTION sweep_presence() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = lotse, pg_temp AS $$
  DELETE FROM presence WHERE n NOT IN (SELECT n FROM present())
$$;

-- Makes a row that counts until the connection ends. Nobody else has reason to hold its
-- lock; who does is not waited for.
CREATE FUNCTION enter(which text) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE mine integer;
BEGIN
  INSERT INTO presence (run) VALUES (which) RETURNING n INTO mine;
  PERFORM pg_try_advisory_lock(1282372720, mine);
  RETURN mine;
END $$;

-- Whom a secret opens for changes after the event that says so: it is told, too, unless
-- the secret goes as well.
CREATE FUNCTION recipients_told() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = lotse, pg_temp AS $$
BEGIN
  PERFORM pg_notify('lotse', json_build_object('run', s.run, 'gone', false)::text)
    FROM secrets s WHERE s.id = coalesce(NEW.secret, OLD.secret);
  RETURN NULL;
END $$;
CREATE TRIGGER recipients_told AFTER INSERT OR DELETE ON secret_recipients FOR EACH ROW EXECUTE FUNCTION recipients_told();

-- What is kept for a run goes with it, whosever it is. A run may be called as the end of
-- any other setting is.
CREATE FUNCTION runs_gone() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = lotse, pg_temp AS $$
BEGIN
  DELETE FROM settings WHERE key IN ('aside.' || OLD.id, 'faults.' || OLD.id, 'vault.fpkey.' || OLD.id, 'vault.foreign.' || OLD.id);
  INSERT INTO evidence_new (file, owner, at)
    SELECT DISTINCT e.file, session_user, 0 FROM evidence e WHERE e.run = OLD.id AND e.file IS NOT NULL
    ON CONFLICT DO NOTHING;
  RETURN OLD;
END $$;
CREATE TRIGGER runs_gone BEFORE DELETE ON runs FOR EACH ROW EXECUTE FUNCTION runs_gone();

-- The secret that an event set; '' for none, and where nobody can tell any more.
CREATE FUNCTION brought(kind text, said bytea) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  IF kind NOT IN ('secret_set', 'rotation_sealed') THEN
    RETURN '';
  END IF;
  RETURN coalesce(convert_from(said, 'UTF8')::json ->> 'secret', '');
EXCEPTION WHEN data_exception THEN
  RETURN '';
END $$;

-- Takes what an event says from it; its sum stays, so that the chain does. A secret that
-- it set goes too, whoever sealed it: whoever may erase that there was one may not leave
-- it lying there. false: no such event, or none that the one who asks may write.
CREATE FUNCTION erase(which text, number bigint) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = lotse, pg_temp AS $$
BEGIN
  IF NOT pg_has_role(session_user, '{consultant}', 'USAGE')
    OR NOT EXISTS (SELECT 1 FROM runs WHERE id = which AND team = ANY (teams())) THEN
    RETURN false;
  END IF;
  DELETE FROM secrets s USING events e
    WHERE e.run = which AND e.seq = number AND s.run = which AND s.id = brought(e.kind, e.data);
  UPDATE events SET data = NULL, salt = NULL WHERE run = which AND seq = number;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  DELETE FROM contents WHERE run = which AND seq = number;
  WITH gone AS (DELETE FROM evidence WHERE run = which AND seq = number RETURNING file)
    INSERT INTO evidence_new (file, owner, at) SELECT DISTINCT file, session_user, 0 FROM gone WHERE file IS NOT NULL
    ON CONFLICT DO NOTHING;
  RETURN true;
END $$;

-- Whether the one who asks may see a file: they have kept it, or see a run that names it.
CREATE FUNCTION sees_file(which bigint) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = lotse, pg_temp AS $$
BEGIN
  RETURN EXISTS (SELECT 1 FROM evidence_new WHERE file = which AND owner = session_user)
    OR EXISTS (SELECT 1 FROM evidence e JOIN runs r ON r.id = e.run WHERE e.file = which AND r.team = ANY ((SELECT teams())::text[]));
END $$;

-- Makes a file with its first pieces, all of a small one; the others the one who asks
-- brings. It is kept until an event names it. It is a new one each time: what others have
-- kept under a sum may be anything. Events that missed it have it from now on.
CREATE FUNCTION keep(what text, bytes bigint, pieces bytea[]) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = lotse, pg_temp AS $$
DECLARE made bigint;
BEGIN
  IF NOT pg_has_role(session_user, '{consultant}', 'USAGE') THEN
    RAISE insufficient_privilege;
  END IF;
  INSERT INTO files (sum, size) VALUES (what, keep.bytes) RETURNING n INTO made;
  INSERT INTO chunks (file, n, bytes) SELECT made, p.n - 1, p.piece FROM unnest(pieces) WITH ORDINALITY AS p (piece, n);
  INSERT INTO evidence_new (file, owner, at) VALUES (made, session_user, extract(epoch FROM now()) * 1000);
  UPDATE evidence e SET file = made FROM runs r
    WHERE e.sum = what AND e.file IS NULL AND r.id = e.run AND r.team = ANY (teams());
  RETURN made;
END $$;

-- Nothing is taken from an event unless the one who takes it says so, and why, in the
-- same transaction, in an event after it.
CREATE FUNCTION events_erased() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = lotse, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM events e
    WHERE e.run = NEW.run AND e.seq > NEW.seq AND e.kind = 'erased' AND e.writer = session_user AND e.data IS NOT NULL
      AND convert_from(e.data, 'UTF8')::jsonb -> 'seqs' @> to_jsonb(NEW.seq)) THEN
    RAISE insufficient_privilege USING MESSAGE = format('no event says that event %s was erased', NEW.seq);
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER events_erased AFTER UPDATE ON events DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.data IS NULL) EXECUTE FUNCTION events_erased();

-- Removes files that nothing names and that nobody has kept within a day, by the server's
-- clock: that of a member may say anything.
CREATE FUNCTION sweep() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = lotse, pg_temp AS $$
DECLARE gone bigint;
BEGIN
  IF NOT pg_has_role(session_user, '{consultant}', 'USAGE') THEN
    RETURN;
  END IF;
  FOR gone IN DELETE FROM evidence_new WHERE at < extract(epoch FROM now() - interval '1 day') * 1000 RETURNING file LOOP
    BEGIN
      DELETE FROM files f WHERE f.n = gone AND NOT EXISTS (SELECT 1 FROM evidence e WHERE e.file = f.n)
        AND NOT EXISTS (SELECT 1 FROM evidence_new w WHERE w.file = f.n);
    EXCEPTION WHEN foreign_key_violation THEN
      NULL; -- named meanwhile
    END;
  END LOOP;
END $$;

-- Begins a run, where before is 0, or goes on with it after so many events, of which the
-- last has the hash prevs[1]: its row, its events and its text in one call, so that it is
-- asked once whether the one who calls may. A log is written in no other way, so that
-- nobody leaves a gap in one, branches off, or adds to what was said. A run that one may
-- not see is one that is not there. The arrays have an element for each event; what has
-- a default is given where there is some.
CREATE FUNCTION append(
  which text, before bigint, title text, status text, lang text, changed bigint, due bigint, progress text,
  current text, current_title text, why text, waits_for text, waits_since bigint, news text,
  body text, places text, words text,
  ats bigint[] DEFAULT '{}', bys text[] DEFAULT '{}', modes text[] DEFAULT '{}', kinds text[] DEFAULT '{}', steps text[] DEFAULT '{}',
  datas bytea[] DEFAULT '{}', salts bytea[] DEFAULT '{}', sums bytea[] DEFAULT '{}', prevs bytea[] DEFAULT '{}', hashes bytea[] DEFAULT '{}',
  contents bytea[] DEFAULT '{}', version integer DEFAULT NULL, digest text DEFAULT NULL,
  procedure text DEFAULT NULL, customer text DEFAULT NULL, mode text DEFAULT NULL, started bigint DEFAULT NULL
) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = lotse, pg_temp AS $$
#variable_conflict use_column
DECLARE
  added CONSTANT integer := cardinality(hashes);
  line bigint; -- the run's n
BEGIN
  IF NOT pg_has_role(session_user, '{consultant}', 'USAGE') THEN
    RAISE insufficient_privilege;
  END IF;
  IF before = 0 THEN
    INSERT INTO runs (id, title, status, lang, changed, events, head, due, progress, current, current_title,
        due_key, why, waits_for, waits_since, news, procedure, mode, started, version, customer, digest)
      VALUES (append.which, append.title, append.status, append.lang, append.changed, added, hashes[added], append.due, append.progress, append.current, append.current_title,
        coalesce(append.due, 9223372036854775807), append.why, append.waits_for, append.waits_since, append.news, append.procedure, append.mode, append.started, append.version, append.customer, append.digest)
      RETURNING n INTO line;
    INSERT INTO texts (n, body, places, words) VALUES (line, append.body, append.places, lexemes(append.words));
  ELSE
    UPDATE runs r SET title = append.title, status = append.status, lang = append.lang, changed = append.changed, events = before + added,
        head = coalesce(hashes[added], r.head), due = append.due, due_key = coalesce(append.due, 9223372036854775807), progress = append.progress, current = append.current, current_title = append.current_title,
        why = append.why, waits_for = append.waits_for, waits_since = append.waits_since, news = append.news,
        version = coalesce(append.version, r.version), digest = coalesce(append.digest, r.digest)
      WHERE r.id = which AND r.events = before AND (added = 0 OR r.head = prevs[1]) AND r.team = ANY ((SELECT teams())::text[])
      RETURNING r.n INTO line;
    IF NOT FOUND THEN
      RAISE no_data_found USING MESSAGE = 'the run is not there, or not where it was to go on';
    END IF;
    IF 'erased' = ANY (kinds) THEN -- what was erased does not wait to go
      DELETE FROM texts_new w WHERE w.n = line;
      UPDATE texts t SET body = append.body, places = append.places, words = lexemes(append.words) WHERE t.n = line;
    ELSE
      -- Where the text is what it was, its words are not written again.
      UPDATE texts_new w SET body = append.body, places = append.places, words = append.words
        WHERE w.n = line AND (w.body <> append.body OR w.places <> append.places);
      IF NOT FOUND THEN
        INSERT INTO texts_new (n, body, places, words)
          SELECT line, append.body, append.places, append.words
          WHERE NOT EXISTS (SELECT 1 FROM texts_new w WHERE w.n = line)
            AND NOT EXISTS (SELECT 1 FROM texts t WHERE t.n = line AND t.body = append.body AND t.places = append.places);
      END IF;
    END IF;
  END IF;
  FOR i IN 1 .. added LOOP
    INSERT INTO events (run, seq, at, by, mode, kind, step, data, salt, sum, prev, hash)
      VALUES (which, before + i, ats[i], bys[i], modes[i], kinds[i], steps[i], datas[i], salts[i], sums[i], prevs[i], hashes[i]);
    IF contents[i] IS NOT NULL THEN
      INSERT INTO contents (run, seq, bytes) VALUES (which, before + i, contents[i]);
    END IF;
  END LOOP;
END $$;

-- Policies and grants.

ALTER TABLE teams             ENABLE ROW LEVEL SECURITY;
ALTER TABLE memberships       ENABLE ROW LEVEL SECURITY;
ALTER TABLE customers         ENABLE ROW LEVEL SECURITY;
ALTER TABLE runs              ENABLE ROW LEVEL SECURITY;
ALTER TABLE counts            ENABLE ROW LEVEL SECURITY;
ALTER TABLE versions          ENABLE ROW LEVEL SECURITY;
ALTER TABLE events            ENABLE ROW LEVEL SECURITY;
ALTER TABLE contents          ENABLE ROW LEVEL SECURITY;
ALTER TABLE unsaved           ENABLE ROW LEVEL SECURITY;
ALTER TABLE settings          ENABLE ROW LEVEL SECURITY;
ALTER TABLE secrets           ENABLE ROW LEVEL SECURITY;
ALTER TABLE secret_recipients ENABLE ROW LEVEL SECURITY;
ALTER TABLE keys              ENABLE ROW LEVEL SECURITY;
ALTER TABLE pages             ENABLE ROW LEVEL SECURITY;
ALTER TABLE files             ENABLE ROW LEVEL SECURITY;
ALTER TABLE chunks            ENABLE ROW LEVEL SECURITY;
ALTER TABLE evidence          ENABLE ROW LEVEL SECURITY;
ALTER TABLE evidence_new      ENABLE ROW LEVEL SECURITY;
ALTER TABLE texts             ENABLE ROW LEVEL SECURITY;
ALTER TABLE texts_new         ENABLE ROW LEVEL SECURITY;
ALTER TABLE presence          ENABLE ROW LEVEL SECURITY;
ALTER TABLE procedures        ENABLE ROW LEVEL SECURITY;

-- EXPLAIN estimates from samples of all rows, whoever asks: by bisection one would read
-- from it what others' columns hold. What is about people and their work has no samples;
-- what has some are ids, times, teams and kinds, by which the server plans.
ALTER TABLE memberships ALTER member SET STATISTICS 0;
ALTER TABLE customers ALTER name SET STATISTICS 0, ALTER folded SET STATISTICS 0;
ALTER TABLE runs ALTER title SET STATISTICS 0, ALTER customer_key SET STATISTICS 0, ALTER lang SET STATISTICS 0, ALTER progress SET STATISTICS 0,
  ALTER current SET STATISTICS 0, ALTER current_title SET STATISTICS 0, ALTER why SET STATISTICS 0, ALTER waits_for SET STATISTICS 0,
  ALTER news SET STATISTICS 0, ALTER head SET STATISTICS 0;
ALTER TABLE events ALTER by SET STATISTICS 0, ALTER writer SET STATISTICS 0, ALTER step SET STATISTICS 0, ALTER data SET STATISTICS 0,
  ALTER salt SET STATISTICS 0, ALTER sum SET STATISTICS 0, ALTER prev SET STATISTICS 0, ALTER hash SET STATISTICS 0;
ALTER TABLE contents ALTER bytes SET STATISTICS 0;
ALTER TABLE texts ALTER body SET STATISTICS 0, ALTER places SET STATISTICS 0;
ALTER TABLE texts_new ALTER body SET STATISTICS 0, ALTER places SET STATISTICS 0, ALTER words SET STATISTICS 0;
ALTER TABLE unsaved ALTER owner SET STATISTICS 0, ALTER step SET STATISTICS 0, ALTER item SET STATISTICS 0, ALTER row SET STATISTICS 0,
  ALTER col SET STATISTICS 0, ALTER text SET STATISTICS 0, ALTER blob SET STATISTICS 0;
ALTER TABLE settings ALTER owner SET STATISTICS 0, ALTER key SET STATISTICS 0, ALTER value SET STATISTICS 0;
ALTER TABLE secrets ALTER owner SET STATISTICS 0, ALTER field SET STATISTICS 0, ALTER origin SET STATISTICS 0, ALTER fingerprint SET STATISTICS 0,
  ALTER blob SET STATISTICS 0;
ALTER TABLE secret_recipients ALTER member SET STATISTICS 0;
ALTER TABLE pages ALTER system SET STATISTICS 0, ALTER address SET STATISTICS 0;
ALTER TABLE chunks ALTER bytes SET STATISTICS 0;
ALTER TABLE evidence_new ALTER owner SET STATISTICS 0;
ALTER TABLE presence ALTER owner SET STATISTICS 0;

-- Seen by team. What belongs to a run is seen by whoever sees the run: the policy of
-- runs holds inside of EXISTS.
CREATE POLICY all_members ON teams FOR SELECT USING (name = ANY ((SELECT teams())::text[]));
CREATE POLICY all_members ON memberships FOR SELECT USING (team = ANY ((SELECT teams())::text[]));
CREATE POLICY by_team ON customers USING (team = ANY ((SELECT teams())::text[]));
CREATE POLICY by_team ON runs      USING (team = ANY ((SELECT teams())::text[]));
CREATE POLICY by_team ON counts FOR SELECT USING (team = ANY ((SELECT teams())::text[]));
-- Every member may read every procedure; none is put in the place of another.
CREATE POLICY seen    ON procedures FOR SELECT USING (true);
CREATE POLICY whole   ON procedures FOR INSERT WITH CHECK (digest = encode(sha256(doc), 'hex'));
CREATE POLICY by_run  ON versions  USING (EXISTS (SELECT 1 FROM runs r WHERE r.id = run));
CREATE POLICY seen    ON contents  FOR SELECT USING (EXISTS (SELECT 1 FROM runs r WHERE r.id = run));
CREATE POLICY seen    ON texts     FOR SELECT USING (EXISTS (SELECT 1 FROM runs r WHERE r.n = texts.n));
CREATE POLICY seen    ON texts_new FOR SELECT USING (EXISTS (SELECT 1 FROM runs r WHERE r.n = texts_new.n));
CREATE POLICY by_customer ON pages USING (EXISTS (SELECT 1 FROM customers c WHERE c.id = customer));
CREATE POLICY seen    ON events FOR SELECT USING (EXISTS (SELECT 1 FROM runs r WHERE r.id = run));
CREATE POLICY seen    ON presence FOR SELECT USING (EXISTS (SELECT 1 FROM runs r WHERE r.id = run));
CREATE POLICY own     ON presence USING (owner = session_user) WITH CHECK (owner = session_user AND EXISTS (SELECT 1 FROM runs r WHERE r.id = run));
CREATE POLICY own     ON unsaved  USING (owner = session_user) WITH CHECK (owner = session_user AND EXISTS (SELECT 1 FROM runs r WHERE r.id = run));
CREATE POLICY own     ON settings USING (owner = session_user);
CREATE POLICY seen    ON keys FOR SELECT USING (true);
CREATE POLICY seen    ON secrets FOR SELECT USING (EXISTS (SELECT 1 FROM runs r WHERE r.id = run));
CREATE POLICY sealed  ON secrets FOR INSERT WITH CHECK (owner = session_user AND EXISTS (SELECT 1 FROM runs r WHERE r.id = run));
CREATE POLICY own     ON secrets FOR UPDATE USING (owner = session_user AND EXISTS (SELECT 1 FROM runs r WHERE r.id = run));
CREATE POLICY removed ON secrets FOR DELETE USING (EXISTS (SELECT 1 FROM runs r WHERE r.id = run)
  AND (owner = session_user OR pg_has_role(session_user, '{lead}', 'USAGE')));
CREATE POLICY seen    ON secret_recipients FOR SELECT USING (EXISTS (SELECT 1 FROM secrets s WHERE s.id = secret));
CREATE POLICY own     ON secret_recipients USING (EXISTS (SELECT 1 FROM secrets s WHERE s.id = secret AND s.owner = session_user));
CREATE POLICY own     ON evidence_new USING (owner = session_user);
CREATE POLICY seen    ON evidence FOR SELECT USING (EXISTS (SELECT 1 FROM runs r WHERE r.id = run));
CREATE POLICY named   ON evidence FOR INSERT WITH CHECK ((file IS NULL OR sees_file(file))
  AND EXISTS (SELECT 1 FROM events e WHERE e.run = evidence.run AND e.seq = evidence.seq AND e.writer = session_user));
CREATE POLICY seen    ON files  FOR SELECT USING (sees_file(n));
CREATE POLICY seen    ON chunks FOR SELECT USING (sees_file(file));
CREATE POLICY kept    ON chunks FOR INSERT WITH CHECK (EXISTS (SELECT 1 FROM evidence_new w WHERE w.file = chunks.file));

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA lotse FROM PUBLIC;
GRANT USAGE ON SCHEMA lotse TO {reader}, {auditor};
GRANT EXECUTE ON FUNCTION teams(), my_role(), own_team(), found(tsquery, text[], text, bigint, text[], text[], bigint), pack_of(bytea),
  lexemes(text), log_of(text, bigint), newest(text[]), sees_file(bigint), present(), sweep_presence(), enter(text), take_in() TO {reader}, {auditor};
GRANT EXECUTE ON FUNCTION append, erase(text, bigint), keep(text, bigint, bytea[]), sweep() TO {consultant};

-- Whoever reads may read what a policy looks at. What is somebody's own, and of no
-- run, a reader and an auditor write as well: settings (a list says what the one who
-- asks has put aside), and that they look on.
GRANT SELECT ON migrations, roles, teams, memberships, customers, procedures, runs, counts, versions, events, contents, pages, files, chunks,
  evidence, evidence_new, texts, texts_new, unsaved, keys TO {reader}, {auditor};
GRANT SELECT ON secrets, secret_recipients TO {reader};
GRANT SELECT, INSERT, UPDATE, DELETE ON settings TO {reader}, {auditor};
GRANT SELECT, INSERT (run), DELETE ON presence TO {reader}, {auditor}; -- n is the server's to give

-- A run's row, its events and its text are written by append() alone.
GRANT INSERT ON customers, procedures, versions, secrets, evidence, chunks TO {consultant};
GRANT UPDATE (blob), DELETE ON secrets TO {consultant}; -- what one is sealed for does not change
GRANT SELECT, INSERT, UPDATE, DELETE ON unsaved, pages TO {consultant};
GRANT SELECT, INSERT, DELETE ON secret_recipients TO {consultant};
GRANT DELETE ON evidence_new TO {consultant};

GRANT UPDATE (team) ON customers TO {lead};
GRANT DELETE ON customers, runs TO {lead};
GRANT INSERT, DELETE ON teams, memberships TO {lead};
CREATE POLICY lead ON teams TO {lead} USING (name <> '');
CREATE POLICY lead ON memberships TO {lead} USING (true);
