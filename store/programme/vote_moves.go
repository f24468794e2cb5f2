package programme

// A VoteState is where a vote session stands (6.3).
type VoteState string

// The states of a vote session.
const (
	VotePrepared   VoteState = "prepared"
	VoteOpen       VoteState = "open"
	VoteClosed     VoteState = "closed"
	VoteVoid       VoteState = "void"    // technical failure; ballots destroyed unseen
	VoteInvalid    VoteState = "invalid" // too few on the roll voted; not counted
	VoteTallied    VoteState = "tallied"
	VoteCertified  VoteState = "certified"
	VoteFollowedBy VoteState = "followed_by" // a session over the tied items follows
)

// The moves of a vote session.
const (
	MovePrepareVote Move = "prepare_vote"
	MoveOpenVote    Move = "open_vote"
	MoveCloseVote   Move = "close_vote"
	MoveVoidVote    Move = "void_vote"
	MoveInvalidate  Move = "invalidate"
	MoveTally       Move = "tally"
	MoveCertify     Move = "certify"
	MoveFollow      Move = "follow"
)

// VoteMoves are the moves of a vote session. None leads back to open.
var VoteMoves = []Rule[VoteState]{
	{"", MovePrepareVote, VotePrepared, office, "S5.2b"},
	{VotePrepared, MoveOpenVote, VoteOpen, office, "S5.2b"},
	{VoteOpen, MoveCloseVote, VoteClosed, clockwork, Ours},
	{VoteOpen, MoveVoidVote, VoteVoid, certifiers, Ours},
	{VoteClosed, MoveInvalidate, VoteInvalid, system, Ours},
	{VoteClosed, MoveTally, VoteTallied, system, Ours},
	{VoteTallied, MoveCertify, VoteCertified, certifiers, Ours},
	{VoteCertified, MoveFollow, VoteFollowedBy, office, Ours},
}

// A RollState is where one voter of a session stands.
type RollState string

// The states of an entry of the roll. An abstention is final like a ballot (ruling 2).
const (
	RollEligible  RollState = "eligible"
	RollCast      RollState = "cast"
	RollAbstained RollState = "abstained"
	RollAbsent    RollState = "absent"
)

// The moves of an entry of the roll.
const (
	MoveCast    Move = "cast"
	MoveAbstain Move = "abstain"
	MoveMiss    Move = "miss"
)

var voters = []Role{RoleReviewer, RoleLeadingGroup}

// RollMoves are the moves of an entry of the roll.
var RollMoves = []Rule[RollState]{
	{RollEligible, MoveCast, RollCast, voters, "S5.2b"},
	{RollEligible, MoveAbstain, RollAbstained, voters, Ours},
	{RollEligible, MoveMiss, RollAbsent, system, Ours},
}
