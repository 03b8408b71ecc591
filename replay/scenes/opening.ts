import { isKnown } from '../../src/domain/plan.js';
import { bindingGroup, inviting, joining, takingOffice } from '../acts/organizing.js';
import { settlingRubric, settlingScreeners } from '../acts/settling.js';
import type { Company } from '../company.js';
import type { Person } from '../person.js';
import { type Scene, scene } from '../scene.js';

/** The plan is out: the organizer settles what must be, binds the groups, and invites everybody. */
export function opening(company: Company): Scene[] {
  const { contest, bill, stage, organizer, member, groups } = company;
  const { settles = {} } = bill;
  return [
    scene(new Date(bill.begins), async () => {
      const invited: [Person, string][] = [];
      await stage.play([
        async () => {
          await takingOffice(organizer, await stage.assistant.organizerCode(contest.id));
          if (settles.rubric) await settlingRubric(organizer, settles.rubric);
          if (settles.screeners) await settlingScreeners(organizer, settles.screeners);
          await bindingGroup(organizer, organizer, groups.telegram);
          await bindingGroup(organizer, member, groups.zalo);
          for (const [person, role] of rolesIn(company))
            invited.push([person, await inviting(organizer, role)]);
        },
      ]);
      await stage.play(
        invited.map(
          ([person, code]) =>
            () =>
              joining(person, code),
        ),
      );
    }),
  ];
}

/** Who is invited to what, as it is typed behind `/moi`. */
function rolesIn({
  contest,
  organizer,
  leaders,
  judges,
  screeners,
  selections,
}: Company): [Person, string][] {
  const { screening } = contest.plan.responsible;
  const bodies = screening && isKnown(screening) ? screening.bodies : [];
  return [
    ...judges.map((judge, index): [Person, string] => [
      judge,
      `${leaders && index === 0 ? 'trưởng ban giám khảo' : 'giám khảo'} ${judge.name}`,
    ]),
    ...(leaders ? leadersIn(leaders) : []),
    ...screeners.map((person, index): [Person, string] => [
      person,
      `${screenerOf(bodies[index % bodies.length])} ${person.name}`,
    ]),
    ...selections
      .filter(({ coordinator }) => coordinator !== organizer)
      .map(({ unit, coordinator }): [Person, string] => [
        coordinator,
        `đầu mối ${contest.units.shortName(unit)}`,
      ]),
  ];
}

const leadersIn = ({ chair, secretary }: NonNullable<Company['leaders']>): [Person, string][] => [
  [chair, `trưởng ban tổ chức ${chair.name}`],
  [secretary, `thư ký ${secretary.name}`],
];

/** The role by which somebody screens, whichever body it is given to. */
function screenerOf(body: string | undefined): string {
  if (body === 'secretariat') return 'thư ký';
  return body === 'standing_agency' ? 'cơ quan thường trực' : 'người thẩm định';
}
