package store

// Kinds of the tokens of a sign-in through a provider. What it ends with has the
// kind that the API gives it: oauth, discovery_oauth or sso.
const (
	TokenProviderFlow = "provider_flow" // the state of a sign-in under way
	TokenProviderCode = "provider_code" // what the provider sends back with a state
)
