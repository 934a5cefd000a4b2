package storetest

import (
	"testing"

	"lotse/flows"
)

// testPages: an address belongs to one customer and one system, the last one that
// was said counts, and all go with the customer, from backups too.
func testPages(t *testing.T, a *store) {
	muster, other := customer(t, a, "Muster GmbH"), customer(t, a, "Beispiel Oy")
	ok(t, a.SetPage(ctx, muster.ID, "Work 365", "https://old.example/"))
	ok(t, a.SetPage(ctx, muster.ID, "Work 365", "https://muster.example/work"))
	ok(t, a.SetPage(ctx, muster.ID, "Sage Portal", "https://sage.example/"))
	ok(t, a.SetPage(ctx, other.ID, "Work 365", "https://beispiel.example/"))
	pages := func(id string) map[string]string {
		t.Helper()
		all, err := a.Pages(ctx, id)
		ok(t, err)
		return all
	}
	same(t, "of the customer", pages(muster.ID), map[string]string{"Work 365": "https://muster.example/work", "Sage Portal": "https://sage.example/"})
	ok(t, a.SetPage(ctx, muster.ID, "Sage Portal", ""))
	ok(t, a.SetPage(ctx, muster.ID, "Sage Portal", ""))
	same(t, "after one is removed", pages(muster.ID), map[string]string{"Work 365": "https://muster.example/work"})
	same(t, "of nobody", pages("nobody"), map[string]string{})
	is(t, a.SetPage(ctx, "nobody", "Work 365", "https://nobody.example/"), flows.ErrNotFound)

	backup, ours := a.backup(t)
	ok(t, a.DeleteCustomer(ctx, muster.ID))
	same(t, "after the customer is deleted", pages(muster.ID), map[string]string{})
	same(t, "of the other", pages(other.ID), map[string]string{"Work 365": "https://beispiel.example/"})
	if !ours {
		return
	}
	_, err := a.replace(t, backup)
	ok(t, err)
	same(t, "in the backup of the deleted customer", pages(muster.ID), map[string]string{})
	same(t, "in the backup of the other", pages(other.ID), map[string]string{"Work 365": "https://beispiel.example/"})
}
