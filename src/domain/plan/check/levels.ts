import { entryRound, isKnown, type PerUnit, type Plan, quotaOf, type Round } from '../../plan.js';
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
export function againstUpper({ plan, windows, upper, units }: Checked): Finding[] {
  const { feeds } = plan;
  if (!feeds || upper === undefined) return [];
  if (upper === null) return [found('upper_not_found', 'feeds.contest', { contest: feeds.contest })];
  const round = upper.plan.rounds.find(({ id }) => id === feeds.round);
  const contest = upper.plan.shortName;
  if (!round?.intake) return [found('upper_round_not_found', 'feeds.round', { contest, round: feeds.round })];

  const findings: Finding[] = [];
  const last = plan.rounds.at(-1);
  const chosen = last && windows[last.window];
  const intake = upper.windows[round.intake.window];
  if (chosen && intake && chosen.closes > intake.closes)
    findings.push(
      found('lower_later_than_intake', `windows.${last.window}`, {
        window: windowNamed(plan, last.window),
        closes: chosen.closes,
        intake: windowNamed(upper.plan, round.intake.window),
        intakeCloses: intake.closes,
      }),
    );
  const same =
    last && upper.plan.rounds.find(({ id, level }) => id !== round.id && sameLevel(level, last.level));
  const limit = same && upper.windows[same.window];
  if (chosen && limit && chosen.closes > limit.closes && (!intake || chosen.closes <= intake.closes))
    findings.push(
      found('lower_later_than_limit', `windows.${last.window}`, {
        window: windowNamed(plan, last.window),
        closes: chosen.closes,
        contest,
        limit: limit.closes,
      }),
    );
  const [launch, above] = [windows.launch, upper.windows.launch];
  if (launch && above && launch.closes.getTime() !== above.closes.getTime())
    findings.push(
      found('launch_differs_from_upper', 'windows.launch', {
        closes: launch.closes,
        contest,
        limit: above.closes,
      }),
    );

  const sender = units?.get(plan.units.root);
  const { from } = round.intake;
  if (sender && isKnown(from) && sender.level !== from)
    findings.push(
      found('upper_takes_other_level', 'units.root', {
        unit: units?.shortName(sender) ?? sender.name,
        contest,
        level: term('level', from),
      }),
    );
  const quota = quotaOf(upper.plan, round.id);
  if (quota && !isKnown(feeds.count))
    findings.push(found('sent_count_unknown', 'feeds.count', { contest, quota: quota.count }));
  if (quota && isKnown(feeds.count)) findings.push(...sent('feeds.count', feeds.count, quota, contest));
  return findings;
}

function sent(path: Path, count: number, quota: PerUnit, contest: string): Finding[] {
  if (count === quota.count) return [];
  const code = count > quota.count ? 'sends_more_than_taken' : 'sends_less_than_taken';
  return [found(code, path, { count, contest, quota: quota.count })];
}

const sameLevel = (a: Round['level'], b: Round['level']): boolean => isKnown(a) && a === b;
