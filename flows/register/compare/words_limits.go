package compare

func (k Kind) limits() (code, name int) {
	if k == Products {
		return 25, 255
	}
	return 9, 250
}
