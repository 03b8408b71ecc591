import type { EmulatedChat } from '../emulator/index.js';
import { isKnown } from '../src/domain/plan.js';
import { selectionOf } from '../src/domain/selection.js';
import type { Unit } from '../src/domain/units.js';
import type { Sheets } from './acts/judging.js';
import type { Engagement } from './acts/organizing.js';
import type { Cast, Team } from './cast.js';
import type { Clip } from './clips.js';
import { type ContestRead, hasVideo } from './contest.js';
import type { Person } from './person.js';
import type { Playbill } from './playbill.js';
import type { Stage } from './stage.js';

/** The people of one contest on the stage, and what they have done there so far. */
export type Company = {
  contest: ContestRead;
  bill: Playbill;
  stage: Stage;
  /** The contest that a chat is about until somebody chooses another. */
  isDefault: boolean;
  organizer: Person;
  /** The committee's chair and its secretary, where it comes to a result. The first judge heads the jury. */
  leaders: { chair: Person; secretary: Person } | null;
  member: Person;
  judges: Person[];
  screeners: Person[];
  selections: { unit: Unit; coordinator: Person; judges: Person[] }[];
  teams: Member[];
  third: Member | null;
  late: Member | null;
  groups: Groups;
  /** The contest of the same evening that takes what this one picks. */
  above: Company | null;
  done: Done;
};

export type Member = { team: Team; person: Person };
export type Groups = { telegram: EmulatedChat; zalo: EmulatedChat };

/** What people have typed and the assistant has taken: the end is measured by it. */
export type Done = {
  registered: number;
  entries: Entered[];
  /** By judge: of the last round, and of the selection before it. */
  sheets: Map<string, Sheets>;
  selectionSheets: Map<string, Sheets>;
  /** What coordinators read in their unit's ranking, by entry. */
  unitTotals: Map<string, string>;
  /** The codes that went up and were not taken back. */
  nominated: string[];
  /** As it stood at the freeze. */
  engagement: Engagement;
  /** Lists as they were closed: how many names, by unit. */
  lists: Map<string, number>;
};

/** `member`: `null` where it came from another contest. */
export type Entered = { code: string; clip: Clip; member: Member | null };

export function openCompany(
  stage: Stage,
  cast: Cast,
  about: { contest: ContestRead; bill: Playbill; isDefault: boolean },
): Company {
  const { bill } = about;
  const playing = (label: string) => (player: Cast['organizer']) => stage.person({ ...player, label });
  const teamed = (team: Team): Member => ({ team, person: playing('Đội thi')(team) });
  const organizer = playing('Ban Tổ chức')(cast.organizer);
  const leaders = isRanked(about)
    ? { chair: playing('Trưởng Ban Tổ chức')(cast.chair), secretary: playing('Thư ký')(cast.secretary) }
    : null;
  const member = playing('Thành viên nhóm')(cast.member);
  const judges = cast.judges.map(playing('Giám khảo'));
  const screeners = cast.screeners.map(playing('Người thẩm định'));
  const selections = cast.selections.map(({ unit, coordinator, judges: jury }) => ({
    unit,
    coordinator: coordinator ? playing('Đầu mối')(coordinator) : organizer,
    judges: jury.map(playing('Giám khảo')),
  }));
  const teams = cast.teams.map(teamed);
  const on = (platform: 'telegram' | 'zalo', people: Person[]) =>
    people.filter((person) => person.platform === platform);
  return {
    ...about,
    stage,
    organizer,
    leaders,
    member,
    judges,
    screeners,
    selections,
    teams,
    third: cast.third && teamed(cast.third),
    late: cast.late && teamed(cast.late),
    groups: {
      telegram: stage.group('telegram', bill.groups.telegram, [organizer, ...on('telegram', judges)]),
      zalo: stage.group('zalo', bill.groups.zalo, [
        member,
        ...on(
          'zalo',
          teams.map(({ person }) => person),
        ),
      ]),
    },
    above: null,
    done: nothing(),
  };
}

export const nothing = (): Done => ({
  registered: 0,
  entries: [],
  sheets: new Map(),
  selectionSheets: new Map(),
  unitTotals: new Map(),
  nominated: [],
  engagement: new Map(),
  lists: new Map(),
});

/** The most points of each criterion, as the plan or the organizer says; `null`: nobody scores. */
export function maximaIn({ contest, bill }: Pick<Company, 'contest' | 'bill'>): number[] | null {
  const { criteria } = contest.plan.scoring;
  const { rubric = [], criteria: settled } = bill.settles ?? {};
  if (!isKnown(criteria)) return settled?.map(({ max }) => max) ?? null;
  const maxima = criteria.map(({ max }, index) => (isKnown(max) ? Number(max) : rubric[index]));
  return maxima.every((max) => max !== undefined) ? maxima : null;
}

/** Does it come to a ranking of the whole contest? */
export const isRanked = (company: Pick<Company, 'contest' | 'bill'>): boolean =>
  hasVideo(company.contest) && company.contest.windows.judging !== undefined && maximaIn(company) !== null;

/** What is still in the contest, as far as people know: what was rejected, or not corrected, is out. */
export const stillIn = ({ done }: Pick<Company, 'done'>): Entered[] =>
  done.entries
    .filter(({ clip }) => clip.fate !== 'rejected' && clip.fate !== 'lapses')
    .sort((a, b) => a.code.localeCompare(b.code, 'en', { numeric: true }));

/** What the last round takes in: where units pick, what they sent up; otherwise all that is still there. */
export function inFinal(company: Pick<Company, 'contest' | 'done'>): Entered[] {
  const entries = stillIn(company);
  if (selectionOf(company.contest.plan)?.receiver?.kind !== 'within') return entries;
  return entries.filter(({ code }) => company.done.nominated.includes(code));
}
