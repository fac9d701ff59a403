package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"example.com/orgdeck/sandbox"
)

// Policies of --password-policy.
const (
	policyZxcvbn = "zxcvbn"
	policyLUDS   = "luds"
)

// passwordFlags say which passwords a served sandbox takes.
type passwordFlags struct {
	policy   string
	crossOrg bool
	breached string
}

func (f *passwordFlags) register(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.policy, "password-policy", policyZxcvbn, "how strong passwords must be: `zxcvbn|luds`")
	cmd.Flags().BoolVar(&f.crossOrg, "cross-org-passwords", false, "one password for all organizations of an address")
	cmd.Flags().StringVar(&f.breached, "breach-list", "", "`file` of passwords to refuse, one a line, in clear or as SHA-1")
}

func (f *passwordFlags) rules() (sandbox.PasswordRules, error) {
	if f.policy != policyZxcvbn && f.policy != policyLUDS {
		return sandbox.PasswordRules{}, &usageError{fmt.Sprintf("--password-policy is %q; it can be %s or %s", f.policy, policyZxcvbn, policyLUDS)}
	}
	return sandbox.PasswordRules{LUDS: f.policy == policyLUDS, CrossOrg: f.crossOrg, BreachList: f.breached}, nil
}
