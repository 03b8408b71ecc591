import { isKnownWindow, type KnownWindow, type WindowName } from './dates.js';
import type { RoleName } from './roles.js';
import { jury } from './roles.js';

/** Whom the days of a window concern. `authors`: all who registered, or only those who have entered. */
export type Concern = { roles: readonly RoleName[]; authors: 'registered' | 'entered' | 'none' };

/** They run the contest, and everything in it is in their calendar. */
const committee: RoleName[] = ['organizer', 'chair', 'standing_agency', 'secretary'];

const everybody: Concern = {
  roles: ['support_staff', ...jury, 'screener', 'unit_coordinator'],
  authors: 'registered',
};

const concerns: Record<KnownWindow, Concern> = {
  launch: { roles: ['unit_coordinator'], authors: 'registered' },
  registration: { roles: ['unit_coordinator'], authors: 'registered' },
  selection: { roles: [...jury, 'unit_coordinator'], authors: 'registered' },
  submission: { roles: ['unit_coordinator'], authors: 'registered' },
  screening: { roles: ['screener'], authors: 'entered' },
  nomination: { roles: ['unit_coordinator'], authors: 'entered' },
  posting: { roles: ['support_staff'], authors: 'entered' },
  voting: { roles: ['support_staff'], authors: 'entered' },
  judging: { roles: jury, authors: 'none' },
  decision: { roles: [], authors: 'none' },
  showcase: everybody,
  awards: everybody,
};

/** A window of the plan's own making may concern anybody. */
export function concernOf(window: WindowName): Concern {
  const { roles, authors } = isKnownWindow(window) ? concerns[window] : everybody;
  return { roles: [...committee, ...roles], authors };
}

/** Who has something to do as soon as a window opens; teams and juries hear of theirs in words of their own. */
const actors: Partial<Record<KnownWindow, readonly RoleName[]>> = {
  registration: ['unit_coordinator'],
  selection: ['unit_coordinator'],
  screening: ['screener'],
  nomination: ['unit_coordinator'],
  posting: ['support_staff', 'secretary'],
};

export const actorsIn = (window: WindowName): readonly RoleName[] =>
  (isKnownWindow(window) && actors[window]) || [];

/** The days on which all come together, and those of the plan's own making. */
export const isForEverybody = (window: WindowName): boolean =>
  !isKnownWindow(window) || concerns[window] === everybody;

/** Days on which something takes place, and nobody hands anything in. */
export const isEvent = (window: WindowName): boolean =>
  isForEverybody(window) || window === 'launch' || window === 'decision';
