import { type Contest, contestOf } from '../actions/contest.js';
import { lockEarly, mayLock } from '../actions/lockEarly.js';
import { may } from '../actions/permissions.js';
import { capital, unitName } from '../actions/registrations.js';
import { finalSeat, nameOfFinal } from '../actions/seats.js';
import { selectionSeat } from '../actions/selecting.js';
import { describeShort } from '../actions/shortOfSheets.js';
import { shortChecksum } from '../domain/locks.js';
import { hasFinal, type Seat, selectionOf } from '../domain/selection.js';
import { fold } from '../domain/text.js';
import type { Turn } from '../turn.js';
import { stack } from '../words.js';
import { type Answers, beginForm, type Form } from './form.js';
import { theUnit } from './selection.js';
import { choiceStep } from './steps.js';

/** How the final is named behind `/chotcham`, folded. */
const FINAL = ['chung ket', 'vong chung ket', 'chung khao', 'vong chung khao'];

/** Without a unit it is the final. */
const seatIn = (contest: Contest, { unit }: Answers): Seat =>
  unit === undefined ? finalSeat(contest) : selectionSeat(contest, String(unit));

/** `/chotcham`: a judging ends before its window, once everybody is through. */
export const lockForm: Form = {
  name: 'lockSelection',
  version: 1,
  title: 'lock.title',
  steps: [
    choiceStep({
      name: 'sure',
      label: 'form.confirm',
      ask: async (turn, answers) => {
        const contest = await contestOf(turn);
        const seat = seatIn(contest, answers);
        const { judges, entries, lacking, short } = await mayLock(turn, contest, seat);
        const about = { entries, judges: judges.length, final: nameOfFinal(turn, contest) };
        const [first] = lacking;
        if (first) {
          const lines = lacking.map(({ name, code, parts }) =>
            turn.t('lock.lacks', { name, code, parts: parts.join(', ') }),
          );
          return stack([
            stack([turn.t('lock.lacking', { count: lacking.length }), ...lines], '\n'),
            short && describeShort(turn.t, short),
            turn.t('lock.sureLacking', { code: first.code, final: about.final }),
          ]);
        }
        return stack([
          short && describeShort(turn.t, short),
          seat.round === null
            ? turn.t('lock.sure', about)
            : turn.t('selection.lockSure', { ...about, unit: unitName(contest, seat.unit) }),
        ]);
      },
      offers: { yes: (t) => t.plain('selection.lockYes'), no: (t) => t.plain('selection.lockNo') },
    }),
  ],
  async finish(turn, answers) {
    const { t } = turn;
    if (answers.sure !== 'yes') return turn.say(t('selection.lockLeft'));
    const contest = await contestOf(turn);
    const seat = seatIn(contest, answers);
    const { number, count, checksum, sheets } = await lockEarly(turn, contest, seat);
    const counted = sheets.filter(({ uncounted }) => uncounted === null).length;
    const final = nameOfFinal(turn, contest);
    const at = t.moment(turn.now);
    turn.say(
      seat.round === null
        ? stack(
            [
              t('lock.done', { final, at, number, count, checksum: shortChecksum(checksum) }),
              counted < count && t('lock.doneCounted', { counted, count }),
            ],
            ' ',
          )
        : t('selection.locked', { unit: unitName(contest, seat.unit), at }),
    );
  },
};

/** `/chotcham`, `/chotcham chung kết`, `/chotcham cụm Bình Sơn`. */
export async function beginLocking(turn: Turn, typed: string): Promise<void> {
  const contest = await contestOf(turn);
  const given = await whatToLock(turn, contest, typed);
  if (given === null) return;
  await mayLock(turn, contest, seatIn(contest, given));
  await beginForm(turn, lockForm, given);
}

/** The final, or the selection of a unit; offers a choice and answers `null` where it could be either. */
async function whatToLock(turn: Turn, contest: Contest, typed: string): Promise<{ unit?: string } | null> {
  if (selectionOf(contest.plan) === null) return {};
  const endsFinal = hasFinal(contest.plan) && (await may(turn, contest, 'lockFinal'));
  const final = nameOfFinal(turn, contest);
  const isFinal = [...FINAL, fold(final)].includes(fold(typed));
  if (endsFinal && (isFinal || !(await may(turn, contest, 'holdSelection')))) return {};
  const others = endsFinal ? [{ label: capital(final), says: `/chotcham ${FINAL[0]}` }] : [];
  const unit = await theUnit(turn, contest, typed, { command: '/chotcham', others });
  return unit === null ? null : { unit };
}
