package programme

import "slices"

// Groups of states that rights share.
var (
	editable     = []ApplicationState{AppDraft, AppReturnedByBody, AppReturnedByCity}
	confirmable  = []ApplicationState{AppAwaitingLeader, AppReturnedByBody, AppReturnedByCity}
	beforeClose  = []ApplicationState{AppReturnedByBody, AppReturnedByCity, AppSubmitted}
	appealable   = []ApplicationState{AppNotRecommended, AppIneligible, AppLapsed}
	assessed     = []ApplicationState{AppUnderReview, AppScored}
	visited      = []ApplicationState{AppShortlisted, AppInspected}
	decidable    = []ApplicationState{AppInspected, AppNotSelected}
	determined   = []ApplicationState{AppInspected, AppNotSelected, AppProposed, AppInPublicity, AppOnHold, AppDisqualified, AppAwarded}
	published    = []ApplicationState{AppInPublicity, AppOnHold, AppAwarded}
	scoresClosed = []ApplicationState{
		AppScored, AppShortlisted, AppNotShortlisted, AppInspected, AppNotSelected,
		AppProposed, AppInPublicity, AppOnHold, AppDisqualified, AppAwarded,
	}
	unsubmitted = []ApplicationState{AppDraft, AppAwaitingLeader}
	submitted   = []ApplicationState{
		AppSubmitted, AppReturnedByBody, AppNotRecommended, AppRecommended, AppChecking,
		AppReturnedByCity, AppIneligible, AppLapsed, AppAdmitted, AppUnderReview, AppScored,
		AppShortlisted, AppNotShortlisted, AppInspected, AppNotSelected, AppProposed,
		AppInPublicity, AppOnHold, AppDisqualified, AppAwarded,
	}
)

// Rights is the table of section 7. Nobody sees ballots by person, so no line
// names ActSeeBallots.
var Rights = slices.Concat(applicationRights, sightRights, voteRights, siteRights, officeRights)

var applicationRights = []Right{
	{RoleContact, ActEditDraft, ScopeOwnUnit, editable, "S5.2b"},
	{RoleRecommender, ActEditDraft, ScopeProxy, editable, Ours}, // C17
	{RoleOffice, ActEditDraft, ScopeAll, editable, Ours},
	{RoleContact, ActSend, ScopeOwnUnit, []ApplicationState{AppDraft}, "S5.2b"},
	{RoleRecommender, ActSend, ScopeProxy, []ApplicationState{AppDraft}, Ours},
	{RoleOffice, ActSend, ScopeAll, []ApplicationState{AppDraft}, Ours},
	{RoleDeputy, ActConfirm, ScopeOwnUnit, confirmable, "S5.2b"},
	{RoleHead, ActConfirm, ScopeOwnUnit, confirmable, "S5.2b"},
	{RoleOffice, ActConfirm, ScopeAll, confirmable, Ours}, // with a stamped scan, C10
	{RoleDeputy, ActReturnByLeader, ScopeOwnUnit, []ApplicationState{AppAwaitingLeader}, "S5.2b"},
	{RoleHead, ActReturnByLeader, ScopeOwnUnit, []ApplicationState{AppAwaitingLeader}, "S5.2b"},
	{RoleOffice, ActReturnByLeader, ScopeAll, []ApplicationState{AppAwaitingLeader}, Ours}, // to who typed it, C17

	{RoleContact, ActWithdraw, ScopeOwnUnit, untilVote, Ours},
	{RoleDeputy, ActWithdraw, ScopeOwnUnit, untilVote, Ours},
	{RoleHead, ActWithdraw, ScopeOwnUnit, untilVote, Ours},
	{RoleOffice, ActWithdraw, ScopeAll, sinceVote, Ours},
	{RoleContact, ActRestore, ScopeOwnUnit, []ApplicationState{AppWithdrawn}, Ours},
	{RoleDeputy, ActRestore, ScopeOwnUnit, []ApplicationState{AppWithdrawn}, Ours},
	{RoleHead, ActRestore, ScopeOwnUnit, []ApplicationState{AppWithdrawn}, Ours},

	{RoleRecommender, ActRecommend, ScopeOwnBody, []ApplicationState{AppSubmitted}, "S5.2b"},
	{RoleRecommender, ActReturnApplication, ScopeOwnBody, []ApplicationState{AppSubmitted}, "S5.2b"},
	{RoleOffice, ActReturnApplication, ScopeAll, []ApplicationState{AppChecking}, Ours},
	{RoleRecommender, ActRefuse, ScopeOwnBody, []ApplicationState{AppSubmitted}, "S5.2b"},
	{RoleOffice, ActCheck, ScopeAll, []ApplicationState{AppRecommended, AppChecking}, "S4"},
	{RoleOffice, ActCloseOverdue, ScopeAll, beforeClose, Ours},
	{RoleOffice, ActHearAppeal, ScopeAll, appealable, Ours},
	{RoleReviewer, ActScore, ScopeAssigned, []ApplicationState{AppUnderReview}, "S5.2b"},
	{RoleInspector, ActInspect, ScopeAssigned, []ApplicationState{AppShortlisted}, "S5.2b"},
	{RoleOffice, ActShortlist, ScopeAll, []ApplicationState{AppScored}, "S5.2b"},
	{RoleOffice, ActPrepareDecision, ScopeAll, decidable, "S6.1"},
	{RoleLeadingGroup, ActDecide, ScopeAll, decidable, "S6.1"},
	{RoleOffice, ActDisqualify, ScopeAll, liveStates, Ours},
	{RoleLeadingGroup, ActDisqualify, ScopeAll, liveStates, Ours},
	{RoleOffice, ActAward, ScopeAll, []ApplicationState{AppInPublicity, AppOnHold}, "S6.2a"},
}

