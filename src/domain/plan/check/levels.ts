import {
  entryRound,
  type Feeding,
  isKnown,
  type PerUnit,
  type Plan,
  quotaOf,
  type Round,
} from '../../plan.js';
import type { Path } from '../paths.js';
import { type Checked, type Finding, found, term } from './finding.js';
import { windowNamed } from './named.js';

/** A level may choose until after the level above has stopped taking in, or began to. */
export function laterThanIntake({ plan, windows }: Checked): Finding[] {
  return stages(plan).flatMap(([below, above]) => {
    const [chosen, intake] = [windows[below.window], windows[above.intake.window]];
    if (!chosen || !intake) return [];
    const values = {
      window: windowNamed(plan, below.window),
      closes: chosen.closes,
      intake: windowNamed(plan, above.intake.window),
    };
    if (chosen.closes > intake.closes)
      return [
        found('lower_later_than_intake', `windows.${below.window}`, {
          ...values,
          intakeCloses: intake.closes,
        }),
      ];
    if (!intake.opens || intake.opens > chosen.closes) return [];
    return [
      found('opens_before_feeder_closes', `windows.${above.intake.window}`, {
        window: values.intake,
        opens: intake.opens,
        feeder: values.window,
        closes: chosen.closes,
      }),
    ];
  });
}

type Taking = Round & { intake: NonNullable<Round['intake']> };

/** Each round that takes from the one below it, with that one. */
function stages({ rounds }: Plan): [below: Round, above: Taking][] {
  return rounds.flatMap((above, index): [Round, Taking][] => {
    const below = rounds.slice(0, index).findLast(({ component }) => component === above.component);
    const { intake } = above;
    return below && intake && intake.window !== below.window ? [[below, { ...above, intake }]] : [];
  });
}

/** A level sends up more, or less, than the one above takes from it. */
export function sendsOtherThanTaken({ plan }: Checked): Finding[] {
  return stages(plan).flatMap(([below, above]) => {
    const { sends } = below;
    const quota = quotaOf(plan, above.id);
    if (!sends || !isKnown(sends) || !quota || sends.level !== quota.level) return [];
    return sent(`rounds.${below.id}.sends`, sends.count, quota, above.title);
  });
}

/** What a unit owes at least is more than it may send. */
export function owesTooMuch({ plan }: Checked): Finding[] {
  return plan.rounds.flatMap(({ id, title, intake }) => {
    if (!intake || !isKnown(intake.quota) || !isKnown(intake.least)) return [];
    const { quota, least } = intake;
    if (quota.level !== least.level || least.count <= quota.count) return [];
    const values = { round: title, least: least.count, quota: quota.count };
    return [found('owes_more_than_allowed', `rounds.${id}.intake.least`, values)];
  });
}

/** Clips are made, and no round takes them from those who make them. */
export function nothingTakesEntries({ plan }: Checked): Finding[] {
  const video = plan.components.find(({ kind }) => kind === 'video');
  return video && !entryRound(plan)
    ? [found('nothing_takes_entries', 'rounds', { component: video.title })]
    : [];
}

/** The contest that this one feeds takes less, or earlier, or from another level. */
export function againstUpper(checked: Checked): Finding[] {
  const { plan, upper } = checked;
  const { feeds } = plan;
  if (!feeds || upper === undefined) return [];
  if (upper === null) return [found('upper_not_found', 'feeds.contest', { contest: feeds.contest })];
  const contest = upper.plan.shortName;
  const round = upper.plan.rounds.find(({ id }) => id === feeds.round);
  if (!round?.intake) return [found('upper_round_not_found', 'feeds.round', { contest, round: feeds.round })];
  const taking = { ...round, intake: round.intake };
  return [
    ...laterThanUpper(checked, upper, taking),
    ...launchAgainstUpper(checked, upper),
    ...otherLevel(checked, taking, contest),
    ...sentAgainstTaken(feeds.count, quotaOf(upper.plan, round.id), contest),
  ];
}

type Upper = NonNullable<Checked['upper']>;

/** The last choice here, against the intake above and the limit that the plan above sets for this level. */
function laterThanUpper({ plan, windows }: Checked, upper: Upper, taking: Taking): Finding[] {
  const last = plan.rounds.at(-1);
  const chosen = last && windows[last.window];
  if (!chosen) return [];
  const path = `windows.${last.window}`;
  const values = { window: windowNamed(plan, last.window), closes: chosen.closes };
  const intake = upper.windows[taking.intake.window];
  if (intake && chosen.closes > intake.closes) {
    const name = windowNamed(upper.plan, taking.intake.window);
    return [found('lower_later_than_intake', path, { ...values, intake: name, intakeCloses: intake.closes })];
  }
  const { level } = last;
  const same = upper.plan.rounds.find(
    (round) => round.id !== taking.id && isKnown(level) && round.level === level,
  );
  const limit = same && upper.windows[same.window];
  if (!limit || chosen.closes <= limit.closes) return [];
  const contest = upper.plan.shortName;
  return [found('lower_later_than_limit', path, { ...values, contest, limit: limit.closes })];
}

function launchAgainstUpper({ windows: { launch } }: Checked, { plan, windows }: Upper): Finding[] {
  const above = windows.launch;
  if (!launch || !above || launch.closes.getTime() === above.closes.getTime()) return [];
  const values = { closes: launch.closes, contest: plan.shortName, limit: above.closes };
  return [found('launch_differs_from_upper', 'windows.launch', values)];
}

function otherLevel({ plan, units }: Checked, { intake: { from } }: Taking, contest: string): Finding[] {
  const sender = units?.get(plan.units.root);
  if (!units || !sender || !isKnown(from) || sender.level === from) return [];
  const values = { unit: units.shortName(sender), contest, level: term('level', from) };
  return [found('upper_takes_other_level', 'units.root', values)];
}

function sentAgainstTaken(count: Feeding['count'], quota: PerUnit | null, contest: string): Finding[] {
  if (!quota) return [];
  if (isKnown(count)) return sent('feeds.count', count, quota, contest);
  return [found('sent_count_unknown', 'feeds.count', { contest, quota: quota.count })];
}

function sent(path: Path, count: number, quota: PerUnit, contest: string): Finding[] {
  if (count === quota.count) return [];
  const code = count > quota.count ? 'sends_more_than_taken' : 'sends_less_than_taken';
  return [found(code, path, { count, contest, quota: quota.count })];
}
