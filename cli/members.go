package cli

import (
	"context"
	"iter"
	"strings"

	"github.com/spf13/cobra"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/transfer"
)

// memberFlags are the flags that all commands on members share.
type memberFlags struct {
	orgs []string
	targetFlags
}

// membersCommand is orgdeck members.
func membersCommand(w World) *cobra.Command {
	var f memberFlags
	cmd := &cobra.Command{
		Use:     "members",
		Aliases: []string{"member"},
		Short:   "Find, make, invite, change and delete members; import and export them",
		Long: `Find, make, invite, change and delete members; import and export them.

--org is an id, a slug, an external id or a name. MEMBER is an id, an e-mail
address or an external id; an id needs no --org.`,
		Args: arguments(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	flags := cmd.PersistentFlags()
	flags.StringSliceVar(&f.orgs, "org", nil, "the `organization`, by id, slug, external id or name; search and export take several, and all without")
	f.registerOn(flags)
	_ = cmd.RegisterFlagCompletionFunc("org", func(cmd *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
		return organizationSlugs(cmd.Context(), w, &f.targetFlags, typed), cobra.ShellCompDirectiveNoFileComp
	})
	cmd.AddCommand(membersSearch(w, &f), membersGet(w, &f), membersCreate(w, &f), membersInvite(w, &f), membersUpdate(w, &f),
		membersDelete(w, &f), membersImport(w, &f), membersExport(w, &f))
	return cmd
}

// members is how members are written.
func members() listing[transfer.Member] {
	return listing[transfer.Member]{
		all:    transfer.MemberColumns(),
		usual:  []string{"email_address", "name", "status", "roles", "organization_name", "member_id"},
		object: func(m transfer.Member) any { return m.Member },
	}
}

// organization is the one that --org names.
func (f *memberFlags) organization(ctx context.Context, d *desk) (b2b.Organization, error) {
	if len(f.orgs) != 1 {
		return b2b.Organization{}, &usageError{"say with --org in which organization, and name one"}
	}
	return findOrganization(ctx, d.client(), f.orgs[0])
}

// member is the one that text names, beside its organization.
func (f *memberFlags) member(ctx context.Context, d *desk, text string) (transfer.Member, error) {
	if len(f.orgs) == 0 && api.Classify(text) == api.KindMember {
		found, err := d.client().Members.DangerouslyGet(ctx, text, b2b.DangerouslyGetMember{})
		if err != nil {
			return transfer.Member{}, err
		}
		return transfer.Member{Member: found.Member, Organization: found.Organization}, nil
	}
	org, err := f.organization(ctx, d)
	if err != nil {
		return transfer.Member{}, err
	}
	m, err := findMember(ctx, d.client(), org, text)
	return transfer.Member{Member: m, Organization: org}, err
}

// searchFlags say which members are meant.
type searchFlags struct {
	statuses []string
	filters  []string
}

func (f *searchFlags) register(cmd *cobra.Command) {
	cmd.Flags().StringSliceVar(&f.statuses, "status", nil, "only with these: "+strings.Join(b2b.MemberStatusValues(), ", ")+"; without, all but deleted")
	_ = cmd.RegisterFlagCompletionFunc("status", cobra.FixedCompletions(b2b.MemberStatusValues(), cobra.ShellCompDirectiveNoFileComp))
	registerFilters(cmd, &f.filters, b2b.MemberFilters)
}

// rows are the members that text and the flags find, in the organizations of
// --org, or in all.
func (f *searchFlags) rows(ctx context.Context, d *desk, in []string, text string) (iter.Seq2[transfer.Member, error], error) {
	and, err := parseFilters(f.filters, b2b.MemberFilters)
	if err != nil {
		return nil, err
	}
	if f.statuses != nil {
		and = append(and, api.Filter(b2b.FilterStatuses, f.statuses))
	}
	query, err := api.MemberQuery(text, and...)
	if err != nil {
		return nil, &usageError{err.Error()}
	}
	orgs, err := searchedOrganizations(ctx, d, in)
	if err != nil {
		return nil, err
	}
	ids := make([]string, 0, len(orgs))
	for id := range orgs {
		ids = append(ids, id)
	}
	return func(yield func(transfer.Member, error) bool) {
		if len(ids) == 0 {
			return
		}
		for m, err := range d.client().Members.All(ctx, b2b.SearchMembers{OrganizationIDs: ids, Query: query}) {
			if !yield(transfer.Member{Member: m, Organization: orgs[m.OrganizationID]}, err) {
				return
			}
		}
	}, nil
}

// searchedOrganizations are those that are named, by id, or all: the API searches
// for members only in organizations that are named.
func searchedOrganizations(ctx context.Context, d *desk, named []string) (map[string]b2b.Organization, error) {
	orgs := map[string]b2b.Organization{}
	for _, name := range named {
		org, err := findOrganization(ctx, d.client(), name)
		if err != nil {
			return nil, err
		}
		orgs[org.OrganizationID] = org
	}
	if named != nil {
		return orgs, nil
	}
	for org, err := range organizationRows(ctx, d.client(), "", nil) {
		if err != nil {
			return nil, err
		}
		orgs[org.OrganizationID] = org
	}
	return orgs, nil
}

func membersSearch(w World, f *memberFlags) *cobra.Command {
	var which searchFlags
	var pages pageFlags
	l := members()
	cmd := &cobra.Command{
		Use:     "search [TEXT]",
		Aliases: []string{"list"},
		Short:   "List members, or those whom TEXT finds by e-mail, phone or id",
		Example: `  orgdeck members search ada --org acme-robotics
  orgdeck members search --status invited,pending --all -o json`,
		Args: arguments(cobra.MaximumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			return f.with(cmd.Context(), w, func(d *desk) error {
				rows, err := which.rows(cmd.Context(), d, f.orgs, strings.Join(args, ""))
				if err != nil {
					return err
				}
				return list(d, &l, pages, rows)
			})
		},
	}
	l.register(cmd)
	pages.register(cmd)
	which.register(cmd)
	return cmd
}

func membersExport(w World, f *memberFlags) *cobra.Command {
	var which searchFlags
	l := members()
	cmd := &cobra.Command{
		Use:   "export [TEXT]",
		Short: "Write all members, or those whom TEXT finds, as CSV or JSON",
		Long: `Write all members, or those whom TEXT finds by e-mail, phone or id, page by page,
as CSV that "members import" takes, or as JSON. Cells that a spreadsheet would
take for a formula begin with a '.`,
		Example: "  orgdeck members export --org acme-robotics > members.csv",
		Args:    arguments(cobra.MaximumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			return f.with(cmd.Context(), w, func(d *desk) error {
				rows, err := which.rows(cmd.Context(), d, f.orgs, strings.Join(args, ""))
				if err != nil {
					return err
				}
				n, _, err := l.write(w.Out, rows, 0)
				if err == nil {
					d.say("Exported %s.", plural(n, "member"))
				}
				return err
			})
		},
	}
	l.register(cmd)
	l.format = "csv"
	cmd.Flags().Lookup("output").DefValue = "csv"
	which.register(cmd)
	return cmd
}

// memberKind is what the commands on members share.
func memberKind(w World, f *memberFlags) kind[b2b.Member, transfer.Member] {
	return kind[b2b.Member, transfer.Member]{
		world: w, to: &f.targetFlags, listing: members, find: f.member,
		row: func(known transfer.Member, answered b2b.Member) transfer.Member {
			return transfer.Member{Member: answered, Organization: known.Organization}
		},
		field: "member_id",
		name:  func(m transfer.Member) string { return m.EmailAddress },
	}
}

func membersGet(w World, f *memberFlags) *cobra.Command {
	return memberKind(w, f).getting(&cobra.Command{
		Use:     "get MEMBER",
		Short:   "Write one member",
		Example: "  orgdeck members get ada.lovelace@acme-robotics.example --org acme-robotics -o json",
	})
}

func membersCreate(w World, f *memberFlags) *cobra.Command {
	cmd := &cobra.Command{
		Use:     "create",
		Short:   "Make a member",
		Example: "  orgdeck members create --org acme-robotics --email-address new@acme-robotics.example --roles stytch_admin",
		Args:    arguments(cobra.NoArgs),
	}
	return sending(memberKind(w, f), cmd, fieldFlags{endpoint: b2b.OrganizationsMembersCreate},
		func(ctx context.Context, d *desk, _ []string, request b2b.CreateMember) (api.Change[b2b.Member], transfer.Member, error) {
			org, err := f.organization(ctx, d)
			return d.client().Members.Create(org.OrganizationID, request), transfer.Member{Organization: org}, err
		})
}

func membersInvite(w World, f *memberFlags) *cobra.Command {
	cmd := &cobra.Command{
		Use:     "invite EMAIL",
		Short:   "Mail somebody an invitation to an organization",
		Example: "  orgdeck members invite new@acme-robotics.example --org acme-robotics --locale fr --yes",
		Args:    arguments(cobra.ExactArgs(1)),
	}
	fields := fieldFlags{endpoint: b2b.MagicLinksEmailInvite, without: []string{"organization_id", "email_address"}}
	return sending(memberKind(w, f), cmd, fields,
		func(ctx context.Context, d *desk, args []string, request b2b.InviteEmailMagicLink) (change api.Change[b2b.Member], known transfer.Member, err error) {
			if known.Organization, err = f.organization(ctx, d); err != nil {
				return change, known, err
			}
			request.OrganizationID, request.EmailAddress = known.Organization.OrganizationID, args[0]
			return d.client().MagicLinks.Invite(request), known, checked(fields.endpoint, request)
		})
}

func membersUpdate(w World, f *memberFlags) *cobra.Command {
	cmd := &cobra.Command{
		Use:     "update MEMBER",
		Short:   "Change what the flags say of a member, and nothing else",
		Example: "  orgdeck members update ada.lovelace@acme-robotics.example --org acme-robotics --mfa-enrolled",
		Args:    arguments(cobra.ExactArgs(1)),
	}
	return sending(memberKind(w, f), cmd, fieldFlags{endpoint: b2b.OrganizationsMembersUpdate},
		func(ctx context.Context, d *desk, args []string, request b2b.UpdateMember) (api.Change[b2b.Member], transfer.Member, error) {
			m, err := f.member(ctx, d, args[0])
			return d.client().Members.Update(m.Member, request), m, err
		})
}

func membersDelete(w World, f *memberFlags) *cobra.Command {
	cmd := &cobra.Command{Use: "delete MEMBER", Short: "Delete a member; all sessions of the member end"}
	return memberKind(w, f).deleting(cmd, func(c *api.Client, m transfer.Member) api.Change[string] {
		return c.Members.Delete(m.Member)
	})
}
