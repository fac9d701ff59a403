//go:build !race

package views_test

// underRace reports that the race detector is on, which makes everything slow.
const underRace = false
