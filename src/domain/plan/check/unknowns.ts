import { blockingUnknowns } from '../../decisions.js';
import { mostPeople } from '../../participation.js';
import { isKnown, isUnknown, type Plan } from '../../plan.js';
import { type Path, valueAt } from '../paths.js';
import { type Checked, type Finding, found, type Term, term } from './finding.js';

/** Where a rule of its own says more about what is missing. */
const toldElsewhere = [
  /^scoring\.criteria\.[^.]+\.max$/,
  /^scoring\.audience\.(points|scale)/,
  /^prizes/,
  /^components\./,
  /^windows\./,
];

/** Whatever else is unknown and decides rank or money. */
export function blocking({ plan }: Checked): Finding[] {
  return blockingUnknowns(plan)
    .filter((path) => !toldElsewhere.some((told) => told.test(path)))
    .filter((path) => !isStepOfOpen(plan, path))
    .map((path) => found('unknown_blocks', path, { field: fieldNamed(path) }));
}

/** Of a criterion whose points are open the step is settled with them. */
const isStepOfOpen = (plan: Plan, path: Path): boolean =>
  path.endsWith('.step') && isUnknown(valueAt(plan, path.replace(/step$/, 'max')));

const fields: Record<string, string> = {
  'scoring.criteria': 'criteria',
  'scoring.jury.weight': 'jury_weight',
  'scoring.jury.aggregate': 'aggregate',
  'scoring.jury.quorum': 'quorum',
  'scoring.audience.weight': 'audience_weight',
  'scoring.audience.freezeAt': 'freeze',
  'scoring.tieChain': 'tie_chain',
  'scoring.precision': 'precision',
};

const fieldNamed = (path: string): Term => term('field', fields[path] ?? 'step');

/** What a clip has to be, where clips are made: nobody can check what nobody said. */
export function demands({ plan: { components, entries } }: Checked): Finding[] {
  if (!components.some(({ kind }) => kind === 'video')) return [];
  const { seconds } = entries.demands;
  const missing = (['seconds', 'containers', 'leastHeight', 'mostBytes', 'channels'] as const)
    .filter((name) => isUnknown(entries.demands[name]))
    .map((name): Term => ({ term: `check.demand${name[0]?.toUpperCase()}${name.slice(1)}` }));
  const path = 'entries.demands';
  const length = isKnown(seconds) ? seconds : null;
  const lengths = { least: { seconds: length?.least ?? 0 }, most: { seconds: length?.most ?? 0 } };
  return [
    ...(missing.length > 0 ? [found('demands_unknown', path, { missing })] : []),
    ...(length && isUnknown(length.tolerance)
      ? [found('tolerance_unknown', `${path}.seconds.tolerance`, lengths)]
      : []),
    ...(length && length.least > length.most
      ? [found('shortest_over_longest', `${path}.seconds`, lengths)]
      : []),
  ];
}

/**
 * Teams that would have to be larger than they may be: none could register. Whether a unit chooses its components
 * or takes part in all, any two that contradict each other can meet in one team.
 */
export function teamSizes({ plan: { components } }: Checked): Finding[] {
  const sizes = components.flatMap(({ id, title, members }) => {
    if (!members) return [];
    const least = isKnown(members.least) ? members.least : 1;
    const most = isKnown(members.most) ? members.most : null;
    return [{ title, path: `components.${id}.members`, least, most }];
  });
  const alone = sizes.filter(({ least, most }) => least > (most ?? mostPeople));
  const possible = sizes.filter((each) => !alone.includes(each));
  const together = possible.flatMap((larger) =>
    possible.flatMap((smaller) =>
      smaller.most !== null && larger.least > smaller.most ? [{ larger, smaller, most: smaller.most }] : [],
    ),
  );
  return [
    ...alone.map(({ path, title: component, least, most }) =>
      most === null
        ? found('team_over_any', path, { component, least, most: mostPeople })
        : found('smallest_team_over_largest', path, { component, least, most }),
    ),
    ...together.map(({ larger, smaller, most }) =>
      found('teams_contradict', larger.path, {
        ...{ component: larger.title, least: larger.least },
        ...{ other: smaller.title, most },
      }),
    ),
  ];
}

/** What a quiz can't be held without, and parts of a live contest that ask for more people than a team has. */
export function otherComponents({ plan: { components } }: Checked): Finding[] {
  return components.flatMap((component) => {
    const { id, title, members } = component;
    if (component.kind === 'quiz') {
      const missing = (['questions', 'minutes', 'attempts'] as const)
        .filter((name) => isUnknown(component[name]))
        .map((name) => term('quiz', name));
      return missing.length > 0
        ? [found('quiz_unknown', `components.${id}`, { component: title, missing })]
        : [];
    }
    if (component.kind !== 'live' || !members || !isKnown(members.most)) return [];
    const most = members.most;
    return component.parts.flatMap(({ id: part, title: name, people }) =>
      isKnown(people) && people !== 'registered' && people.most > most
        ? [
            found('part_takes_more_than_team', `components.${id}.parts.${part}.people`, {
              part: name,
              people: people.most,
              members: most,
            }),
          ]
        : [],
    );
  });
}
