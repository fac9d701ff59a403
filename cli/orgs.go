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

// orgsCommand is orgdeck orgs.
func orgsCommand(w World) *cobra.Command {
	var to targetFlags
	cmd := &cobra.Command{
		Use:     "orgs",
		Aliases: []string{"organizations", "org"},
		Short:   "List, make, change and delete organizations",
		Long: `List, make, change and delete organizations.

ORG is an id, a slug, an external id or a name.`,
		Args: arguments(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	to.registerOn(cmd.PersistentFlags())
	cmd.AddCommand(orgsList(w, &to), orgsGet(w, &to), orgsCreate(w, &to), orgsUpdate(w, &to), orgsDelete(w, &to))
	return cmd
}

// organizations is how organizations are written.
func organizations() listing[b2b.Organization] {
	return listing[b2b.Organization]{
		all:    transfer.OrganizationColumns(),
		usual:  []string{"organization_name", "organization_slug", "organization_id", "mfa_policy", "auth_methods"},
		object: func(o b2b.Organization) any { return o },
	}
}

// pageFlags say how much of a search is written.
type pageFlags struct {
	limit int
	all   bool
}

func (f *pageFlags) register(cmd *cobra.Command) {
	cmd.Flags().IntVar(&f.limit, "limit", outputBatch, "write this many at most")
	cmd.Flags().BoolVar(&f.all, "all", false, "write all, page by page")
}

func (f *pageFlags) most() (int, error) {
	switch {
	case f.all:
		return 0, nil
	case f.limit < 1:
		return 0, &usageError{"--limit has to be 1 or more; --all writes all"}
	}
	return f.limit, nil
}

func orgsList(w World, to *targetFlags) *cobra.Command {
	var pages pageFlags
	var filters []string
	l := organizations()
	cmd := &cobra.Command{
		Use:   "list [TEXT]",
		Short: "List organizations, or those that TEXT finds",
		Example: `  orgdeck orgs list robotics
  orgdeck orgs list --all -o csv > organizations.csv
  orgdeck orgs list --filter has_active_sso_connection=true -o json`,
		Args: arguments(cobra.MaximumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			return to.with(cmd.Context(), w, func(d *desk) error {
				and, err := parseFilters(filters, b2b.OrganizationFilters)
				if err != nil {
					return err
				}
				return list(d, &l, pages, organizationRows(cmd.Context(), d.client(), strings.Join(args, ""), and))
			})
		},
	}
	l.register(cmd)
	pages.register(cmd)
	registerFilters(cmd, &filters, b2b.OrganizationFilters)
	return cmd
}

// organizationRows are the organizations that text and the filters find.
func organizationRows(ctx context.Context, c *api.Client, text string, and []b2b.SearchOperand) iter.Seq2[b2b.Organization, error] {
	query, err := api.OrganizationQuery(text, and...)
	if err != nil {
		return failing[b2b.Organization](&usageError{err.Error()})
	}
	return c.Organizations.All(ctx, b2b.SearchOrganizations{Query: query})
}

// failing is a walk that ends before it begins.
func failing[T any](err error) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var zero T
		yield(zero, err)
	}
}

// list writes rows, and says when there are more.
func list[T any](d *desk, l *listing[T], pages pageFlags, rows iter.Seq2[T, error]) error {
	most, err := pages.most()
	if err != nil {
		return err
	}
	n, more, err := l.write(d.world.Out, rows, most)
	if err == nil && more {
		d.say("These are the first %d; there are more: --all writes all.", n)
	}
	if err == nil && n == 0 && l.format == "table" {
		d.say("Nothing was found.")
	}
	return err
}

// organizationKind is what the commands on organizations share.
func organizationKind(w World, to *targetFlags) kind[b2b.Organization, b2b.Organization] {
	return kind[b2b.Organization, b2b.Organization]{
		world: w, to: to, complete: completeOrganization(w, to), listing: organizations,
		find: func(ctx context.Context, d *desk, text string) (b2b.Organization, error) {
			return findOrganization(ctx, d.client(), text)
		},
		row:   func(_, answered b2b.Organization) b2b.Organization { return answered },
		field: "organization_id",
		name:  func(o b2b.Organization) string { return o.OrganizationName },
	}
}

func orgsGet(w World, to *targetFlags) *cobra.Command {
	return organizationKind(w, to).getting(&cobra.Command{
		Use:     "get ORG",
		Short:   "Write one organization",
		Example: "  orgdeck orgs get acme-robotics -o json",
	})
}

func orgsCreate(w World, to *targetFlags) *cobra.Command {
	cmd := &cobra.Command{
		Use:     "create",
		Short:   "Make an organization",
		Example: `  orgdeck orgs create --organization-name "Acme Robotics" --mfa-policy REQUIRED_FOR_ALL`,
		Args:    arguments(cobra.NoArgs),
	}
	return sending(organizationKind(w, to), cmd, fieldFlags{endpoint: b2b.OrganizationsCreate},
		func(_ context.Context, d *desk, _ []string, request b2b.CreateOrganization) (change api.Change[b2b.Organization], none b2b.Organization, err error) {
			return d.client().Organizations.Create(request), none, nil
		})
}

func orgsUpdate(w World, to *targetFlags) *cobra.Command {
	cmd := &cobra.Command{
		Use:               "update ORG",
		Short:             "Change what the flags say of an organization, and nothing else",
		Example:           "  orgdeck orgs update acme-robotics --mfa-policy REQUIRED_FOR_ALL --dry-run",
		Args:              arguments(cobra.ExactArgs(1)),
		ValidArgsFunction: completeOrganization(w, to),
	}
	return sending(organizationKind(w, to), cmd, fieldFlags{endpoint: b2b.OrganizationsUpdate},
		func(ctx context.Context, d *desk, args []string, request b2b.UpdateOrganization) (api.Change[b2b.Organization], b2b.Organization, error) {
			org, err := findOrganization(ctx, d.client(), args[0])
			return d.client().Organizations.Update(org, request), org, err
		})
}

func orgsDelete(w World, to *targetFlags) *cobra.Command {
	cmd := &cobra.Command{Use: "delete ORG", Short: "Delete an organization with all its members, for good"}
	return organizationKind(w, to).deleting(cmd, func(c *api.Client, o b2b.Organization) api.Change[string] {
		return c.Organizations.Delete(o)
	})
}
