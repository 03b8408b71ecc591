import { screeningOf } from '../domain/plan.js';
import { itemText, reasonText, reasonWithWords } from '../domain/screening.js';
import type { Turn } from '../turn.js';
import type { Contest } from './contest.js';
import { entryName } from './entries.js';
import type { Screened } from './screenEntry.js';
import { tellAuthor } from './tellAuthor.js';

/** The author hears what was decided, and by when he has to do what. Of single verdicts he hears nothing. */
export async function tellVerdict(turn: Turn, contest: Contest, { entry, outcome }: Screened): Promise<void> {
  const screening = screeningOf(contest.plan);
  if (!outcome || !screening) return;
  const { t } = turn;
  const about = { contest: contest.plan.shortName, entry: entryName(entry) };
  const key = `screened/${entry._id}/${turn.id}`;
  const tell = (text: Parameters<typeof tellAuthor>[3]) => tellAuthor(turn, contest, entry, text, key);
  switch (outcome.kind) {
    case 'pass':
      return tell(t('screen.toldPassed', about));
    case 'reject': {
      const reason = reasonWithWords(reasonText(screening, outcome.reason), outcome.words);
      return tell(t('screen.toldRejected', { ...about, reason }));
    }
    case 'send_back': {
      const defects = outcome.defects.map(({ item, words }) =>
        item === null ? `• ${words}` : t.plain('screen.defect', { item: itemText(screening, item), words }),
      );
      const closes = t.moment(entry.correction?.until ?? turn.now);
      const { code } = entry;
      return tell(t('screen.toldSentBack', { ...about, code, defects: defects.join('\n'), closes }));
    }
  }
}
