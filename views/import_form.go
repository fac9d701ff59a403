package views

import (
	"context"
	"errors"
	"path/filepath"
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/huh"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/transfer"
	"example.com/orgdeck/ui"
)

// importValues are what the form of an import asks for.
type importValues struct {
	file    string
	results string // where they go; "" for beside the file
	invite  bool
	locale  string // of the invitations; "" for the project's own
	rate    string // writes in a second; "" for the program's own pace
}

// noImports says why nobody can be imported into org; "" when somebody can.
func noImports(org *b2b.Organization) string {
	if org == nil {
		return "Open an organization first: members are imported into one."
	}
	return ""
}

// importFile asks for a file of members, and shows what would become of it.
func (v *members) importFile() tea.Cmd {
	org := *v.org
	values, path := importValues{}, newPathField(v.list.ctx, "file", "File")
	path.Value(&values.file).Placeholder("members.csv").CharLimit(1024).Validate(checkFileName)
	results := newPathField(v.list.ctx, resultsField, "Results")
	results.Value(&values.results).Placeholder("beside the file").CharLimit(1024)
	return ui.Open(&ui.Form[*transfer.Sheet]{
		Name: "Import members into " + org.OrganizationName,
		Verb: "read it",
		Groups: func() []ui.FormGroup {
			return []ui.FormGroup{{Fields: values.fields(org, path, results, v.env.pathHelp())}}
		},
		FieldOf: importField,
		Send:    values.reading,
		Done: func(sheet *transfer.Sheet) tea.Cmd {
			to := values.destination(v.env.API, org)
			return ui.Push(newImport(v.env, homePath(values.file), values.resultPath(), sheet, to, v.list.reload))
		},
	})
}

func (v *importValues) fields(org b2b.Organization, path, results *pathField, help string) []ui.FormField {
	notInvited := func() bool { return !v.invite }
	return []ui.FormField{
		{
			Field: path,
			Help: "A CSV file. Its first line names the columns: email_address, and what else there is of " +
				strings.Join(transfer.SheetColumns()[1:4], ", ") + ", …" + help,
		},
		{
			Field: huh.NewSelect[bool]().Key("how").Title("How").Inline(true).Value(&v.invite).Options(
				huh.NewOption("create them at once, without a mail", false), huh.NewOption("mail each an invitation", true)).
				Validate(func(invite bool) error {
					if invite && noInvites(&org) != "" {
						return errors.New(noInvites(&org))
					}
					return nil
				}),
			Help: "Nothing is sent before you have seen what becomes of each row.",
		},
		{
			Field: huh.NewSelect[string]().Key("locale").Title("Language").Inline(true).Value(&v.locale).Options(localeOptions()...),
			Help:  "Of the mails.", Hidden: notInvited,
		},
		{
			Field: huh.NewSelect[string]().Key("rate").Title("Pace").Inline(true).Value(&v.rate).Options(
				huh.NewOption("as fast as the API lets orgdeck", ""), huh.NewOption("10 a second at most", "10"),
				huh.NewOption("5 a second at most", "5"), huh.NewOption("1 a second at most", "1")),
			Help: "A slower pace leaves room for what else uses the API.",
		},
		{
			Field: results,
			Help:  "The file that tells what came of each row. While the import is under way, its record is kept beside it.",
		},
	}
}

// reading reads the file; the server hears nothing of it yet.
func (v *importValues) reading() ui.Write[*transfer.Sheet] {
	path, results := homePath(v.file), v.resultPath()
	return ui.Write[*transfer.Sheet]{
		Summary: "Read " + filepath.Base(path) + " and look up who is there already. Nothing is changed by it.",
		Method:  b2b.OrganizationsMembersSearch.Method, Path: b2b.OrganizationsMembersSearch.Path,
		Do: func(context.Context) (*transfer.Sheet, error) {
			sheet, err := openSheet(path)
			if err != nil {
				return nil, err
			}
			return sheet, checkResults(results)
		},
	}
}

// openSheet reads a file of members. What is wrong with it is told in words that
// can stand below its name.
func openSheet(path string) (*transfer.Sheet, error) {
	if err := checkFile(path); err != nil {
		return nil, err
	}
	sheet, err := transfer.OpenSheet(path)
	switch broken, is := errors.AsType[*transfer.SheetError](err); {
	case is:
		return nil, broken
	case err != nil:
		return nil, errors.New("the file cannot be read: " + reasonOf(err))
	case len(sheet.Rows) == 0:
		return nil, errors.New("the file has no members: nothing follows its first line")
	}
	return sheet, nil
}

func (v *importValues) destination(client *api.Client, org b2b.Organization) transfer.Import {
	to := transfer.Import{Client: client, Organization: org}
	to.PerSecond, _ = strconv.ParseFloat(v.rate, 64) // "" is 0, which leaves it to the client
	if v.invite {
		to.Invite = &b2b.InviteEmailMagicLink{Locale: filled(v.locale)}
	}
	return to
}
