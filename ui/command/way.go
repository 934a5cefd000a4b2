package command

import (
	"slices"
	"strings"

	"lotse/flows"
)

// ways are what a person does at a command line about a refusal, by the code of
// its message or, where that is not here, by its kind; "" is nothing. What is
// said may name what the refusal names, the database's path, and a backup. The sentences
// of this package (cmd.) have their ways out in themselves.
var ways = map[string]string{
	"refuse.accept_why":      "cmd.way_why",
	"refuse.skip_why":        "cmd.way_why",
	"refuse.abandon_why":     "cmd.way_why",
	"refuse.erase_why":       "cmd.way_why",
	"refuse.abandon_outcome": "cmd.way_outcome",
	"refuse.gate_by":         "cmd.way_by",
	"refuse.gate_word":       "cmd.way_word",
	"refuse.secret":          "cmd.way_secret",

	"refuse.rotation_users":     "cmd.way_rotate",
	"refuse.rotation_not_begun": "cmd.way_rotate",
	"refuse.rotation_no_new":    "cmd.way_rotate_new",
	"refuse.rotation_open":      "cmd.way_rotate_end",

	"refuse.warnings":              "cmd.way_warnings",
	"refuse.warnings_some_not_run": "cmd.way_warnings_run",
	"refuse.warnings_required":     "cmd.way_accept",
	"refuse.warnings_not_run":      "cmd.way_run",
	"refuse.not_run":               "",

	"vault.no_keychain":       "cmd.way_key_file",
	"vault.no_terminal":       "cmd.way_terminal",
	"vault.not_given":         "cmd.way_terminal",
	"vault.wrong_passphrase":  "",
	"vault.wrong_tries":       "cmd.way_forgot",
	"refuse.passphrase_short": "",
	"vault.file_missing":      "cmd.way_recover",
	"vault.file_damaged":      "cmd.way_recover",
	"vault.file_changed":      "cmd.way_check",
	"vault.other_identity":    "cmd.way_recover",
	"vault.keychain_missing":  "cmd.way_recover",
	"vault.keychain_damaged":  "cmd.way_recover",
	"vault.recovery_other":    "",
	"vault.no_recovery":       "",
	"vault.keychain_closed":   "",
	"vault.nothing_sealed":    "",
	"vault.nothing_to_unlock": "",
	"vault.others":            "cmd.way_add_me",
	"vault.key_elsewhere":     "cmd.way_bring_key",
	"vault.other_claim":       "cmd.way_other_key",
	"vault.own_damaged":       "",

	"signing.damaged": "",
	"signing.open":    "",

	"capsule.own_broken": "cmd.way_doctor",

	"store.foreign":     "cmd.way_db",
	"store.no_file":     "cmd.way_db",
	"store.no_folder":   "cmd.way_db",
	"store.network":     "cmd.way_db",
	"store.no_database": "cmd.way_right_file",
	"store.damaged":     "cmd.way_restore",
	"store.too_short":   "cmd.way_restore",
	"store.no_version":  "cmd.way_restore",
	"store.no_run":      "cmd.way_runs",
	"store.no_secret":   "cmd.way_secrets",
	"store.no_backup":   "cmd.way_backups",
	"store.itself":      "cmd.way_backups",
	"store.backup_torn": "cmd.way_backups",

	"postgres.no_team":   "cmd.way_team_init",
	"postgres.older":     "cmd.way_team_init",
	"postgres.no_member": "cmd.way_team_add",
	"postgres.no_backup": "cmd.way_pg_dump",

	string(flows.ErrRipple):     "cmd.way_yes",
	string(flows.ErrConflict):   "cmd.way_look",
	string(flows.ErrFull):       "cmd.way_saved",
	string(flows.ErrReadOnly):   "cmd.way_or_db",
	string(flows.ErrNewer):      "cmd.way_or_db",
	string(flows.ErrDamaged):    "cmd.way_doctor",
	string(flows.ErrNoIdentity): "cmd.way_init",
	string(flows.ErrSealed):     "cmd.way_unlock",
}

// foreign are the beginnings of codes that are about a file of somebody else's, or
// about a server: what helps with one's own database does not help with it.
var foreign = []string{"postgres.", "capsule.", "seal.", "vault.hand_over", "vault.no_hand_over"}

// waysOfFiles are those that are about a database in a file.
var waysOfFiles = []string{"cmd.way_db", "cmd.way_right_file", "cmd.way_restore", "cmd.way_backups", "cmd.way_or_db", "cmd.way_doctor"}

// bare are what is said of an error that has a kind and no sentence.
var bare = map[flows.RefusalKind]string{
	flows.ErrNotFound:   "cmd.is_not_found",
	flows.ErrAmbiguous:  "cmd.is_ambiguous",
	flows.ErrConflict:   "cmd.is_conflict",
	flows.ErrLocked:     "cmd.is_locked",
	flows.ErrFull:       "cmd.is_full",
	flows.ErrReadOnly:   "cmd.is_read_only",
	flows.ErrDamaged:    "cmd.is_damaged",
	flows.ErrNewer:      "cmd.is_newer",
	flows.ErrNoIdentity: "cmd.is_no_identity",
	flows.ErrSealed:     "cmd.is_sealed",
}

// wayOut is the sentence of a refusal with the way out behind it.
func (c *call) wayOut(r *flows.Refusal) flows.Message {
	m := r.Message
	if strings.HasPrefix(m.Code, "cmd.") {
		return c.placed(m)
	}
	way, known := ways[m.Code]
	begins := func(beginning string) bool { return strings.HasPrefix(m.Code, beginning) }
	if !known && !slices.ContainsFunc(foreign, begins) {
		way = ways[string(r.Kind)]
	}
	if c.onServer() && slices.Contains(waysOfFiles, way) {
		way = ""
	}
	if way == "" || way == "cmd.way_terminal" && c.canAsk() { // they sit at one, and were asked
		return m
	}
	return flows.Joined("joined.sentence", m, c.placed(flows.Message{Code: way, Args: m.Args}))
}

// placed is a message that may name the database, and a backup of it.
func (c *call) placed(m flows.Message) flows.Message {
	for name, value := range map[string]string{"path": c.path(), "backup": "FILE"} {
		if _, named := m.Arg(name); !named {
			m = m.With(name, value)
		}
	}
	return m
}
