import { z } from 'zod';
import { tell } from '../actions/checkContest.js';
import { type Contest, contestOf } from '../actions/contest.js';
import { acceptFinding, weighedFindings } from '../actions/findings.js';
import { nameOfWindow } from '../actions/moveDate.js';
import { needRight } from '../actions/permissions.js';
import { nameOf } from '../actions/roles.js';
import type { Styled } from '../chat.js';
import type { Weighed } from '../domain/plan/acceptance.js';
import type { Severity } from '../domain/plan/check.js';
import { Refusal } from '../domain/refusal.js';
import type { Turn } from '../turn.js';
import { type Label, stack } from '../words.js';
import { beginForm, type Form } from './form.js';
import { choiceStep, textStep } from './steps.js';

/** What the checker of plans finds, and what an organizer lets stand. */

const headings: Record<Severity, Label> = {
  error: 'findings.errors',
  warning: 'findings.warnings',
  unknown: 'findings.unknowns',
};

/** `/kiemtra`: numbered, the worst first; what was accepted comes apart, with its reason. */
export async function showFindings(turn: Turn): Promise<void> {
  const contest = await contestOf(turn);
  const { t } = turn;
  await needRight(turn, contest, 'checkPlan');
  const weighed = await weighedFindings(turn, contest);
  const open = gathered(weighed);
  const parts = (Object.keys(headings) as Severity[]).map((severity) => {
    const lines = open.flatMap((point, index) =>
      point[0].severity === severity ? [lineOf(turn, contest, point, index + 1)] : [],
    );
    return lines.length > 0 && stack([t(headings[severity]), ...lines], '\n');
  });
  turn.say(
    stack([
      open.length > 0
        ? t('findings.title', { contest: contest.plan.shortName, count: open.length })
        : t('findings.nothing', { contest: contest.plan.shortName }),
      ...parts,
      await acceptedOnes(turn, contest, weighed),
      open.length > 0 && t('findings.how'),
    ]),
  );
}

/** What is shown, and accepted, as one point. */
type Point = [Weighed, ...Weighed[]];

/** What is open: windows without days are one point, in the place of the first, or a copy would show nothing else. */
function gathered(weighed: Weighed[]): Point[] {
  const points: Point[] = [];
  for (const finding of weighed) {
    if (finding.accepted) continue;
    const same = points.find(([first]) => first.code === 'undated' && finding.code === 'undated');
    if (same) same.push(finding);
    else points.push([finding]);
  }
  return points;
}

function lineOf(turn: Turn, contest: Contest, point: Point, number: number): Styled {
  return turn.t('findings.line', { number, ...said(turn, contest, point) });
}

function said({ t }: Turn, { plan }: Contest, point: Point): { message: string; proposal: string } {
  const [first, ...others] = point;
  if (others.length === 0) {
    const { message, proposal } = tell(t, first, null);
    return { message, proposal };
  }
  const windows = point.map(({ path }) => nameOfWindow(t, plan, path.replace(/^windows\./, '')));
  return {
    message: t.plain('findings.undated', { count: point.length, windows: windows.join(', ') }),
    proposal: t.plain('findings.undatedProposal'),
  };
}

async function acceptedOnes(turn: Turn, contest: Contest, weighed: Weighed[]): Promise<Styled | null> {
  const { t } = turn;
  const lines: Styled[] = [];
  for (const finding of weighed) {
    const { accepted } = finding;
    if (!accepted) continue;
    const { message } = tell(t, finding, null);
    const by = await nameOf(turn, contest, accepted.by);
    lines.push(
      t('findings.acceptedLine', { message, by, at: t.moment(accepted.at), reason: accepted.reason }),
    );
  }
  return lines.length > 0 ? stack([t('findings.accepted'), ...lines], '\n') : null;
}

const openPoints = async (turn: Turn, contest: Contest): Promise<Point[]> =>
  gathered(await weighedFindings(turn, contest));

export const acceptForm: Form = {
  name: 'acceptFinding',
  version: 2,
  title: 'findings.acceptTitle',
  steps: [
    textStep({
      name: 'reason',
      label: 'findings.reasonLabel',
      length: [5, 300],
      ask: (turn, { message }) => turn.t('findings.reasonAsk', { message: String(message) }),
    }),
    choiceStep({
      name: 'sure',
      label: 'form.confirm',
      ask: (turn, { message, reason }) =>
        turn.t('findings.sure', { message: String(message), reason: String(reason) }),
      offers: { yes: (t) => t.plain('findings.yes'), no: (t) => t.plain('findings.no') },
    }),
  ],
  async finish(turn, { sure, code, paths, reason }) {
    if (sure !== 'yes') return turn.say(turn.t('findings.left'));
    for (const path of z.array(z.string()).parse(paths)) {
      const about = { code: String(code), path, reason: String(reason) };
      await acceptFinding(turn, await contestOf(turn), about);
    }
    turn.say(turn.t('findings.done'));
  },
};

/** `/chapnhan 3 lý do`: the number as `/kiemtra` shows it. */
export async function beginAccepting(turn: Turn, args: string): Promise<void> {
  const contest = await contestOf(turn);
  await needRight(turn, contest, 'acceptFinding');
  const open = await openPoints(turn, contest);
  const [, number, reason = ''] = /^(\d{1,3})[.):]?(?:\s+(.+))?$/s.exec(args) ?? [];
  if (open.length === 0) throw new Refusal('findings.noneOpen');
  const point = open[Number(number) - 1];
  if (!point) throw new Refusal('findings.which', { count: open.length });
  const [{ code }] = point;
  const paths = point.map(({ path }) => path);
  const { message } = said(turn, contest, point);
  const { length } = [...reason];
  // The number may have meant another finding a while ago, so it is shown what is accepted.
  await beginForm(turn, acceptForm, {
    code,
    paths,
    message,
    ...(length >= 5 && length <= 300 && { reason }),
  });
}
