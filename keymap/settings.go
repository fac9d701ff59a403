package keymap

// Settings of an organization.
const (
	SettingsEdit    ID = "settings.edit"
	SettingsSave    ID = "settings.save"
	SettingsDiscard ID = "settings.discard"
	SettingsPreview ID = "settings.preview"
	SettingsDefault ID = "settings.default"
)

const (
	settings scope = "settings"
)

func settingsKeys() group {
	return group{
		screens: [][]scope{
			{global, tabs, settings},
		},
		entries: []entry{
			on(SettingsEdit, settings, "edit", "e"),
			on(SettingsSave, settings, "save", "ctrl+s"),
			on(SettingsDiscard, settings, "discard changes", "ctrl+r"),
			on(SettingsPreview, settings, "dry run", "ctrl+d"),
			on(SettingsDefault, settings, "back to the saved value", "backspace"),
		},
	}
}
