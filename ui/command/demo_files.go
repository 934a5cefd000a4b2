package command

import (
	"embed"

	"lotse/flows/register/compare"
	"lotse/flows/register/sample"
)

// demoData are the samples and the files for their lists.
//
//go:embed demo
var demoData embed.FS

// demoLists is where the files for lists are in demoData.
const demoLists = "demo/files"

// sampleFiles are the sample files by their names: those for lists, and of each
// register the pair that hits every rule, as Netvisor and Rackbeat write it.
func sampleFiles() (map[string][]byte, error) {
	lists, err := demoData.ReadDir(demoLists)
	if err != nil {
		return nil, err
	}
	files := map[string][]byte{}
	for _, f := range lists {
		if files[f.Name()], err = demoData.ReadFile(demoLists + "/" + f.Name()); err != nil {
			return nil, err
		}
	}
	for _, k := range compare.Kinds() {
		p := sample.Demo(k)
		files[sampleName(compare.Netvisor, k)], files[sampleName(compare.Rackbeat, k)] = p.Netvisor, p.Rackbeat
	}
	return files, nil
}

// sampleName is the name of a register's sample file, after the field that it is
// for.
func sampleName(s compare.System, k compare.Kind) string {
	return string(s) + "_" + string(k) + ".csv"
}
