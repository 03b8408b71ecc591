import { closingInstant } from '../../src/domain/dates.js';
import { isKnown } from '../../src/domain/plan.js';
import { closingByHand, listing } from '../acts/listing.js';
import { expecting } from '../acts/organizing.js';
import type { Company, Member } from '../company.js';
import { at, paceFor, type Scene, scene } from '../scene.js';

const HOURS = 10;
const DEEDS_EACH = 4;

/** Lists of people: sent in, closed on the plan's day; one is too short then, and is closed later by hand. */
export function lists(company: Company): Scene[] {
  const { contest, bill, stage, organizer, teams, done } = company;
  const component = contest.plan.components.find(({ list }) => list && isKnown(list.least));
  const freeze = component?.list && closingInstant(contest.plan.windows, component.list.freeze);
  const owing = teams.filter(({ team }) => team.people.length > 0);
  const least = component?.list && isKnown(component.list.least) ? component.list.least.count : 0;
  const [short] = owing;
  if (!component || !freeze || !short) return [];
  const shortList = short.team.people.slice(0, least - 1);
  const rest = short.team.people.slice(least - 1);
  const unitOf = ({ team }: Member) => team.unit.code;

  return [
    scene(
      at(new Date(bill.registers), '08:00', 3),
      async (reached) => {
        await stage.play(
          owing.map((member, index) => async () => {
            const people = member === short ? shortList : member.team.people;
            await listing(member.person, people, { inFile: index % 3 === 2, hasSlip: index % 3 === 1 });
            if (member !== short) done.lists.set(unitOf(member), people.length);
            reached();
          }),
          paceFor(owing.length * DEEDS_EACH, HOURS),
        );
      },
      owing.length,
    ),
    scene(
      at(freeze, '08:30', 1),
      async (reached) => {
        await stage.play([() => expecting(organizer.says('/danhsach'), 'list.lineMissing')]);
        await stage.play([() => listing(short.person, rest, { inFile: false, hasSlip: false })]);
        await stage.play([() => closingByHand(organizer)]);
        done.lists.set(unitOf(short), short.team.people.length);
        reached();
      },
      1,
    ),
  ];
}
