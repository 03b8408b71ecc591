import { isSameMember, type Member } from './memberLists/member.js';
import { isKnown, listOf, type Plan } from './plan.js';

export { isSameMember, type Member, mostMembers } from './memberLists/member.js';
export { holdsPrivateNumber, withoutPrivateNumbers } from './memberLists/privateNumbers.js';
export { type ListProblem, type ListRead, readListTable, readPastedList } from './memberLists/read.js';
export type { TableLine } from './memberLists/tableLine.js';

/** Those who are on the list already are not added again. */
export function addMembers(members: readonly Member[], more: readonly Member[]): Member[] {
  const all = [...members];
  for (const member of more) if (!all.some((each) => isSameMember(each, member))) all.push(member);
  return all;
}

export const removeMembers = (members: readonly Member[], gone: readonly Member[]): Member[] =>
  members.filter((member) => !gone.some((each) => isSameMember(each, member)));

/** How many names the plan asks of a unit for this component at least; `null`: nobody has said. */
export function leastOnList(plan: Pick<Plan, 'components'>, component: string): number | null {
  const list = listOf(plan, component);
  return list && isKnown(list.least) ? list.least.count : null;
}

/** How many names are missing yet. */
export const missingFrom = (count: number, least: number | null): number => Math.max(0, (least ?? 1) - count);

/** The same text for the same list, whatever the order of its fields: what its digest is made of. */
export const writtenOut = (members: readonly Member[]): string =>
  JSON.stringify(members.map(({ name, role = '', phone = '', unit = '' }) => [name, role, phone, unit]));
