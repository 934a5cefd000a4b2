-- Where a customer's own systems are on the web, as somebody once said it. It goes
-- with the customer.
CREATE TABLE pages (
  customer TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  system   TEXT NOT NULL,
  address  TEXT NOT NULL,
  PRIMARY KEY (customer, system)
) STRICT, WITHOUT ROWID;
