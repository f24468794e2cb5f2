package bottest

// Address is where the world's messenger listens: the Bot API, and the chat page
// for a browser.
func (w *World) Address() string { return w.cfg.API }
