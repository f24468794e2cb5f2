package ask

// WantsContact reports whether only the sender's own shared contact answers the
// question, so that the messenger's button for it is to be shown.
func (q Question) WantsContact() bool { return q.limits.ownContact }
