import { Command, CommanderError } from 'commander';
import { CannotStart } from '../src/cannotStart.js';
import { words } from '../src/words.js';
import { explained as whyNot } from './explained.js';
import { type Streams, Terminal } from './terminal.js';
import { WrongUse } from './wrongUse.js';

const t = words.plain;

const titles: Record<string, string> = {
  'Usage:': t('cli.usageTitle'),
  'Arguments:': t('cli.argumentsTitle'),
  'Options:': t('cli.optionsTitle'),
  'Commands:': t('cli.commandsTitle'),
};

/** `npm run cuocthi -- <args>`. Answers the exit status: 0 fine, 1 something was found, 2 wrong use. */
export async function run(args: string[], streams: Streams): Promise<number> {
  const terminal = new Terminal(streams);
  const call = { terminal, status: 0 };
  try {
    await program(call).parseAsync(args, { from: 'user' });
    return call.status;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return 0;
      if (error.code !== 'commander.help') terminal.say(explained(error));
      terminal.say(t('cli.seeHelp', { command: 'help' }));
      return 2;
    }
    if (error instanceof WrongUse) {
      terminal.say(error.message);
      return 2;
    }
    if (error instanceof CannotStart) {
      terminal.say(whyNot(error));
      return 1;
    }
    throw error;
  }
}

/** What is being called, and how it ends. */
type Call = { terminal: Terminal; status: number };

/** Each command is loaded when it is called: a ranking needs no messengers. */
function program(call: Call): Command {
  const { terminal } = call;
  const command = (name: string) => newCommand(name, terminal);
  const all = command('cuocthi')
    .description(t('cli.about'))
    .usage(`${t('cli.usageCommand')} ${t('cli.usageOptions')}`);
  all.helpCommand(`help ${t('cli.usageCommand')}`, t('cli.helpCommand'));

  all
    .addCommand(
      command('replay')
        .description(t('cli.replay'))
        .usage(`${t('cli.usageOptions')} <contest>`)
        .argument(
          '<contest>',
          t('cli.replayContest', { allowed: 'qn-2023, sl-2024, dn-2023, binh-son-2023, qn-2026' }),
        )
        .option('--seed <n>', t('cli.replaySeed'), '1')
        .option('--json <file>', t('cli.replayJson'))
        .option('--kill <what...>', t('cli.replayKill'))
        .option('--within <seconds>', t('cli.replayWithin'))
        .action(async (contest, options) => {
          const { runReplay } = await import('./replay.js');
          call.status = await runReplay(contest, options, terminal);
        }),
    )
    .addCommand(
      command('rank')
        .description(t('cli.rank'))
        .usage(`${t('cli.usageOptions')} <file>`)
        .argument('<file>', t('cli.rankFile'))
        .option('--json', t('cli.json'))
        .action(async (file, options) => {
          const { runRank } = await import('./rank.js');
          call.status = await runRank(file, options, terminal);
        }),
    )
    .addCommand(
      command('explain')
        .description(t('explain.command'))
        .usage(`${t('cli.usageOptions')} <from> <code>`)
        .argument('<from>', t('explain.commandFrom'))
        .argument('<code>', t('explain.commandCode'))
        .option('--json', t('cli.json'))
        .action(async (from, code, options) => {
          const { runExplain } = await import('./explain.js');
          call.status = await runExplain(from, code, options, terminal);
        }),
    )
    .addCommand(
      command('recompute')
        .description(t('recompute.command'))
        .usage(`${t('cli.usageOptions')} <contest>`)
        .argument('<contest>', t('recompute.commandContest'))
        .option('--json', t('cli.json'))
        .action(async (contest, options) => {
          const { runRecompute } = await import('./recompute.js');
          call.status = await runRecompute(contest, options, terminal);
        }),
    )
    .addCommand(
      command('check')
        .description(t('cli.check'))
        .usage(`${t('cli.usageOptions')} <file>`)
        .argument('<file>', t('cli.checkFile', { example: 'qn-2023' }))
        .option('--json', t('cli.json'))
        .action(async (file, options) => {
          const { runCheck } = await import('./check.js');
          call.status = await runCheck(file, options, terminal);
        }),
    )
    .addCommand(
      command('tao')
        .description(t('setUp.command'))
        .usage(`${t('cli.usageOptions')} [file]`)
        .argument('[file]', t('setUp.commandFile', { example: 'qn-2023' }))
        .option('--tu <id>', t('setUp.commandFrom'))
        .option('--ma <id>', t('setUp.commandId'))
        .option('--ten <name>', t('setUp.commandName'))
        .option('--ten-ngan <name>', t('setUp.commandShortName'))
        .option('--json', t('cli.json'))
        .action(async (file, options) => {
          const { runTao } = await import('./tao.js');
          call.status = await runTao(file, options, terminal);
        }),
    )
    .addCommand(
      command('ma-to-chuc')
        .description(t('cli.organizerCode'))
        .usage(t('cli.usageOptions'))
        .option('--contest <id>', t('cli.organizerCodeContest'))
        .option('--json', t('cli.json'))
        .action(async (options) => {
          const { runOrganizerCode } = await import('./organizerCode.js');
          call.status = await runOrganizerCode(options, terminal);
        }),
    )
    .addCommand(unitsCommand(call));
  return all;
}

function unitsCommand(call: Call): Command {
  const { terminal } = call;
  const command = (name: string) => newCommand(name, terminal);
  const all = command('donvi').description(t('unitList.about')).usage(t('cli.usageCommand'));
  all.helpCommand(`help ${t('cli.usageCommand')}`, t('cli.helpCommand'));
  return all
    .addCommand(
      command('nhap')
        .description(t('unitList.import'))
        .usage(`${t('cli.usageOptions')} <file>`)
        .argument('<file>', t('unitList.importFile'))
        .requiredOption('--danh-sach <name>', t('unitList.importList'))
        .option('--noi-tiep <name>', t('unitList.importBefore'))
        .action(async (file, options) => {
          const { runImport } = await import('./units.js');
          call.status = await runImport(file, options, terminal);
        }),
    )
    .addCommand(
      command('xuat')
        .description(t('unitList.export'))
        .argument('<name>', t('unitList.exportList'))
        .action(async (list) => {
          const { runExport } = await import('./units.js');
          call.status = await runExport(list, terminal);
        }),
    );
}

const newCommand = (name: string, terminal: Terminal): Command =>
  new Command(name)
    .exitOverride()
    .helpOption('-h, --help', t('cli.help'))
    .configureHelp({
      styleTitle: (title) => titles[title] ?? title,
      subcommandTerm: (sub) =>
        [sub.name(), ...sub.registeredArguments.map((each) => `<${each.name()}>`)].join(' '),
      optionDescription: ({ description }) => description,
    })
    .configureOutput({
      writeOut: (text) => terminal.print(text),
      writeErr: (text) => terminal.stderr.write(text),
      outputError: () => {},
    });

/** What commander found, in the operator's language. */
function explained({ code, message }: CommanderError): string {
  const [, quoted = ''] = /'([^']*)'/.exec(message) ?? [];
  switch (code) {
    case 'commander.unknownCommand':
      return t('cli.unknownCommand', { command: quoted });
    case 'commander.unknownOption':
      return t('cli.unknownOption', { option: quoted });
    case 'commander.missingArgument':
      return t('cli.missingArgument');
    case 'commander.excessArguments':
      return t('cli.tooManyArguments');
    case 'commander.missingMandatoryOptionValue':
      return t('cli.missingOption', { option: quoted });
    case 'commander.optionMissingArgument':
      return t('cli.missingValue');
    default:
      return t('cli.wrongUse');
  }
}
