package playground_test

import (
	"bytes"
	"mime/multipart"
	"testing"
)

// upload sends one file of n bytes under a form field, with a chat.
func (b *box) upload(method, field string, n int) reply {
	b.t.Helper()
	var body bytes.Buffer
	w := multipart.NewWriter(&body)
	if err := w.WriteField("chat_id", "11"); err != nil {
		b.t.Fatal(err)
	}
	part, err := w.CreateFormFile(field, "a.bin")
	if err != nil {
		b.t.Fatal(err)
	}
	if _, err := part.Write(make([]byte, n)); err != nil {
		b.t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		b.t.Fatal(err)
	}
	return b.send(method, w.FormDataContentType(), body.String())
}

func TestABotUploadsAtMost50MBAndPicturesOf10(t *testing.T) {
	t.Parallel()
	b := started(t, unlimited)
	if r := b.upload("sendDocument", "document", 50<<20); !r.OK {
		t.Errorf("50 MB: %s", r.Description)
	}
	b.refused(b.upload("sendDocument", "document", 50<<20+1), 413, "Request Entity Too Large")
	b.refused(b.upload("sendDocument", "document", 0), 400, "must be non-empty")
	b.refused(b.upload("sendPhoto", "photo", 10<<20), 400, "IMAGE_PROCESS_FAILED")
	b.refused(b.upload("sendPhoto", "photo", 10<<20+1), 400, "too big for a photo")
	b.refused(b.upload("sendDocument", "photo", 1), 400, `"document"`)
}
