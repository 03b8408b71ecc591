import { isKnownWindow, ownTitle } from '../../dates.js';
import type { Plan } from '../../plan.js';
import type { Fact } from './finding.js';

/** A window as people call it. */
export const windowNamed = (plan: Pick<Plan, 'windows'>, name: string): Fact =>
  ownTitle(plan, name) ?? (isKnownWindow(name) ? { term: `window.${name}` } : name);
