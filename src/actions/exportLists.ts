import type { Reply } from '../chat.js';
import { Refusal } from '../domain/refusal.js';
import { writeCsv } from '../store/csv.js';
import type { ListSnapshot } from '../store/documents.js';
import type { Turn } from '../turn.js';
import type { Contest } from './contest.js';
import { componentTitle, listedComponents } from './peopleLists.js';
import { needRight } from './permissions.js';
import { unitName } from './registrations.js';

/** The lists as they were closed last, one table for each component: a document of ours for each. */
export async function exportLists(turn: Turn, contest: Contest): Promise<Reply[]> {
  await needRight(turn, contest, 'closeList');
  const { t } = turn;
  const replies: Reply[] = [];
  for (const { id } of listedComponents(contest)) {
    const snapshots = await newest(turn, contest, id);
    if (snapshots.length === 0) continue;
    const name = `danh-sach-${contest.id}-${id}.csv`;
    const bytes = Buffer.from(writeCsv(snapshots.flatMap((snapshot) => rowsOf(turn, contest, snapshot))));
    // Whoever has the link may read, so nobody may guess it.
    const _id = ['a', 'b', 'c'].map((part) => turn.code(`list/${id}/${part}`)).join('');
    await turn.store.files.updateOne(
      { _id },
      { $setOnInsert: { bytes, name, mime: 'text/csv', at: turn.now } },
      { upsert: true },
    );
    const people = snapshots.reduce((sum, { members }) => sum + members.length, 0);
    const caption = t('list.exported', {
      component: componentTitle(contest, id),
      units: snapshots.length,
      people,
    });
    replies.push({ kind: 'document', file: _id, name, caption });
  }
  if (replies.length === 0) throw new Refusal('list.nothingClosed');
  return replies;
}

async function newest(turn: Turn, contest: Contest, component: string): Promise<ListSnapshot[]> {
  const all = await turn.store.listSnapshots
    .find({ contest: contest.id, component })
    .sort({ unit: 1, number: 1 })
    .lean<ListSnapshot[]>();
  return [...new Map(all.map((snapshot) => [snapshot.unit, snapshot])).values()];
}

function rowsOf({ t }: Turn, contest: Contest, { unit, number, members, at, digest }: ListSnapshot) {
  return members.map((member, index) => ({
    [t.plain('list.columnUnit')]: unitName(contest, unit),
    [t.plain('list.columnNumber')]: String(index + 1),
    [t.plain('list.columnName')]: member.name,
    [t.plain('list.columnRole')]: member.role ?? '',
    // Set apart, or a spreadsheet takes the first zero away.
    [t.plain('list.columnPhone')]: (member.phone ?? '').replace(/^(\d{4})(\d{3})(\d+)$/, '$1 $2 $3'),
    [t.plain('list.columnFrom')]: member.unit ?? '',
    [t.plain('list.columnClosing')]: String(number),
    [t.plain('list.columnClosedAt')]: t.moment(at),
    [t.plain('list.columnDigest')]: digest,
  }));
}
