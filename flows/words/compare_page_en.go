package words

// comparePageEnglish are the headings and labels of a comparison on paper.
func comparePageEnglish() table {
	return table{
		"compare.page.title": "Registers compared", "compare.page.customers": "Customers", "compare.page.suppliers": "Suppliers",
		"compare.page.products": "Products",
		"compare.page.none":     "no first synchronisation", "compare.page.netvisor_to_rackbeat": "first synchronisation from Netvisor to Rackbeat",
		"compare.page.rackbeat_to_netvisor": "first synchronisation from Rackbeat to Netvisor",
		"compare.page.left":                 "left", "compare.page.right": "right", "compare.page.rows": "rows", "compare.page.sheet": "sheet {sheet}",
		"compare.page.parted": "separated by {by}", "compare.page.from_system": "from the system itself",
		"compare.page.matched": "Matches", "compare.page.by_code": "by code", "compare.page.by_id": "by business ID",
		"compare.page.by_name": "by name",
		"compare.page.counts":  "Found", "compare.page.must": "must", "compare.page.warn": "warning", "compare.page.info": "to know",
		"compare.page.must_long": "Has to be fixed", "compare.page.warn_long": "Look at it", "compare.page.info_long": "To know",
		"compare.page.rule": "rule", "compare.page.level": "level", "compare.page.count": "count", "compare.page.nothing": "Nothing was found.",
		"compare.page.nothing_else": "Nothing by {n} other rules.",
		"compare.page.effect":       "If left", "compare.page.repair": "Repair", "compare.page.system": "system", "compare.page.row": "row",
		"compare.page.code": "code", "compare.page.name": "name", "compare.page.business_id": "business ID", "compare.page.barred": "barred",
		"compare.page.detail": "What was found",
		"compare.page.more":   "and {n} more", "compare.page.shown": "The first {n} of {all}. All of them: lotse compare with --out FILE.csv or FILE.xlsx.",
		"compare.page.all":      "All findings: add --out FILE.csv, FILE.xlsx or FILE.html.",
		"compare.page.findings": "Findings", "compare.page.sum": "SHA-256",
		"compare.page.unseen": "Not looked at", "compare.page.nothing_seen": "Nothing was found by the rules that ran.",
		"compare.page.no_column": "{system}: no column for {fields}.", "compare.page.not_run": "Rules that did not run, or not on both sides:",
		"compare.page.in_rows": "{field} in {n} {n:row|rows}", "compare.page.not_compared": "{system}: not compared: {fields}.",
		"compare.page.without": "without {missing}", "compare.page.idle": "not run",
		"compare.page.empty": "No rows on either side.",
	}
}
