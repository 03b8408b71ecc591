import type { EmulatedChat } from '../emulator/index.js';
import type { Unit } from '../src/domain/units.js';
import { changingAScore, judging, type ScoringStyle, scoringInGroup, sheetsOf } from './acts/judging.js';
import {
  bindingGroup,
  type Engagement,
  engagementOf,
  expecting,
  invitingJudges,
  joiningAsJudge,
  publishing,
  recordingEngagement,
  settlingConversion,
  settlingRubric,
  takingOffice,
} from './acts/organizing.js';
import { registering } from './acts/registering.js';
import { settlingTheRest } from './acts/settling.js';
import { submitting } from './acts/submitting.js';
import type { Cast, Team } from './cast.js';
import type { Person, Stage } from './stage.js';

/** The most points of each criterion, which the plan left open. */
const MAXIMA = [40, 30, 30];

const STYLES: ScoringStyle[] = ['command', 'together', 'oneByOne'];

/** Who is in a hurry writes every few seconds, who reads and thinks takes minutes. */
const BRISK: [number, number] = [5, 40];
const LEISURELY: [number, number] = [60, 900];

/** What is reached one by one, for the progress bar: registrations, entries, engagement, sheets, the result. */
export const goalsOf = ({ teams, judges }: Cast): number =>
  3 * teams.length + 4 + teams.length * judges.length + 1;

/** About how many messages people write. */
export const deedsOf = (cast: Cast): number => 3 * goalsOf(cast);

