package sqlite

import (
	"context"
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync"

	"lotse/flows"
)

// A cloud is a program that copies folders to other machines file by file: it
// may carry the database away without its log, or put an old one in its place.
type cloud struct {
	name  string
	parts []string // of the path: how its folders are named, in lower case
	marks []string // what it lays into the folder that it synchronises
}

// clouds are how each names and marks its folders; * stands for anything within
// a name. On macOS those that use the File Provider lie under
// Library/CloudStorage, as OneDrive-Company or GoogleDrive-account. A mark is
// never read, only looked for.
var clouds = []cloud{
	{"OneDrive", []string{"onedrive", "onedrive - *", "onedrive-*", "skydrive"}, []string{".849C9593-D756-4E56-8D6E-42412F2A707B"}},
	{"Dropbox", []string{"dropbox", "dropbox (*)", "dropbox-*"}, []string{".dropbox", ".dropbox.cache"}},
	{"iCloud Drive", []string{"mobile documents", "com~apple~clouddocs", "iclouddrive", "icloud drive"}, nil},
	{"Google Drive", []string{"google drive", "googledrive", "googledrive-*"}, []string{".tmp.driveupload", ".tmp.drivedownload"}},
	{"Nextcloud", []string{"nextcloud", "nextcloud-*"}, []string{".nextcloudsync.log"}},
	{"ownCloud", []string{"owncloud", "owncloud-*"}, []string{".owncloudsync.log"}},
	{"Nextcloud", nil, []string{".sync_*.db", "._sync_*.db"}}, // or ownCloud, its ancestor
	{"Syncthing", nil, []string{".stfolder"}},
	{"Resilio Sync", []string{"resilio sync"}, []string{".sync/ID"}},
	{"Box", []string{"box sync", "box-box"}, nil},
	{"MEGA", []string{"megasync"}, []string{".megaignore"}},
	{"pCloud", []string{"pclouddrive", "pcloud drive"}, nil},
	{"Proton Drive", []string{"proton drive", "protondrive-*"}, nil},
	{"Seafile", []string{"seafile", "seadrive"}, nil},
	{"Synology Drive", []string{"synologydrive"}, []string{".SynologyWorkingDirectory"}},
	{"Tresorit", []string{"tresorit"}, nil},
	{"File Provider", []string{"cloudstorage"}, nil}, // of macOS, for another one
}

// cloudOf names the cloud that synchronises a folder, by its path, by what lies
// in it and above it, or by what the system says of it; "" where none is seen.
// A folder that its cloud was told to leave out is named all the same.
func cloudOf(folder string) string {
	for at := folder; ; at = filepath.Dir(at) {
		names := sync.OnceValue(func() []string { return namesIn(at) }) // a home may have thousands
		for _, c := range clouds {
			if c.names(filepath.Base(at)) || c.marked(at, names) {
				return c.name
			}
		}
		if at == filepath.Dir(at) {
			return cloudOfSystem(folder)
		}
	}
}

// names reports whether a folder is named as the cloud names its own.
func (c cloud) names(part string) bool {
	for _, pattern := range c.parts {
		if ok, _ := path.Match(pattern, strings.ToLower(part)); ok { // the patterns are sound
			return true
		}
	}
	return false
}

// marked reports whether the cloud's mark lies in a folder, which has these names.
func (c cloud) marked(folder string, names func() []string) bool {
	for _, mark := range c.marks {
		if !strings.Contains(mark, "*") {
			if _, err := os.Lstat(filepath.Join(folder, filepath.FromSlash(mark))); err == nil {
				return true
			}
			continue
		}
		begin, _, _ := strings.Cut(mark, "*")
		for _, name := range names() {
			if !strings.HasPrefix(name, begin) {
				continue
			}
			if ok, _ := path.Match(mark, name); ok { // the patterns are sound
				return true
			}
		}
	}
	return false
}

// namesIn are the names in a folder, in no order. One that cannot be read shows
// none.
func namesIn(folder string) []string {
	f, err := os.Open(folder)
	if err != nil {
		return nil
	}
	names, _ := f.Readdirnames(-1) // as far as they can be read
	_ = f.Close()                  // it was only read
	return names
}

// warnedKey is the setting that remembers of which folder was warned.
const warnedKey = "cloud.warned"

// warnOfCloud warns once of a folder that a cloud synchronises.
func (d *DB) warnOfCloud(ctx context.Context) error {
	folder := filepath.Dir(d.path)
	name := cloudOf(folder)
	if name == "" {
		return nil
	}
	told := name + " " + folder
	if before, err := d.Setting(ctx, warnedKey); err != nil || before == told {
		return err
	}
	d.tell(flows.Msg("store.cloud", "folder", folder, "cloud", name))
	return d.SetSetting(ctx, warnedKey, told)
}
