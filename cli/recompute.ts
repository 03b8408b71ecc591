import { type Difference, recomputeResult } from '../src/actions/recomputeResult.js';
import { words } from '../src/words.js';
import { withContest } from './contestWork.js';
import type { Terminal } from './terminal.js';
import { WrongUse } from './wrongUse.js';

const t = words.plain;

/** Works the published result out again from the raw sheets and snapshots: status 1 if it comes out otherwise. */
export const runRecompute = (
  id: string,
  { json = false }: { json?: boolean },
  terminal: Terminal,
): Promise<number> =>
  withContest(id, terminal, async (work, contest) => {
    const recomputed = await recomputeResult(work, contest);
    if (!recomputed) throw new WrongUse(t('recompute.nothing', { contest: id }));
    const { version, publishedAt, isSame, differences, rulings } = recomputed;
    if (json) terminal.show(JSON.stringify({ contest: id, ...recomputed }));
    else {
      const about = { contest: id, version, at: words.moment(publishedAt) };
      const lines = isSame
        ? [t('recompute.same', about)]
        : [t('recompute.differs', about), ...differences.map(line), ...orderLine(differences)];
      const ruled = rulings.map(({ number, entry, document }) =>
        t('recompute.ruling', { number, entry, document }),
      );
      terminal.show([...lines, ...ruled].join('\n'));
    }
    return isSame ? 0 : 1;
  });

const line = ({ path, published, recomputed }: Difference): string =>
  t('recompute.difference', { path, published: shown(published), recomputed: shown(recomputed) });

/** The same values, but not byte for byte: then they stand in another order. */
const orderLine = (differences: Difference[]): string[] =>
  differences.length === 0 ? [t('recompute.otherOrder')] : [];

const shown = (value: unknown): string =>
  value === undefined ? t('recompute.missing') : typeof value === 'string' ? value : JSON.stringify(value);
