package keymap

// The sandbox.
const (
	SandboxSection ID = "nav.sandbox"
	OutboxUse      ID = "outbox.use"
	OutboxClear    ID = "outbox.clear"
	ClockAdvance   ID = "clock.advance"
	ClockReset     ID = "clock.reset"
	FaultNew       ID = "fault.new"
	FaultClear     ID = "fault.clear"
	FaultClearAll  ID = "fault.clear_all"
	StateImport    ID = "state.import"
	DataReset      ID = "data.reset"
)

const (
	outbox    scope = "outbox"
	clock     scope = "clock"
	faults    scope = "faults"
	stateData scope = "sandbox data"
)

func sandboxKeys() group {
	return group{
		screens: [][]scope{
			{global, tabs, list, outbox},
			{global, tabs, clock},
			{global, tabs, list, faults},
			{global, tabs, stateData},
		},
		entries: []entry{
			on(SandboxSection, global, "sandbox", "6"),
			on(OutboxUse, outbox, "use", "o"),
			on(OutboxClear, outbox, "clear the outbox", "X"),
			on(ClockAdvance, clock, "jump", "+"),
			on(ClockReset, clock, "back to the real time", "0"),
			on(FaultNew, faults, "new fault", "n"),
			on(FaultClear, faults, "clear", "d"),
			on(FaultClearAll, faults, "clear all", "X"),
			on(StateImport, stateData, "import a state", "I"),
			on(DataReset, stateData, "empty the sandbox", "D"),
		},
		shared: []also{
			{Export, stateData},
		},
	}
}
