package playground_test

import (
	"bytes"
	"context"
	"encoding/json"
	"image"
	"image/png"
	"io"
	"mime/multipart"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"

	"luling/bot/playground"
)

func drawPNG(t *testing.T, width, height int) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := png.Encode(&out, image.NewGray(image.Rect(0, 0, width, height))); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// fetch downloads by the path of getFile.
func (b *box) fetch(path string) (int, []byte) {
	b.t.Helper()
	r, err := http.Get(b.url + "/file/bot" + token + "/" + path)
	if err != nil {
		b.t.Fatal(err)
	}
	defer r.Body.Close()
	raw, err := io.ReadAll(r.Body)
	if err != nil {
		b.t.Fatal(err)
	}
	return r.StatusCode, raw
}

func (b *box) path(fileID string) string {
	b.t.Helper()
	f, err := b.client.GetFile(context.Background(), &bot.GetFileParams{FileID: fileID})
	if err != nil {
		b.t.Fatal(err)
	}
	return f.FilePath
}

func TestAPersonsFileIsFetchedForAnHour(t *testing.T) {
	t.Parallel()
	b := started(t)
	content := []byte("申报书")
	b.id(b.SendFile(li, playground.File{Name: "申报 表.PDF", MIME: "application/pdf", Content: content, Caption: "请收"}))
	var m models.Message
	if err := json.Unmarshal(b.updates(`{}`)[0].Message, &m); err != nil {
		t.Fatal(err)
	}
	if d := m.Document; d.FileName != "申报 表.PDF" || d.MimeType != "application/pdf" || d.FileSize != int64(len(content)) || m.Caption != "请收" {
		t.Errorf("the bot gets %+v", m)
	}
	path := b.path(m.Document.FileID)
	if strings.Contains(path, "申报") || !strings.HasSuffix(path, ".pdf") {
		t.Errorf("the path is %q", path)
	}
	b.clock.advance(time.Hour)
	if code, got := b.fetch(path); code != 200 || !bytes.Equal(got, content) {
		t.Errorf("after an hour: %d %q", code, got)
	}
	b.clock.advance(time.Second)
	if code, _ := b.fetch(path); code != 404 {
		t.Errorf("after an hour and a second: %d", code)
	}
	if code, _ := b.fetch(b.path(m.Document.FileID)); code != 200 {
		t.Errorf("asked for again: %d", code)
	}
	b.refused(b.post("getFile", `{"file_id":"x"}`), 400, "wrong file_id")
}

func TestAFileOfMoreThan20MBIsNotFetched(t *testing.T) {
	t.Parallel()
	b := started(t)
	for _, n := range []int{20 << 20, 20<<20 + 1} {
		b.id(b.SendFile(li, playground.File{Name: "a.zip", Content: make([]byte, n)}))
		r := b.post("getFile", `{"file_id":"`+b.last(li).FileID+`"}`)
		if n == 20<<20 && !r.OK {
			t.Errorf("exactly 20 MB: %s", r.Description)
		}
		if n > 20<<20 {
			b.refused(r, 400, "file is too big")
		}
	}
}

func TestTheFirstSizeOfAPictureIsItsThumbnail(t *testing.T) {
	t.Parallel()
	b := started(t)
	picture := drawPNG(t, 200, 100)
	b.id(b.SendFile(li, playground.File{Name: "a.png", Content: picture, Photo: true}))
	var m models.Message
	if err := json.Unmarshal(b.updates(`{}`)[0].Message, &m); err != nil {
		t.Fatal(err)
	}
	if len(m.Photo) != 2 || m.Photo[0].Width != 90 || m.Photo[0].Height != 45 || m.Photo[1].Width != 200 {
		t.Fatalf("sizes %+v", m.Photo)
	}
	if code, got := b.fetch(b.path(m.Photo[1].FileID)); code != 200 || !bytes.Equal(got, picture) {
		t.Error("the last size is not the picture")
	}
	if _, err := b.SendFile(li, playground.File{Name: "a.png", Content: []byte("no"), Photo: true}); err == nil {
		t.Error("a text passes for a picture")
	}
}

