package compare

// Report is all that a comparison found. It stands by itself: it needs neither
// file to be shown, kept, or held against an earlier one.
type Report struct {
	Plan
	LeftHalf, RightHalf Half
	Matches             Matches
	Counts              map[Rule]int // every rule of the register that ran, 0 too
	NotRun              []NotRun     // the rules that did not, or not on both sides
	// Findings are in the order of the register's rules, within a rule by the
	// left row, then by the right; those of the right side alone come last.
	Findings []Finding
	// Mark stands on paper before all else, such as DEMO: what the report must not be
	// taken for anything but; "" of a real run. It is not kept.
	Mark string
}

// Half is one side of a comparison.
type Half struct {
	File      string           // without its folder; "" where it was read from the system itself
	Sum       string           // hex SHA-256 of what was read
	Rows      int              // of data
	Only      int              // rows without a match
	Encoding  string           // of a CSV
	Delimiter string           // of a CSV: ";", ",", "|" or "tab"
	Sheet     string           // of a workbook
	Columns   map[Field]string // the header that filled a field
}

// Matches counts the pairs by tier.
type Matches struct{ Code, BusinessID, Name int }

// Side is whose row a finding is about.
type Side string

// The sides.
const (
	Left  Side = "left"
	Right Side = "right"
	Both  Side = "both"
)

// Finding is one thing that a rule found.
type Finding struct {
	Rule  Rule
	Side  Side
	Left  Card  // the zero Card where Side is Right
	Right Card  // the zero Card where Side is Left
	Tier  Field // of Ambiguous: the key that stands there more than once
	Other []int // further rows: of a duplicate the first MaxOther that share the key, of Ambiguous all, left ones first
}

// Card is a row as it stands in its file, trimmed.
type Card struct {
	Row      int // the line on which it begins, as an editor counts; the sheet's row
	Code     string
	ID       string // business id
	Name     string
	IsBarred bool
}
