package flows

// fewKeys are so many that they are found one by one.
const fewKeys = 16

// pairKeys finds the keys of a mapping while it is read.
type pairKeys struct{ places map[string]*Element }

// find is a key that the mapping has already; nil where it does not.
func (k *pairKeys) find(m *Element, text string) *Element {
	if len(m.Pairs) < fewKeys {
		for i := range m.Pairs {
			if m.Pairs[i].Key.Text == text {
				return m.Pairs[i].Key
			}
		}
		return nil
	}
	if k.places == nil {
		k.places = make(map[string]*Element, 4*fewKeys)
	}
	for i := len(k.places); i < len(m.Pairs); i++ {
		k.places[m.Pairs[i].Key.Text] = m.Pairs[i].Key
	}
	return k.places[text]
}
