package outside

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
)

// storeKey is the setting that says what a store is for; demoStore marks one
// that holds nothing but demos.
const (
	storeKey  = "store"
	demoStore = "demo"
)

// IsDemo reports whether a store is a demo store: all its runs are demos.
func IsDemo(ctx context.Context, a run.Store) (bool, error) {
	kept, err := a.Setting(ctx, storeKey)
	return kept == demoStore, err
}

// MakeDemo makes a store a demo store; this cannot be undone.
func MakeDemo(ctx context.Context, a run.Store) error {
	return a.SetSetting(ctx, storeKey, demoStore)
}

// SampleFiles is the folder of the sample files that belong to the demo store
// at a path.
func SampleFiles(path string) string { return filepath.Join(filepath.Dir(path), "files") }

// Samples are the names of the sample files for an item, those whose name
// without extension is the item's id. folder may be "".
func Samples(folder, item string) []string {
	if folder == "" {
		return nil
	}
	var names []string
	files, _ := os.ReadDir(folder) // where it is not there, there are none
	for _, f := range files {
		if name := f.Name(); strings.TrimSuffix(name, filepath.Ext(name)) == item {
			names = append(names, name)
		}
	}
	return names
}

// OnlyDemos refuses a run of another mode in the demo store at a path.
func OnlyDemos(path string, mode run.Mode) error {
	if mode == run.Demo {
		return nil
	}
	return flows.Refuse(flows.ErrUsage, nil, "cmd.only_demos", "file", path, "mode", string(mode))
}
