package words

// cmdServerEnglish is what the command line says of a team's server.
func cmdServerEnglish() table {
	return table{
		// what doctor says
		"cmd.doctor_name_server":        "server",
		"cmd.doctor_name_member":        "member",
		"cmd.doctor_name_rights":        "rights",
		"cmd.doctor_server_tls":         "PostgreSQL {version}, over {tls}",
		"cmd.doctor_server_socket":      "PostgreSQL {version}, by a socket of this machine",
		"cmd.doctor_server_plain":       "PostgreSQL {version}, without TLS",
		"cmd.doctor_server_verify":      "The address asks for sslmode={mode}, which does not verify which server answers: whoever sits between can read along. Leave sslmode out, or ask for verify-full.",
		"cmd.doctor_member":             "\"{member}\", {role}",
		"cmd.doctor_member_teams":       "\"{member}\", {role}, in {teams}",
		"cmd.doctor_server_backups":     "the business of whoever runs the server",
		"cmd.doctor_server_backups_how": "Ask when the last pg_dump was made, and when one was last restored. The secrets in it open with their owners' keys alone.",
		"cmd.doctor_server_replica":     "This server is a copy of another one and takes no changes. Work at the address of the server that it is a copy of, or name both in one address, separated by a comma.",
		"cmd.doctor_server_clock":       "The clock of the server is {n} {n:second|seconds} away from this one. Set the clock that is wrong: the dates of waits and of the log come from this machine. The order of a run's events does not depend on it.",
		"cmd.doctor_server_restore":     "Tell whoever runs the server, and leave it as it is until they have looked. Their backup can bring back what is lost.",
		"cmd.doctor_rights_well":        "as narrow as Lotse makes them",

		// what a person does about a refusal
		"cmd.way_team_init": "Its owner sets it up, or brings it up to date, with lotse team init.",
		"cmd.way_team_add":  "Whoever leads the team lets you in with lotse team add.",
		"cmd.way_pg_dump":   "Who may read everything writes: pg_dump --format=custom --file=FILE {database}",
	}
}
