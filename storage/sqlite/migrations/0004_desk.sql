-- Who is waited for since when, and what went wrong: a list says it of every run
-- without opening any. Runs of before have nothing of it until they change.
ALTER TABLE runs ADD COLUMN waits_for TEXT NOT NULL DEFAULT '';
ALTER TABLE runs ADD COLUMN waits_since INTEGER;
ALTER TABLE runs ADD COLUMN news TEXT NOT NULL DEFAULT ''; -- a message in JSON

-- Every order of the list is an index walk a status, as the newest change is. None
-- of these columns changes with an answer, so that a save moves no entry.
ALTER TABLE runs ADD COLUMN customer_key TEXT NOT NULL DEFAULT ''; -- the customer's folded name
ALTER TABLE runs ADD COLUMN due_key INTEGER GENERATED ALWAYS AS (coalesce(due, 9223372036854775807)) VIRTUAL;
UPDATE runs SET customer_key = (SELECT folded FROM customers c WHERE c.id = runs.customer);
CREATE INDEX runs_by_due ON runs (status, due_key, started, id);
CREATE INDEX runs_by_customer ON runs (status, customer_key, started, id);
CREATE INDEX runs_by_procedure ON runs (status, procedure, started, id);
