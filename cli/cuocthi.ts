import process from 'node:process';
import { Command, CommanderError } from 'commander';
import { CannotStart } from '../src/cannotStart.js';
import { words } from '../src/words.js';
import { explained as whyNot } from './explained.js';
import { WrongUse } from './wrongUse.js';

/** `npm run cuocthi -- <command>`. Exit status: 0 fine, 1 something was found, 2 wrong use. */

const t = words.plain;

const titles: Record<string, string> = {
  'Usage:': t('cli.usageTitle'),
  'Arguments:': t('cli.argumentsTitle'),
  'Options:': t('cli.optionsTitle'),
  'Commands:': t('cli.commandsTitle'),
};

/** Each command is loaded when it is called: a ranking needs no messengers. */
function program(): Command {
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
          process.exitCode = await runReplay(contest, options);
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
          process.exitCode = await runRank(file, options);
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
          process.exitCode = await runExplain(from, code, options);
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
          process.exitCode = await runRecompute(contest, options);
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
          process.exitCode = await runCheck(file, options);
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
          process.exitCode = await runTao(file, options);
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
          process.exitCode = await runOrganizerCode(options);
        }),
    )
    .addCommand(unitsCommand());
  return all;
}

function unitsCommand(): Command {
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
          process.exitCode = await runImport(file, options);
        }),
    )
    .addCommand(
      command('xuat')
        .description(t('unitList.export'))
        .argument('<name>', t('unitList.exportList'))
        .action(async (list) => {
          const { runExport } = await import('./units.js');
          process.exitCode = await runExport(list);
        }),
    );
}

const command = (name: string): Command =>
  new Command(name)
    .exitOverride()
    .helpOption('-h, --help', t('cli.help'))
    .configureHelp({
      styleTitle: (title) => titles[title] ?? title,
      subcommandTerm: (sub) =>
        [sub.name(), ...sub.registeredArguments.map((each) => `<${each.name()}>`)].join(' '),
      optionDescription: ({ description }) => description,
    })
    .configureOutput({ outputError: () => {} });

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

const complain = (line: string) => process.stderr.write(`${line}\n`);

try {
  await program().parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    if (error.exitCode !== 0) {
      if (error.code !== 'commander.help') complain(explained(error));
      complain(t('cli.seeHelp', { command: 'help' }));
    }
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  } else if (error instanceof WrongUse) {
    complain(error.message);
    process.exitCode = 2;
  } else if (error instanceof CannotStart) {
    complain(whyNot(error));
    process.exitCode = 1;
  } else throw error;
}
