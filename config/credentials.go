package config

import (
	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
)

// Lookup finds a variable of the environment, as os.LookupEnv does.
type Lookup func(name string) (value string, ok bool)

// Credentials returns what the environment says of the project to work on, and
// whether it says anything. They are as they stand: api.New judges them. baseURL
// is where the project is asked when the environment names no address.
func Credentials(lookup Lookup, baseURL string) (c api.Config, ok bool) {
	get := func(name string) string {
		value, _ := lookup(name)
		return value
	}
	c = api.Config{
		ProjectID: get(api.EnvProjectID),
		Secret:    b2b.Secret(get(api.EnvSecret)),
		BaseURL:   get(api.EnvBaseURL),
	}
	ok = c != api.Config{}
	if c.BaseURL == "" {
		c.BaseURL = baseURL
	}
	return c, ok
}
