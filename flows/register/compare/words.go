package compare

// RuleTitle names a rule in a few words.
func RuleTitle(lang string, r Rule) string { return string(r) }

// Detail says in one sentence what was found, with both values.
func (p *Plan) Detail(lang string, f *Finding) string { return "" }

// Effect says what happens if nothing is done; the direction decides.
func (p *Plan) Effect(lang string, f *Finding) string { return "" }

// Repair says where it is put right: which screen of which system.
func (p *Plan) Repair(lang string, f *Finding) string { return "" }
