import { closingInstant, type Window, windowsOf } from '../../dates.js';
import { freezeInstant } from '../../decisions.js';
import { isKnown, type Plan } from '../../plan.js';
import { type Checked, type Finding, found } from './finding.js';
import { windowNamed } from './named.js';

/** A window that closes at or before its own opening. */
export function zeroDays({ plan, windows }: Checked): Finding[] {
  return Object.entries(windows).flatMap(([name, window]) =>
    window?.opens && window.opens >= window.closes
      ? [
          found('zero_days', `windows.${name}`, {
            window: windowNamed(plan, name),
            opens: window.opens,
            closes: window.closes,
          }),
        ]
      : [],
  );
}

/** What has to be over before what can begin, in every contest that has both. */
const feeding: [feeder: string, fed: string][] = [
  ['submission', 'screening'],
  ['submission', 'posting'],
  ['submission', 'judging'],
  ['screening', 'judging'],
];

/** A window that opens before what feeds it closes: by the nature of its name, or by the plan's rounds. */
export function opensBeforeFeederCloses(checked: Checked): Finding[] {
  const pairs = new Map(feeding.map((pair) => [pair.join('>'), pair]));
  for (const [feeder, fed] of roundPairs(checked)) pairs.set(`${feeder}>${fed}`, [feeder, fed]);
  return [...pairs.values()].flatMap(([feeder, fed]) => {
    const [before, after] = [checked.windows[feeder], checked.windows[fed]];
    if (!before || !after || beginsAfter(checked, fed, after, before.closes)) return [];
    const { plan } = checked;
    return [
      found('opens_before_feeder_closes', `windows.${fed}`, {
        window: windowNamed(plan, fed),
        opens: after.opens ?? after.closes,
        feeder: windowNamed(plan, feeder),
        closes: before.closes,
      }),
    ];
  });
}

/** What a round takes in feeds it; so does the round before it, where it takes nothing in. */
function roundPairs({ plan: { rounds, screening } }: Checked): [string, string][] {
  const pairs = rounds.map(({ component, window, intake }, index): [string | undefined, string] => {
    const before = rounds.slice(0, index).findLast((round) => round.component === component);
    return [intake ? intake.window : before?.window, window];
  });
  const screened = rounds.find(({ id }) => id === screening?.round);
  if (screening && screened) pairs.push([screening.window, screened.window]);
  return pairs.filter((pair): pair is [string, string] => pair[0] !== undefined && pair[0] !== pair[1]);
}

/**
 * A window said as a month, or only by its end, begins somewhere within: that it could begin too early is
 * no contradiction as long as it doesn't end too early.
 */
export function beginsAfter({ plan }: Checked, name: string, window: Window, moment: Date): boolean {
  const begins = isMonth(plan, name) ? null : window.opens;
  return begins ? begins > moment : window.closes > moment;
}

const isMonth = ({ windows }: Plan, name: string): boolean => {
  const words = windows[name];
  return words !== undefined && isKnown(words) && 'month' in words;
};

/** What can't begin before something else has. */
const following: [first: string, next: string][] = [
  ['launch', 'registration'],
  ['launch', 'submission'],
  ['posting', 'voting'],
  ['decision', 'awards'],
];

/** A window that begins before the one it follows has begun. */
export function beginsTooEarly(checked: Checked): Finding[] {
  const { plan, windows } = checked;
  return following.flatMap(([first, next]) => {
    const [before, window] = [windows[first]?.opens, windows[next]];
    if (!before || !window || beginsAfter(checked, next, window, new Date(before.getTime() - 1))) return [];
    const values = {
      window: windowNamed(plan, next),
      begins: window.opens ?? window.closes,
      first: windowNamed(plan, first),
      before,
    };
    return [found('begins_too_early', `windows.${next}`, values)];
  });
}

/** People can still register when nothing is taken any more. */
export function registrationAfterSubmission({ plan, windows }: Checked): Finding[] {
  const { registration, submission } = windows;
  if (!registration || !submission || registration.closes <= submission.closes) return [];
  const values = {
    closes: registration.closes,
    submission: windowNamed(plan, 'submission'),
    taken: submission.closes,
  };
  return [found('registration_after_submission', 'windows.registration', values)];
}

const results = ['decision', 'awards'] as const;

