package compare

import "lotse/flows"

// The codes of refusals by which code decides, beside those of package register.
const (
	OtherRegister = "compare.other_register" // products where customers are asked for, and the like
	NoCodes       = "compare.no_codes"       // no column is known to hold the codes
	CodesInDoubt  = "compare.codes_in_doubt" // several columns may as well hold them
	NoField       = "compare.no_field"       // the register has no such field
)

// IsCodeless reports whether a file was refused since it is not known which
// column holds the codes: then nothing is known of it.
func IsCodeless(r *flows.Refusal) bool {
	return r.Message.Code == NoCodes || r.Message.Code == CodesInDoubt
}

func unreadable(row int, code string, args ...any) error {
	return flows.Refuse(flows.ErrUnreadable, flows.FilePlace{Row: row}, code, args...)
}

func overLimit(row int, code string, args ...any) error {
	return flows.Refuse(flows.ErrLimit, flows.FilePlace{Row: row}, code, args...)
}

func notThere(row int, code string, args ...any) error {
	return flows.Refuse(flows.ErrUsage, flows.FilePlace{Row: row}, code, args...)
}

// kindWord is a register as a sentence names it.
func kindWord(k Kind) flows.Message { return flows.Msg(kindWords[k]) }

var kindWords = map[Kind]string{Customers: "compare.kind.customers", Suppliers: "compare.kind.suppliers", Products: "compare.kind.products"}
