// Package ask is questions: what is asked, what people may type, and what it
// was understood to mean.
//
// It promises that
//   - a form is a list of questions bound to fields, and where a conversation
//     stands follows from the stored answers alone (Fill, Current);
//   - what people type in a chat is read tolerantly (３０万, 三十万, 约30万元,
//     上周五) and whatever was read differently from what was typed is said so
//     (Echo);
//   - a Valid outcome is accepted by Set, a refusal names what was wrong and by
//     how much, and nothing typed makes the package panic or a number wrap.
//
// It will not ask anybody, store anything or say anything: texts are names, and
// rendering, storage and rights are the callers'. It knows no clock; the civil
// date comes with each Input. Dates are text of the form YYYY-MM-DD, money is
// int64 分, scores are int64 hundredths.
package ask

// A Form is anything that lists its questions. The list is asked for again when
// answers have changed, so that a branch is a plain if over bound fields. A
// question may depend on the answers of questions before it, never on later ones.
type Form interface{ Questions() []Question }
