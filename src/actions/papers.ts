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
import { liveEntries } from './entries.js';
import { judgingWindow, lockedAt } from './locks.js';
import { describeOpenDecisions } from './openDecisions.js';
import { needRight } from './permissions.js';
import { unitName } from './registrations.js';
import { bodiesOf, figuresOf } from './resultFigures.js';
import { rolesIn } from './roles.js';
import { finalSeat } from './seats.js';

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
  const { t, now } = turn;
  const seat = finalSeat(contest);
  if (!(await lockedAt(turn, contest, seat)))
    throw new Refusal('papers.scoringOpen', {
      closes: t.moment((await judgingWindow(turn, contest, seat)).closes),
    });
  if (rankingWaitsFor(contest.plan).length > 0)
    throw new Refusal('papers.open', { what: describeOpenDecisions(t, contest, now).text });
  const freeze = freezeInstant(contest.plan);
  // What judges have signed doesn't wait for the audience.
  if (paper !== 'sheets' && freeze && now <= freeze)
    throw new Refusal('papers.votesOpen', { closes: t.moment(freeze) });
  const result = await figuresOf(turn, contest);
  if (result.entries.length === 0) throw new Refusal('papers.noEntries');
  return { bytes: await written(turn, result, paper), isPublic: result.published !== null };
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
