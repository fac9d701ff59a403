package keymap

// Dialogs.
const (
	FormSave       ID = "form.save"
	FormPreview    ID = "form.preview"
	FormNext       ID = "form.next"
	FormPrev       ID = "form.previous"
	FormCancel     ID = "form.cancel"
	ConfirmYes     ID = "confirm.yes"
	ConfirmNo      ID = "confirm.no"
	ConfirmPreview ID = "confirm.preview"
	ReviewSend     ID = "review.send"
	ReviewCancel   ID = "review.cancel"
	ReviewCurl     ID = "review.copy_curl"
	ReviewPreview  ID = "review.preview"
	ReviewTheirs   ID = "review.take_theirs"
	ReviewUp       ID = "review.up"
	ReviewDown     ID = "review.down"
	ProgressStop   ID = "progress.stop"
)

const (
	form     scope = "forms"
	confirm  scope = "questions"
	review   scope = "review of changes"
	progress scope = "progress"
)

func dialogsKeys() group {
	return group{
		screens: [][]scope{
			{form},
			{confirm},
			{review},
			{progress},
		},
		entries: []entry{
			on(FormSave, form, "save", "ctrl+s"),
			on(FormPreview, form, "dry run", "ctrl+d"),
			on(FormNext, form, "next field", "tab"),
			on(FormPrev, form, "previous field", "shift+tab"),
			on(FormCancel, form, "cancel", "esc"),
			on(ConfirmYes, confirm, "yes", "y"),
			on(ConfirmNo, confirm, "no", "n", "esc"),
			on(ConfirmPreview, confirm, "dry run", "ctrl+d"),
			on(ReviewSend, review, "send", "enter", "ctrl+s"),
			on(ReviewCancel, review, "back", "esc"),
			on(ReviewCurl, review, "copy as curl", "y"),
			on(ReviewPreview, review, "whole request", "ctrl+d"),
			on(ReviewTheirs, review, "take theirs", "ctrl+r"),
			on(ReviewUp, review, "up", "up", "k"),
			on(ReviewDown, review, "down", "down", "j"),
			on(ProgressStop, progress, "stop", "esc"),
		},
	}
}
