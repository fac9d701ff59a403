package views

import "example.com/orgdeck/ui"

// sandboxTabs are what a sandbox has beside the API.
func sandboxTabs(env *Env) []ui.Tab {
	return []ui.Tab{
		{Name: "Outbox", Open: func() ui.View { return newOutbox(env) }},
		{Name: "Clock", Open: func() ui.View { return &sandboxClock{env: env} }},
		{Name: "Faults", Open: func() ui.View { return newFaults(env) }},
		{Name: "Data", Open: func() ui.View { return newSandboxData(env) }},
	}
}
