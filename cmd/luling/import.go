package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"luling/flows/imports"
	"luling/store"
	"luling/store/files"
	"luling/store/programme"
)

type importCommand struct {
	File string `arg:"" optional:"" help:"名单文件（.xlsx 或 .csv）/ The list, .xlsx or .csv."`
	Kind string `placeholder:"KIND" help:"名单种类，不写则按表头识别 / What it is a list of: bodies, units, people or sites; left out, the header says."`
	Yes  bool   `help:"不询问，直接保存 / Save without asking."`
	New  bool   `help:"疑似重复的均按新增处理，否则不保存 / Take possible duplicates for new ones; otherwise they are left out."`

	Confirm int64  `placeholder:"NUMBER" help:"保存先前核对过的名单 / Save a list that was checked before."`
	Plan    string `placeholder:"HASH" help:"所核对结果的摘要 / Hash of the plan that was shown."`
}

// Run checks a list and prints what it would change; then it asks, and saves.
// Beside a running bot the bot does both. A save that was cut off goes on with
// --confirm.
func (c importCommand) Run(ctx context.Context, s *Settings, out io.Writer) error {
	if (c.File == "") == (c.Confirm == 0) {
		return errors.New("name a file, or a list that was checked with --confirm and --plan")
	}
	if c.File != "" && !running(ctx) {
		whole, err := filepath.Abs(c.File)
		if err != nil {
			return err
		}
		s.typed = slices.Clone(s.typed)
		s.typed[slices.Index(s.typed, c.File)], c.File = whole, whole // the bot runs in another folder
	}
	var said bytes.Buffer
	err := s.with(ctx, &said, func(d *doors) error { return c.run(ctx, *s, d, &said) })
	if _, no := out.Write(said.Bytes()); no != nil || err != nil || running(ctx) {
		return errors.Join(err, no)
	}
	return c.ask(ctx, s, said.String(), os.Stdin, out)
}

var toConfirm = regexp.MustCompile(`luling import (--confirm=\d+) (--plan=[0-9a-f]+)`)

// ask reads the operator's word and hands the confirmation in.
func (c importCommand) ask(ctx context.Context, s *Settings, said string, in io.Reader, out io.Writer) error {
	how := toConfirm.FindStringSubmatch(said)
	if how == nil {
		return nil
	}
	if _, err := fmt.Fprint(out, "保存？ / Save? [y/N] "); err != nil {
		return err
	}
	word, err := bufio.NewReader(in).ReadString('\n')
	if err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	if !strings.EqualFold(strings.TrimSpace(word), "y") {
		_, err = fmt.Fprintln(out, "\n未保存，可稍后以上列命令保存。/ Nothing was saved; the command above saves it.")
		return err
	}
	s.typed = []string{"import", how[1], how[2]}
	again := importCommand{Plan: strings.TrimPrefix(how[2], "--plan=")}
	if _, err := fmt.Sscanf(how[1], "--confirm=%d", &again.Confirm); err != nil {
		return err
	}
	return s.with(ctx, out, func(d *doors) error { return again.run(ctx, *s, d, out) })
}

func (c importCommand) run(ctx context.Context, s Settings, d *doors, out io.Writer) (err error) {
	b, err := s.bench(d)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, b.folder.Close()) }()
	var i programme.Import
	if c.Confirm == 0 {
		if i, err = c.check(ctx, b); err != nil {
			return err
		}
		if err := b.print(ctx, i.ID, out); err != nil || !c.Yes {
			return err
		}
		c.Confirm, c.Plan = int64(i.ID), i.Hash
	}
	if err := c.confirm(ctx, b, &i); err != nil {
		return err
	}
	if i.State == programme.ImportRefused || i.State == programme.ImportUnclear {
		return nil
	}
	order, err := imports.Order(i)
	if err == nil {
		_, err = imports.Save(ctx, b, order)
	}
	if err != nil {
		return err
	}
	return b.print(ctx, i.ID, out)
}

// check stores the file and compares it with the records.
func (c importCommand) check(ctx context.Context, b *operator) (i programme.Import, err error) {
	if c.Kind != "" && !slices.Contains(programme.ImportKinds, programme.ImportKind(c.Kind)) {
		return i, fmt.Errorf("--kind %q is none of %v", c.Kind, programme.ImportKinds)
	}
	content, err := os.Open(c.File)
	if err != nil {
		return i, err
	}
	defer content.Close()
	kept, err := b.Keep(ctx, content)
	if errors.Is(err, files.ErrType) || errors.Is(err, files.ErrUnsafe) || errors.Is(err, files.ErrEmpty) {
		return i, fmt.Errorf("%s is no .xlsx without macros and no .csv: %w", filepath.Base(c.File), err)
	}
	if err != nil {
		return i, err
	}
	var order []byte
	err = b.Update(ctx, func(tx *store.Tx) (err error) {
		i, order, err = imports.Begin(tx, files.CleanName(filepath.Base(c.File)), programme.ImportKind(c.Kind), kept)
		return err
	})
	if err == nil {
		_, err = imports.Read(ctx, b, order)
	}
	if err != nil {
		return i, err
	}
	return i, b.Update(ctx, func(tx *store.Tx) error {
		if i, err = tx.Import(i.ID); err != nil || i.State != programme.ImportReady || !c.New {
			return err
		}
		return imports.Decide(tx, &i, programme.VerdictNew, 0)
	})
}

// confirm fixes the plan, if it is the one that was shown.
func (c importCommand) confirm(ctx context.Context, b *operator, i *programme.Import) error {
	return b.Update(ctx, func(tx *store.Tx) (err error) {
		if *i, err = tx.Import(programme.ImportID(c.Confirm)); err != nil {
			return fmt.Errorf("--confirm: %w", err)
		}
		switch {
		case i.PersonID != 0:
			return errors.New("--confirm: that list was sent in chat, and is confirmed there")
		case i.State == programme.ImportRefused || i.State == programme.ImportUnclear:
			return nil
		case i.Hash != c.Plan:
			return errors.New("--plan: the list is not as it was shown; check the file again")
		case i.State == programme.ImportReady:
			return imports.Confirm(tx, i)
		}
		return nil // saving or saved: it goes on, or is done
	})
}
