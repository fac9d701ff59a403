package pictures_test

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"example.com/orgdeck/docs/pictures"
	"example.com/orgdeck/ui/uitest"
)

// TestPictures plays every scene. What it draws is what the files hold.
func TestPictures(t *testing.T) {
	demo := makeDemo(t)
	for _, s := range scenes() {
		t.Run(s.name, func(t *testing.T) {
			got := take(t, demo, s)
			if uitest.Kept(t, s.name+".svg", got) != got {
				t.Error("the console looks otherwise now: look at it, and run go generate ./docs/pictures")
			}
		})
	}
}

// TestEveryPictureIsUsed: each file is made by a scene, and shown in a page.
func TestEveryPictureIsUsed(t *testing.T) {
	made := map[string]bool{}
	for _, s := range scenes() {
		made[s.name+".svg"] = true
	}
	files, err := filepath.Glob("*.svg")
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(files, slices.Sorted(maps.Keys(made))) {
		t.Errorf("the files are %v; the scenes make %v", files, slices.Sorted(maps.Keys(made)))
	}
	pages, err := filepath.Glob("../*.md")
	if err != nil {
		t.Fatal(err)
	}
	var shown strings.Builder
	for _, page := range pages {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		shown.Write(text)
	}
	for _, file := range files {
		if !strings.Contains(shown.String(), "(pictures/"+file+")") {
			t.Errorf("no page shows %s", file)
		}
	}
}

func TestSVG(t *testing.T) {
	dark := "\x1b[1;38;2;1;2;3mAda\x1b[0m <b>│徐\n\x1b[7m▀\x1b[0m"
	light := "\x1b[1;38;2;250;2;3mAda\x1b[0m <b>│徐\n\x1b[7m▀\x1b[0m"
	svg, err := pictures.SVG(dark, light, 20)
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{
		`textLength="27" class="c0 b">Ada</text>`, `&lt;b&gt;</text>`, `<path d="M63 0m4.5 0v19"`, `<text x="72" y="14" textLength="18"`,
		`.c0{fill:#010203}`, `@media(prefers-color-scheme:light){.c0{fill:#fa0203}`, `<rect x="0" y="19" width="9" height="9"`,
	} {
		if !strings.Contains(svg, part) {
			t.Errorf("%s is not in\n%s", part, svg)
		}
	}
	if again, err := pictures.SVG(dark, light, 20); err != nil || again != svg {
		t.Error("the same screen makes another picture", err)
	}
	if _, err := pictures.SVG(dark, "Ada", 20); err == nil {
		t.Error("two screens make one picture")
	}
}
