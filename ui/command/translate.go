package command

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"lotse/flows"
	"lotse/ui/file"
	"lotse/ui/outside"
)

// translateOptions are the options of translate.
type translateOptions struct {
	*call
	file  string
	write bool
}

func newTranslate(c *call) *cobra.Command {
	o := &translateOptions{call: c}
	cmd := c.newVerb("translate FILE|FOLDER LANGUAGE", "cmd.short_translate", 2, 2, o.run)
	cmd.Long = c.text("cmd.long_translate")
	cmd.Example = "lotse translate sender.yaml fi\nlotse translate sender.yaml fi --write\nlotse translate ./procedures fi --write"
	cmd.Flags().StringVarP(&o.file, "output", "o", "", c.text("cmd.flag_output_new"))
	cmd.Flags().BoolVar(&o.write, "write", false, c.text("cmd.flag_translate_write"))
	return cmd
}

// translateShape is what translate prints; the overlay is there where it was written
// into no file.
type translateShape struct {
	Version   int    `json:"version"`
	Procedure string `json:"procedure"`
	Lang      string `json:"lang"`
	File      string `json:"file"`
	Fresh     int    `json:"fresh"`
	Stale     int    `json:"stale"`
	Missing   int    `json:"missing"`
	Gone      int    `json:"gone"`
	Text      string `json:"text"`
}

func (translateShape) lines(*sheet) {}

// translationsShape is what translate prints of a folder with several procedures.
type translationsShape struct {
	Version      int              `json:"version"`
	Translations []translateShape `json:"translations"`
}

func (translationsShape) lines(*sheet) {}

// translated is the overlay of a procedure's file.
type translated struct {
	*flows.Translation
	of string // the path of the file
}

// run writes the overlays of what is named, and says what is to be done in them. All
// are made before one is written.
func (o *translateOptions) run(_ context.Context, args []string) error {
	if o.write && o.file != "" {
		return usage("cmd.translate_both")
	}
	files, err := o.files(args[0])
	if err != nil {
		return err
	}
	if len(files) > 1 && !o.write && (o.file != "" || !o.flags.json) {
		return usage("cmd.translate_several", "folder", short(args[0]), "n", len(files))
	}
	var all []translated
	for _, path := range files {
		dir, name := filepath.Split(path)
		t, err := flows.Translate(file.Folder(filepath.Clean(dir+".")), name, args[1])
		if err != nil {
			return err
		}
		all = append(all, translated{t, path})
	}
	shape := translationsShape{Version: 1}
	for _, t := range all {
		one, err := o.put(t)
		if err != nil {
			return err
		}
		shape.Translations = append(shape.Translations, one)
	}
	if len(all) == 1 {
		return o.print(shape.Translations[0])
	}
	return o.print(shape)
}

// files are the procedures' files at a path: the file, or those of a folder or of the
// pack whose manifest it is.
func (o *translateOptions) files(path string) ([]string, error) {
	if info, err := os.Stat(path); err != nil || !info.IsDir() && filepath.Base(path) != flows.ManifestFile {
		return []string{path}, o.there(path)
	}
	if !file.IsPath(path) {
		path = "." + string(filepath.Separator) + path
	}
	documents, err := outside.Procedures(o.Library, path)
	if err != nil {
		return nil, err
	}
	var files []string
	for _, d := range documents {
		files = append(files, filepath.Join(d.Dir, d.Name))
	}
	return files, nil
}

// there refuses what is no file.
func (o *translateOptions) there(path string) error {
	f, err := file.Regular(path)
	if errors.Is(err, flows.ErrNotFound) {
		return notFound("cmd.no_file", "file", path)
	}
	if err != nil {
		return err
	}
	return f.Close() // the folder is read
}

// put writes the overlay to where it was asked for.
func (o *translateOptions) put(t translated) (s translateShape, err error) {
	s = translateShape{Version: 1, Procedure: t.Procedure, Lang: t.Lang, Fresh: t.Fresh, Stale: t.Stale, Missing: t.Missing, Gone: t.Gone}
	switch {
	case o.write:
		s.File = filepath.Join(filepath.Dir(t.of), t.File)
		err = outside.Rewrite(s.File, t.of, t.Text)
	case o.file != "":
		s.File = o.file
		err = outside.WriteNew(o.file, t.Text)
	case o.flags.json:
		s.Text = t.Text
	default:
		_, err = io.WriteString(o.out, t.Text)
	}
	if err != nil {
		return s, err
	}
	if s.File != "" {
		o.talk("cmd.written", "file", s.File)
	}
	o.talk("cmd.translated", "fresh", t.Fresh, "stale", t.Stale, "missing", t.Missing, "gone", t.Gone)
	return s, nil
}
