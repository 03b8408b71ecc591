import { writeFile } from 'node:fs/promises';
import { Presets, SingleBar } from 'cli-progress';
import { type Killable, killables } from '../replay/assistantProcess.js';
import type { Finding } from '../replay/findings.js';
import { replayable } from '../replay/programmes.js';
import { type Progress, ReplayBroke, type Replayed, replay } from '../replay/replay.js';
import type { Verdict } from '../replay/verdict.js';
import { words } from '../src/words.js';
import type { Terminal } from './terminal.js';
import { WrongUse } from './wrongUse.js';

const t = words.plain;

/** Plays a contest; shows what the groups got, the counts, and what is wrong if anything is. */
export async function runReplay(
  name: string,
  { seed, json, kill = [], within }: { seed: string; json?: string; kill?: string[]; within?: string },
  terminal: Terminal,
): Promise<number> {
  const programme = oneOf(name, replayable);
  if (!/^\d+$/.test(seed)) throw new WrongUse(t('cli.badValue', { value: seed, allowed: '0, 1, 2, …' }));
  if (within !== undefined && !/^[1-9]\d*$/.test(within))
    throw new WrongUse(t('cli.badValue', { value: within, allowed: '1, 2, 3, …' }));
  const kills = kill.map((what): Killable => oneOf(what, killables));
  terminal.say(t('cli.replayBegins', { contest: programme, seed }));
  const bar = openBar(terminal);
  let replayed: Replayed;
  try {
    replayed = await replay({
      programme,
      seed,
      kills,
      ...(within && { within: Number(within) }),
      onProgress: bar.show,
    });
  } catch (error) {
    if (!(error instanceof ReplayBroke)) throw error;
    bar.stop();
    terminal.say(t('cli.replayBroke', { reason: error.message, folder: error.folder }));
    return 1;
  }
  bar.stop();

  const { recorded, results, verdicts, seconds, peakMegabytes, deaths } = replayed;
  for (const [group, result] of Object.entries(results).filter(([, each]) => each !== ''))
    terminal.show(`\n${t('cli.replayGroup', { group })}\n${result}`);
  terminal.show(`\n${t('cli.replayCounts')}`);
  const { counts } = recorded;
  for (const what of countNames) terminal.show(`  ${t(`cli.${what}`)}: ${counts[what]}`);
  if (deaths.bot + deaths.engine > 0) terminal.show(t('cli.deaths', deaths));
  terminal.show(t('cli.replayTook', { seconds: words.number(seconds.toFixed(1)), megabytes: peakMegabytes }));
  if (json) await write(json, `${JSON.stringify(recorded, null, 2)}\n`);
  for (const verdict of verdicts) showVerdict(verdict, terminal);
  return verdicts.every(({ findings }) => findings.length === 0) ? 0 : 1;
}

function showVerdict({ contest, isRanked, unplayed, findings }: Verdict, terminal: Terminal): void {
  terminal.show(`\n${contest}`);
  if (unplayed.length > 0) terminal.show(t('cli.replayUnplayed', { titles: unplayed.join(', ') }));
  for (const finding of findings) terminal.show(described(finding));
  if (findings.length === 0) terminal.show(t(isRanked ? 'cli.replayFine' : 'cli.replayFineSoFar'));
}

const countNames = [
  'updatesIn',
  'turns',
  'sent',
  'refused',
  'duplicatesDropped',
  'sentAgain',
  'parked',
  'lost',
] as const;

function oneOf<Allowed extends string>(value: string, allowed: readonly Allowed[]): Allowed {
  const found = allowed.find((each) => each === value);
  if (!found) throw new WrongUse(t('cli.badValue', { value, allowed: allowed.join(', ') }));
  return found;
}

function described(finding: Finding): string {
  switch (finding.kind) {
    case 'count': {
      const { what, is, must } = finding;
      return t('cli.foundCount', { what: t(foundNames[what]), is, must });
    }
    case 'groupsDiffer':
      return t('cli.foundGroupsDiffer');
    case 'groupShowsOther':
      return t('cli.foundGroupShowsOther', { group: finding.group });
    case 'reckonedOtherwise':
      return t('cli.foundReckonedOtherwise', { codes: finding.codes.join(', ') });
    case 'reminded':
      return t(remindedNames[finding.how], { which: finding.which.join(', ') });
  }
}

const remindedNames = {
  chased: 'cli.foundChased',
  tooMany: 'cli.foundTooMany',
  atNight: 'cli.foundAtNight',
} as const;

const foundNames = {
  registered: 'cli.foundRegistered',
  entries: 'cli.foundEntries',
  unscreened: 'cli.foundUnscreened',
  nominations: 'cli.foundNominations',
  lists: 'cli.foundLists',
  people: 'cli.foundPeople',
  sheets: 'cli.foundSheets',
  ranking: 'cli.foundRanking',
  lost: 'cli.foundLost',
  parked: 'cli.foundParked',
} as const;

/** A bar where somebody watches, now and then a line where a file does. */
function openBar(terminal: Terminal) {
  const { stderr } = terminal;
  if (stderr.isTTY) {
    const bar = new SingleBar(
      { format: t('cli.replayBar'), hideCursor: true, stream: stderr },
      Presets.shades_classic,
    );
    let begun = false;
    return {
      show({ goals, of, at }: Progress): void {
        const moment = words.day(at);
        if (!begun) bar.start(of, goals, { moment });
        else bar.update(goals, { moment });
        begun = true;
      },
      stop: () => bar.stop(),
    };
  }
  let told = 0;
  return {
    show({ goals, of, at }: Progress): void {
      if (goals < of && goals - told < of / 8) return;
      if (goals > told) terminal.say(t('cli.replayPart', { moment: words.day(at), goals, of }));
      told = goals;
    },
    stop: () => {},
  };
}

async function write(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (error) {
    throw new WrongUse(
      t('cli.cannotWrite', { file, reason: (error as NodeJS.ErrnoException).code ?? 'unknown' }),
      { cause: error },
    );
  }
}
