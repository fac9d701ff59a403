package keymap

// Members.
const (
	MemberNew        ID = "member.new"
	MemberInvite     ID = "member.invite"
	MemberEdit       ID = "member.edit"
	MemberDelete     ID = "member.delete"
	MemberReactivate ID = "member.reactivate"
	MemberMFA        ID = "member.mfa"
	MemberBulk       ID = "member.bulk"
	MemberOrg        ID = "member.organization"
)

const (
	members scope = "members"
	member  scope = "member"
)

func membersKeys() group {
	return group{
		screens: [][]scope{
			{global, tabs, list, members},
			{global, tabs, member},
		},
		entries: []entry{
			on(MemberNew, members, "new member", "n"),
			on(MemberInvite, members, "invite", "i"),
			on(MemberEdit, members, "edit", "e"),
			on(MemberDelete, members, "delete", "d"),
			on(MemberReactivate, members, "reactivate", "R"),
			on(MemberMFA, members, "MFA", "m"),
			on(MemberBulk, members, "act on the marked", "b"),
			on(MemberOrg, members, "its organization", "o"),
		},
		shared: []also{
			{MemberEdit, member},
			{MemberDelete, member},
			{MemberReactivate, member},
			{MemberMFA, member},
			{MemberInvite, member},
		},
	}
}
