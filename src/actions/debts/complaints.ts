import { spanMs } from '../../domain/plan/reminders.js';
import { stepsBefore } from '../../domain/reminders/steps.js';
import type { Complaint } from '../../store/documents.js';
import { rolesThatMay } from '../permissions.js';
import { rolesIn } from '../roles.js';
import { asked } from './coordinators.js';
import { type Chase, type Debt, latest } from './debt.js';

const before = ['1d', '3h'];
const NIGHT_MS = 12 * 3_600_000;

/** Complaints that wait for an answer, or, once it is written, for who decides. */
export const complaintsOwed: Chase = {
  id: 'complaint',
  async steps({ store }, { id }, { after, now }) {
    const longest = Math.max(...before.map(spanMs)) + NIGHT_MS;
    const days: Date[] = await store.complaints.distinct('dueAt', {
      contest: id,
      state: { $in: ['open', 'drafted'] },
      dueAt: { $gt: after, $lte: new Date(now.getTime() + longest) },
    });
    return days.flatMap((day) => stepsBefore(day, before));
  },
  async debts(work, contest, only) {
    const { t, store, now } = work;
    const waiting = await store.complaints
      .find({ contest: contest.id, state: { $in: ['open', 'drafted'] }, dueAt: { $gte: now } })
      .sort({ number: 1 })
      .lean<Complaint[]>();
    const debts: Debt[] = [];
    for (const { code, state, at, dueAt: deadline } of waiting) {
      if (!deadline) continue;
      const act = state === 'drafted' ? 'decideComplaint' : 'answerComplaint';
      const roles = await rolesIn(work, contest, await rolesThatMay(work, contest, act));
      for (const { person, since } of asked(roles))
        if (only === undefined || person === only)
          debts.push({
            ...{ person, unit: null, of: code, what: [code], deadline },
            since: latest(at, since),
            steps: stepsBefore(deadline, before),
            says: t('remind.complaint', { code, closes: t.moment(deadline) }),
            offer: { label: t.plain('remind.answer', { code }), says: `/traloi ${code}` },
          });
    }
    return debts;
  },
};
