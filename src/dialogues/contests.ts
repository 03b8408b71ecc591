import { allContests, type Contest, contestOf } from '../actions/contest.js';
import { registrationOf } from '../actions/registrations.js';
import { isAnnounced } from '../domain/dates.js';
import { Refusal } from '../domain/refusal.js';
import { fold } from '../domain/text.js';
import type { Turn } from '../turn.js';
import { stack } from '../words.js';
import { dutyName } from './help.js';

/**
 * `/cuocthi`: the contests, and what one is in each. `/cuocthi 2`, `/cuocthi binh son`: goes over to it. One that
 * is still being prepared is found only by its id.
 */
export async function chooseContest(turn: Turn, args: string): Promise<void> {
  const here = await contestOf(turn);
  const contests = await offered(turn, here);
  if (!args) return listContests(turn, contests, here);
  const meant = (await allContests(turn)).find(({ id }) => id === fold(args)) ?? meantBy(args, contests);
  // The questions that are open here are the other contest's.
  if (turn.chat.progress && meant.id !== here.id)
    throw new Refusal('contests.unfinished', { contest: meant.plan.shortName });
  turn.chat.contest = meant.id;
  turn.say(stack([turn.t('contests.chosen', { contest: meant.plan.name }), await standing(turn, meant)]), [
    { label: turn.t.plain('menu.help'), says: '/trogiup' },
  ]);
}

/** Those that are announced, and those in which one is something. */
async function offered(turn: Turn, here: Contest): Promise<Contest[]> {
  const contests = await allContests(turn);
  const theirs = await Promise.all(
    contests.map(
      async (contest) =>
        contest.id === here.id ||
        isAnnounced(contest.windows, turn.now) ||
        (await isSomething(turn, contest)),
    ),
  );
  return contests.filter((_, index) => theirs[index]);
}

const isSomething = async (turn: Turn, contest: Contest): Promise<boolean> =>
  (await turn.duties(contest.id)).length > 0 || (await registrationOf(turn, contest)) !== null;

async function listContests(turn: Turn, contests: Contest[], here: Contest): Promise<void> {
  const { t } = turn;
  const lines = [];
  for (const [index, contest] of contests.entries()) {
    const about = { number: index + 1, contest: contest.plan.shortName };
    const line = contest.id === here.id ? t('contests.lineHere', about) : t('contests.line', about);
    lines.push(stack([line, await standing(turn, contest)], '\n'));
  }
  turn.say(
    stack([t('contests.title'), ...lines, contests.length > 1 && t('contests.how')]),
    contests.length > 1
      ? contests.map(({ id, plan }) => ({ label: plan.shortName, says: `/cuocthi ${id}` }))
      : [],
  );
}

/** What this person is in a contest. */
async function standing(turn: Turn, contest: Contest) {
  const { t } = turn;
  const [duties, registration] = [await turn.duties(contest.id), await registrationOf(turn, contest)];
  const all = duties.map(dutyName(turn, contest));
  if (registration) all.push(t.plain('contests.team', { team: registration.team }));
  return all.length > 0 ? t('contests.you', { roles: all.join('; ') }) : t('contests.youNothing');
}

/** By its number in the list, or words of its name that no other has. */
function meantBy(typed: string, contests: Contest[]): Contest {
  const said = fold(typed);
  const exact = contests.find((_, index) => String(index + 1) === said);
  if (exact) return exact;
  const named = contests.filter(({ plan }) =>
    [plan.shortName, plan.name].some((name) => fold(name).includes(said)),
  );
  const [only, ...others] = named;
  if (!only) throw new Refusal('contests.none', { typed });
  if (others.length > 0) throw new Refusal('contests.several', { typed });
  return only;
}
