package key

import (
	"fmt"
	"strings"
	"unicode"

	"lotse/flows"
)

// What every store refuses alike. Names and ids may be what somebody typed.

// NoRun refuses an id, or the beginning of one, that no run has.
func NoRun(id string) *flows.Refusal { return missing("store.no_run", "run", id) }

// NoEvent refuses a seq that a run has no event of.
func NoEvent(run string, seq int64) *flows.Refusal {
	return flows.Refuse(flows.ErrNotFound, nil, "store.no_event", "run", run, "seq", seq)
}

// NoSecret refuses an id that no secret has.
func NoSecret(id string) *flows.Refusal { return missing("store.no_secret", "secret", id) }

// NoCustomer refuses a name or an id that no customer has.
func NoCustomer(name string) *flows.Refusal { return missing("store.no_customer", "customer", name) }

// NoProcedure refuses a digest that no procedure has.
func NoProcedure(digest string) *flows.Refusal {
	return flows.Refuse(flows.ErrNotFound, nil, "store.no_procedure", "digest", digest)
}

// ProcedureChanged refuses a procedure whose bytes do not fit its digest: runs are
// some of those that have it, of so many.
func ProcedureChanged(digest string, runs []string, n int) *flows.Refusal {
	return flows.Refuse(flows.ErrDamaged, nil, "store.procedure_changed", "digest", digest, "runs", runs, "n", n)
}

// NoSum refuses what is no SHA-256 of a kept file.
func NoSum(sum string) *flows.Refusal {
	return flows.Refuse(flows.ErrNotFound, nil, "store.no_sum", "sum", flows.Short(sum))
}

func missing(code, what, name string) *flows.Refusal {
	return flows.Refuse(flows.ErrNotFound, nil, code, what, flows.Short(name))
}

// Needs refuses a run whose customer or procedure is not there.
func Needs(customer, digest string) *flows.Refusal {
	return flows.Refuse(flows.ErrNotFound, nil, "store.needs", "customer", customer, "digest", digest)
}

// Ambiguous refuses a prefix that several ids begin with.
func Ambiguous(prefix, one, other string) *flows.Refusal {
	return flows.Refuse(flows.ErrAmbiguous, nil, "store.ambiguous", "prefix", prefix, "one", one, "other", other)
}

// longestCustomer is the bytes that a customer's name may have: of longer ones, and of how
// they are folded, a server makes no index.
const longestCustomer = 500

// Customer is the name of a customer as it is kept; flows.ErrUsage where nothing is left of
// it, where it is longer than longestCustomer, or where it has a character that no line has, as a
// zero byte: a server cannot keep that, and no list could show it.
func Customer(s string) (string, error) {
	name := Name(s)
	switch {
	case name == "":
		return "", flows.Refuse(flows.ErrUsage, nil, "store.customer_name")
	case strings.ContainsFunc(name, unicode.IsControl):
		return "", flows.Refuse(flows.ErrUsage, nil, "store.customer_line", "customer", flows.Short(name))
	case len(name) > longestCustomer:
		return "", flows.Refuse(flows.ErrUsage, nil, "store.customer_long", "customer", flows.Short(name), "most", longestCustomer)
	}
	return name, nil
}

// TooLarge refuses a file that is over a limit.
func TooLarge(name string, most int64) *flows.Refusal {
	return flows.Refuse(flows.ErrLimit, nil, "store.file_large", "file", FileName(name), "limit", size(most))
}

// size is a number of bytes in the largest unit that it is a multiple of.
func size(n int64) flows.Message {
	for i, unit := range []string{"GiB", "MiB", "KiB"} {
		if one := int64(1) << (30 - 10*i); n >= one && n%one == 0 {
			return flows.Said(fmt.Sprintf("%d %s", n/one, unit))
		}
	}
	return flows.Msg("store.bytes", "n", n)
}
