package command

import (
	"context"
	"encoding/json"
	"errors"
	"path/filepath"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/file"
)

// fieldValue reads the answer of a field, as typed: a file is kept first.
func (c *call) fieldValue(ctx context.Context, it *flows.Item, at flows.Address, text string) (flows.Value, error) {
	switch it.Field.Type {
	case flows.TypeFile:
		if text == "" {
			return nil, nil
		}
		f, err := c.keep(ctx, text, it.Field.MaxFile())
		return "sha256:" + f.Sum + "/" + f.Name, err
	case flows.TypeChoices, flows.TypeEmails:
		if strings.HasPrefix(strings.TrimSpace(text), "[") {
			var values []string
			if err := json.Unmarshal([]byte(text), &values); err != nil {
				return nil, usage("cmd.values", "item", at, "why", err)
			}
			return values, nil
		}
	}
	return text, nil
}

// keep keeps a file of at most so many bytes as evidence.
func (c *call) keep(ctx context.Context, path string, most int64) (run.File, error) {
	a, err := c.open(ctx)
	if err != nil {
		return run.File{}, err
	}
	files, err := c.samples(ctx)
	if err != nil {
		return run.File{}, err
	}
	found := file.ResolvePath(files, path)
	f, err := file.Regular(found)
	switch {
	case errors.Is(err, flows.ErrUnreadable):
		return run.File{}, usage("cmd.not_kept", "file", path)
	case errors.Is(err, flows.ErrNotFound):
		return run.File{}, notFound("cmd.no_file", "file", path)
	case err != nil:
		return run.File{}, err
	}
	defer f.Close() //nolint:errcheck // only read
	return a.PutLarge(ctx, filepath.Base(path), most, f)
}
