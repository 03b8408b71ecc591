import type { Registration, Role } from '../store/documents.js';
import type { Turn } from '../turn.js';
import type { Contest } from './contest.js';

export const registrationOf = (turn: Turn, contest: Contest): Promise<Registration | null> =>
  turn.store.registrations.findOne({ contest: contest.id, person: turn.person }).lean<Registration>().exec();

/** It is being put away at this moment. */
export const isDeclined = ({ confirmation }: Registration): boolean => confirmation?.kind === 'declined';

/** Is there a coordinator for this unit, or for one that it lies in? */
export const isAnsweredFor = ({ units }: Contest, coordinators: readonly Role[], unit: string): boolean =>
  coordinators.some((role) => role.unit !== null && units.isUnder(unit, role.unit));

export function unitName({ units }: Contest, code: string): string {
  const unit = units.get(code);
  return unit ? units.fullName(unit) : code;
}

/** `Huyện Mộ Đức`: the unit whose quota counts, as the beginning of a sentence. */
export function senderName({ units }: Contest, code: string): string {
  const unit = units.get(code);
  return capital(unit ? units.shortName(unit) : code);
}

/** As the beginning of a sentence. */
export const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
