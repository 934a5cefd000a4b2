package compare

import (
	"lotse/flows/register"
)

// rewritten is how codes were written for a spreadsheet.
type rewritten struct {
	rows            register.RowTally
	field           Field // where the first stands
	example, stands string
}

// rewrite reads what stands for another as that, where it is sure, and reports
// whether there was any.
func (r *Register) rewrite(l *layout, v *survey) bool {
	id, name := v.ids.Quoted(), v.names.Quoted()
	var sure []register.Form
	for f := range register.AllForms {
		if v.codes.Stand(f, l.of != Products) == register.Surely {
			sure = append(sure, f)
		}
	}
	if len(sure) == 0 && !id && !name && v.codes.Formulas+v.ids.Formulas+v.names.Formulas == 0 {
		return false
	}
	g := &r.normalized.rewritten
	inner := g.rows.N > 0 // within what was told already
	r.recode(func(c *Card) {
		was := *c
		c.Code = plainCode(c.Code, sure)
		c.ID, c.Name = plainText(c.ID, id), plainText(c.Name, name)
		if *c == was || inner {
			return
		}
		g.rows.Add(c.Row)
		if g.field == "" {
			g.field, g.example, g.stands = firstChange(&was, c)
		}
	})
	return true
}

func plainText(s string, quoted bool) string {
	s, _ = register.PlainFormula(s)
	if quoted {
		s, _ = register.WithoutApostrophe(s)
	}
	return s
}

func plainCode(code string, sure []register.Form) string {
	code, _ = register.PlainFormula(code)
	for _, f := range sure {
		code, _ = f.Plain(code)
	}
	return code
}

// firstChange is where a card changed first, and how.
func firstChange(was, c *Card) (f Field, example, stands string) {
	switch {
	case was.Code != c.Code:
		return Code, was.Code, c.Code
	case was.ID != c.ID:
		return BusinessID, was.ID, c.ID
	}
	return Name, was.Name, c.Name
}
