package command

import (
	"context"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"lotse/flows/document/schema"
)

// newSchema prints the schema of a kind of document, for an editor: JSON with and
// without --json.
func newSchema(c *call) *cobra.Command {
	cmd := c.newVerb("schema [DOCUMENT]", "cmd.short_schema", 0, 1, func(_ context.Context, args []string) error {
		kind := schema.Procedure
		if len(args) > 0 {
			kind = schema.Kind(args[0])
		}
		if !slices.Contains(schema.Kinds, kind) {
			return usage("cmd.schema_kind", "kind", short(string(kind)), "kinds", schema.Kinds)
		}
		doc, err := schema.Print(kind, c.Specs)
		if err != nil {
			return err
		}
		if _, err := c.out.Write(doc); err != nil {
			return fmt.Errorf("write the output: %w", err)
		}
		return nil
	})
	cmd.Long = c.text("cmd.long_schema")
	return cmd
}
