package register

import (
	"archive/zip"
	"errors"
	"path"
	"strings"
)

// Where the parts of a workbook stand if nothing says otherwise.
const (
	rootRelations = "_rels/.rels"
	workbookPart  = "xl/workbook.xml"
	stringsPart   = "sharedStrings.xml" // beside the workbook
	stylesPart    = "styles.xml"        // as well
)

// relation is what a part says of another (ECMA-376 part 2, 9.3).
type relation struct {
	id     string
	kind   string // the last word of its type, which is the same in both editions
	target string // a part's name
}

// relationsOf are those of a part, "" for the package's; none where it has no
// relations.
func relationsOf(z *zip.Reader, part string) ([]relation, error) {
	at := rootRelations
	if part != "" {
		at = path.Join(path.Dir(part), "_rels", path.Base(part)+".rels")
	}
	if findPart(z, at) == nil {
		return nil, nil
	}
	var relations struct {
		All []struct {
			ID     string `xml:"Id,attr"`
			Type   string `xml:"Type,attr"`
			Target string `xml:"Target,attr"`
			Mode   string `xml:"TargetMode,attr"`
		} `xml:"Relationship"`
	}
	if err := decodePart(z, at, &relations); err != nil {
		return nil, broken(err)
	}
	var all []relation
	for _, r := range relations.All {
		if r.Mode != "External" {
			all = append(all, relation{r.ID, r.Type[strings.LastIndexByte(r.Type, '/')+1:], partPath(path.Dir(part), r.Target)})
		}
	}
	return all, nil
}

// partPath resolves a relationship's target, which is seen from a folder.
func partPath(folder, target string) string {
	target = strings.ReplaceAll(target, `\`, "/")
	if strings.HasPrefix(target, "/") {
		return strings.TrimPrefix(path.Clean(target), "/")
	}
	return path.Join(folder, target)
}

// workbookOf is the part that is the workbook: the one that the package names,
// else the one that nearly all have. It is "" where there is none.
func workbookOf(z *zip.Reader) (string, error) {
	all, err := relationsOf(z, "")
	if err != nil {
		return "", err
	}
	for _, r := range append(all, relation{kind: "officeDocument", target: workbookPart}) {
		if r.kind == "officeDocument" && findPart(z, r.target) != nil && !isOfficeText(r.target) {
			return r.target, nil
		}
	}
	return "", nil
}

// isOfficeText reports whether an office document is a text or slides.
func isOfficeText(part string) bool {
	part = strings.ToLower(part)
	return strings.HasPrefix(part, "word/") || strings.HasPrefix(part, "ppt/")
}

// sheet is a sheet of a workbook.
type sheet struct {
	name   string
	part   string
	hidden bool
}

// parts are those of a workbook that are read.
type parts struct {
	sheets          []sheet // in their order; charts and macros are none
	strings, styles string
	dates1904       bool // from which year the workbook counts its days
}

// partsOf reads which sheets there are, and where (ECMA-376 part 1, 18.2).
func partsOf(z *zip.Reader, workbook string) (p parts, err error) {
	var book struct {
		Properties struct {
			Dates1904 bool `xml:"date1904,attr"`
		} `xml:"workbookPr"`
		Sheets []struct {
			Name  string `xml:"name,attr"`
			State string `xml:"state,attr"`
			ID    string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
			ID2   string `xml:"http://purl.oclc.org/ooxml/officeDocument/relationships id,attr"`
		} `xml:"sheets>sheet"`
	}
	relations, err := relationsOf(z, workbook)
	if err = errors.Join(err, decodePart(z, workbook, &book)); err != nil {
		return p, broken(err)
	}
	p.strings, p.styles, p.dates1904 = path.Join(path.Dir(workbook), stringsPart), path.Join(path.Dir(workbook), stylesPart), book.Properties.Dates1904
	at := map[string]string{}
	for _, r := range relations {
		switch r.kind {
		case "worksheet":
			at[r.id] = r.target
		case "sharedStrings":
			p.strings = r.target
		case "styles":
			p.styles = r.target
		}
	}
	for _, s := range book.Sheets {
		if part, ok := at[s.ID+s.ID2]; ok {
			p.sheets = append(p.sheets, sheet{s.Name, part, s.State != "" && s.State != "visible"})
		}
	}
	if len(p.sheets) == 0 {
		return p, unreadable(0, 0, "register.no_sheets")
	}
	return p, nil
}
