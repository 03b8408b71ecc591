import { z } from 'zod';
import { abstain as keepAbstention, mayAbstain } from '../actions/abstain.js';
import { type Contest, contestOf, exampleUnit } from '../actions/contest.js';
import { entryByCode, isBlind, nameForJudges } from '../actions/entries.js';
import { seatNow } from '../actions/locks.js';
import { judgeProgress, mayScore, sheetOf } from '../actions/recordScore.js';
import { unitName } from '../actions/registrations.js';
import { needSeats } from '../actions/seats.js';
import { isOnStage } from '../actions/stageClosings.js';
import { type AbstentionReason, abstentionReasons, isRecusal } from '../domain/scoring.js';
import { fold, tidy } from '../domain/text.js';
import type { StoredEntry } from '../store/documents.js';
import type { Turn } from '../turn.js';
import { stack } from '../words.js';
import { DECLARATION, dropSheets } from './declaring.js';
import { type Answers, beginForm, Fill, type Form, Stop } from './form.js';
import { beginRecusing } from './recuse.js';
import { sayNext } from './score.js';
import { choiceStep, chooseOne, confirmStep, textStep } from './steps.js';

const SHORTEST = 3;
const LONGEST = 300;

/** Those reasons that say nothing by themselves. */
const needsWords = ({ reason }: Answers): boolean => reason === 'relation' || reason === 'other';

const reasonIn = ({ reason }: Answers): AbstentionReason =>
  abstentionReasons.find((each) => each === reason) ?? 'other';

/** Asked for where the reason needs them; taken wherever they were typed. */
const hasWords = (answers: Answers): boolean => needsWords(answers) || 'words' in answers;

const wordsIn = (answers: Answers): string | null => (hasWords(answers) ? String(answers.words ?? '') : null);

/** Those that can be here: who comes on a stage needs no video, and before the judging begins it is ties alone. */
const reasonsIn = ({ reasons }: Answers): readonly AbstentionReason[] =>
  reasons === undefined ? abstentionReasons : z.array(z.enum(abstentionReasons)).parse(reasons);

const reasonStep = choiceStep({
  name: 'reason',
  label: 'abstain.reasonLabel',
  ask: ({ t }, { entry, words }) =>
    words === undefined
      ? t('abstain.reasonAsk', { entry: String(entry) })
      : t('abstain.reasonAskKind', { entry: String(entry), words: String(words) }),
  offers: {
    relation: (t) => t.plain('abstain.relation'),
    unit: (t) => t.plain('abstain.unit'),
    video: (t) => t.plain('abstain.video'),
    other: (t) => t.plain('abstain.other'),
    none: (t) => t.plain('abstain.none'),
  },
});

/** `/khongcham QN-07`: a judge says that he doesn't score an entry, and why. */
export const abstain: Form = {
  name: DECLARATION,
  version: 1,
  title: 'abstain.title',
  steps: [
    {
      ...reasonStep,
      ask: async (turn, answers) => {
        const { text, choices = [] } = await reasonStep.ask(turn, answers);
        const offered = [...reasonsIn(answers), 'none'];
        return { text, choices: choices.filter(({ says }) => offered.includes(says)) };
      },
      // A reason in his own words is kept, and only its kind is asked: different things follow from each.
      read: (turn, input, answers) => {
        if (input.says === 'none') return stillScores(turn, answers);
        const words = input.says === null && input.event.kind === 'text' ? wordsTyped(input.text) : null;
        if (words !== null) return new Fill({ words });
        if (!reasonsIn(answers).some((each) => each === input.says)) throw chooseOne(turn);
        return reasonStep.read(turn, input, answers);
      },
    },
    textStep({
      name: 'words',
      label: 'abstain.wordsLabel',
      length: [SHORTEST, LONGEST],
      when: hasWords,
      ask: ({ t }, { reason }) => t(reason === 'relation' ? 'abstain.relationAsk' : 'abstain.wordsAsk'),
    }),
    confirmStep({
      ask: async (turn, answers) => {
        const { t } = turn;
        const contest = await contestOf(turn);
        const entry = await entryByCode(turn, contest, String(answers.code));
        const reason = reasonIn(answers);
        return stack(
          [
            t('abstain.check', {
              entry: nameForJudges(contest, entry),
              reason: t.plain(`abstain.${reason}`),
            }),
            wordsIn(answers),
            await whatFollows(turn, contest, entry, reason),
          ],
          '\n',
        );
      },
      yes: 'abstain.yes',
      change: [
        { step: 'reason', label: 'abstain.reasonLabel' },
        { step: 'words', label: 'abstain.wordsLabel' },
      ],
    }),
  ],
  async finish(turn, answers) {
    const contest = await contestOf(turn);
    const entry = await entryByCode(turn, contest, String(answers.code));
    await keepAbstention(turn, contest, entry, { reason: reasonIn(answers), words: wordsIn(answers) });
    const dropped = await dropSheets(turn, contest, entry.code);
    const saved = stack(
      [
        turn.t('abstain.saved', { code: entry.code }),
        dropped.length > 0 && turn.t('abstain.sheetDropped', { codes: dropped.join(', ') }),
      ],
      '\n',
    );
    if (answers.isEarly === true) return turn.say(saved);
    await sayNext(turn, entry, saved);
  },
};

