package api

import (
	"strings"

	"example.com/orgdeck/api/b2b"
)

// doing says what a call of e is for: "search members".
func doing(e b2b.Endpoint) string {
	if e.Resource == "" {
		return e.Method + " " + e.Path
	}
	things := e.Resource[strings.LastIndexByte(e.Resource, '.')+1:]
	return Label(e.Operation) + " " + Label(things)
}
