package comparison

import _ "embed"

// style is how a page looks; its digest stands in the page's policy.
//
//go:embed style.css
var style string
