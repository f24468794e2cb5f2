package paper_test

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"luling/bot/paper"
	"luling/locales"
)

func texts(t *testing.T) *locales.Texts {
	t.Helper()
	all, err := locales.Load()
	if err != nil {
		t.Fatal(err)
	}
	words := map[string]string{"Zh": "吉安市", "En": "Ji'an"}
	return all.With(map[string]any{"bot": "luling_bot", "city": words, "office": words, "phone": "0796-8223344"})
}

const two = `{"Made":"2026-03-02","Slips":[
	{"Where":"吉安市庐陵人民医院","Name":"刘晓梅","Post":"主任","Role":"contact","Typed":"ABCDE 23456","Link":"LINK1","Until":"2026-03-09T01:00:00Z","AsksFirst":false},
	{"Where":"","Name":"<陈&教授>\u0007","Post":"","Role":"reviewer","Typed":"FGHJK 67972","Link":"LINK2","Until":"2026-03-05T01:00:00Z","AsksFirst":true}]}`

// parts unpacks a document and reads every part as XML.
func parts(t *testing.T, s paper.Sheet) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(s.Content), int64(len(s.Content)))
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		d := xml.NewDecoder(bytes.NewReader(content))
		for {
			if _, err := d.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatalf("%s: %v", f.Name, err)
			}
		}
		all[f.Name] = string(content)
	}
	return all
}

func TestSlips(t *testing.T) {
	t.Parallel()
	words := texts(t)
	zh, err := paper.Make("slips", json.RawMessage(two), words, "zh")
	if err != nil || zh.Name != "邀请单-2026-03-02.docx" {
		t.Fatal(zh.Name, err)
	}
	said := parts(t, zh)["word/document.xml"]
	for _, want := range []string{
		"邀请单（2 份）", "吉安市庐陵人民医院 联络员：刘晓梅（主任）", "ABCDE 23456", "https://t.me/luling_bot?start=LINK1", "2026年3月9日 09:00",
		"评审专家：&lt;陈&amp;教授&gt;", "须经市人才办确认", "使用方法", "How to use it",
	} {
		if !strings.Contains(said, want) {
			t.Errorf("the document does not say %q", want)
		}
	}
	if n := strings.Count(said, "<w:tbl>"); n != 2 || strings.Count(said, "<w:cantSplit/>") != 2 {
		t.Errorf("%d boxes", n)
	}
	if strings.Index(said, "使用方法") > strings.Index(said, "How to use it") {
		t.Error("the reader's language does not come first")
	}
	en, err := paper.Make("slips", json.RawMessage(two), words, "en")
	if err != nil || !strings.Contains(parts(t, en)["word/document.xml"], "Valid until") {
		t.Errorf("in English: %v", err)
	}
	again, err := paper.Make("slips", json.RawMessage(two), words, "zh")
	if err != nil || !bytes.Equal(zh.Content, again.Content) {
		t.Errorf("the same data give other bytes: %v", err)
	}
}

func TestDocumentsThatAreNot(t *testing.T) {
	t.Parallel()
	if _, err := paper.Make("poem", nil, texts(t), "zh"); !errors.Is(err, paper.ErrKind) {
		t.Error(err)
	}
	if _, err := paper.Make("slips", json.RawMessage("{"), texts(t), "zh"); err == nil {
		t.Error("data that is none makes a document")
	}
}
