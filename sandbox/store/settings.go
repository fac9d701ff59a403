package store

import "fmt"

// Names of settings.
const (
	SettingClockOffset = "clock_offset_seconds"
	SettingKeyCheck    = "encryption_key_check"
	SettingDataKey     = "encryption_key"
)

// Setting returns the value kept under name, "" when there is none.
func (t *Tx) Setting(name string) (string, error) {
	var value string
	if _, err := t.row("SELECT value FROM settings WHERE name = ?", []any{name}, &value); err != nil {
		return "", fmt.Errorf("read setting %s: %w", name, err)
	}
	return value, nil
}

// SetSetting keeps value under name.
func (t *Tx) SetSetting(name, value string) error {
	_, err := t.exec("INSERT INTO settings(name, value) VALUES (?, ?) ON CONFLICT(name) DO UPDATE SET value = excluded.value", name, value)
	if err != nil {
		return fmt.Errorf("write setting %s: %w", name, err)
	}
	return nil
}
