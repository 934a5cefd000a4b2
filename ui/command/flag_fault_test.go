package command

import (
	"errors"
	"testing"

	"github.com/spf13/pflag"

	"lotse/flows"
	"lotse/flows/words"
)

// TestFlagFaultsAreOurs: what the library finds wrong with a flag is said in
// every language, with the flag as it was written.
func TestFlagFaultsAreOurs(t *testing.T) {
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"--nope"}, "Einen Schalter --nope gibt es nicht. Siehe lotse show --help."},
		{[]string{"-xq"}, "Einen Schalter -x gibt es nicht. Siehe lotse show --help."},
		{[]string{"--name"}, "--name braucht einen Wert. Siehe lotse show --help."},
		{[]string{"--rows", "many"}, "„many“ ist kein Wert für --rows. Siehe lotse show --help."},
		{[]string{"--=x"}, "--=x ist kein Schalter: --NAME oder --NAME=WERT schreiben. Siehe lotse show --help."},
	} {
		f := pflag.NewFlagSet("show", pflag.ContinueOnError)
		f.String("name", "", "")
		f.Int("rows", 0, "")
		var r *flows.Refusal
		if err := flagFault(f.Parse(c.args), "show "); !errors.As(err, &r) || words.Say("de", r.Message) != c.want {
			t.Errorf("%q: %q", c.args, words.Say("de", r.Message))
		}
	}
}
