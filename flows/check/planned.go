package check

import "lotse/flows"

// planned are the checks whose running part comes with a later version.
func planned() []flows.CheckSpec {
	return []flows.CheckSpec{
		teccomRelations(),
	}
}

var (
	addressTypes = []flows.Type{flows.TypeEmail}
	codeTypes    = []flows.Type{flows.TypeCode, flows.TypeText}
	urlTypes     = []flows.Type{flows.TypeURL}
	secretTypes  = []flows.Type{flows.TypeSecret}
	fileTypes    = []flows.Type{flows.TypeFile}
)

// teccomRelations looks for the business relation of every entry of a buyer
// grouping file.
func teccomRelations() flows.CheckSpec {
	return flows.CheckSpec{
		Name:  "teccom.relations",
		Title: "Every buyer grouping entry has its business relation",
		Inputs: []flows.Input{
			{Name: "buyer_grouping", Types: fileTypes, Required: true},
			{Name: "relations", Types: fileTypes, Required: true},
		},
		Findings: []string{"without_relation", "column_missing", "unreadable", "missing"},
	}
}
