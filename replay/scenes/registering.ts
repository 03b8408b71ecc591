import { expecting } from '../acts/organizing.js';
import { registering } from '../acts/registering.js';
import type { Company, Member } from '../company.js';
import { paceFor, type Scene, scene } from '../scene.js';

/** Days that a contest's people may take for it. */
const HOURS = 48;
const DEEDS_EACH = 12;

/** The teams register, and those who come too late with their entries; somebody who may not is refused. */
export function registration(company: Company): Scene[] {
  const { bill, contest, stage, teams, third, late, isDefault } = company;
  const everybody = [...teams, third, late].filter((each): each is Member => each !== null);
  const [judge] = company.judges;
  return [
    scene(
      new Date(bill.registers),
      async (reached) => {
        await stage.play(
          everybody.map(({ person, team }) => async () => {
            await registering(person, team, {
              unitName: contest.units.fullName(team.unit),
              above: contest.units.parent(team.unit.code)?.name ?? contest.root.name,
              components: contest.plan.components,
              chooses: isDefault ? null : contest.id,
            });
            company.done.registered += 1;
            reached();
          }),
          paceFor(everybody.length * DEEDS_EACH, HOURS),
        );
        // Who judges can't be judged.
        if (judge) await stage.play([() => expecting(judge.types('đăng ký'), 'register.barred')]);
      },
      everybody.length,
    ),
  ];
}
