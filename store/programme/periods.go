package programme

// Periods are the clocks the measure leaves open; all are ours. Days are working
// days, the day of the event not counted, unless a name says otherwise.
type Periods struct {
	ActingPhaseDays int `toml:"acting_phase_days"` // shortest phase in which units or bodies act (B1)
	OtherPhaseDays  int `toml:"other_phase_days"`  // shortest other phase
	GraceHours      int `toml:"grace_hours"`       // clock hours after the deadline (B6)
	LatePermitDays  int `toml:"late_permit_days"`  // longest life of a permit (B7)

	InvitationDays  int `toml:"invitation_days"`  // calendar days (A6)
	InvitationHours int `toml:"invitation_hours"` // for roles that ask first

	LeaderDays     int   `toml:"leader_days"`     // until leader and contact are reminded (C10)
	IdleDraftDays  int   `toml:"idle_draft_days"` // an untouched draft is mentioned once (C9)
	DraftReminders []int `toml:"draft_reminders"` // days before the deadline (C9)
	BodyReminders  []int `toml:"body_reminders"`  // days before the body's deadline (D8)

	SupplementDays   int  `toml:"supplement_days"`    // 补正 (D4, E2)
	SupplementTimes  int  `toml:"supplement_times"`   // per checking level
	AppealDays       int  `toml:"appeal_days"`        // against a refusal (D5, T29)
	OwnPublicity     bool `toml:"own_publicity"`      // the recommender posts first (D7)
	OwnPublicityDays int  `toml:"own_publicity_days"` // when on

	PublicityDays       int  `toml:"publicity_days"`        // 公示
	PublicityCountsDay1 bool `toml:"publicity_counts_day1"` // the day of posting counts

	ObjectionAcceptDays int `toml:"objection_accept_days"` // from receipt (ruling 14)
	ObjectionCheckDays  int `toml:"objection_check_days"`  // from acceptance
	ObjectionAnswerDays int `toml:"objection_answer_days"` // from acceptance
	ObjectionExtendDays int `toml:"objection_extend_days"` // once, from the first end

	SelfReportReminders []int `toml:"self_report_reminders"` // days before the deadline (K4)
	AckDays             int   `toml:"ack_days"`              // 已阅知悉 on an order (K9)
	RectifyMonths       int   `toml:"rectify_months"`        // calendar months (ruling 20)
	RectifyExtendMonths int   `toml:"rectify_extend_months"` // once
	StatementDays       int   `toml:"statement_days"`        // 陈述申辩
	ReapplyYears        int   `toml:"reapply_years"`         // calendar years after delisting (ruling 23)
	RenameDays          int   `toml:"rename_days"`           // calendar days to report a change of name (K12)
	RequestDays         int   `toml:"request_days"`          // to answer a 服务诉求 (K2)
}
