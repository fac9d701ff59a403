package cli

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"example.com/orgdeck/api"
	"example.com/orgdeck/api/b2b"
	"example.com/orgdeck/ui"
)

// clean is text from outside as it may reach a terminal.
func clean(text string) string { return ui.Clean(text) }

// findOrganization finds the one organization that text names: its id, slug,
// external id or name.
func findOrganization(ctx context.Context, c *api.Client, text string) (b2b.Organization, error) {
	text = strings.TrimSpace(text)
	if text == "" {
		return b2b.Organization{}, &usageError{"ORG is empty; it is an id, a slug, an external id or a name"}
	}
	if !strings.ContainsAny(text, " /") {
		org, err := c.Organizations.Get(ctx, text)
		if err == nil || !notThere(err) {
			return org, err
		}
	}
	return organizationByName(ctx, c, text)
}

// notThere reports whether err says that nothing has this id, or that nothing
// could have it.
func notThere(err error) bool {
	return api.IsNotFound(err) || api.HasType(err, b2b.ErrInvalidOrganizationID, b2b.ErrInvalidOrganizationExternalID)
}

func organizationByName(ctx context.Context, c *api.Client, name string) (b2b.Organization, error) {
	none := fmt.Errorf("no organization has the id, slug, external id or name %q", name)
	var called, like []b2b.Organization
	for org, err := range organizationRows(ctx, c, name, nil) {
		if _, short := errors.AsType[*usageError](err); short {
			return b2b.Organization{}, none
		}
		if err != nil {
			return b2b.Organization{}, err
		}
		if strings.EqualFold(org.OrganizationName, name) {
			called = append(called, org)
		}
		like = append(like, org)
	}
	switch {
	case len(called) == 1:
		return called[0], nil
	case len(called) > 1:
		return b2b.Organization{}, fmt.Errorf("%d organizations are called %q: name one by its slug, %s", len(called), name, slugs(called))
	case len(like) > 0:
		return b2b.Organization{}, fmt.Errorf("%w; there is %s", none, slugs(like))
	}
	return b2b.Organization{}, none
}

// slugs lists a few organizations.
func slugs(orgs []b2b.Organization) string {
	var names []string
	for _, org := range orgs[:min(len(orgs), 5)] {
		names = append(names, org.OrganizationSlug)
	}
	return strings.Join(names, ", ")
}

// findMember finds the member of org that text names: its id, e-mail address or
// external id.
func findMember(ctx context.Context, c *api.Client, org b2b.Organization, text string) (b2b.Member, error) {
	text = strings.TrimSpace(text)
	by := b2b.GetMember{MemberID: &text}
	if api.Classify(text) == api.KindEmail {
		by = b2b.GetMember{EmailAddress: &text}
	}
	return c.Members.Get(ctx, org.OrganizationID, by)
}

// parseFilters reads filter=value, as the search wants it.
func parseFilters(texts []string, filters []b2b.Filter) ([]b2b.SearchOperand, error) {
	var all []b2b.SearchOperand
	for _, text := range texts {
		name, value, found := strings.Cut(text, "=")
		i := slices.IndexFunc(filters, func(f b2b.Filter) bool { return f.Name == name })
		if !found || i < 0 {
			return nil, &usageError{fmt.Sprintf("--filter %q: write filter=value, with one of %s", text, strings.Join(filterNames(filters), ", "))}
		}
		switch filters[i].Value {
		case "boolean":
			var on bool
			if json.Unmarshal([]byte(value), &on) != nil {
				return nil, &usageError{fmt.Sprintf("--filter %s wants true or false", name)}
			}
			all = append(all, api.Filter(name, on))
		case "array<string>":
			all = append(all, api.Filter(name, strings.Split(value, ",")))
		default:
			all = append(all, api.Filter(name, value))
		}
	}
	return all, nil
}

func filterNames(filters []b2b.Filter) []string {
	names := make([]string, len(filters))
	for i, f := range filters {
		names[i] = f.Name
	}
	return names
}

func registerFilters(cmd *cobra.Command, to *[]string, filters []b2b.Filter) {
	cmd.Flags().StringArrayVar(to, "filter", nil, "narrow by `filter=value`: "+strings.Join(filterNames(filters), ", "))
	_ = cmd.RegisterFlagCompletionFunc("filter", func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		var names []string
		for _, f := range filters {
			names = append(names, f.Name+"=\t"+f.Match)
		}
		return names, cobra.ShellCompDirectiveNoSpace | cobra.ShellCompDirectiveNoFileComp
	})
}

// How long a shell waits for completions, and how many it is given.
const (
	completionPatience = 3 * time.Second
	completions        = 50
)

// completeOrganization completes the first argument with the slugs of
// organizations, beside their names.
func completeOrganization(w World, to *targetFlags) cobra.CompletionFunc {
	return func(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
		if len(args) > 0 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return organizationSlugs(cmd.Context(), w, to, typed), cobra.ShellCompDirectiveNoFileComp
	}
}

// organizationSlugs are the slugs that begin with what is typed, and those of
// organizations that are called so. A shell has no place for errors.
func organizationSlugs(ctx context.Context, w World, to *targetFlags, typed string) []string {
	if ctx == nil {
		ctx = context.Background()
	}
	ctx, cancel := context.WithTimeout(ctx, completionPatience)
	defer cancel()
	var found []string
	_ = to.with(ctx, w, func(d *desk) error {
		for org, err := range organizationRows(ctx, d.client(), searched(typed), nil) {
			if err != nil || len(found) == completions {
				return err
			}
			slug, name := clean(org.OrganizationSlug), clean(org.OrganizationName)
			if strings.HasPrefix(slug, strings.ToLower(typed)) {
				found = append(found, slug+"\t"+name)
			}
		}
		return nil
	})
	return found
}

// searched is what to search for to complete what is typed: nothing, while that
// is too short to be searched for.
func searched(typed string) string {
	if _, err := api.OrganizationQuery(typed); err != nil {
		return ""
	}
	return typed
}