var sightRights = []Right{
	{RoleContact, ActSeeApplication, ScopeOwnUnit, nil, "S5.2b"},
	{RoleDeputy, ActSeeApplication, ScopeOwnUnit, nil, "S5.2b"},
	{RoleHead, ActSeeApplication, ScopeOwnUnit, nil, "S5.2b"},
	{RoleRecommender, ActSeeApplication, ScopeOwnBody, submitted, "S5.2b"},
	{RoleRecommender, ActSeeApplication, ScopeProxy, unsubmitted, Ours}, // what he types himself, ruling 12 with C17
	{RoleOffice, ActSeeApplication, ScopeAll, nil, "S6.1"},
	{RoleReviewer, ActSeeApplication, ScopeAssigned, assessed, "S5.2b"},
	{RoleInspector, ActSeeApplication, ScopeAssigned, visited, "S5.2b"},
	{RoleLeadingGroup, ActSeeApplication, ScopeAll, determined, "S6.1"},
	{RoleSupervisor, ActSeeApplication, ScopeAll, nil, Ours},

	{RoleContact, ActSeeFiles, ScopeOwnUnit, nil, "S5.2b"},
	{RoleDeputy, ActSeeFiles, ScopeOwnUnit, nil, "S5.2b"},
	{RoleHead, ActSeeFiles, ScopeOwnUnit, nil, "S5.2b"},
	{RoleRecommender, ActSeeFiles, ScopeOwnBody, submitted, "S5.2b"},
	{RoleRecommender, ActSeeFiles, ScopeProxy, unsubmitted, Ours},
	{RoleOffice, ActSeeFiles, ScopeAll, nil, "S6.1"},
	{RoleReviewer, ActSeeFiles, ScopeAssigned, assessed, "S5.2b"},
	{RoleInspector, ActSeeFiles, ScopeAssigned, visited, "S5.2b"},
	{RoleLeadingGroup, ActSeeFiles, ScopeAll, determined, "S6.1"},
	{RoleSupervisor, ActSeeFiles, ScopeAll, nil, Ours},

	{RoleContact, ActSeeName, ScopeOwnUnit, nil, "S5.2b"},
	{RoleDeputy, ActSeeName, ScopeOwnUnit, nil, "S5.2b"},
	{RoleHead, ActSeeName, ScopeOwnUnit, nil, "S5.2b"},
	{RoleRecommender, ActSeeName, ScopeOwnBody, nil, "S5.2b"}, // drafts too, ruling 12
	{RoleOffice, ActSeeName, ScopeAll, nil, "S6.1"},
	{RoleReviewer, ActSeeName, ScopeAssigned, assessed, "S5.2b"},
	{RoleInspector, ActSeeName, ScopeAssigned, visited, "S5.2b"},
	{RoleLeadingGroup, ActSeeName, ScopeAll, determined, "S6.1"},
	{RoleSupervisor, ActSeeName, ScopeAll, nil, Ours},
	{RolePublic, ActSeeName, ScopePublished, published, "S5.2b"},

	{RoleContact, ActSeeCompleteness, ScopeOwnUnit, nil, Ours},
	{RoleDeputy, ActSeeCompleteness, ScopeOwnUnit, nil, Ours},
	{RoleHead, ActSeeCompleteness, ScopeOwnUnit, nil, Ours},
	{RoleRecommender, ActSeeCompleteness, ScopeOwnBody, nil, Ours}, // of drafts no content, ruling 12
	{RoleOffice, ActSeeCompleteness, ScopeAll, nil, Ours},
	{RoleSupervisor, ActSeeCompleteness, ScopeAll, nil, Ours},

	{RoleReviewer, ActSeeScores, ScopeOwn, nil, Ours},
	{RoleOffice, ActSeeScores, ScopeAll, scoresClosed, Ours},
	{RoleSupervisor, ActSeeScores, ScopeAll, scoresClosed, Ours},
	{RoleOffice, ActSeeAggregates, ScopeAll, scoresClosed, Ours},
	{RoleLeadingGroup, ActSeeAggregates, ScopeAll, determined, Ours},
	{RoleSupervisor, ActSeeAggregates, ScopeAll, scoresClosed, Ours},
}

