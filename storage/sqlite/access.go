package sqlite

import (
	"os"
	"path/filepath"

	"lotse/flows"
	"lotse/storage/disk"
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
// closed is found again by Examine.
func (d *DB) tighten() {
	for _, path := range d.private() {
		if changed, err := disk.Tighten(path); changed && err == nil {
			d.tell(flows.Msg("store.tightened", "file", path))
		}
	}
}

// exposed names what others may use all the same, and a folder in which they may
// put another file in the place of the database.
func (d *DB) exposed() []flows.Message {
	var all []flows.Message
	if dir := filepath.Dir(d.path); disk.Exposed(dir) {
		all = append(all, flows.Msg("store.exposed", "folder", dir, "mode", modeOf(dir)))
	}
	for _, path := range d.private() {
		if disk.IsOpen(path) {
			all = append(all, flows.Msg("store.open", "file", path, "mode", modeOf(path)))
		}
	}
	return all
}

// modeOf is how the system writes the permissions of a file; "" without one.
func modeOf(path string) string {
	at, err := os.Stat(path)
	if err != nil {
		return ""
	}
	return at.Mode().String()
}
