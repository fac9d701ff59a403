package views

import "example.com/orgdeck/ui"

// newSandbox shows what a sandbox has beside the API, as tabs.
func newSandbox(env *Env) ui.View {
	return ui.NewTabs(func() string { return "Sandbox" },
		ui.Tab{Name: "Outbox", Open: func() ui.View { return newOutbox(env) }},
		ui.Tab{Name: "Clock", Open: func() ui.View { return &sandboxClock{env: env} }},
		ui.Tab{Name: "Faults", Open: func() ui.View { return newFaults(env) }},
		ui.Tab{Name: "Data", Open: func() ui.View { return newSandboxData(env) }},
	)
}
