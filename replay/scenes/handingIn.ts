import { graceOf } from '../../src/domain/plan.js';
import { expecting } from '../acts/organizing.js';
import { submitting } from '../acts/submitting.js';
import type { Company, Member } from '../company.js';
import { authorLimit, hasVideo } from '../contest.js';
import { at, latest, paceFor, type Scene, scene } from '../scene.js';

/** From half past seven to late in the evening. */
const HOURS = 14;
const DEEDS_EACH = 7;

/** Half of the entries come in on the first day, half on the last; then one too many, and one too late. */
export function handingIn(company: Company): Scene[] {
  const { contest, bill, stage, organizer, teams, third, late, groups } = company;
  const { submission } = contest.windows;
  if (!hasVideo(contest) || !submission) return [];
  const dayAfter = at(new Date(bill.registers), '07:30', 2);
  const firstDay = submission.opens ? latest(at(submission.opens, '07:30'), dayAfter) : dayAfter;
  const lastDay = at(submission.closes, '07:30');
  const half = Math.ceil(teams.length / 2);
  const [first, last] = [teams.slice(0, half), teams.slice(half)];

  const entriesOf = (some: readonly Member[]) => some.reduce((sum, { team }) => sum + team.clips.length, 0);
  const bringing = (some: readonly Member[], reached: () => void) =>
    stage.play(
      some.map((member) => async () => {
        for (const clip of member.team.clips) {
          const code = await submitting(member.person, member.team, clip);
          company.done.entries.push({ code, clip, member });
          reached();
        }
      }),
      paceFor(entriesOf(some) * DEEDS_EACH, HOURS),
    );

  return [
    scene(
      firstDay,
      async (reached) => {
        await stage.play([() => becomingASupergroup()]);
        await bringing(first, reached);
      },
      entriesOf(first),
    ),
    scene(
      lastDay,
      async (reached) => {
        await bringing(last, reached);
        const limit = authorLimit(contest);
        const full = teams.filter(({ team }) => team.clips.length === limit);
        if (third) await stage.play([() => expecting(third.person.types('nộp bài'), 'submit.quotaFull')]);
        await stage.play(
          full.slice(0, 2).map(
            ({ person }) =>
              () =>
                expecting(person.types('nộp bài'), 'submit.authorFull', 'submit.quotaFull'),
          ),
        );
      },
      entriesOf(last),
    ),
    scene(at(new Date(submission.closes.getTime() + graceOf(contest.plan) * 60_000), '08:00', 1), () =>
      stage.play([
        ...(late ? [() => expecting(late.person.types('nộp bài'), 'submit.closed')] : []),
        () => organizer.says('/tinhhinh').then(() => {}),
      ]),
    ),
  ];

  /** A Telegram group that grows goes on under another id. */
  async function becomingASupergroup(): Promise<void> {
    await stage.act(groups.telegram, async () => groups.telegram.upgrade(), { expectsAnswer: false });
  }
}