/** Quảng Ngãi 2023, from the plan in July to the result in October. */
export async function playContest(
  stage: Stage,
  cast: Cast,
  about: { fullName: (unit: Unit) => string; onGoal: () => void },
): Promise<{ telegram: EmulatedChat; zalo: EmulatedChat }> {
  const { fullName, onGoal } = about;
  const organizer = stage.person({ ...cast.organizer, label: 'Ban Tổ chức' });
  const member = stage.person({ ...cast.member, label: 'Thành viên nhóm' });
  const judges = cast.judges.map((judge) => stage.person({ ...judge, label: 'Giám khảo' }));
  const teamed = (team: Team) => ({ team, person: stage.person({ ...team, label: 'Đội thi' }) });
  const teams = cast.teams.map(teamed);
  const [third, late] = [teamed(cast.third), teamed(cast.late)];
  const members = (platform: 'telegram' | 'zalo', people: Person[]) =>
    people.filter((person) => person.platform === platform);

  // July: the plan is out.
  const groups = {
    telegram: stage.group('telegram', 'Ban Tổ chức và Giám khảo (mẫu)', [
      organizer,
      ...members('telegram', judges),
    ]),
    zalo: stage.group('zalo', 'Các đội thi Quảng Ngãi (mẫu)', [
      member,
      ...members(
        'zalo',
        teams.map(({ person }) => person),
      ),
    ]),
  };
  let invitations = new Map<string, string>();
  await stage.play([
    async () => {
      await takingOffice(organizer, await stage.assistant.organizerCode());
      await settlingRubric(organizer, MAXIMA);
      await bindingGroup(organizer, organizer, groups.telegram);
      await bindingGroup(organizer, member, groups.zalo);
      invitations = await invitingJudges(
        organizer,
        cast.judges.map(({ name }) => name),
      );
    },
  ]);
  await stage.play(judges.map((judge) => () => joiningAsJudge(judge, invitations.get(judge.name) ?? '')));

  await stage.moveTo('2023-07-20T08:00:00+07:00');
  await stage.play(
    [...teams, third, late].map(({ person, team }) => async () => {
      await registering(person, team, fullName(team.unit));
      onGoal();
    }),
    LEISURELY,
  );

  // 31/8 and 1/9: the province takes the clips in.
  const [first, second, ...others] = judges;
  const last = others.at(-1);
  if (!first || !second || !last) throw new Error('too few judges');
  await stage.moveTo('2023-08-31T07:30:00+07:00');
  await stage.play([() => becomingASupergroup(stage, groups.telegram)]);
  const entries: Entry[] = [];
  const handingIn = (some: typeof teams) =>
    stage.play(
      some.map(({ person, team }) => async () => {
        entries.push({ code: await submitting(person, team), quality: team.quality });
        onGoal();
      }),
      LEISURELY,
    );
  const half = Math.ceil(teams.length / 2);
  await handingIn(teams.slice(0, half));
  await stage.moveTo('2023-09-01T07:30:00+07:00');
  await handingIn(teams.slice(half));
  entries.sort((a, b) => a.code.localeCompare(b.code));
  await stage.play([() => expecting(third.person.types('nộp bài'), 'submit.quotaFull').then(onGoal)]);
  await stage.moveTo('2023-09-02T08:00:00+07:00');
  await stage.play([
    () => expecting(late.person.types('nộp bài'), 'submit.closed').then(onGoal),
    () => organizer.says('/tinhhinh').then(() => {}),
  ]);

  // How likes and shares count is settled before the clips are posted on 4/9.
  await stage.moveTo('2023-09-03T09:00:00+07:00');
  await stage.play([() => settlingConversion(organizer).then(() => settlingTheRest(organizer))]);
  const engagement = engagementOf(entries, stage.chance.apart('engagement'));
  const early = new Map([...engagement].slice(0, 5).map(([code, { likes }]) => [code, fewer(likes)]));
  await stage.moveTo('2023-09-12T16:00:00+07:00');
  await stage.play([() => recordingEngagement(organizer, early)], BRISK);

  // 19/9 to 23/9: the jury. The vote ends on the first day.
  await stage.moveTo('2023-09-18T20:00:00+07:00');
  await stage.play([() => expecting(first.types('chấm'), 'score.notYet')]);
  await stage.moveTo('2023-09-19T07:45:00+07:00');
  const sheets = judges.map((judge) => sheetsOf(entries, MAXIMA, judge.chance.apart('sheets')));
  const scoring = (judge: Person, index: number, more: { stopAfter?: number } = {}) =>
    judging(judge, sheets[index] ?? new Map(), {
      style: STYLES[index % STYLES.length] ?? 'command',
      overshootsOnce: index === 2,
      hesitatesOnce: index === 1,
      onScored: onGoal,
      ...more,
    });
  await stage.play(
    judges.map((judge, index) => async () => {
      if (judge === first) await scoringInGroup(judge, groups.telegram, entries[0]?.code ?? '');
      await scoring(judge, index, judge === last ? { stopAfter: entries.length - LEFT_FOR_LATER } : {});
    }),
    BRISK,
  );
  await stage.moveTo('2023-09-19T21:00:00+07:00');
  await stage.play([() => recordingEngagement(organizer, engagement, onGoal)], BRISK);
  await stage.moveTo('2023-09-20T09:00:00+07:00');
  await stage.play([
    () => tooLateEngagement(organizer, engagement),
    () => changingAScore(second, entries[4]?.code ?? '', [33, 24, 26]),
  ]);
  await stage.moveTo('2023-09-22T15:00:00+07:00');
  await stage.play([() => expecting(organizer.types('công bố'), 'publish.judgingOpen')]);
  // Reminded a day before the judging ends.
  await stage.moveTo('2023-09-23T08:00:00+07:00');
  await stage.play([() => scoring(last, judges.length - 1)], BRISK);
  await stage.moveTo('2023-09-24T08:00:00+07:00');
  await stage.play([() => expecting(first.says(`/cham ${entries[0]?.code} 1 1 1`), 'score.locked')]);

  // 2/10: closing and awards.
  await stage.moveTo('2023-10-02T16:00:00+07:00');
  await stage.play([
    async () => {
      await expecting(member.saysIn(groups.zalo, '/ketqua'), 'publish.notYet');
      await publishing(organizer);
      onGoal();
    },
  ]);
  await stage.play([
    () => organizer.chatsIn(groups.telegram, 'Chúc mừng các đội!').then(() => {}),
    () => expecting(late.person.types('kết quả'), 'publish.headline'),
  ]);
  return groups;
}

type Entry = { code: string; quality: number };

/** What the last judge scores only after he was reminded. */
const LEFT_FOR_LATER = 3;

const fewer = (likes: number) => ({ likes: Math.floor(likes / 4), shares: Math.floor(likes / 16) });

/** A Telegram group that grows goes on under another id. */
const becomingASupergroup = (stage: Stage, group: EmulatedChat): Promise<void> =>
  stage.act(group, async () => group.upgrade(), { expectsAnswer: false }).then(() => {});

async function tooLateEngagement(organizer: Person, engagement: Engagement): Promise<void> {
  const [code = '', { likes, shares } = { likes: 0, shares: 0 }] = [...engagement][0] ?? [];
  await expecting(organizer.says(`/tuongtac ${code} ${likes + 900} ${shares + 300}`), 'engagement.tooLate');
}
