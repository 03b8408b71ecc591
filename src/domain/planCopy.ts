import { edgesOf } from './dates.js';
import type { ClosingEdge, OpeningEdge, WindowWords } from './plan/dateWords.js';
import { type Unknown, unknown } from './plan/unknown.js';
import { isKnown, type Plan, planSchema } from './plan.js';

/** What is new about a contest that follows another. */
export type Named = Pick<Plan, 'id' | 'name' | 'shortName'>;

/**
 * The plan for another time: its rules stay, and no day of it does. What leans on something else ("14 days
 * after the posting", "when the votes close") is a rule; a day, a month or an hour was last year's, and so
 * was what other documents said of them. The rules' own text speaks of last year, so it is a sample again.
 */
export function planCopy(plan: Plan, named: Named): Plan {
  const { rules } = plan.texts;
  return planSchema.parse({
    ...plan,
    ...named,
    windows: Object.fromEntries(
      Object.entries(plan.windows).map(([name, words]) => [
        name,
        isKnown(words) ? withoutDays(words) : words,
      ]),
    ),
    components: plan.components.map((component) => {
      const { list } = component;
      return list ? { ...component, list: { ...list, freeze: leaning(list.freeze) } } : component;
    }),
    scoring: { ...plan.scoring, audience: withoutFreeze(plan.scoring.audience) },
    texts: { ...plan.texts, rules: { version: 1, sample: true, text: rules.text } },
    otherwise: [],
    documents: { ...plan.documents, [copied]: { title: plan.name } },
    sources: [
      ...plan.sources.filter(({ path }) => !newPaths.test(path)),
      ...Object.keys(named).map((path) => ({ path, from: [copied] })),
    ],
  });
}

/** The document from which the rest was taken over. */
const copied = 'copied';

/** What is not taken over, so that nobody's word stands for it. */
const newPaths =
  /^(?:id|name|shortName|windows|otherwise|components\.[^.]+\.list\.freeze|scoring\.audience\.freezeAt)(?:\.|$)/;

function withoutDays(words: WindowWords): WindowWords {
  const { opens, closes } = edgesOf(words);
  return {
    ...(words.title !== undefined && { title: words.title }),
    ...(opens && { opens: leaning(opens) }),
    closes: leaning(closes),
  };
}

function withoutFreeze(audience: Plan['scoring']['audience']): Plan['scoring']['audience'] {
  return audience.mode === 'none' ? audience : { ...audience, freezeAt: leaning(audience.freezeAt) };
}

const leaning = <Edge extends OpeningEdge | ClosingEdge>(edge: Edge | Unknown): Edge | Unknown =>
  isKnown(edge) && ('with' in edge || 'after' in edge) ? edge : unknown;

/** The year that a contest bears in its id or its name, `null` if none. */
export function yearOf({ id, name }: Pick<Plan, 'id' | 'name'>): number | null {
  const year = /(?:^|-)(20\d\d)$/.exec(id)?.[1] ?? /\b(20\d\d)\b/.exec(name)?.[1];
  return year === undefined ? null : Number(year);
}

/** As the contest could be called in that year: the other year replaced, wherever it stands. */
export function namedFor(plan: Named, year: number): Named {
  const before = yearOf(plan);
  const renamed = (text: string) =>
    before !== null && text.includes(String(before)) ? text.replaceAll(String(before), String(year)) : null;
  return {
    id: renamed(plan.id) ?? `${plan.id}-${year}`,
    name: renamed(plan.name) ?? `${plan.name} ${year}`,
    shortName: renamed(plan.shortName) ?? `${plan.shortName} ${year}`,
  };
}
