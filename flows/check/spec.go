// Package check holds what a step can have checked: each check's specification,
// which proves a procedure without running anything, and, as checks are built,
// the code that runs them. Every network client of Lotse lives here, so that
// one place decides what leaves the machine. It may import lotse/flows,
// flows/run and flows/register; never ui, storage or a database.
package check

import "lotse/flows"

// Specs lists the checks that a procedure may name, those included whose
// running part comes with a later version.
func Specs() []flows.CheckSpec {
	return []flows.CheckSpec{teccomToken(), teccomRelations()}
}

// teccomToken asks the identity provider of TecCom for a token with a client's
// id and secret. It proves the pair and the way to it, no assignment.
func teccomToken() flows.CheckSpec {
	return flows.CheckSpec{
		Name:  "teccom.token",
		Title: "TecCom accepts the client id and the secret",
		Inputs: []flows.Input{
			{Name: "client_id", Types: []flows.Type{flows.TypeCode, flows.TypeText}, Required: true},
			{Name: "client_secret", Types: []flows.Type{flows.TypeSecret}, Required: true},
			{Name: "token_url", Types: []flows.Type{flows.TypeURL}},
		},
		Findings: []string{
			"name_not_found", "not_reached", "timed_out", "certificate", "proxy",
			"refused", "clock", "server_error", "unreadable",
		},
	}
}

// teccomRelations looks for the business relation of every entry of a buyer
// grouping file.
func teccomRelations() flows.CheckSpec {
	return flows.CheckSpec{
		Name:  "teccom.relations",
		Title: "Every buyer grouping entry has its business relation",
		Inputs: []flows.Input{
			{Name: "buyer_grouping", Types: []flows.Type{flows.TypeFile}, Required: true},
			{Name: "relations", Types: []flows.Type{flows.TypeFile}, Required: true},
		},
		Findings: []string{"without_relation", "column_missing", "unreadable"},
	}
}
