package pictures

import (
	"fmt"
	"slices"
	"strings"
)

// terminal holds the colours that a terminal has of its own.
type terminal struct{ text, faint, back string }

func onDark() terminal  { return terminal{text: "#d8dce4", faint: "#6b7280", back: "#0f1319"} }
func onLight() terminal { return terminal{text: "#1c2128", faint: "#8a929c", back: "#ffffff"} }

// ink is a colour: that on a dark terminal, and that on a light one.
type ink struct{ dark, light string }

// paper is what is behind everything.
func paper() ink { return ink{onDark().back, onLight().back} }

// inks are the colours of a picture, in the order in which they were used.
type inks struct{ used []ink }

// class is the style class that fills with a colour.
func (i *inks) class(of ink) string { return fmt.Sprintf("c%d", i.number(of)) }

// line is the style class that draws lines in a colour.
func (i *inks) line(of ink) string { return fmt.Sprintf("s%d", i.number(of)) }

func (i *inks) number(of ink) int {
	if n := slices.Index(i.used, of); n >= 0 {
		return n
	}
	i.used = append(i.used, of)
	return len(i.used) - 1
}

// style says what each class looks like.
func (i *inks) style() string {
	i.number(paper())
	var dark, light strings.Builder
	for n, of := range i.used {
		fmt.Fprintf(&dark, ".c%d{fill:%s}.s%d{stroke:%s}", n, of.dark, n, of.dark)
		fmt.Fprintf(&light, ".c%d{fill:%s}.s%d{stroke:%s}", n, of.light, n, of.light)
	}
	return `<style>` +
		`text{font:15px ui-monospace,"SF Mono",Menlo,Consolas,"DejaVu Sans Mono","Liberation Mono",monospace}` +
		`.b{font-weight:bold}.u{text-decoration:underline}.l{fill:none;stroke-width:1}rect{shape-rendering:crispEdges}` +
		dark.String() + `@media(prefers-color-scheme:light){` + light.String() + `}</style>` + "\n"
}
