package sqlite

import (
	"path/filepath"

	"lotse/flows"
	"lotse/flows/ownfile"
)

// private are the files and folders of a database that only its owner may use.
// What lies in a folder is closed by it.
func (d *DB) private() []string {
	all := []string{d.path, d.path + "-wal", d.path + "-shm", d.path + "-lock", d.signer.Path()}
	for _, folder := range []string{backupFolder(d.path), d.evidenceFolder()} {
		all = append(all, filepath.Dir(folder), folder)
	}
	return all
}

// tighten closes to others what is this database's, and tells it. What cannot be
// closed is found again by Examine. Of the log and its index nothing is told:
// SQLite makes them anew, on Windows as open as their folder.
func (d *DB) tighten() {
	for _, path := range d.private() {
		changed, err := ownfile.Tighten(path)
		if changed && err == nil && path != d.path+"-wal" && path != d.path+"-shm" {
			d.tell(flows.Msg("store.tightened", "file", path))
		}
	}
}

// exposed names what others may use all the same, and a folder in which they may
// put another file in the place of the database.
func (d *DB) exposed() []flows.Message {
	var all []flows.Message
	if dir := filepath.Dir(d.path); ownfile.Exposed(dir) {
		all = append(all, flows.Msg("store.exposed", "folder", dir, "mode", ownfile.Access(dir)))
	}
	for _, path := range d.private() {
		if ownfile.IsOpen(path) {
			all = append(all, flows.Msg("store.open", "file", path, "mode", ownfile.Access(path)))
		}
	}
	return all
}
