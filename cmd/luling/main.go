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

不设 LULING_TELEGRAM_TOKEN 时，自带聊天页面，内有各种角色的人。/
Without LULING_TELEGRAM_TOKEN it brings a messenger of its own and prints the address of a chat page with people of every role.

办公室的第一步 / First steps of an office:

  luling body list
  luling unit add 某某医院 --type hospital --area jizhou
  luling invite 陈立新 --role office --trusted
  luling round open 2026 --from 2026-03-02 --until 2026-03-31 --recommend 2026-04-21 --check 2026-05-08
  luling verify

机器人运行时也可使用各命令。/ All commands but run work beside a running bot.`

// A program is the command line: kong reads it, and prints the manual from it.
type program struct {
	Settings `group:"settings"`

	Run       runCommand       `cmd:"" default:"1" help:"运行机器人（默认）/ Run the bot (the default)."`
	Show      showCommand      `cmd:"" name:"settings" help:"显示现行设置，密钥隐去 / Print the settings in force, secrets masked."`
	Verify    verifyCommand    `cmd:"" help:"核验日志链和数据库 / Check the journal's chain from its first row to its last, and the database's invariants."`
	Rules     rulesCommand     `cmd:"" name:"programme" help:"检查规则文件 / Check a programme file and say what it holds."`
	Unit      unitCommand      `cmd:"" help:"单位 / Units: add, list."`
	Body      bodyCommand      `cmd:"" help:"推荐单位 / Recommending bodies: list."`
	Invite    inviteCommand    `cmd:"" help:"邀请人员，链接和邀请码只显示一次 / Invite a person into a role; prints the link and the code once."`
	Person    personCommand    `cmd:"" help:"人员 / People: list, confirm, end."`
	Round     roundCommand     `cmd:"" help:"评选轮次 / Rounds: open, list."`
	Import    importCommand    `cmd:"" help:"导入名单 / Import a list of bodies, units, people or earlier sites; prints what it would change and asks."`
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
func execute(ctx context.Context, args, environment []string, out io.Writer) error {
	var p program
	parser, err := p.parser(out)
	if err != nil {
		return err
	}
	command, err := parse(parser, args)
	if command == nil || err != nil {
		return err
	}
	if err := errors.Join(unknown(environment, known(parser.Model)), p.check()); err != nil {
		return err
	}
	p.typed = args
	command.BindTo(ctx, (*context.Context)(nil))
	command.BindTo(out, (*io.Writer)(nil))
	return command.Run(&p.Settings)
}

func (p *program) parser(out io.Writer) (*kong.Kong, error) {
	parser, err := kong.New(p,
		kong.Name("luling"), kong.Description(manual), kong.Writers(out, out),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, FlagsLast: true}),
		kong.Groups{"settings": "设置 Settings:"},
		kong.Exit(func(int) { panic(done{}) }),
	)
	if err != nil {
		return nil, fmt.Errorf("command line: %w", err)
	}
	parser.Model.HelpFlag.Help = "显示帮助 / Show this help."
	return parser, nil
}

// parse gives no command where --help was all that was asked for.
func parse(parser *kong.Kong, args []string) (command *kong.Context, err error) {
	defer func() {
		if r := recover(); r != nil {
			if _, is := r.(done); !is {
				panic(r)
			}
			command, err = nil, nil
		}
	}()
	if command, err = parser.Parse(args); err != nil {
		return nil, fmt.Errorf("%w (luling --help lists the commands)", err)
	}
	return command, nil
}

// done ends the parsing after --help.
type done struct{}
