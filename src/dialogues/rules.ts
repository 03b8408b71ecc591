import { owesAgreement } from '../actions/acceptRules.js';
import { type Contest, contestOf } from '../actions/contest.js';
import { describeChanges, describeWhy } from '../actions/moveDate.js';
import { nameOfPoint } from '../actions/openDecisions.js';
import { registrationOf } from '../actions/registrations.js';
import type { Styled } from '../chat.js';
import { unknownPaths } from '../domain/decisions.js';
import { changesBetween } from '../domain/moves.js';
import { idOf, pointAt } from '../domain/openPoints.js';
import { Refusal } from '../domain/refusal.js';
import { inForce, type RulesVersion } from '../domain/rulesVersions.js';
import type { Turn } from '../turn.js';
import { type Label, stack, type Words } from '../words.js';
import { pointLines } from './pointWords.js';

/** The rules in words: as the plan has them, and what was settled since. */

/** `/thele`; `/thele 1`: an earlier version. */
export async function showRules(turn: Turn, args: string): Promise<void> {
  const contest = await contestOf(turn);
  const { t } = turn;
  const current = inForce(contest.rules);
  const wanted = Number(/\d+/.exec(args)?.[0] ?? current.version);
  if (wanted !== current.version) return showEarlier(turn, contest, wanted);
  const decided = describeDecisions(t, contest);
  const owes = await owesHere(turn, contest);
  turn.say(
    stack([
      heading(t, contest, current),
      current.text,
      decided,
      describeUnknown(t, contest),
      contest.rules.length > 1 && t('rulesVersion.earlier', { versions: earlier(contest) }),
      owes && t('rulesVersion.owe', { version: current.version }),
    ]),
    owes ? [{ label: t.plain('rulesVersion.agree'), says: `/dongythele ${current.version}` }] : [],
  );
}

function showEarlier(turn: Turn, contest: Contest, wanted: number): void {
  const { t } = turn;
  const { rules } = contest;
  const index = rules.findIndex(({ version }) => version === wanted);
  const [found, next] = [rules[index], rules[index + 1]];
  if (!found || !next?.published) {
    const [first, last] = [rules[0].version, inForce(rules).version];
    throw new Refusal('rulesVersion.noVersion', { version: wanted, first, last });
  }
  turn.say(
    stack([
      heading(t, contest, found),
      found.text,
      t('rulesVersion.until', { at: t.moment(next.published.at) }),
    ]),
  );
}

/** Which version it is, since when, and why. */
const heading = (t: Words, { plan }: Contest, { version, published }: RulesVersion): Styled =>
  stack(
    [
      t('help.rules', { contest: plan.name, version }),
      published && t('rulesVersion.since', { at: t.moment(published.at) }),
      published && describeWhy(t, published),
    ],
    '\n',
  );

const earlier = ({ rules }: Contest): string =>
  rules
    .slice(0, -1)
    .map(({ version }) => `/thele ${version}`)
    .join(', ');

/** Has somebody of a team come to read what he is to agree to? */
async function owesHere(turn: Turn, contest: Contest): Promise<boolean> {
  if (turn.chat.group) return false;
  const registration = await registrationOf(turn, contest);
  return registration !== null && owesAgreement(contest, registration);
}

/** What was settled since the plan, each point with its last day, or the one of all; `null`: nothing was. */
export function describeDecisions(t: Words, contest: Contest): Styled | null {
  const { plan, planned, moves, decisions } = contest;
  const settled = new Map<string, { point: NonNullable<ReturnType<typeof pointAt>>; at: Date }>();
  for (const { path, at } of decisions) {
    const point = pointAt(path);
    if (point) settled.set(idOf(point), { point, at });
  }
  const [day, ...others] = new Set([...settled.values()].map(({ at }) => t.day(at)));
  const isOneDay = day !== undefined && others.length === 0;
  const said = [...settled.values()].map(({ point, at }) => {
    const name = nameOfPoint(t, plan, point);
    const title = isOneDay ? t('rules.settledThen', { name }) : t('rules.settled', { name, day: t.day(at) });
    return stack([title, pointLines(t, contest, point)], '\n');
  });
  const last = moves.at(-1);
  // From what to what in the end, however often it was moved in between.
  if (last)
    said.push(
      stack(
        [t('rules.moved', { day: t.day(last.at) }), describeChanges(t, plan, changesBetween(planned, plan))],
        '\n',
      ),
    );
  if (said.length === 0) return null;
  return stack([isOneDay ? t('rules.decidedOn', { day }) : t('rules.decided'), ...said]);
}

/** What people ask about first, of all that nobody has settled yet. */
function describeUnknown(t: Words, { plan }: Contest): Styled | null {
  const asked: [RegExp, Label][] = [
    [/^entries\.demands\.seconds$/, 'rules.seconds'],
    [/^entries\.demands\.containers$/, 'rules.containers'],
    [/^scoring\.criteria/, 'rules.points'],
    [/^scoring\.audience\.(points|scale)/, 'rules.engagement'],
    [/^prizes\..*\bsum$/, 'rules.sums'],
  ];
  const open = unknownPaths(plan);
  const names = asked
    .filter(([path]) => open.some((each) => path.test(each)))
    .map(([, label]) => t.plain(label));
  return names.length > 0 ? t('rules.unknown', { what: names.join(', ') }) : null;
}
