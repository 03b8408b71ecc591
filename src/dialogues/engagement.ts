import { z } from 'zod';
import { type Contest, contestOf } from '../actions/contest.js';
import { needVoting } from '../actions/engagement.js';
import { entryByCode, entryName, exampleCode } from '../actions/entries.js';
import { may, needRight } from '../actions/permissions.js';
import {
  type Entered,
  knownBefore,
  type Reading,
  type Recorded,
  recordEngagement,
} from '../actions/recordEngagement.js';
import { freezeInstant } from '../domain/decisions.js';
import { type CountsRead, readCountLines, readCountTable, readMoment } from '../domain/engagement/lines.js';
import { Refusal } from '../domain/refusal.js';
import type { Proof } from '../store/documents.js';
import type { Turn } from '../turn.js';
import { stack, type Words } from '../words.js';
import { beginProof, LINK, linkProof, pictureProof, proofIn } from './engagementProof.js';
import { showEngagement } from './engagementSeen.js';
import { type Answers, beginForm, type Form } from './form.js';
import { unreadableFile } from './readList.js';
import { inWords } from './refused.js';
import { choiceStep } from './steps.js';

const kept = z.array(
  z.object({
    ...{ entry: z.string(), likes: z.number(), shares: z.number(), at: z.string().nullable() },
    proof: z.unknown().optional(),
  }),
);

const readingsIn = ({ readings }: Answers): Reading[] =>
  kept.parse(readings).map((each) => ({
    ...each,
    at: each.at === null ? null : new Date(each.at),
    proof: (each.proof ?? null) as Proof | null,
  }));

/** As it was when the numbers were typed, however much later somebody says that they are right. */
function enteredIn(turn: Turn, { source, enteredAt, proof }: Answers): Entered {
  return {
    source: z.enum(['typed', 'table']).parse(source),
    enteredAt: z.coerce.date().catch(turn.now).parse(enteredAt),
    proof: (proof ?? null) as Proof | null,
  };
}

/** Fewer likes or shares than were known are written down only when somebody says that they are right. */
export const lowerEngagement: Form = {
  name: 'lowerEngagement',
  version: 1,
  title: 'engagement.title',
  steps: [
    choiceStep({
      name: 'sure',
      label: 'form.confirm',
      ask: async (turn, answers) => {
        const contest = await contestOf(turn);
        const readings = readingsIn(answers);
        const { enteredAt } = enteredIn(turn, answers);
        const known = await knownBefore(turn, contest, readings, enteredAt);
        const { t } = turn;
        const lines = readings.flatMap(({ entry, likes, shares }, index) => {
          const { before, lower } = known[index] ?? {};
          return lower && before
            ? [
                t('engagement.lower', {
                  code: entry,
                  ...numbers(t, { likes, shares }),
                  likesBefore: t.number(before.likes),
                  sharesBefore: t.number(before.shares),
                }),
              ]
            : [];
        });
        return stack([...lines, t('engagement.lowerSure')], '\n');
      },
      offers: { yes: (t) => t.plain('engagement.lowerYes'), no: (t) => t.plain('engagement.lowerNo') },
    }),
  ],
  async finish(turn, answers) {
    if (answers.sure !== 'yes') return turn.say(turn.t('engagement.lowerLeft'));
    await save(turn, await contestOf(turn), readingsIn(answers), enteredIn(turn, answers));
  },
};

/**
 * `/tuongtac QN-07 310 120`: likes, then shares, and when they were read if it wasn't now. Several lines, or
 * a table, are kept all, or none of them. Alone it shows what counts.
 */
export async function engagement(turn: Turn, args: string): Promise<void> {
  const contest = await contestOf(turn);
  await needRight(turn, contest, 'recordEngagement');
  needVoting(turn, contest);
  if (turn.attachment) return recordTable(turn, contest, readMoment(args, turn.now));
  if (args.trim() === '') return showEngagement(turn, contest);
  const read = readCountLines(args.replace(LINK, ' '), turn.now);
  const lines = args.split('\n');
  // A picture may show all lines. A link shows one: its own line, or all that was typed if that is one.
  const proofOf = (line: number) => onlyLink(turn, read.rows.length === 1 ? args : lines[line - 1]);
  await record(turn, contest, read, { source: 'typed', proof: pictureProof(turn) }, proofOf);
}

/** Of several links each shows something else, and which of them is meant isn't asked. */
function onlyLink(turn: Turn, text = ''): Proof | null {
  const [link, ...others] = new Set(text.match(LINK));
  return others.length > 0 ? null : linkProof(turn, link);
}

/** A table that was sent without being asked for: `false` where it isn't one of likes and shares. */
export async function recordSentTable(turn: Turn): Promise<boolean> {
  const { attachment } = turn;
  if (attachment?.kind !== 'table' || !readCountTable(attachment.lines, null)) return false;
  const contest = await contestOf(turn);
  if (!(await may(turn, contest, 'recordEngagement'))) return false;
  needVoting(turn, contest);
  await recordTable(turn, contest, null);
  return true;
}

