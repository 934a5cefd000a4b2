package compare

// Rule is what a finding says is wrong.
type Rule string

// The rules. Each says whether it counts rows, of either side, or pairs.
const (
	CodeEmpty       Rule = "code-empty"               // row
	CodeDuplicate   Rule = "code-duplicate"           // row: every one that shares its trimmed code within its side
	CodeNotNumeric  Rule = "code-not-numeric"         // row: not empty, not digits alone, not spoilt
	CodeLeadingZero Rule = "code-leading-zero"        // row: digits alone, the first a zero
	CodeTooLong     Rule = "code-too-long"            // row: more characters than the register takes; not of a spoilt one
	CodeSpoilt      Rule = "code-spoilt"              // row: no code but what a spreadsheet made of it, or none that can be read
	CodeCase        Rule = "code-case"                // pair of rows without a match: equal but for case and blanks
	OtherCompany    Rule = "same-code-other-company"  // pair by code: both ids valid, and different
	OtherName       Rule = "same-code-other-name"     // pair by code: names differ
	NameDiffers     Rule = "name-differs"             // pair by code, of products
	OverwriteByID   Rule = "overwrite-by-business-id" // pair by business id: codes differ
	MergeByName     Rule = "merge-by-name"            // pair by name
	IDMissing       Rule = "business-id-missing"      // row of Netvisor's suppliers
	IDInvalid       Rule = "business-id-invalid"      // row: not empty, not valid
	IDDuplicate     Rule = "business-id-duplicate"    // row: every one that shares its valid id within its side
	NameDuplicate   Rule = "name-duplicate"           // row: every one that shares its name within its side
	NameTooLong     Rule = "name-too-long"            // row
	Ambiguous       Rule = "ambiguous"                // key: see the package comment
	NearName        Rule = "near-name"                // pair of rows without a match; never a match itself
	OnlyLeft        Rule = "only-left"                // row of the left side without a match
	OnlyRight       Rule = "only-right"               // row of the right side without a match
	IsBarred        Rule = "barred"                   // row
)

// Level is how serious a finding is.
type Level string

// The levels, the most serious first.
const (
	Must Level = "must"
	Warn Level = "warn"
	Info Level = "info"
)

// levels are the rules of each register with their levels, in the order in
// which they are told.
var levels = map[Kind][]struct {
	rule  Rule
	level Level
}{
	Customers: {
		{CodeEmpty, Must},
		{CodeDuplicate, Must},
		{CodeNotNumeric, Must},
		{CodeLeadingZero, Must},
		{CodeTooLong, Must},
		{CodeSpoilt, Must},
		{OtherCompany, Must},
		{OverwriteByID, Warn},
		{MergeByName, Warn},
		{IDInvalid, Warn},
		{IDDuplicate, Warn},
		{NameDuplicate, Warn},
		{NameTooLong, Warn},
		{OtherName, Warn},
		{Ambiguous, Warn},
		{NearName, Warn},
		{OnlyLeft, Info},
		{OnlyRight, Info},
		{IsBarred, Info},
	},
	Suppliers: {
		{CodeEmpty, Must},
		{CodeDuplicate, Must},
		{CodeNotNumeric, Must},
		{CodeLeadingZero, Must},
		{CodeTooLong, Must},
		{CodeSpoilt, Must},
		{OtherCompany, Must},
		{IDMissing, Must},
		{OverwriteByID, Warn},
		{MergeByName, Warn},
		{IDInvalid, Warn},
		{IDDuplicate, Warn},
		{NameDuplicate, Warn},
		{NameTooLong, Warn},
		{OtherName, Warn},
		{Ambiguous, Warn},
		{NearName, Warn},
		{OnlyLeft, Info},
		{OnlyRight, Info},
		{IsBarred, Info},
	},
	Products: {
		{CodeEmpty, Must},
		{CodeDuplicate, Must},
		{CodeTooLong, Must},
		{CodeSpoilt, Must},
		{OnlyLeft, Must},
		{OnlyRight, Must},
		{CodeCase, Must},
		{NameDiffers, Warn},
		{NameTooLong, Warn},
		{IsBarred, Info},
	},
}

// Rules are those of a register, in the order in which they are told: the most
// serious first.
func (k Kind) Rules() []Rule {
	rules := make([]Rule, len(levels[k]))
	for i := range rules {
		rules[i] = levels[k][i].rule
	}
	return rules
}

// Level is how serious a rule is in a register; "" where it is none of its.
func (k Kind) Level(r Rule) Level {
	for _, l := range levels[k] {
		if l.rule == r {
			return l.level
		}
	}
	return ""
}
