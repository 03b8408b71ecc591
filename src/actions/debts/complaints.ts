import { spanMs } from '../../domain/plan/reminders.js';
import { ahead, type Step, stepsAfter, stepsAround } from '../../domain/reminders/steps.js';
import type { Complaint } from '../../store/documents.js';
import { rolesThatMay } from '../permissions.js';
import { rolesIn } from '../roles.js';
import { asked } from './coordinators.js';
import { type Chase, type Debt, latest } from './debt.js';

const before = ['1d', '3h'];
const after = ['1d', '3d', '7d'];
const NIGHT_MS = 12 * 3_600_000;
const longestMs = (spans: readonly string[]) => Math.max(...spans.map(spanMs)) + NIGHT_MS;

/** Complaints that wait for an answer, or, once it is written, for who decides; also when their time is over. */
export const complaintsOwed: Chase = {
  id: 'complaint',
  async steps({ store }, { id }, look) {
    const near = {
      $gt: new Date(look.after.getTime() - longestMs(after)),
      $lte: new Date(look.now.getTime() + longestMs(before)),
    };
    const waiting = await store.complaints
      .find(
        {
          contest: id,
          state: { $in: ['open', 'drafted'] },
          $or: [{ dueAt: near }, { dueAt: null, at: near }],
        },
        { at: 1, dueAt: 1 },
      )
      .lean<Pick<Complaint, 'at' | 'dueAt'>[]>();
    return waiting.flatMap(stepsTo);
  },
  async debts(work, contest, only) {
    const { t, store, now } = work;
    const waiting = await store.complaints
      .find({ contest: contest.id, state: { $in: ['open', 'drafted'] } })
      .sort({ number: 1 })
      .lean<Complaint[]>();
    const debts: Debt[] = [];
    for (const { code, state, at, dueAt } of waiting) {
      const about = { code, at: t.moment(at), closes: dueAt ? t.moment(dueAt) : '' };
      const deadline = ahead(dueAt, now);
      const act = state === 'drafted' ? 'decideComplaint' : 'answerComplaint';
      const roles = await rolesIn(work, contest, await rolesThatMay(work, contest, act));
      for (const { person, since } of asked(roles))
        if (only === undefined || person === only)
          debts.push({
            ...{ person, unit: null, of: code, what: [code], deadline },
            since: latest(at, since),
            steps: stepsTo({ at, dueAt }),
            says: deadline
              ? t('remind.complaint', about)
              : dueAt
                ? t('remind.complaintOver', about)
                : t('remind.complaintWaits', about),
            offer: { label: t.plain('remind.answer', { code }), says: `/traloi ${code}` },
          });
    }
    return debts;
  },
};

/** Towards its time and after it; where no time is set, since it was made. */
const stepsTo = ({ at, dueAt }: Pick<Complaint, 'at' | 'dueAt'>): Step[] =>
  dueAt ? stepsAround(dueAt, before, after) : stepsAfter(at, after);
