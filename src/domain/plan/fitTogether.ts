import type { z } from 'zod';
import type { Plan } from '../plan.js';
import { isKnown } from './unknown.js';

/** What one part of a plan names, another has to have. */
export function fitTogether(plan: Plan, context: z.core.$RefinementCtx): void {
  const need = (message: string, known: boolean, path: PropertyKey[], other: string) => {
    if (!known) context.addIssue({ code: 'custom', message, path, params: { other } });
  };
  const needWindow = (name: string, path: PropertyKey[]) =>
    need('no_such_window', name in plan.windows, path, name);
  const needRound = (name: string, path: PropertyKey[]) =>
    need(
      'no_such_round',
      plan.rounds.some(({ id }) => id === name),
      path,
      name,
    );
  const needDocument = (name: string, path: PropertyKey[]) =>
    need('no_such_document', name in plan.documents, path, name);

  for (const [index, { component, window, intake }] of plan.rounds.entries()) {
    needWindow(window, ['rounds', index, 'window']);
    if (intake) needWindow(intake.window, ['rounds', index, 'intake', 'window']);
    const isThere = plan.components.some(({ id }) => id === component);
    need('no_such_component', isThere, ['rounds', index, 'component'], component);
  }
  for (const [index, { list }] of plan.components.entries())
    for (const other of leaned(list?.freeze)) needWindow(other, ['components', index, 'list', 'freeze']);
  const { audience, criteria } = plan.scoring;
  const known = isKnown(criteria) ? criteria.map(({ id }) => id) : null;
  for (const [index, component] of plan.components.entries())
    for (const [at, part] of (component.kind === 'live' ? component.parts : []).entries())
      for (const id of part.criteria ?? [])
        need(
          'no_such_criterion_of_part',
          known?.includes(id) ?? true,
          ['components', index, 'parts', at, 'criteria'],
          id,
        );
  if (audience.mode !== 'none')
    for (const other of leaned(audience.freezeAt)) needWindow(other, ['scoring', 'audience', 'freezeAt']);
  if (plan.screening) {
    needRound(plan.screening.round, ['screening', 'round']);
    needWindow(plan.screening.window, ['screening', 'window']);
  }
  for (const [index, { window }] of plan.reminders.entries())
    needWindow(window, ['reminders', index, 'window']);
  for (const [index, { window, says, from }] of plan.otherwise.entries()) {
    needWindow(window, ['otherwise', index, 'window']);
    for (const [edge, value] of Object.entries(says))
      for (const other of leaned(value)) needWindow(other, ['otherwise', index, 'says', edge]);
    needDocument(from, ['otherwise', index, 'from']);
  }
  for (const { path, from } of plan.sources)
    for (const document of from) needDocument(document, ['sources', path, 'from']);
}

/** The window that an edge leans on, if it does. */
function leaned(edge: unknown): string[] {
  if (typeof edge !== 'object' || edge === null) return [];
  return [Reflect.get(edge, 'with'), Reflect.get(edge, 'after')].filter((name) => typeof name === 'string');
}
