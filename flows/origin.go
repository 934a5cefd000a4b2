package flows

// From says in one word where it comes from that something is asked for.
type From string

// Where something comes from; "" where the procedure's own document has it.
const (
	FromLaw     From = "law"
	FromVendor  From = "vendor"
	FromReading From = "reading" // our reading of what is documented
)

// Origin is where it comes from that an item is there, or that a rule is kept.
type Origin struct {
	From   From   // one word, for the page
	Source string // where it is to be read, as a person cites it; may be empty
}

// origin reads the keys from and source.
func (o *object) origin() Origin {
	got := Origin{
		From:   From(o.oneOf("from", string(FromLaw), string(FromVendor), string(FromReading))),
		Source: o.text("source"),
	}
	if got != (Origin{}) {
		o.l.needs(secondFormat)
	}
	if got.Source != "" && o.Get("from") == nil {
		o.l.lint(o.Get("source").FilePlace, "lint.source_from")
	}
	return got
}
