// Package proxy lets a recommending body, or the office, type an application for a
// unit that nobody uses the messenger for: it chooses the unit, says why, and fills
// in the unit's own form, to which it adds the application as the unit signed it.
//
// It promises that nobody types for a unit which can do so itself, that each
// application typed so says by whom wherever it is shown, and that the unit's own
// contact goes on with it as soon as there is one.
//
// It will not confirm anything: a leader who is here confirms in chat, and else the
// office by the signed and sealed paper.
//
// Source: C17.
package proxy