/** It was a slip of the finger: the sheet is one tap away, once it may be filled in. */
async function stillScores(turn: Turn, answers: Answers): Promise<Stop> {
  const { t } = turn;
  const code = String(answers.code);
  if (answers.isEarly === true) return new Stop(t('abstain.stays', { code }));
  const contest = await contestOf(turn);
  const seat = await mayScore(turn, contest, await entryByCode(turn, contest, code));
  const sheet = await sheetOf(turn, contest, seat, code);
  const said = sheet && !sheet.abstained ? t('abstain.staysScored', { code }) : t('abstain.stays', { code });
  return new Stop(said, [{ label: t.plain('score.this', { code }), says: `/cham ${code}` }]);
}

/** Some of it can be undone, and some not. */
async function whatFollows(turn: Turn, contest: Contest, entry: StoredEntry, reason: AbstentionReason) {
  const { t } = turn;
  if (reason === 'unit')
    return isBlind(contest)
      ? t('abstain.unitFollowsBlind', { code: entry.code })
      : t('abstain.unitFollows', { unit: unitName(contest, entry.unit) });
  if (isRecusal(reason)) return t('abstain.relationFollows');
  const seat = await mayScore(turn, contest, entry);
  const before = await sheetOf(turn, contest, seat, entry.code);
  const hasPoints = before !== null && !before.abstained;
  return hasPoints ? t('abstain.replaces', { code: entry.code }) : t('abstain.later', { code: entry.code });
}

/** `/khongcham`, `/khongcham QN-07`, `/khongcham QN-07 không xem được video`, `/khongcham xã Bình Minh`. */
export async function beginAbstaining(turn: Turn, args: string): Promise<void> {
  const contest = await contestOf(turn);
  if (!args) return offerEntries(turn, contest);
  if (!/^#?[a-z]*[\s-]*\d/i.test(args)) return beginRecusing(turn, args);
  const [codeText = '', ...rest] = args.replace(/^([a-z]+)[\s-]+(\d)/i, '$1-$2').split(/[\s:;,]+/);
  const entry = await entryByCode(turn, contest, codeText);
  const { seat, isEarly } = await mayAbstain(turn, contest, entry);
  const reasons = abstentionReasons.filter(
    (each) => (!isEarly || isRecusal(each)) && (each !== 'video' || !isOnStage(contest, seat)),
  );
  const said = rest.join(' ');
  const reason = reasons.find((each) => fold(turn.t.plain(`abstain.${each}`)) === fold(said));
  const words = wordsTyped(said);
  await beginForm(turn, abstain, {
    code: entry.code,
    entry: nameForJudges(contest, entry),
    reasons,
    isEarly,
    ...(reason ? { reason } : words !== null && { words }),
  });
}

const NO_WORDS = ['khong', 'chua', 'thoi'];

/** `null`: too short for a reason, or none. */
function wordsTyped(text: string): string | null {
  const words = tidy(text).slice(0, LONGEST);
  return words.length < SHORTEST || NO_WORDS.includes(fold(words)) ? null : words;
}

const MOST_OFFERS = 20;

async function offerEntries(turn: Turn, contest: Contest): Promise<void> {
  const seats = await needSeats(turn, contest);
  const seat = await seatNow(turn, contest, seats);
  const { entries, scored } = await judgeProgress(turn, contest, { judge: turn.person, seat });
  const open = entries.filter(({ code }) => !scored.has(code)).slice(0, MOST_OFFERS);
  turn.say(
    turn.t('abstain.which', { unit: exampleUnit(contest) }),
    open.map((entry) => ({ label: nameForJudges(contest, entry), says: `/khongcham ${entry.code}` })),
  );
}
