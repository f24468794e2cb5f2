// Command luling runs the bot of a city's demonstration-site programme.
//
// Without an account it runs with a messenger of its own, the playground; with
// a token it runs against Telegram. Its other commands are the operator's: they
// work whether the bot is running or not. It decides nothing itself.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/alecthomas/kong"
)

// manual is what --help says before the list of commands.
const manual = `庐陵 Luling: 市级人才工作示范点创建工作机器人 / a talent-work demonstration-site programme in chat.

Without LULING_TELEGRAM_TOKEN it starts with its own messenger and prints the
address of a chat page with people of every role. Data is kept under LULING_DATA.`

// A program is the command line: kong reads it, and prints the manual from it.
type program struct {
	Settings

	Run       runCommand       `cmd:"" default:"1" help:"Run the bot (the default)."`
	Show      showCommand      `cmd:"" name:"settings" help:"Print the settings in force, secrets masked."`
	Verify    verifyCommand    `cmd:"" help:"Check the journal's chain from its first row to its last, and the database's invariants."`
	Rules     rulesCommand     `cmd:"" name:"programme" help:"Check a programme file and say what it holds."`
	Unit      unitCommand      `cmd:"" help:"Units: add, list."`
	Body      bodyCommand      `cmd:"" help:"Recommending bodies: list."`
	Invite    inviteCommand    `cmd:"" help:"Invite a person into a role; prints the link and the code once."`
	Person    personCommand    `cmd:"" help:"People: list, confirm, end."`
	Round     roundCommand     `cmd:"" help:"Rounds: open, list."`
	Messenger messengerCommand `cmd:"" hidden:"" help:"Run the bot against the playground that started it."`
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := execute(ctx, os.Args[1:], os.Environ(), os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "luling:", err)
		os.Exit(1)
	}
}

// execute runs one command line. It is also what a running bot does for the
// operator's commands, so it prints only to out.
func execute(ctx context.Context, args, environment []string, out io.Writer) (err error) {
	var p program
	parser, err := kong.New(&p,
		kong.Name("luling"), kong.Description(manual), kong.Writers(out, out),
		kong.Exit(func(int) { panic(done{}) }), kong.UsageOnError(),
	)
	if err != nil {
		return fmt.Errorf("command line: %w", err)
	}
	defer func() {
		if r := recover(); r != nil {
			if _, is := r.(done); !is {
				panic(r)
			}
			err = nil
		}
	}()
	command, err := parser.Parse(args)
	if err != nil {
		return err
	}
	if err := errors.Join(unknown(environment), p.Settings.check()); err != nil {
		return err
	}
	command.BindTo(ctx, (*context.Context)(nil))
	command.BindTo(out, (*io.Writer)(nil))
	return command.Run(&p.Settings)
}

// done ends the parsing after --help.
type done struct{}
