package views_test

import (
	"fmt"
	"net/http"
	"testing"
)

// Each tab of connections as it looks: loading, empty, with data and failed.
func TestConnections_howTheTabsLook(t *testing.T) {
	const acme, juniper = "acme", "juniper"
	sso, scim := "/v1/b2b/sso/", "/v1/b2b/scim/"
	for _, size := range [][2]int{{80, 24}, {120, 36}, {40, 12}} {
		at := fmt.Sprintf("%dx%d", size[0], size[1])
		for _, tt := range []struct{ name, org, tab, broken string }{
			{"sso", acme, "SSO", ""}, {"sso-empty", juniper, "SSO", ""}, {"sso-failed", acme, "SSO", sso},
			{"scim", acme, "SCIM", ""}, {"scim-empty", juniper, "SCIM", ""}, {"scim-failed", acme, "SCIM", scim},
		} {
			t.Run(tt.name+"-"+at, func(t *testing.T) {
				inConsole(t, 120, 36, func(c *console) {
					c.search(tt.org)
					c.Press("enter", "enter")
					if tt.broken != "" {
						c.faults.fail(http.MethodGet, tt.broken, http.StatusInternalServerError)
					}
					c.walkTo(tt.tab)
					c.Wait(minute)
					c.Resize(size[0], size[1])
					c.Golden(c.t, tt.name+"-"+at)
				})
			})
		}
	}
}

func TestConnections_howPagesLook(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 36}} {
		at := fmt.Sprintf("%dx%d", size[0], size[1])
		t.Run(at, func(t *testing.T) {
			inConsole(t, size[0], size[1], func(c *console) {
				c.Press("enter")
				c.walkTo("SSO")
				c.Press("enter")
				c.Golden(c.t, "sso-connection-"+at)
				c.Press("e")
				c.Golden(c.t, "sso-edit-"+at)
				c.Press("esc", "esc")
				c.Press("esc")
			})
			inConsole(t, size[0], size[1], func(c *console) {
				c.Press("m")
				c.search(ada)
				c.Press("enter", "enter")
				c.walkTo("Connections")
				c.Golden(c.t, "connections-"+at)
			})
		})
	}
}
