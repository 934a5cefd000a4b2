package desk

// stretch is what of a page is in view, and by what that is decided: the focus,
// or a hand that scrolls.
type stretch struct {
	top    int            // first line that is drawn
	tops   map[[2]int]int // the same in windows of other sizes, since the last act
	follow bool           // the focus is kept in view; false after scrolling by hand
	fresh  bool           // nobody has acted on the step since it was opened
}

// follows keeps the focus in view from now on. Of a step that is come to nothing
// is scrolled away.
func (v *stretch) follows(fresh bool) {
	if fresh {
		v.top = 0
	}
	v.fresh, v.follow, v.tops = fresh, true, nil
}

// scrolled scrolls the page by hand.
func (v *stretch) scrolled(by int) {
	v.top = max(v.top+by, 0)
	v.fresh, v.follow, v.tops = false, false, nil
}

// resized puts the page where it stood when the window had this size before: who
// drags it there and back finds everything in its place.
func (v *stretch) resized(from, to [2]int) {
	if v.tops == nil {
		v.tops = map[[2]int]int{}
	}
	v.tops[from] = v.top
	if top, ok := v.tops[to]; ok {
		v.top = top
	}
}
