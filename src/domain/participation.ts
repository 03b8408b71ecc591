import { type Component, isKnown, type Plan } from './plan.js';
import { Refusal } from './refusal.js';

/** Which forms of a contest a unit takes part in, and with how many people. */

type Choosing = Pick<Plan, 'components' | 'componentChoice'>;

/** Everything that may be chosen: single components first, then several at once; `null`: there is no choice. */
export function componentChoices({ components, componentChoice }: Choosing): Component[][] | null {
  if (componentChoice === 'only' || components.length < 2) return null;
  return subsets(components)
    .filter((subset) => subset.length > 0)
    .sort((one, other) => one.length - other.length);
}

function subsets<Each>(all: readonly Each[]): Each[][] {
  const found: Each[][] = [[]];
  for (const each of all) found.push(...found.map((subset) => [...subset, each]));
  return found;
}

/** Does some part of this component let nobody take part but those who were registered? */
export const limitsStage = (component: Component): boolean =>
  component.kind === 'live' && component.parts.some(({ people }) => people === 'registered');

/** Does a team say how many people it has: since that limits its stage, or since the plan bounds it? */
export const countsPeople = (component: Component): boolean => limitsStage(component) || isBounded(component);

const isBounded = ({ members }: Component): boolean =>
  members !== undefined && (isKnown(members.least) || isKnown(members.most));

/** More than any team brings to a stage. */
export const mostPeople = 200;

/** How many people a team may have, as these components state it; `null`: none of them does. */
export function teamSize(components: readonly Component[]): { least: number; most: number | null } | null {
  if (!components.some(isBounded)) return null;
  const members = components.map((component) => component.members);
  const leasts = members.flatMap((each) => (each && isKnown(each.least) ? [each.least] : []));
  const mosts = members.flatMap((each) => (each && isKnown(each.most) ? [each.most] : []));
  return { least: Math.max(1, ...leasts), most: mosts.length > 0 ? Math.min(...mosts) : null };
}

/** How many people one may register for these components; refuses what is out of it. */
export function needHeadcount(components: readonly Component[], headcount: number): void {
  const { least, most } = teamSize(components) ?? { least: 1, most: null };
  const highest = most ?? mostPeople;
  if (headcount < least || headcount > highest)
    throw new Refusal('register.headcountBad', { least, most: highest });
}
