import { type Contest, contestOf } from '../actions/contest.js';
import { entriesOf, entryByCode, entryName, exampleCode } from '../actions/entries.js';
import { type Explained, explainResult } from '../actions/explainResult.js';
import { whatIn } from '../actions/ruleEngagement.js';
import { sheetNotes } from '../actions/sheetNotes.js';
import { showcaseOf } from '../actions/showcase.js';
import type { Styled } from '../chat.js';
import { takesPart } from '../domain/entryStates.js';
import { isKnown } from '../domain/plan.js';
import { stageOf } from '../domain/stage.js';
import type { StoredEntry } from '../store/documents.js';
import type { Turn, Work } from '../turn.js';
import { stack } from '../words.js';
import { describeAccount, type Names } from './explainWords.js';
import { describeAgreed, describeOwnStanding } from './resultWords.js';

/** `/giaithich QN-07`: how a total and a place came about, line by line. */
export async function showExplanation(turn: Turn, typed: string): Promise<void> {
  const contest = await contestOf(turn);
  const entry = await meant(turn, contest, typed);
  if (!entry) return;
  const explained = await explainResult(turn, contest, entry);
  turn.say(
    stack([
      explained.isOutdated && turn.t('explain.changedSince'),
      describeAccount(turn.t, explained.account, {
        ...namesIn(turn, contest, entry, explained),
        ...(explained.isInside && { note: await notesBeside(turn, contest, entry) }),
      }),
      ...explained.rulings.map((ruling) =>
        turn.t('ruling.explained', {
          at: turn.t.moment(ruling.at),
          document: ruling.document,
          what: whatIn(turn, ruling),
          reason: ruling.reason,
        }),
      ),
      explained.prizes && describeAgreed(turn.t, explained.prizes, entry.code),
      await onStage(turn, contest, entry),
      // The committee has no complaints about itself.
      !explained.isInside && explained.standing && describeOwnStanding(turn.t, explained.standing, turn.now),
    ]),
  );
}

/** That it was chosen for the stage, and why where somebody better was not; once that was announced. */
async function onStage(turn: Turn, contest: Contest, { code }: StoredEntry): Promise<Styled | null> {
  const onStage = await showcaseOf(turn, contest);
  const own = onStage?.announcedAt ? onStage.picks.find((pick) => pick.code === code) : undefined;
  if (!own) return null;
  return own.reason === null
    ? turn.t('showcase.explained')
    : turn.t('showcase.explainedReason', { reason: own.reason });
}

/** The entry that was named, or the only one of one's own. */
async function meant(turn: Turn, contest: Contest, typed: string): Promise<StoredEntry | null> {
  if (typed) return entryByCode(turn, contest, typed, { any: true });
  const own = (await entriesOf(turn, contest)).filter(({ state }) => takesPart(state));
  const [only, ...others] = own;
  if (only && others.length === 0) return only;
  turn.say(
    turn.t('explain.which', { code: only?.code ?? (await exampleCode(turn, contest)) }),
    own.map((entry) => ({ label: entryName(entry), says: `/giaithich ${entry.code}` })),
  );
  return null;
}

/** What stands beside the judges' sheets for this entry, for who may know everything of them. */
export async function notesBeside(
  work: Work,
  contest: Contest,
  { code }: Pick<StoredEntry, 'code'>,
): Promise<NonNullable<Names['note']>> {
  const { t } = work;
  const notes = await sheetNotes(work, contest, code);
  return (judge) => {
    const { isPaper = false, abstained = null, leftOut = null } = notes.get(judge) ?? {};
    if (leftOut !== null) return t.plain('explain.noteAbstained', { reason: leftOut });
    if (!abstained) return isPaper ? t.plain('explain.notePaper') : null;
    const reason = t.plain(`abstain.${abstained.reason}`);
    return abstained.words
      ? t.plain('explain.noteAbstainedWords', { reason, words: abstained.words })
      : t.plain('explain.noteAbstained', { reason });
  };
}

/** A team reads numbers for the judges, unless the plan wants them named. */
function namesIn(
  { t }: Turn,
  { plan }: Contest,
  entry: StoredEntry,
  { judges, isInside, reading }: Explained,
): Names {
  const { criteria, jury, precision } = plan.scoring;
  const isNamed = isInside || jury.named === true;
  const judge = (id: string): string => {
    const index = judges.findIndex(({ person }) => person === id);
    const name = isNamed ? judges[index]?.name : undefined;
    return name ?? t.plain('explain.judge', { number: index + 1 });
  };
  const stage = stageOf(plan);
  return {
    entry: entryName(entry),
    judge,
    reading,
    criteria: isKnown(criteria) ? criteria : [],
    ...(stage?.isScored && { parts: stage.parts }),
    ...(isKnown(precision) && { precision }),
  };
}
