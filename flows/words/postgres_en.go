package words

// postgresEnglish says what is wrong with a team's server, or with the way to it.
func postgresEnglish() table {
	return table{
		// an address that is not taken
		"postgres.address":                 "This is not the address of a PostgreSQL server. Write postgres://NAME@HOST/DATABASE, or service=NAME for a service of pg_service.conf.",
		"postgres.parameter":               "The address of a PostgreSQL server has no parameter \"{name}\". Check how it is spelt.",
		"postgres.password_in_address":     "The address has a password in it, which others can read in the list of programs. Leave it out and put it into the file .pgpass in your home folder.",
		"postgres.password_in_environment": "The variable {variable} has a password in it, which every program that is started can read. Unset it and put the password into the file .pgpass in your home folder.",
		"postgres.password_in_service":     "The service \"{service}\" in \"{file}\" has a password in it. Take it out and put it into the file .pgpass in your home folder.",
		"postgres.passfile_open":           "Others may read \"{file}\", which has the password in it. Close it with chmod 600.",
		"postgres.no_service":              "There is no service \"{service}\" in \"{file}\", nor in the machine's own pg_service.conf. Check how it is spelt.",
		"postgres.service_parameter":       "The service \"{service}\" in \"{file}\" has the parameter {name}, which Lotse cannot follow. Take it out, or give Lotse a service of its own.",
		"postgres.file":                    "\"{file}\" is needed for the connection and cannot be read: {why}.",
		"postgres.unverified":              "The connection to {server} does not verify which server answers (sslmode={mode}). Whoever sits between can read along.",

		// a server that is not there
		"postgres.no_host":            "Nobody knows a server named \"{host}\". Check the name, and whether this machine is connected.",
		"postgres.refused":            "No PostgreSQL server runs at {server}. Check the address, or ask whoever runs the server.",
		"postgres.unreachable":        "{server} cannot be reached: {why}. Check the network.",
		"postgres.no_answer":          "{server} does not answer. Check the network, or ask whoever runs the server.",
		"postgres.cut":                "The connection to {server} broke. Try again in a moment.",
		"postgres.stopping":           "{server} is stopping or starting. Try again in a moment.",
		"postgres.no_primary":         "None of the servers of {server} takes changes now. Try again in a moment, when one of them has taken over, or ask whoever runs them.",
		"postgres.no_connection_left": "{server} has no connection left. Close other programs that use it, or try again in a moment.",

		// a server that is not the right one
		"postgres.other_host":        "The certificate of \"{host}\" is for another server. Check the address, or ask whoever runs the server.",
		"postgres.unknown_authority": "The certificate of \"{host}\" is signed by an authority that this machine does not know. Get its certificate from whoever runs the server and name the file with sslrootcert in the address.",
		"postgres.expired":           "The certificate of \"{host}\" is not valid now: it has expired, or a clock is wrong. Ask whoever runs the server for a new one.",
		"postgres.certificate":       "The certificate of \"{host}\" cannot be used: {why}. Ask whoever runs the server.",
		"postgres.no_tls":            "\"{host}\" offers no TLS. Ask whoever runs the server to turn it on.",
		"postgres.foreign":           "What answers at {server} does not speak like a PostgreSQL server. Check the host and the port.",
		"postgres.too_old":           "{server} runs PostgreSQL {version}. Lotse needs {least} or newer: ask whoever runs the server.",
		"postgres.encoding":          "The database \"{database}\" at {server} has the encoding {encoding}, which lacks letters that names have. Lotse needs UTF8: have another one made, with createdb -E UTF8 -T template0.",
		"postgres.pooler":            "A pooler such as PgBouncer stands between here and {server} and shares connections. Lotse needs its own, to hear of what others do: write the address of the PostgreSQL server itself.",

		// whom it does not let in
		"postgres.password":      "{server} does not accept the password of \"{member}\". Lotse takes it from the file .pgpass in your home folder: check the line of this server there.",
		"postgres.not_let_in":    "{server} does not let \"{member}\" in: {why}. Whoever runs the server has to make the role, or a line for it in pg_hba.conf.",
		"postgres.socket":        "The socket of {server} may not be used by you. Ask whoever runs the server.",
		"postgres.no_database":   "{server} has no database \"{database}\". Check the address, or have the database made.",
		"postgres.no_member":     "The server knows \"{member}\", but not as a member of the team.",
		"postgres.not_allowed":   "{server} does not let \"{member}\" do this. Ask whoever leads the team.",
		"postgres.run_elsewhere": "The run {run} is on this server already, with a customer whom you may not see. Ask whoever leads to give the customer to your team.",

		// a database that is not ready
		"postgres.no_team":  "{server} has no team yet.",
		"postgres.newer":    "{server} was set up by a newer Lotse: its version is {version}, and this one knows up to {known}. Use the newer Lotse. Nothing was changed.",
		"postgres.older":    "{server} has version {version}, and this Lotse needs {known}.",
		"postgres.tampered": "The tables at {server} are not as Lotse makes them: their list of versions was changed. Nothing was changed now. Have whoever runs the server put back what they had, from a backup.",

		// what it cannot do now
		"postgres.read_only":    "{server} takes no changes: it is a copy of another server, or it is set to be read only (default_transaction_read_only). Use the address of the server that it is a copy of, or name both servers in one address, separated by a comma; or ask whoever runs the server.",
		"postgres.disk_full":    "The disk of {server} is full. Nothing that was saved is lost; whoever runs the server has to make room.",
		"postgres.no_resources": "{server} has too much to do: {why}. Try again in a moment.",
		"postgres.cancelled":    "{server} broke this off, since it took longer than is allowed there. Try again, or ask whoever runs the server for more time (statement_timeout).",
		"postgres.busy":         "Others are changing the same at {server}. Try again in a moment.",
		"postgres.damaged":      "{server} cannot read its own files: {why}. Tell whoever runs the server before anything else is done.",
		"postgres.failed":       "{server} could not do this: {why}.",
		"postgres.no_backup":    "The backups of {server} are made where the server is run, by pg_dump or by what your IT uses: Lotse makes none and puts none back.",

		// rights that are too wide, and who narrows them
		"postgres.wide_connect":     "Everybody with a role on the server may connect to the database.",
		"postgres.wide_create":      "Everybody may create things in the schema \"{schema}\".",
		"postgres.wide_superuser":   "\"{member}\" is a superuser: no right holds for them.",
		"postgres.wide_server":      "\"{member}\" may read or write files of the server, run programs there, or write past all grants, and so comes to everything.",
		"postgres.wide_bypass":      "\"{member}\" passes by row-level security (BYPASSRLS).",
		"postgres.wide_createrole":  "\"{member}\" may make roles (CREATEROLE) and so let anybody in.",
		"postgres.wide_table":       "Row-level security is off for the table \"{table}\".",
		"postgres.wide_owner":       "\"{member}\" is a member of the role that owns the tables, and so may change all of them.",
		"postgres.wide_grant":       "Everybody may use the table \"{table}\".",
		"postgres.narrow":           "Whoever runs the server takes it away: {sql}",
		"postgres.narrow_by_person": "Whoever runs the server gives them a login of their own for Lotse, without that.",
	}
}
