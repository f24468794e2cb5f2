package flows_test

import (
	"testing"

	"luling/flows/ask"
	"luling/store"
)

func TestAnOptionThatIsGoneDoesNotHoldAChoiceOpen(t *testing.T) {
	t.Parallel()
	h := toying(t, map[string]string{"tags": "标签"}, func() func() []ask.Question {
		var tags []string
		return func() []ask.Question {
			return []ask.Question{ask.Choices("tags", &tags, sorts("a", "b"), ask.AtLeast(1))}
		}
	})
	c := contact(h, "李联络")
	h.Change(func(tx *store.Tx) error {
		d, err := tx.Draft("toy", "1")
		if err != nil {
			return err
		}
		return tx.PutAnswer(&d, store.Answer{Name: "tags", Value: []byte(`["gone"]`)})
	})
	c.Says("/toy").Presses("选a").Presses("完成").Sees("各项已填写完整", "标签：选a")
}