func TestAnAlbumIsOneUpdateEachAndMayHaveAStraggler(t *testing.T) {
	t.Parallel()
	b := started(t)
	one := playground.File{Name: "a.txt", Content: []byte("a")}
	album, ids, err := b.SendAlbum(li, []playground.File{one, one, one})
	if err != nil || len(ids) != 3 {
		t.Fatal(ids, err)
	}
	b.id(b.SendToAlbum(li, album, one))
	for _, u := range b.updates(`{}`) {
		var m models.Message
		if err := json.Unmarshal(u.Message, &m); err != nil || m.MediaGroupID != album {
			t.Errorf("%+v, %v", m, err)
		}
	}
	for _, n := range []int{1, 11} {
		if _, _, err := b.SendAlbum(li, make([]playground.File, n)); err == nil {
			t.Errorf("an album of %d", n)
		}
	}
}

func TestTheBotSendsFilesAndSendsThemAgain(t *testing.T) {
	t.Parallel()
	b := started(t, unlimited)
	ctx := context.Background()
	m, err := b.client.SendDocument(ctx, &bot.SendDocumentParams{
		ChatID: li, Caption: "<b>汇总</b>", ParseMode: models.ParseModeHTML, ProtectContent: true,
		Document: &models.InputFileUpload{Filename: "汇总.xlsx", Data: strings.NewReader("cells")},
	})
	if err != nil {
		t.Fatal(err)
	}
	seen := b.last(li)
	if seen.File.Name != "汇总.xlsx" || seen.Text != "汇总" || !seen.Protected {
		t.Errorf("the person sees %+v", seen)
	}
	if got, err := b.Content(seen.FileID); err != nil || string(got) != "cells" {
		t.Errorf("%q, %v", got, err)
	}
	if _, err = b.client.SendDocument(ctx, &bot.SendDocumentParams{ChatID: wang, Document: &models.InputFileString{Data: m.Document.FileID}}); err != nil {
		t.Fatal(err)
	}
	if got := b.last(wang); got.FileID != m.Document.FileID {
		t.Errorf("sent again as %+v", got)
	}
	if _, err = b.client.SendPhoto(ctx, &bot.SendPhotoParams{ChatID: li, Photo: &models.InputFileUpload{Filename: "a.png", Data: bytes.NewReader(drawPNG(t, 100, 100))}}); err != nil {
		t.Fatal(err)
	}
	b.refused(b.post("sendPhoto", `{"chat_id":11,"photo":"`+m.Document.FileID+`"}`), 400, "type of file mismatch")
	b.refused(b.post("sendDocument", `{"chat_id":11,"document":"https://example.org/a.pdf"}`), 400, "HTTP URL")
	b.refused(b.post("sendDocument", `{"chat_id":11,"document":"nothing"}`), 400, "wrong file identifier")
	b.refused(b.post("sendDocument", `{"chat_id":11,"document":"attach://a"}`), 400, "can't find the attached file")
	_, err = b.client.SendPhoto(ctx, &bot.SendPhotoParams{ChatID: li, Photo: &models.InputFileUpload{Filename: "a.png", Data: strings.NewReader("no")}})
	if err == nil || !strings.Contains(err.Error(), "IMAGE_PROCESS_FAILED") {
		t.Errorf("a text passes for a picture: %v", err)
	}
}

