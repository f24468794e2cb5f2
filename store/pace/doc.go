// Package pace says how long to wait before the next message, so that the
// messenger never has to refuse one: about one a second and chat, twenty a
// minute and group, thirty a second in all.
//
// Replies wait for their own chat only. Notices and announcements wait for each
// other as well and leave room for replies. When the messenger did refuse, one
// pause holds for everybody.
//
// It also says when more comes from one person than is taken.
//
// Where several processes share a Redis they share the limits through it; where
// there is none to share, or it is away, each process keeps them in memory. The
// package promises an answer in any case. It will not wait itself, send, or put
// messages in order.
package pace
