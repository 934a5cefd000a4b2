//go:build campaign && unix

package journey

import "testing"

// TestStoryInEveryFace is TestStory in all faces, where each command is a start of the
// program, and TestStoryOfAPack in the face of line mode that it left out.
func TestStoryInEveryFace(t *testing.T) {
	t.Parallel()
	all, err := stories("testdata/stories")
	if err != nil || len(all) == 0 {
		t.Fatalf("%d stories, %v", len(all), err)
	}
	shared, err := packs()
	if err != nil || len(shared) == 0 {
		t.Fatalf("%d packs, %v", len(shared), err)
	}
	for _, p := range shared {
		told, err := p.stories()
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, told...)
	}
	for _, s := range all {
		s.starts = true
		name := s.Name
		if s.of != nil {
			name = s.of.name + "/" + name
		}
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s.play(t, faces)
		})
	}
}
