package desk

// viewport is the visible part of a page; it follows the focus, or scrolling
// by hand.
type viewport struct {
	top    int            // first line that is drawn
	tops   map[[2]int]int // the same in windows of other sizes, since the last act
	follow bool           // the focus is kept in view; false after scrolling by hand
	turned int            // how far the outline was scrolled by hand, until the next act
}

// followFocus keeps the focus in view from now on. A newly opened step is
// shown from its top.
func (v *viewport) followFocus(fresh bool) {
	if fresh {
		v.top = 0
	}
	v.follow, v.tops = true, nil
}

// scrollBy scrolls the page by hand.
func (v *viewport) scrollBy(by int) {
	v.top = max(v.top+by, 0)
	v.follow, v.tops = false, nil
}

// resize restores the position that the page had when the window last had this
// size: resizing there and back leaves everything in its place.
func (v *viewport) resize(from, to [2]int) {
	if v.tops == nil {
		v.tops = map[[2]int]int{}
	}
	v.tops[from] = v.top
	if top, ok := v.tops[to]; ok {
		v.top = top
	}
}
