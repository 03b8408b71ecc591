import { isKnown } from '../../plan.js';
import { type Checked, type Finding, found, term } from './finding.js';

/** The documents give one step to several bodies that don't do it together. */
export function twoBodies({ plan }: Checked): Finding[] {
  return Object.entries(plan.responsible).flatMap(([step, answering]) => {
    if (!isKnown(answering) || answering.together || answering.bodies.length < 2) return [];
    const bodies = answering.bodies.map((body) => term('body', body));
    return [found('two_bodies', `responsible.${step}`, { step: term('step', step), bodies })];
  });
}

/** Entries are to be screened, but nobody said what is looked at, by whom, and how long corrections may take. */
export function screeningGaps({ plan }: Checked): Finding[] {
  const { screening, rounds } = plan;
  if (!screening) {
    const round = rounds.find(({ kind }) => kind === 'screening');
    return round ? [found('screening_not_described', `rounds.${round.id}`, { missing: every })] : [];
  }
  const { screeners } = screening;
  const missing = needed.filter((name) => !isKnown(screening[name])).map((name) => term('screening', name));
  return [
    ...(missing.length > 0 ? [found('screening_not_described', 'screening', { missing })] : []),
    ...(isKnown(screeners) && 'majorityOf' in screeners && screeners.majorityOf % 2 === 0
      ? [found('majority_of_even', 'screening.screeners', { count: screeners.majorityOf })]
      : []),
  ];
}

const needed = ['checklist', 'screeners', 'correction', 'reasons'] as const;
const every = needed.map((name) => term('screening', name));

/** A consent that doesn't say who will hold the data is none. */
export const controllerUnknown = ({ plan }: Checked): Finding[] =>
  isKnown(plan.texts.consent.controller) ? [] : [found('controller_unknown', 'texts.consent.controller')];
