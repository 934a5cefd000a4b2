package sqlite

import (
	"os"
	"path/filepath"
	"testing"
)

// TestCloudOf knows each cloud by its path or its mark, and nothing else.
func TestCloudOf(t *testing.T) {
	for folder, want := range map[string]string{
		"OneDrive/lotse":                                    "OneDrive",
		"OneDrive - Muster GmbH/a/b":                        "OneDrive",
		"Library/CloudStorage/OneDrive-Muster":              "OneDrive",
		"ONEDRIVE":                                          "OneDrive",
		"Dropbox (Privat)/lotse":                            "Dropbox",
		"Library/CloudStorage/Dropbox":                      "Dropbox",
		"Library/Mobile Documents/com~apple~CloudDocs/x":    "iCloud Drive",
		"Google Drive/lotse":                                "Google Drive",
		"Library/CloudStorage/GoogleDrive-a@b.example/Ours": "Google Drive",
		"Nextcloud/lotse":                                   "Nextcloud",
		"ownCloud/lotse":                                    "ownCloud",
		"Box Sync":                                          "Box",
		"Library/CloudStorage/Other-x":                      "File Provider",
		"one/drive":                                         "",
		"OneDriveless":                                      "",
		"my dropbox notes":                                  "",
		"nextcloudy":                                        "",
		"box":                                               "",
	} {
		if got := cloudOf(filepath.Join(t.TempDir(), filepath.FromSlash(folder))); got != want {
			t.Errorf("%s: %q, want %q", folder, got, want)
		}
	}
	for mark, want := range map[string]string{
		".dropbox.cache":                        "Dropbox",
		".tmp.driveupload":                      "Google Drive",
		"._sync_a1b2c3.db":                      "Nextcloud",
		".sync_a1b2c3.db":                       "Nextcloud",
		".owncloudsync.log":                     "ownCloud",
		".stfolder":                             "Syncthing",
		".sync/ID":                              "Resilio Sync",
		".849C9593-D756-4E56-8D6E-42412F2A707B": "OneDrive",
		"sync_a.db":                             "",
		".git":                                  "",
		".sync":                                 "",
	} {
		root := t.TempDir()
		must(t, os.MkdirAll(filepath.Join(root, filepath.Dir(filepath.FromSlash(mark))), folderMode))
		must(t, os.WriteFile(filepath.Join(root, filepath.FromSlash(mark)), nil, fileMode))
		if got := cloudOf(filepath.Join(root, "a", "b")); got != want {
			t.Errorf("below %s: %q, want %q", mark, got, want)
		}
	}
}

// TestCloudIsWarnedOfOnce warns at the first start in a folder, and again where
// the database was moved to another one.
func TestCloudIsWarnedOfOnce(t *testing.T) {
	root := t.TempDir()
	first, second := filepath.Join(root, "Dropbox"), filepath.Join(root, "OneDrive")
	for i, want := range []string{first, "", second, ""} {
		if i == 2 {
			must(t, os.Rename(first, second))
		}
		at := first
		if i >= 2 {
			at = second
		}
		var said told
		d, err := Open(ctx, filepath.Join(at, "lotse.db"), Options{Tell: said.add})
		must(t, err)
		f, err := d.Examine(ctx)
		must(t, err)
		if f.Facts["cloud"] != filepath.Base(at) {
			t.Errorf("start %d: facts %v", i, f.Facts)
		}
		must(t, d.Close())
		if want == "" && len(said) > 0 || want != "" && (len(said) != 1 || said[0].Code != "store.cloud" || said[0].Args["folder"] != want) {
			t.Errorf("start %d: told %v", i, said)
		}
	}
}
