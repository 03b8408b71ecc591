import { type Contest, contestOf } from '../actions/contest.js';
import { entryName } from '../actions/entries.js';
import { needRight } from '../actions/permissions.js';
import { seeRanking, type UnitRanking } from '../actions/rankSelection.js';
import { senderName } from '../actions/registrations.js';
import { needSelection, ownSelections } from '../actions/selecting.js';
import { Refusal } from '../domain/refusal.js';
import type { Offer, Turn } from '../turn.js';
import { stack, type Words } from '../words.js';
import { unitMeant } from './unitMeant.js';

/** `/xephang`: what the judges of a unit came to, for who answers for it. */
export async function showRanking(turn: Turn, typed: string): Promise<void> {
  const contest = await contestOf(turn);
  const unit = await theUnit(turn, contest, typed, { command: '/xephang' });
  if (unit === null) return;
  turn.say(describeUnitRanking(turn.t, contest, unit, await seeRanking(turn, contest, unit)));
}

/** `xã Bình Minh`: whoever reads it knows the rest. */
function nearName({ units }: Contest, code: string): string {
  const unit = units.get(code);
  return unit ? units.shortName(unit) : code;
}

function describeUnitRanking(t: Words, contest: Contest, unit: string, ranked: UnitRanking) {
  const { ranking, quorum, entries, sheets } = ranked;
  const about = (code: string) => {
    const entry = entries.get(code);
    return {
      entry: entry ? entryName(entry) : code,
      unit: nearName(contest, entry?.unit ?? ''),
      sheets: sheets.get(code) ?? 0,
    };
  };
  const { round } = needSelection(contest);
  return stack([
    t('selection.ranking', { unit: senderName(contest, unit), round: round.title }),
    ranking.places.length > 0 &&
      stack(
        ranking.places.map(({ place, code, total, tied }) =>
          t(tied ? 'selection.sharedPlace' : 'selection.place', {
            ...about(code),
            place,
            total: t.number(total),
          }),
        ),
        '\n',
      ),
    ranking.unranked.length > 0 &&
      stack(
        [
          t('selection.unranked', { quorum }),
          ...ranking.unranked.map(({ code }) => t('selection.unrankedLine', about(code))),
        ],
        '\n',
      ),
    entries.size === 0 && t('selection.noEntriesHere'),
  ]);
}

/** The unit that was named, or the only one; otherwise offers a choice, with what else there is, and answers `null`. */
export async function theUnit(
  turn: Turn,
  contest: Contest,
  typed: string,
  { command, others: beside = [] }: { command: string; others?: Offer[] },
): Promise<string | null> {
  await needRight(turn, contest, 'holdSelection');
  const { level } = needSelection(contest);
  const own = await ownSelections(turn, contest);
  const [only, ...others] = own;
  // His unit lies below the level that picks.
  if (!only) throw new Refusal('selection.notYours');
  const chosen = own.find(({ code }) => code === typed);
  if (chosen) return chosen.code;
  if (others.length === 0 && beside.length === 0) return only.code;
  const codes = own.map(({ code }) => code);
  const picked = typed ? unitMeant(turn, contest, typed, codes, level) : null;
  if (typeof picked === 'string') return picked;
  const choices =
    picked?.question.choices ??
    own.map((unit) => ({
      label: contest.units.shortName(unit),
      says: unit.code,
    }));
  turn.say(picked?.question.text ?? turn.t('selection.whichUnit'), [
    ...choices.map(({ label, says }) => ({ label, says: `${command} ${says}` })),
    ...beside,
  ]);
  return null;
}
