import { freezeInstant } from '../../src/domain/decisions.js';
import { type Engagement, engagementOf, expecting, recordingEngagement } from '../acts/organizing.js';
import { type Company, inFinal } from '../company.js';
import { at, BRISK, type Scene, scene } from '../scene.js';

/** So many entries are looked up already in the middle of the vote. */
const EARLY = 5;

/** Likes and shares are typed in before the freeze, and after it in vain. */
export function engagement(company: Company): Scene[] {
  const { contest, bill, stage, organizer, done } = company;
  const { audience } = contest.plan.scoring;
  const { voting } = contest.windows;
  const freeze = freezeInstant(contest.plan);
  if (audience.mode === 'none' || !voting?.opens || !freeze) return [];
  const middle = new Date((voting.opens.getTime() + freeze.getTime()) / 2);
  const counted = (): Engagement =>
    engagementOf(inFinal(company), stage.chance.apart(`${contest.id}/engagement`));

  return [
    scene(at(middle, '16:00'), () => {
      const early = new Map([...counted()].slice(0, EARLY).map(([code, { likes }]) => [code, fewer(likes)]));
      return stage.play([() => recordingEngagement(organizer, early, contest.plan.codePrefix)], BRISK);
    }),
    scene(
      at(freeze, '20:00'),
      async (reached) => {
        done.engagement = counted();
        await stage.play(
          [() => recordingEngagement(organizer, done.engagement, contest.plan.codePrefix, reached)],
          BRISK,
        );
      },
      bill.entries,
    ),
    scene(at(freeze, '09:00', 1), () => stage.play([() => tooLate(done.engagement)])),
  ];

  async function tooLate(read: Engagement): Promise<void> {
    const [code = '', { likes, shares } = { likes: 0, shares: 0 }] = [...read][0] ?? [];
    await expecting(organizer.says(`/tuongtac ${code} ${likes + 900} ${shares + 300}`), 'engagement.tooLate');
  }
}

const fewer = (likes: number) => ({ likes: Math.floor(likes / 4), shares: Math.floor(likes / 16) });