async function recordTable(turn: Turn, contest: Contest, at: Date | null): Promise<void> {
  const { attachment } = turn;
  if (attachment?.kind === 'unreadable') throw unreadableFile(attachment);
  const read = attachment?.kind === 'table' ? readCountTable(attachment.lines, at) : null;
  if (!read || read.rows.length + read.problems.length === 0) throw new Refusal('engagement.noTable');
  await record(turn, contest, read, { source: 'table', proof: proofIn(turn) });
}

/** So many lines that can't be read are shown; who has more has to look at his table anyway. */
const MOST_PROBLEMS = 15;

async function record(
  turn: Turn,
  contest: Contest,
  { rows, problems }: CountsRead,
  { source, proof }: Pick<Entered, 'source' | 'proof'>,
  proofOf: (line: number) => Proof | null = () => null,
): Promise<void> {
  const { t } = turn;
  const isAlone = source === 'typed' && rows.length + problems.length === 1;
  const wrong: { line: number; words: ReturnType<typeof inWords> }[] = problems.map(
    ({ line, text, problem }) => ({ line, words: t(`engagement.${problem}`, { line: text }) }),
  );
  const readings: Reading[] = [];
  for (const { line, code, likes, shares, at } of rows)
    try {
      const { code: entry } = await entryByCode(turn, contest, code);
      if (readings.some((each) => each.entry === entry))
        throw new Refusal('engagement.twice', { code: entry });
      readings.push({ entry, likes, shares, at, proof: proof ?? proofOf(line) });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      wrong.push({ line, words: inWords(t, error) });
    }
  if (wrong.length > 0) {
    wrong.sort((one, other) => one.line - other.line);
    const example = `/tuongtac ${await exampleCode(turn, contest)} 310 120`;
    const shown = wrong.slice(0, MOST_PROBLEMS);
    const lines = shown.map(({ line, words }) =>
      isAlone ? words : stack([t('engagement.line', { line }), words], ' '),
    );
    const more = wrong.length - shown.length;
    return turn.say(
      stack([
        stack([...lines, more > 0 && t('engagement.moreWrong', { count: more })], '\n'),
        problems.length > 0 && source === 'typed' && t('engagement.how', { example }),
        !isAlone && t('engagement.nothingKept'),
      ]),
    );
  }
  const entered = { source, enteredAt: turn.now, proof };
  const known = await knownBefore(turn, contest, readings, entered.enteredAt);
  if (!known.some(({ lower }) => lower)) return save(turn, contest, readings, entered);
  const plain = readings.map((each) => ({ ...each, at: each.at?.toISOString() ?? null }));
  await beginForm(turn, lowerEngagement, { readings: plain, ...entered }, { over: true });
}

/** Writes them down, and asks for what proves them unless it came along. */
async function save(
  turn: Turn,
  contest: Contest,
  readings: readonly Reading[],
  entered: Entered,
): Promise<void> {
  const recorded = await recordEngagement(turn, contest, readings, entered);
  const said = await describeRecorded(turn, contest, recorded, entered);
  const { t } = turn;
  const bare = recorded.filter(({ proof }) => !proof);
  const codes = bare.map(({ entry }) => entry);
  if (bare.length === 0) return turn.say(stack([said, t('engagement.proofAlong')]));
  const lacking = bare.length < recorded.length && t('engagement.proofLacking', { codes: codes.join(', ') });
  await beginProof(turn, { ids: bare.map(({ id }) => id), codes }, stack([said, lacking]));
}

async function describeRecorded(
  turn: Turn,
  contest: Contest,
  recorded: readonly Recorded[],
  { enteredAt }: Entered,
) {
  const { t } = turn;
  const freeze = freezeInstant(contest.plan);
  const isNow = recorded.every(({ at }) => at === null);
  const lines = [];
  for (const { entry: code, before, at, ...counts } of recorded) {
    const entry = entryName(await entryByCode(turn, contest, code, { any: true }));
    const own = !isNow && t('engagement.readAt', { at: t.moment(at ?? enteredAt) });
    const was = before && t('engagement.before', numbers(t, before));
    lines.push(stack([t('engagement.saved', { entry, ...numbers(t, counts) }), own, was], ' '));
  }
  const is = (standing: Recorded['standing']) => recorded.some((each) => each.standing === standing);
  return stack([
    stack(
      [isNow ? t('engagement.at', { at: t.moment(enteredAt) }) : t('engagement.atOther'), ...lines],
      '\n',
    ),
    freeze && is('afterFreeze') && t('engagement.tooLate', { freeze: t.moment(freeze) }),
    freeze && is('needsProof') && t('engagement.needsProof', { freeze: t.moment(freeze) }),
    freeze && is('outweighed') && t('engagement.outweighed', { freeze: t.moment(freeze) }),
    freeze && is('late') && t('engagement.late', { freeze: t.moment(freeze) }),
  ]);
}

const numbers = (t: Words, { likes, shares }: { likes: number; shares: number }) => ({
  likes: t.number(likes),
  shares: t.number(shares),
});
