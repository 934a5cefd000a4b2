package shelf

import "lotse/flows"

// Folders are the packs on the shelf as a library takes procedures from them: all by
// name, or that of a name, or none. One that is damaged says why.
func (s *Shelf) Folders(name string) []flows.Folder {
	if name != "" {
		if !s.Has(name) {
			return nil
		}
		return []flows.Folder{s.kept(name).folder()}
	}
	all, err := s.List()
	if err != nil {
		return []flows.Folder{{Provenance: flows.Provenance{Pack: Folder}, Err: err}}
	}
	folders := make([]flows.Folder, len(all))
	for i := range all {
		folders[i] = all[i].folder()
	}
	return folders
}

func (k Kept) folder() flows.Folder {
	if k.Err != nil {
		return flows.Folder{Provenance: flows.Provenance{Pack: k.Name}, Err: k.Err}
	}
	return flows.Folder{Provenance: flows.Provenance{Pack: k.Name, Version: k.Pack.Version, Digest: k.Pack.Digest}, FS: k.Pack.FS}
}