var voteRights = []Right{
	{RoleReviewer, ActVote, ScopeRoll, nil, "S5.2b"},
	{RoleLeadingGroup, ActVote, ScopeRoll, nil, Ours}, // only if set as voters
	{RoleReviewer, ActSeeReceipt, ScopeOwn, nil, Ours},
	{RoleLeadingGroup, ActSeeReceipt, ScopeOwn, nil, Ours},
	{RoleOffice, ActPublish, ScopeAll, nil, "S5.2b"}, // two taps
	{RoleRecommender, ActAnnounce, ScopeOwnBody, nil, Ours},
	{RoleOffice, ActAnnounce, ScopeAll, nil, "S6.1"},
	{RolePublic, ActObject, ScopePublished, nil, "S5.2b"},
	{RoleOffice, ActHandleObjection, ScopeHandled, nil, Ours},
	{RoleOffice, ActSeeObjector, ScopeHandled, nil, Ours},
}

var siteRights = []Right{
	{RoleContact, ActRegisterStudy, ScopeOwnUnit, nil, "S4.1a"},
	{RoleDeputy, ActRegisterStudy, ScopeOwnUnit, nil, "S4.1a"},
	{RoleHead, ActRegisterStudy, ScopeOwnUnit, nil, "S4.1a"},
	{RoleRecommender, ActRegisterStudy, ScopeProxy, nil, Ours}, // C17
	{RoleOffice, ActRegisterStudy, ScopeAll, nil, Ours},
	{RoleRecommender, ActConfirmStudy, ScopeOwnBody, nil, Ours},
	{RoleOffice, ActConfirmStudy, ScopeAll, nil, Ours},
	{RoleRecommender, ActReturnStudy, ScopeOwnBody, nil, Ours},
	{RoleOffice, ActReturnStudy, ScopeAll, nil, Ours},
	{RoleOffice, ActVoidStudy, ScopeAll, nil, Ours},
	{RoleContact, ActSeeStudy, ScopeOwnUnit, nil, "S4.1a"},
	{RoleDeputy, ActSeeStudy, ScopeOwnUnit, nil, "S4.1a"},
	{RoleHead, ActSeeStudy, ScopeOwnUnit, nil, "S4.1a"},
	{RoleRecommender, ActSeeStudy, ScopeOwnBody, nil, "S4.1a"},
	{RoleOffice, ActSeeStudy, ScopeAll, nil, "S6.1"},
	{RoleSupervisor, ActSeeStudy, ScopeAll, nil, Ours},

	{RoleContact, ActReport, ScopeOwnUnit, nil, "S6.4a"},
	{RoleDeputy, ActConfirmReport, ScopeOwnUnit, nil, "S6.4a"},
	{RoleHead, ActConfirmReport, ScopeOwnUnit, nil, "S6.4a"},
	{RoleRecommender, ActConfirmReport, ScopeOwnBody, nil, "S6.4c"},
	{RoleOffice, ActPrepareGrade, ScopeAll, nil, "S6.4a"},
	{RoleReviewer, ActScoreSite, ScopeAssigned, nil, "S6.4a"},
	{RoleInspector, ActInspectSite, ScopeAssigned, nil, "S6.4a"},
	{RoleLeadingGroup, ActGrade, ScopeAll, nil, "S6.4a"},

	{RoleContact, ActSeeLedger, ScopeOwnUnit, nil, "S6.2b"},
	{RoleDeputy, ActSeeLedger, ScopeOwnUnit, nil, "S6.2b"},
	{RoleHead, ActSeeLedger, ScopeOwnUnit, nil, "S6.2b"},
	{RoleRecommender, ActSeeLedger, ScopeAuthority, nil, "S6.3c"},
	{RoleOffice, ActSeeLedger, ScopeAll, nil, "S6.1"},
	{RoleSupervisor, ActSeeLedger, ScopeAll, nil, Ours},
	{RoleRecommender, ActKeepLedger, ScopeAuthority, nil, "S6.3c"},
	{RoleOffice, ActKeepLedger, ScopeAll, nil, "S6.2b"},
}

