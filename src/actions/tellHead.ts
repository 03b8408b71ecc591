import type { Styled } from '../chat.js';
import { jury } from '../domain/roles.js';
import { type Seat, seatsOf } from '../domain/selection.js';
import type { Role } from '../store/documents.js';
import type { Turn } from '../turn.js';
import { stack } from '../words.js';
import type { Contest } from './contest.js';
import { headJudgeAt } from './seats.js';
import { tellPerson } from './tell.js';

/** What happens among those who judge with this role is told to who heads them, unless it is he or his doing. */
export async function tellHead(
  turn: Turn,
  contest: Contest,
  { role, unit, person }: Pick<Role, 'role' | 'unit' | 'person'>,
  text: Styled,
): Promise<void> {
  if (!jury.includes(role)) return;
  const told = new Set([turn.person, person]);
  for (const seat of seatsOf(contest, [{ role, unit }])) await tellHeadAt(turn, contest, seat, text, told);
}

/** The same where it is known where they sit. `told`: who knows it. */
export async function tellHeadAt(
  turn: Turn,
  contest: Contest,
  seat: Seat,
  text: Styled,
  told: Set<string> = new Set([turn.person]),
): Promise<void> {
  const head = await headJudgeAt(turn, contest, seat);
  if (head === null || told.has(head)) return;
  told.add(head);
  const words = stack([turn.t('codes.contest', { contest: contest.plan.shortName }), text], '\n');
  await tellPerson(turn, head, words, `jury/${contest.id}/${turn.id}/${head}`);
}
