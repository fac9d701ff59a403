package keymap

// Who a member is to the policy: why it may do what, and acting as it.
const (
	ActAs     ID = "member.act_as"
	MemberWhy ID = "member.why"
	WhyAsk    ID = "why.ask"
)

const (
	why scope = "why"
)

func actingKeys() group {
	return group{
		screens: [][]scope{
			{global, why},
		},
		entries: []entry{
			on(ActAs, global, "act as this member", "a"),
			on(MemberWhy, members, "why: roles and rights", "w"),
			on(WhyAsk, why, "ask about another right", "/"),
		},
		shared: []also{
			{MemberWhy, member},
		},
	}
}
