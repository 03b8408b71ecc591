import type { DayTime } from './answers.js';
import { edgesOf, type Window, type WindowName, windowsOf } from './dates.js';
import type { ClosingEdge, OpeningEdge, WindowWords } from './plan/dateWords.js';
import { isKnown, type Plan, unknown } from './plan.js';

/** The edges of a window that are to be others; what isn't named stays. */
export type NewDays = {
  window: WindowName;
  opens?: OpeningEdge | undefined;
  closes?: ClosingEdge | undefined;
};

/** A window was moved: by whom, when, why, and by which document. The plan itself stays as it was written. */
export type Move = NewDays & { reason: string; document: string | null; by: string; at: Date };

/** The plan with its windows where they have been moved to, one move after another. */
export const withMoves = (plan: Plan, moves: readonly NewDays[]): Plan =>
  moves.reduce((moved, move) => withMove(moved, move), plan);

function withMove(plan: Plan, { window, opens, closes }: NewDays): Plan {
  const words = plan.windows[window];
  const known = words && isKnown(words) ? words : null;
  const stood = known ? edgesOf(known) : { closes: unknown };
  const opening = opens ?? ('opens' in stood ? stood.opens : undefined);
  const moved: WindowWords = {
    ...(known?.title !== undefined && { title: known.title }),
    ...(opening && { opens: opening }),
    closes: closes ?? stood.closes,
  };
  return { ...plan, windows: { ...plan.windows, [window]: moved } };
}

/** A window before and after; `null`: it has no days. */
export type Change = { window: WindowName; before: Window | null; after: Window | null };

/** Every window that stands elsewhere in the second plan: what leans on a moved one has moved with it. */
export function changesBetween(before: Plan, after: Plan): Change[] {
  const [then, now] = [windowsOf(before), windowsOf(after)];
  return Object.keys(after.windows)
    .map((window) => ({ window, before: then[window] ?? null, after: now[window] ?? null }))
    .filter((change) => !isSame(change.before, change.after));
}

const isSame = (one: Window | null, other: Window | null): boolean =>
  one?.opens?.getTime() === other?.opens?.getTime() && one?.closes.getTime() === other?.closes.getTime();

/** Each move with what it changed, in the order in which they were made. */
export function historyOf<Each extends NewDays>(
  planned: Plan,
  moves: readonly Each[],
): { move: Each; changes: Change[] }[] {
  return moves.map((move, index) => {
    const before = withMoves(planned, moves.slice(0, index));
    return { move, changes: changesBetween(before, withMoves(before, [move])) };
  });
}

/** When this window was moved last, also because another moved on which it leans; `null`: it never was. */
export function movedAt(planned: Plan, moves: readonly Move[], window: WindowName): Date | null {
  const all = historyOf(planned, moves).filter(({ changes }) =>
    changes.some((each) => each.window === window),
  );
  return all.at(-1)?.move.at ?? null;
}

/**
 * When a window first opened, as it stood at that time; `null`: it hasn't yet. To move its opening afterwards,
 * or that of a window which it leans on, takes nothing of it back.
 */
export function openedAt(
  planned: Plan,
  moves: readonly Pick<Move, keyof NewDays | 'at'>[],
  name: WindowName,
  now: Date,
): Date | null {
  for (const index of [...moves.keys(), moves.length]) {
    const opens = windowsOf(withMoves(planned, moves.slice(0, index)))[name]?.opens;
    // It stood so until the next move was made.
    const until = moves[index]?.at ?? now;
    if (opens && opens <= until && opens <= now) return opens;
  }
  return null;
}

export const openingAt = ({ day, time }: DayTime): OpeningEdge =>
  time === null ? { from: day } : { at: `${day}T${time}` };

/** "23 giờ 59" means through the end of that minute, which is the end of the day. */
export const closingAt = ({ day, time }: DayTime): ClosingEdge =>
  time === null || time === '23:59' ? { by: day } : { at: `${day}T${time}` };
