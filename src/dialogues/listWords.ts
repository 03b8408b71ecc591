import type { Contest } from '../actions/contest.js';
import { componentTitle, freezeOf, type ListKey, lastSnapshot, listNow } from '../actions/peopleLists.js';
import { unitName } from '../actions/registrations.js';
import type { Styled } from '../chat.js';
import { type ListProblem, leastOnList, type Member, missingFrom } from '../domain/memberLists.js';
import { showPhone } from '../domain/text.js';
import type { Turn } from '../turn.js';
import { stack, type Words } from '../words.js';

/** How lists are shown in a chat. */

export const titleValues = (contest: Contest, { component, unit }: ListKey) => ({
  component: componentTitle(contest, component),
  unit: unitName(contest, unit),
});

export const nameOfList = (t: Words, contest: Contest, key: ListKey): string =>
  t.plain('list.which', titleValues(contest, key));

/** `Nguyễn Văn An (tổ trưởng, thôn 3, 0905 123 456)`. */
function inWords({ name, role, unit, phone }: Member): string {
  const more = [role, unit, phone && showPhone(phone)].filter(Boolean).join(', ');
  return more ? `${name} (${more})` : name;
}

/** A message that nobody reads to its end helps nobody. */
const MOST_SHOWN = 60;
const MOST_PROBLEMS = 15;

export function asNumbered(t: Words, members: readonly Member[]): Styled {
  if (members.length === 0) return t('list.empty');
  const shown = members.slice(0, MOST_SHOWN);
  const more = members.length - shown.length;
  return stack(
    [
      ...shown.map((member, index) => t('list.person', { number: index + 1, person: inWords(member) })),
      more > 0 && t('list.morePeople', { count: more }),
    ],
    '\n',
  );
}

/** What is wrong with several lines is said once. */
export function problemsOf(t: Words, problems: readonly ListProblem[]): Styled {
  const faults = new Map<string, ListProblem[]>();
  for (const each of problems) {
    const fault = 'name' in each ? `${each.problem}/${each.name}` : each.problem;
    faults.set(fault, [...(faults.get(fault) ?? []), each]);
  }
  const groups = [...faults.values()];
  const shown = groups.slice(0, MOST_PROBLEMS);
  const more = groups.slice(MOST_PROBLEMS).flat().length;
  return stack(
    [
      t('list.problems', { count: problems.length }),
      ...shown.map(([first, ...others]) => {
        const line = inRows([first, ...others].flatMap((each) => each?.line ?? []));
        return first && t.loose(`listProblem.${first.problem}`, { ...first, line });
      }),
      more > 0 && t('list.moreProblems', { count: more }),
    ],
    '\n',
  );
}

/** `3`, `1–30`, `2, 5–7`. */
function inRows(lines: readonly number[]): string {
  const rows: [first: number, last: number][] = [];
  for (const line of lines) {
    const row = rows.at(-1);
    if (row && row[1] + 1 === line) row[1] = line;
    else rows.push([line, line]);
  }
  return rows.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`)).join(', ');
}

/** How many there are, how many are missing, and what has been closed. */
export async function statusOf(turn: Turn, contest: Contest, key: ListKey): Promise<Styled> {
  const { t, now } = turn;
  const list = await listNow(turn, contest, key);
  const least = leastOnList(contest.plan, key.component);
  const count = list.members.length;
  const missing = missingFrom(count, least);
  const last = await lastSnapshot(turn, list._id);
  const freeze = freezeOf(contest, key.component);
  const isOver = freeze !== null && freeze < now;
  return stack(
    [
      least === null
        ? t('list.have', { count })
        : missing > 0
          ? t('list.haveMissing', { count, least, missing })
          : t('list.haveEnough', { count, least }),
      freeze && !isOver && t('list.freezes', { at: t.moment(freeze) }),
      last && t('list.last', { number: last.number, at: t.moment(last.at), count: last.members.length }),
      freeze && isOver && !last && t('list.missedFreeze', { at: t.moment(freeze) }),
    ],
    '\n',
  );
}
