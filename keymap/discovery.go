package keymap

// Signing in by discovery.
const (
	DiscoverySection ID = "nav.discovery"
	DiscoveryTake    ID = "discovery.take_from_outbox"
	DiscoveryAgain   ID = "discovery.send_again"
	DiscoveryCreate  ID = "discovery.create_organization"
	DiscoveryRevoke  ID = "discovery.end_session"
	DiscoveryRestart ID = "discovery.start_again"
)

const (
	discovery      scope = "discovery"
	discoveryFound scope = "organizations found"
	discoveryIn    scope = "signed in"
)

func discoveryKeys() group {
	return group{
		screens: [][]scope{
			{form, discovery},
			{global, list, discoveryFound},
			{global, discoveryIn},
		},
		entries: []entry{
			on(DiscoverySection, global, "discovery", "3"),
			on(DiscoveryTake, discovery, "take it from the outbox", "ctrl+o"),
			on(DiscoveryAgain, discovery, "send it again", "ctrl+n"),
			on(DiscoveryCreate, discoveryFound, "new organization", "n"),
			on(DiscoveryRevoke, discoveryIn, "end the session", "d"),
			on(DiscoveryRestart, discoveryIn, "sign in again", "n"),
		},
		shared: []also{
			{SessionJWT, discoveryIn},
		},
	}
}