/** Results while people can still vote, or judges score. */
export function resultsTooEarly(checked: Checked): Finding[] {
  const { plan, windows } = checked;
  const before = [
    ['judging', 'results_before_scores_close'],
    ...(plan.scoring.audience.mode === 'none' ? [] : [['voting', 'results_before_votes_close'] as const]),
  ] as const;
  return results.flatMap((name) =>
    before.flatMap(([feeder, code]) => {
      const [result, open] = [windows[name], windows[feeder]];
      if (!result || !open || beginsAfter(checked, name, result, open.closes)) return [];
      const values = {
        window: windowNamed(plan, name),
        begins: result.opens ?? result.closes,
        closes: open.closes,
      };
      return [found(code, `windows.${name}`, values)];
    }),
  );
}

/** The moment that counts for likes and shares, against the vote and the results. */
export function freezeOutOfPlace(checked: Checked): Finding[] {
  const { plan, windows } = checked;
  const freeze = freezeInstant(plan);
  if (!freeze) return [];
  const path = 'scoring.audience.freezeAt';
  const { voting } = windows;
  const late = results.find((name) => {
    const window = windows[name];
    return window && !beginsAfter(checked, name, window, freeze);
  });
  if (late && (!voting || freeze > voting.closes))
    return [found('freeze_after_results', path, { freeze, window: windowNamed(plan, late) })];
  if (!voting || freeze.getTime() === voting.closes.getTime()) return [];
  const code = freeze < voting.closes ? 'freeze_before_votes_close' : 'votes_after_freeze';
  return [found(code, path, { freeze, closes: voting.closes })];
}

/** "14 ngày kể từ ngày đăng" of an event that takes several days, without saying whose day counts. */
export function commonOrEach({ plan, windows }: Checked): Finding[] {
  return Object.entries(plan.windows).flatMap(([name, words]) => {
    if (!words || !isKnown(words) || !('closes' in words) || !isKnown(words.closes)) return [];
    const { closes } = words;
    if (!('after' in closes) || (closes.close !== undefined && isKnown(closes.close))) return [];
    const event = windows[closes.after];
    const oneDay = 24 * 3_600_000;
    if (!event || (event.opens && event.closes.getTime() - event.opens.getTime() < oneDay)) return [];
    const values = {
      window: windowNamed(plan, name),
      days: closes.days,
      event: windowNamed(plan, closes.after),
    };
    return [found('close_common_or_each', `windows.${name}.closes`, values)];
  });
}

/** A window that the plan has, without days or hanging on one that has none. */
export const undated = ({ plan, windows }: Checked): Finding[] =>
  Object.keys(plan.windows)
    .filter((name) => !windows[name])
    .map((name) => found('undated', `windows.${name}`, { window: windowNamed(plan, name) }));

/** A list of people that can still grow when the component has begun. */
export function listFreezesTooLate(checked: Checked): Finding[] {
  const { plan, windows } = checked;
  return plan.components.flatMap(({ id, title, list }) => {
    const freeze = list ? closingInstant(plan.windows, list.freeze) : null;
    const first = plan.rounds.find(({ component, window }) => component === id && windows[window]);
    const window = first && windows[first.window];
    if (!freeze || !window || beginsAfter(checked, first.window, window, freeze)) return [];
    const values = { component: title, freeze, window: windowNamed(plan, first.window) };
    return [found('list_freezes_too_late', `components.${id}.list.freeze`, values)];
  });
}

/** Another document, or what happened, has other days than the plan. */
export function otherDays({ plan, windows }: Checked): Finding[] {
  return plan.otherwise.flatMap(({ id, window: name, says, from, unit }) => {
    const other = windowsOf({ windows: { ...plan.windows, [name]: says } })[name];
    const planned = windows[name];
    if (!other || !planned || isSame(other, planned)) return [];
    const values = {
      window: windowNamed(plan, name),
      document: plan.documents[from]?.title ?? from,
      planned,
      other,
    };
    const votes = plan.scoring.audience.mode === 'score' ? windows.voting : undefined;
    if (name === 'judging' && votes && !unit && other.closes < votes.closes)
      return [found('judged_while_votes_open', `otherwise.${id}`, { ...values, votesClose: votes.closes })];
    return [found('documents_disagree', `otherwise.${id}`, values)];
  });
}

const isSame = (a: Window, b: Window): boolean =>
  a.opens?.getTime() === b.opens?.getTime() && a.closes.getTime() === b.closes.getTime();
