package flows

// Address is an address of the old version by the names of the new one; ok is false
// where that has no such place. What a form asks goes with what it asks about.
func (c *Comparison) Address(a Address) (now Address, ok bool) {
	if _, about, inForm := a.Form(); inForm {
		about, ok = c.Address(about)
		a.Step, a.Row = about.Step, about.String()
		return a, ok
	}
	if a.Item == "" {
		p := c.Step(a.Step)
		if p == nil || p.New == nil {
			return a, a.IsZero()
		}
		return AtStep(p.New.ID), true
	}
	p := c.pairAt(a)
	if p == nil || p.New == nil {
		return a, false
	}
	now = p.NewAt.In(a.Row, a.Column)
	if a.Column != "" {
		column := p.Column(a.Column)
		if column == nil || column.New == nil {
			return a, false
		}
		now.Column = column.New.ID
	}
	return now, true
}

// pairAt is the pair of the item at an address, which need not name the step.
func (c *Comparison) pairAt(a Address) *ItemPair {
	if a.Step != "" {
		return c.Item(a.Whole().String())
	}
	for i := range c.Old.Steps {
		step := &c.Old.Steps[i]
		if it := step.Item(a.Item); it != nil && (it.Field != nil || it.List != nil) {
			return c.Item(step.ID + "." + a.Item)
		}
	}
	return nil
}
