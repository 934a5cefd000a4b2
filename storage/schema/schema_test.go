package schema_test

import (
	"testing"
	"testing/fstest"

	"lotse/storage/schema"
)

func files(names ...string) fstest.MapFS {
	all := fstest.MapFS{}
	for _, name := range names {
		all["migrations/"+name] = &fstest.MapFile{Data: []byte("SELECT '" + name + "'")}
	}
	return all
}

func TestRead(t *testing.T) {
	all := schema.Read(files("0002_more_of_it.sql", "0001_first.sql"))
	if len(all) != 2 || all[1].Version != 2 || all[1].Name != "more_of_it" || all[1].Text != "SELECT '0002_more_of_it.sql'" {
		t.Errorf("%+v", all)
	}
	for version, want := range []bool{false, true, false, false} {
		if got := all.Has(version, all[0].Sum()); got != want {
			t.Errorf("the first as version %d: %v", version, got)
		}
	}
}

func TestReadPanics(t *testing.T) {
	for what, names := range map[string][]string{
		"a gap": {"0001_first.sql", "0003_third.sql"}, "no number": {"first.sql"}, "twice": {"0001_first.sql", "0001_other.sql"},
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s is read", what)
				}
			}()
			schema.Read(files(names...))
		}()
	}
}
