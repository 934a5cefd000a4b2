package text

import (
	"reflect"
	"strings"
	"testing"

	"lotse/flows/run"
)

func TestNoTextIsMissing(t *testing.T) {
	var walk func(v reflect.Value, path string)
	walk = func(v reflect.Value, path string) {
		for i := range v.NumField() {
			name := path + v.Type().Field(i).Name
			switch f := v.Field(i); f.Kind() {
			case reflect.Struct:
				walk(f, name+".")
			default:
				if f.String() == "" {
					t.Errorf("%s has no English text", name)
				}
				if strings.ContainsAny(f.String(), "\n\t") {
					t.Errorf("%s is more than a line: %q", name, f)
				}
			}
		}
	}
	walk(reflect.ValueOf(English()), "")
}

func TestAnotherLanguageIsLaidOver(t *testing.T) {
	languages["xx"] = func() Strings { return Strings{States: States{Done: "fertig"}} }
	defer delete(languages, "xx")
	s := For("xx")
	if s.States.Done != "fertig" || s.States.Open != English().States.Open {
		t.Errorf("done %q, open %q", s.States.Done, s.States.Open)
	}
	if For("nobody-speaks-it").States.Done != English().States.Done {
		t.Error("a language that is not there is not English")
	}
}

func TestEveryStateHasASignAndAWord(t *testing.T) {
	seen := map[string]run.StepState{}
	for _, s := range []run.StepState{run.Done, run.Open, run.Waiting, run.Blocked, run.Stale, run.Skipped, run.NotNeeded} {
		sign := StepSign(s)
		if len([]rune(sign.Of(false))) != 1 || len(sign.Of(true)) != 3 {
			t.Errorf("%s has the signs %q and %q", s, sign.Of(false), sign.Of(true))
		}
		if For("en").State(s) == "" {
			t.Errorf("%s has no word", s)
		}
		if other, twice := seen[sign.Mark]; twice {
			t.Errorf("%s looks like %s", s, other)
		}
		seen[sign.Mark] = s
	}
	for _, s := range []run.Status{run.StatusOpen, run.StatusWaiting, run.StatusDone, run.StatusEnded, run.StatusAbandoned} {
		if StatusSign(s).Mark == "" || For("en").Status(s) == "" {
			t.Errorf("%s has no sign or no word", s)
		}
	}
}
