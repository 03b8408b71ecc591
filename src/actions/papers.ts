import type { Reply } from '../chat.js';
import { freezeInstant, rankingWaitsFor } from '../domain/decisions.js';
import { Refusal } from '../domain/refusal.js';
import { decision } from '../papers/decision.js';
import { entryList } from '../papers/entryList.js';
import type { Result } from '../papers/figures.js';
import { minutes } from '../papers/minutes.js';
import { scoreSheets } from '../papers/scoreSheets.js';
import { summary } from '../papers/summary.js';
import { workbook } from '../papers/workbook.js';
import type { Turn } from '../turn.js';
import type { Contest } from './contest.js';
import { needsCounting } from './engagement.js';
import { liveEntries } from './entries.js';
import { lockInForce } from './lockSheets.js';
import { judgingWindow, lockedAt } from './locks.js';
import { describeOpenDecisions, lacksRubric } from './openDecisions.js';
import { needRight } from './permissions.js';
import { unitName } from './registrations.js';
import { figuresOf } from './resultFigures.js';
import { rolesIn } from './roles.js';
import { finalSeat, hasDays } from './seats.js';
import { bodiesOf, signedSheets } from './signedSheets.js';

export const paperNames = ['entries', 'sheets', 'summary', 'minutes', 'decision', 'workbook'] as const;
export type PaperName = (typeof paperNames)[number];

/** In plain letters, for whatever keeps them. */
const fileNames: Record<PaperName, string> = {
  entries: 'danh-sach-tac-pham',
  sheets: 'phieu-cham-diem',
  summary: 'bang-tong-hop',
  minutes: 'bien-ban',
  decision: 'du-thao-quyet-dinh',
  workbook: 'so-lieu',
};

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A paper as a document of ours. What holds points is refused until nobody can change a sheet any more. */
export async function makePaper(turn: Turn, contest: Contest, paper: PaperName): Promise<Reply> {
  await needRight(turn, contest, 'makePapers');
  const { t, now } = turn;
  const made =
    paper === 'entries'
      ? { bytes: await listOf(turn, contest), isPublic: true }
      : await withPoints(turn, contest, paper);
  const name = `${fileNames[paper]}-${contest.id}.${paper === 'workbook' ? 'xlsx' : 'docx'}`;
  // Whoever has the link may read, so nobody may guess it.
  const _id = ['a', 'b', 'c'].map((part) => turn.code(`paper/${paper}/${part}`)).join('');
  await turn.store.files.updateOne(
    { _id },
    {
      $setOnInsert: {
        bytes: Buffer.from(made.bytes),
        name,
        mime: paper === 'workbook' ? xlsx : docx,
        at: now,
      },
    },
    { upsert: true },
  );
  const about = { paper: t.plain(`papers.${paper}`), contest: contest.plan.shortName };
  const caption = made.isPublic ? t('papers.caption', about) : t('papers.captionDraft', about);
  return { kind: 'document', file: _id, name, caption };
}

/** Why these can't be had yet. */
export type Waiting = { papers: PaperName[]; why: Refusal };

/** Which can be had now, and what the others wait for. Throws what none of them can be made without. */
export async function papersNow(
  turn: Turn,
  contest: Contest,
): Promise<{ ready: PaperName[]; waiting: Waiting[] }> {
  await needRight(turn, contest, 'makePapers');
  if ((await liveEntries(turn, contest)).length === 0) throw new Refusal('papers.noEntries');
  const ready: PaperName[] = [];
  const waiting: Waiting[] = [];
  for (const paper of paperNames) {
    const why = paper === 'entries' ? null : await notYet(turn, contest, paper);
    const same = waiting.find((each) => each.why.key === why?.key);
    if (!why) ready.push(paper);
    else if (same) same.papers.push(paper);
    else waiting.push({ papers: [paper], why });
  }
  return { ready, waiting };
}

/** Why nobody may have this one yet, `null`: he may. */
async function notYet(
  turn: Turn,
  contest: Contest,
  paper: Exclude<PaperName, 'entries'>,
): Promise<Refusal | null> {
  const { t, now } = turn;
  const seat = finalSeat(contest);
  if (!hasDays(contest, seat)) return new Refusal('papers.noDays');
  if (!(await lockedAt(turn, contest, seat))) {
    const { closes } = await judgingWindow(turn, contest, seat);
    return new Refusal('papers.scoringOpen', { closes: t.moment(closes) });
  }
  // What judges have signed waits for nothing but the points that can be given.
  if (paper === 'sheets' && !lacksRubric(contest, now)) return null;
  if (rankingWaitsFor(contest.plan).length > 0)
    return new Refusal('papers.open', { what: describeOpenDecisions(t, contest, now).text });
  const freeze = freezeInstant(contest.plan);
  if (freeze && now <= freeze) return new Refusal('papers.votesOpen', { closes: t.moment(freeze) });
  return needsCounting(contest, now) ? new Refusal('vote.notCounted') : null;
}

async function listOf(turn: Turn, contest: Contest): Promise<Uint8Array> {
  const entries = await liveEntries(turn, contest);
  if (entries.length === 0) throw new Refusal('papers.noEntries');
  const [secretary] = await rolesIn(turn, contest, ['secretary']);
  const { plan } = contest;
  return entryList(
    turn.t,
    {
      ...bodiesOf(plan),
      entries: entries.map((entry) => ({ ...entry, unit: unitName(contest, entry.unit) })),
      secretary: secretary?.name ?? null,
    },
    turn.now,
  );
}

async function withPoints(
  turn: Turn,
  contest: Contest,
  paper: Exclude<PaperName, 'entries'>,
): Promise<{ bytes: Uint8Array; isPublic: boolean }> {
  const why = await notYet(turn, contest, paper);
  if (why) throw why;
  if (paper === 'sheets' && isUnranked(turn, contest)) return sheetsAlone(turn, contest);
  const result = await figuresOf(turn, contest);
  if (result.entries.length === 0) throw new Refusal('papers.noEntries');
  return { bytes: await written(turn, result, paper), isPublic: result.published !== null };
}

/** Can nothing be ranked, or not yet? */
const isUnranked = ({ now }: Turn, contest: Contest): boolean =>
  rankingWaitsFor(contest.plan).length > 0 || needsCounting(contest, now);

/** Where nothing can be ranked, this is what a decision elsewhere goes by. */
async function sheetsAlone(turn: Turn, contest: Contest): Promise<{ bytes: Uint8Array; isPublic: boolean }> {
  const lock = await lockInForce(turn, contest, finalSeat(contest));
  const { figures } = await signedSheets(turn, contest, lock);
  if (figures.entries.length === 0) throw new Refusal('papers.noEntries');
  return { bytes: await scoreSheets(turn.t, figures, turn.now), isPublic: false };
}

function written(
  { t, now }: Turn,
  result: Result,
  paper: Exclude<PaperName, 'entries'>,
): Promise<Uint8Array> {
  switch (paper) {
    case 'sheets':
      return scoreSheets(t, result, now);
    case 'summary':
      return summary(t, result, now);
    case 'minutes':
      return minutes(t, result, now);
    case 'decision':
      return decision(t, result, now);
    case 'workbook':
      return workbook(t, result, now);
  }
}