var officeRights = []Right{
	{RoleOffice, ActOpenRound, ScopeAll, nil, "S5.1"},
	{RoleOffice, ActStepRound, ScopeAll, nil, "S6.1"},
	{RoleOffice, ActExtendRound, ScopeAll, nil, "S6.1"},
	{RoleOffice, ActFormPanel, ScopeAll, nil, "S6.1"},
	{RoleOffice, ActAssign, ScopeAll, nil, "S6.1"},
	{RoleSupervisor, ActWatch, ScopeAll, nil, Ours},

	{RoleDeputy, ActInvite, ScopeOwnUnit, nil, Ours}, // whom: see MayInvite
	{RoleHead, ActInvite, ScopeOwnUnit, nil, Ours},
	{RoleRecommender, ActInvite, ScopeOwnBody, nil, Ours},
	{RoleOffice, ActInvite, ScopeAll, nil, Ours},
	{RoleOffice, ActConfirmPerson, ScopeAll, nil, Ours},
	{RoleRecommender, ActRegisterUnit, ScopeOwnBody, nil, "S0.1"},
	{RoleOffice, ActRegisterUnit, ScopeAll, nil, "S0.1"},
	{RoleOffice, ActSetProgramme, ScopeAll, nil, "S6.1"},
	{RoleOffice, ActCall, ScopeAll, nil, Ours},
	{RoleOffice, ActBlock, ScopeAll, nil, Ours},

	{RoleContact, ActSeeAudit, ScopeOwn, nil, Ours},
	{RoleDeputy, ActSeeAudit, ScopeOwnUnit, nil, Ours},
	{RoleHead, ActSeeAudit, ScopeOwnUnit, nil, Ours},
	{RoleRecommender, ActSeeAudit, ScopeOwnBody, nil, Ours},
	{RoleOffice, ActSeeAudit, ScopeAll, nil, Ours},
	{RoleSupervisor, ActSeeAudit, ScopeAll, nil, Ours},
}
