import type { LockedSheet } from '../domain/locks.js';
import { jury } from '../domain/roles.js';
import type { Lock } from '../store/documents.js';
import type { Work } from '../turn.js';
import type { Contest } from './contest.js';

/**
 * What was said when a sheet of this lock was set aside, when its judge left the jury, or when he declared what ties
 * him to it; by the sheets' ids. None where nobody had to say anything. `sheets` are under who their judges are now.
 */
export async function whyUncounted(
  { store }: Work,
  { id, units }: Contest,
  { at, sheets }: Pick<Lock, 'at' | 'sheets'>,
): Promise<Map<string, string>> {
  const out = sheets.filter(({ uncounted }) => uncounted !== null);
  const people = { contest: id, person: { $in: [...new Set(out.map(({ judge }) => judge))] } };
  const [given, endings, relations, entries] = await Promise.all([
    store.sheets.find({ _id: { $in: out.map(({ _id }) => _id) } }, { asides: 1 }).lean(),
    store.roles
      .find({ ...people, role: { $in: jury }, endedAt: { $lte: at } })
      .sort({ endedAt: 1, _id: 1 })
      .lean(),
    store.relations
      .find({ ...people, at: { $lte: at } })
      .sort({ at: 1, _id: 1 })
      .lean(),
    store.entries
      .find({ contest: id, code: { $in: out.map(({ entry }) => entry) } }, { code: 1, unit: 1 })
      .lean(),
  ]);
  const unitOf = new Map(entries.map(({ code, unit }) => [code, unit]));
  const asidesOf = new Map(given.map(({ _id, asides = [] }) => [_id, asides]));

  function reasonFor({ _id, judge, entry, uncounted }: LockedSheet): string | null | undefined {
    const unit = unitOf.get(entry);
    switch (uncounted) {
      case 'setAside':
        return asidesOf.get(_id)?.findLast((aside) => aside.kind === 'aside' && aside.at <= at)?.reason;
      case 'notSitting':
        return endings.findLast(({ person }) => person === judge)?.endReason;
      case 'conflict':
        return relations.findLast(
          ({ person, to }) =>
            person === judge &&
            ('entry' in to ? to.entry === entry : unit !== undefined && units.isUnder(unit, to.unit)),
        )?.words;
      default:
        return null;
    }
  }

  return new Map(
    out.flatMap((sheet) => {
      const reason = reasonFor(sheet);
      return reason ? [[sheet._id, reason] as const] : [];
    }),
  );
}
