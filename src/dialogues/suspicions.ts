import { contestOf } from '../actions/contest.js';
import { entryByCode, entryName, liveEntries } from '../actions/entries.js';
import { needRight } from '../actions/permissions.js';
import { describeSign, remark, remarksIn, suspicionsOf } from '../actions/suspicions.js';
import { Refusal } from '../domain/refusal.js';
import { tidy } from '../domain/text.js';
import type { Turn } from '../turn.js';
import { stack } from '../words.js';

const LONGEST = 500;

/** `/nghivan`: what is odd about the numbers; `/nghivan QN-07 words…` keeps what somebody has found out about it. */
export async function suspicions(turn: Turn, args: string): Promise<void> {
  const contest = await contestOf(turn);
  await needRight(turn, contest, 'seeSuspicions');
  const [code, words] = /^([a-z]*[\s-]*\d+)(?:[\s:,]+(.*))?$/is.exec(args.trim())?.slice(1) ?? [];
  if (args.trim() === '') return showAll(turn);
  const { t } = turn;
  if (!code || !words) throw new Refusal('fraud.how');
  const entry = await entryByCode(turn, contest, code, { any: true });
  const kept = tidy(words);
  if ([...kept].length > LONGEST)
    throw new Refusal('form.tooLong', { longest: LONGEST, length: [...kept].length });
  await remark(turn, contest, entry, kept);
  turn.say(t('fraud.remarked', { entry: entryName(entry), words: kept }));
}

async function showAll(turn: Turn): Promise<void> {
  const { t } = turn;
  const contest = await contestOf(turn);
  const [entries, found, remarks] = await Promise.all([
    liveEntries(turn, contest),
    suspicionsOf(turn, contest),
    remarksIn(turn, contest),
  ]);
  const about = entries.flatMap((entry) => {
    const signs = found.filter((each) => each.entry === entry.code);
    const said = remarks.filter((each) => each.entry === entry.code);
    if (signs.length + said.length === 0) return [];
    return [
      stack(
        [
          t('fraud.entry', { entry: entryName(entry), team: entry.team }),
          ...signs.map(({ sign }) => stack(['•', describeSign(t, sign)], ' ')),
          ...said.map(({ words, at }) => t('fraud.remark', { words, at: t.moment(at) })),
        ],
        '\n',
      ),
    ];
  });
  turn.say(
    about.length === 0
      ? t('fraud.none')
      : stack([t('fraud.title', { contest: contest.plan.shortName }), ...about, t('fraud.whatNow')]),
  );
}
