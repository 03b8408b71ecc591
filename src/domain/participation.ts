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
export const countsPeople = (component: Component): boolean =>
  component.kind === 'live' && component.parts.some(({ people }) => people === 'registered');

/** More than any team brings to a stage. */
const mostPeople = 200;

/** How many people one may register for these components; refuses what is out of it. */
export function needHeadcount(components: readonly Component[], headcount: number): void {
  const members = components.filter(countsPeople).map((component) => component.members);
  const leasts = members.flatMap((each) => (each && isKnown(each.least) ? [each.least] : []));
  const mosts = members.flatMap((each) => (each && isKnown(each.most) ? [each.most] : []));
  const least = Math.max(1, ...leasts);
  const most = Math.min(mostPeople, ...mosts);
  if (headcount < least || headcount > most) throw new Refusal('register.headcountBad', { least, most });
}

/** How many of a team may be in this part at once: so many, or as many as were registered. `null`: any number. */
export function mostInPart(component: Component, partId: string, registered: number | null): number | null {
  const people = component.kind === 'live' && component.parts.find(({ id }) => id === partId)?.people;
  if (!people || !isKnown(people)) return null;
  return people === 'registered' ? registered : people.most;
}

/** Refuses more people in a part than the plan lets in: three who answer, no more on stage than registered. */
export function needFits(
  component: Component,
  partId: string,
  { registered, count }: { registered: number | null; count: number },
): void {
  const most = mostInPart(component, partId, registered);
  if (most === null || count <= most) return;
  const part = component.kind === 'live' ? component.parts.find(({ id }) => id === partId) : undefined;
  const about = { part: part?.title ?? partId, most, count };
  if (part?.people === 'registered') throw new Refusal('register.overRegistered', about);
  throw new Refusal('register.tooManyInPart', about);
}
