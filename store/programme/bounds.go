package programme

// A Bound says between which numbers a setting of the programme file may lie.
type Bound struct {
	Field           string // as in the file: "periods.supplement_days"
	Value, Min, Max int64  // Min and Max are allowed
}

// Kept reports whether the value lies within the bound.
func (b Bound) Kept() bool { return b.Min <= b.Value && b.Value <= b.Max }

// Bounds lists every whole number of the settings with its range. Source: section 2.
func (p *Programme) Bounds() []Bound {
	var all []Bound
	for _, bounds := range [][]Bound{
		p.Seats.bounds(), p.Quotas.bounds(), p.Review.bounds(), p.Vote.bounds(), p.Inspection.bounds(),
		p.Evaluation.bounds(), p.Study.bounds(), p.Periods.bounds(), p.Evidence.bounds(),
	} {
		all = append(all, bounds...)
	}
	return append(all,
		bound("target_year", p.TargetYear, 2000, 2100),
		bound("target_count", p.TargetCount, 1, 10_000),
	)
}

func bound(field string, value, least, most int) Bound {
	return Bound{field, int64(value), int64(least), int64(most)}
}

func (s Seats) bounds() []Bound {
	return []Bound{
		bound("seats.min", s.Min, 1, 50),
		bound("seats.max", s.Max, 1, 50),
		bound("seats.planned", s.Planned, 1, 50),
	}
}

func (q Quotas) bounds() []Bound {
	return []Bound{
		bound("quotas.county", q.County, 0, 20),
		bound("quotas.zone", q.Zone, 0, 20),
		bound("quotas.department", q.Department, 0, 20),
		bound("quotas.categories", q.Categories, 1, 20),
	}
}

func (r ReviewRules) bounds() []Bound {
	return []Bound{
		bound("review.reviewers", r.Reviewers, 3, 15),
		bound("review.least", r.Least, 3, 15),
		bound("review.departments", r.Departments, 1, 15),
		bound("review.trim_from", r.TrimFrom, 3, 15),
	}
}

func (v VoteRules) bounds() []Bound {
	return []Bound{
		bound("vote.sessions", v.Sessions, 1, 5),
		bound("vote.least_voters", v.LeastVoters, 1, 15),
		bound("vote.hours", v.Hours, 1, 240),
		bound("vote.live_minutes", v.LiveMinutes, 1, 120),
	}
}

func (i InspectionRules) bounds() []Bound {
	return []Bound{
		bound("inspection.surplus_percent", i.SurplusPercent, 100, 200),
		bound("inspection.team", i.Team, 2, 7),
		bound("inspection.outsiders", i.Outsiders, 0, i.Team),
		bound("inspection.weight_percent", i.WeightPercent, 0, 100),
	}
}

func (e EvaluationRules) bounds() []Bound {
	return []Bound{
		bound("evaluation.years", e.Years, 1, 5),
		bound("evaluation.notice_days", e.NoticeDays, 1, 60),
		bound("evaluation.excellent_percent", e.ExcellentPercent, 0, 100),
		bound("evaluation.sample_percent", e.SamplePercent, 0, 100),
		bound("evaluation.probation_years", e.ProbationYears, 0, 5),
	}
}

func (s StudyRules) bounds() []Bound {
	return []Bound{
		bound("study.needed", s.Needed, 1, 12),
		bound("study.gap_days", s.GapDays, 0, 180),
		bound("study.promise_days", s.PromiseDays, 1, 90),
		bound("study.confirm_days", s.ConfirmDays, 1, 30),
		bound("study.check_percent", s.CheckPercent, 0, 100),
	}
}

func (e EvidenceRules) bounds() []Bound {
	return []Bound{
		{"evidence.file_bytes", e.FileBytes, 1 << 10, 20 << 20}, // a bot may fetch no more
		bound("evidence.per_item", e.PerItem, 1, 50),
		bound("evidence.files", e.Files, e.PerItem, 500),
		{"evidence.bytes", e.Bytes, e.FileBytes, 10 << 30},
	}
}

func (p Periods) bounds() []Bound {
	return []Bound{
		bound("periods.acting_phase_days", p.ActingPhaseDays, 1, 60),
		bound("periods.other_phase_days", p.OtherPhaseDays, 1, 60),
		bound("periods.grace_hours", p.GraceHours, 0, 168),
		bound("periods.late_permit_days", p.LatePermitDays, 1, 5),
		bound("periods.invitation_days", p.InvitationDays, 1, 30),
		bound("periods.invitation_hours", p.InvitationHours, 1, 168),
		bound("periods.leader_days", p.LeaderDays, 1, 10),
		bound("periods.idle_draft_days", p.IdleDraftDays, 1, 30),
		bound("periods.supplement_days", p.SupplementDays, 1, 10),
		bound("periods.supplement_times", p.SupplementTimes, 1, 3),
		bound("periods.appeal_days", p.AppealDays, 1, 10),
		bound("periods.own_publicity_days", p.OwnPublicityDays, 1, 15),
		bound("periods.publicity_days", p.PublicityDays, 5, 15),
		bound("periods.objection_accept_days", p.ObjectionAcceptDays, 1, 10),
		bound("periods.objection_check_days", p.ObjectionCheckDays, 1, 30),
		bound("periods.objection_answer_days", p.ObjectionAnswerDays, 5, 30),
		bound("periods.objection_extend_days", p.ObjectionExtendDays, 0, 30),
		bound("periods.ack_days", p.AckDays, 1, 10),
		bound("periods.rectify_months", p.RectifyMonths, 1, 12),
		bound("periods.rectify_extend_months", p.RectifyExtendMonths, 0, 1),
		bound("periods.statement_days", p.StatementDays, 3, 10),
		bound("periods.reapply_years", p.ReapplyYears, 0, 5),
		bound("periods.rename_days", p.RenameDays, 1, 90),
		bound("periods.request_days", p.RequestDays, 1, 60),
	}
}
