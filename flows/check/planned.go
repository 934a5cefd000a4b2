package check

import "lotse/flows"

// planned are the checks whose running part comes with a later version.
func planned() []flows.CheckSpec {
	return []flows.CheckSpec{
		teccomRelations(), techdataCatalogue(),
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

// techdataCatalogue holds the product catalogue against the part numbers.
func techdataCatalogue() flows.CheckSpec {
	return flows.CheckSpec{
		Name:  "techdata.catalogue",
		Title: "Every product has its Tech Data SKU number",
		Inputs: []flows.Input{
			{Name: "catalogue", Types: []flows.Type{flows.TypeCode, flows.TypeText, flows.TypeFile}, Required: true, Many: true},
		},
		Findings: []string{"part_number_missing", "part_number_twice", "part_number_differs", "part_number_spoilt", "column_missing", "unreadable", "missing"},
	}
}
