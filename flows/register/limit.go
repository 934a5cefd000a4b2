package register

// The limits of a file, in bytes but for rows and columns. A list takes
// flows.MaxRows rows.
const (
	MaxFile     = 2 << 30
	MaxField    = 1 << 20
	MaxRecord   = 16 << 20
	MaxUnpacked = 200 << 20 // an XLSX, unpacked
	MaxColumns  = 16_384    // as many as a sheet has
	maxSheetRow = 1 << 20   // as many as a sheet has
	maxParts    = 4096      // files in the ZIP of an XLSX
	maxPart     = 16 << 20  // a part that says what the others are, unpacked
	maxToken    = 8 << 20   // a tag with its attributes, or a text with its escapes
)

// maxStrings is how many texts the cells of a workbook may share; tests make it
// small.
var maxStrings = 8 << 20

// maxLead is how far down the header row is looked for, in records.
const maxLead = 25

// maxTold bounds how many problems of one kind are told row by row; the rest
// is counted.
const maxTold = 1000