func TestAlbumsOfTheBot(t *testing.T) {
	t.Parallel()
	b := started(t, unlimited)
	document := func(name string) models.InputMedia {
		return &models.InputMediaDocument{Media: "attach://" + name, MediaAttachment: strings.NewReader(name), Caption: name}
	}
	photo := &models.InputMediaPhoto{Media: "attach://p.png", MediaAttachment: bytes.NewReader(drawPNG(t, 9, 9))}
	send := func(media ...models.InputMedia) ([]*models.Message, error) {
		return b.client.SendMediaGroup(context.Background(), &bot.SendMediaGroupParams{ChatID: li, Media: media})
	}
	all, err := send(document("a"), document("b"))
	if err != nil || len(all) != 2 || all[0].MediaGroupID == "" || all[0].MediaGroupID != all[1].MediaGroupID {
		t.Fatalf("%+v, %v", all, err)
	}
	if _, err := send(document("a")); err == nil {
		t.Error("an album of one")
	}
	if _, err := send(document("a"), photo); err == nil {
		t.Error("a document and a picture in one album")
	}
	_, err = b.client.EditMessageMedia(context.Background(), &bot.EditMessageMediaParams{ChatID: li, MessageID: all[1].ID, Media: document("c")})
	if seen := b.last(li); err != nil || seen.Text != "c" {
		t.Errorf("edited to %+v: %v", seen, err)
	}
	_, err = b.client.EditMessageCaption(context.Background(), &bot.EditMessageCaptionParams{ChatID: li, MessageID: all[1].ID, Caption: strings.Repeat("汉", 1024)})
	if err != nil {
		t.Errorf("a caption of 1024: %v", err)
	}
	_, err = b.client.EditMessageCaption(context.Background(), &bot.EditMessageCaptionParams{ChatID: li, MessageID: all[1].ID, Caption: strings.Repeat("汉", 1025)})
	if err == nil || !strings.Contains(err.Error(), "caption is too long") {
		t.Errorf("a caption of 1025: %v", err)
	}
}

func TestThePageTakesAnAlbumAndGivesPicturesBack(t *testing.T) {
	t.Parallel()
	b := started(t)
	var body bytes.Buffer
	w := multipart.NewWriter(&body)
	for range 2 {
		part, err := w.CreateFormFile("file", "a.png")
		if err != nil {
			t.Fatal(err)
		}
		if _, err := part.Write(drawPNG(t, 9, 9)); err != nil {
			t.Fatal(err)
		}
	}
	for name, value := range map[string]string{"as": "photo", "caption": "两张"} {
		if err := w.WriteField(name, value); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if code, out := b.page("POST", "/page/people/11/files", body.String(), "Content-Type", w.FormDataContentType()); code != 200 {
		t.Fatalf("%d %v", code, out)
	}
	if got := b.last(li); got.Kind != "photo" || got.Album == "" || b.Unconfirmed() != 2 {
		t.Errorf("got %+v", got)
	}
	for name, want := range map[string]string{b.last(li).FileID: "image/png", "x": "application/json"} {
		r, err := http.Get(b.url + "/page/files/" + name)
		if err != nil {
			t.Fatal(err)
		}
		if err := r.Body.Close(); err != nil || r.Header.Get("Content-Type") != want {
			t.Errorf("%s comes as %s: %v", name, r.Header.Get("Content-Type"), err)
		}
	}
	b.id(b.SendFile(li, playground.File{Name: "纪要.pdf", Content: []byte("%PDF-1.4")}))
	r, err := http.Get(b.url + "/page/files/" + b.last(li).FileID)
	if err != nil {
		t.Fatal(err)
	}
	if err := r.Body.Close(); err != nil || r.Header.Get("Content-Type") != "application/pdf" || r.Header.Get("Content-Disposition") != "" {
		t.Errorf("a document that a browser can draw comes as %v: %v", r.Header, err)
	}
	b.id(b.SendFile(li, playground.File{Name: "汉.html", MIME: "text/html", Content: []byte("<script>")}))
	r, err = http.Get(b.url + "/page/files/" + b.last(li).FileID)
	if err != nil {
		t.Fatal(err)
	}
	if err := r.Body.Close(); err != nil || r.Header.Get("Content-Type") != "application/octet-stream" || r.Header.Get("Content-Disposition") != "attachment; filename*=UTF-8''%E6%B1%89.html" {
		t.Errorf("a page of HTML comes as %v: %v", r.Header, err)
	}
}
