import { words } from '../../src/words.js';
import type { Team } from '../cast.js';
import { converse, type Heard } from '../conversation.js';
import type { Person } from '../person.js';
import { says } from '../reading.js';
import { asNamed, mistyped } from '../typing.js';

export type Registering = {
  unitName: string;
  /** What the team's unit is a part of. */
  above: string;
  components: readonly { id: string; title: string }[];
  /** The contest to be chosen first, where there are several and this one isn't the one at hand. */
  chooses: string | null;
};

/** A team registers: with consent, and with whatever goes wrong on the way. */
export async function registering(person: Person, team: Team, about: Registering): Promise<void> {
  const t = words.plain;
  const slips = new Set(team.slips);
  const { unit } = team;
  const { unitName, above, components, chooses } = about;
  let wrong: 'register.unitLabel' | 'register.teamLabel' | 'register.contactLabel' | null = null;

  await person.says(person.chance.happens(0.5) ? '/start' : 'Xin chào');
  if (chooses) await person.says(`/cuocthi ${chooses}`);
  if (slips.has('asksTooEarly')) await person.types('nộp bài');

  await converse(person.name, () => person.types('đăng ký'), {
    reactions: [
      ['register.consentUnclear', () => person.types(t('register.consentYes'))],
      [
        'register.consentAsk',
        async (_text, time) => {
          if (slips.has('unclearConsent') && time === 1) return person.says('ok em');
          // Typed, so that the button stays where it is.
          if (slips.has('pressesOldButton')) return person.types(t('register.consentYes'));
          return person.chooses(t('register.consentYes'));
        },
      ],
      ['register.unitPick', () => pickOrRetype()],
      ['register.unitPickSome', () => pickOrRetype()],
      [
        'register.unitIsIt',
        (text) =>
          text.normalize('NFC').includes(unitName) ? person.chooses(t('register.unitYes')) : pickOrRetype(),
      ],
      ['register.unitTooHigh', () => person.types(unit.name)],
      ['register.unitNone', () => person.types(unit.name)],
      [
        'register.unitAsk',
        async (_text, time) => {
          if (slips.has('photoForText') && time === 1) return person.sends({ kind: 'photo' });
          if (slips.has('namesUnitAbove') && time === 1) return person.types(above);
          if (slips.has('mistypesUnit') && time === 1) return person.says(mistyped(unit.name, person.chance));
          return person.types(unit.name);
        },
      ],
      ['register.componentsAsk', () => person.chooses(chosenIn())],
      ['register.headcountAsk', () => saysHeadcount()],
      ['register.headcountAskTeam', () => saysHeadcount()],
      [
        'register.teamAsk',
        async (_text, time) => {
          if (slips.has('pressesOldButton') && time === 1) return person.presses(t('register.consentYes'));
          const name = slips.has('changesTeam') && time === 1 ? '[mẫu] Tổ công nghệ số' : team.team;
          if (slips.has('namesTeamTwice') && time === 1) return person.saysTwice(name);
          return person.says(asNamed(name, team.habit));
        },
      ],
      [
        'register.contactAsk',
        async (_text, time) => {
          if (slips.has('asksForHelp') && time === 1) return person.types('trợ giúp');
          return person.says(asNamed(team.contact, team.habit));
        },
      ],
      [
        'register.phoneAsk',
        async (text, time) => {
          if (slips.has('badPhone') && time === 1) return person.says(`${team.phone.slice(0, 8)}`);
          if (slips.has('goesBack') && time === 1) return person.types('/lui');
          if (slips.has('givesUpOnce') && time === 1) {
            await person.types('hủy');
            return person.types('đăng ký');
          }
          if (says(text, 'register.phoneBad')) return person.says(team.phone);
          return person.says(team.phoneWritten);
        },
      ],
      ['form.changeWhat', () => changeWrong()],
      ['register.check', (text) => confirmOrChange(text)],
    ],
    until: ['register.done', 'register.already'],
  });

  /** A unit that is found by a former name says so behind its own. */
  function pickOrRetype(): Promise<Heard> {
    const offer = person.offers().find((each) => each === unitName || each.startsWith(`${unitName} (`));
    return offer ? person.chooses(offer) : person.says(unitName.replace(',', ''));
  }

  function saysHeadcount(): Promise<Heard> {
    return person.says(`${team.headcount}${person.chance.happens(0.5) ? ' người' : ''}`);
  }

  function chosenIn(): string {
    const chosen = components.filter(({ id }) => team.components?.includes(id));
    return chosen.map(({ title }) => title).join(' + ');
  }

  function confirmOrChange(text: string): Promise<Heard> {
    const shown = text.normalize('NFC');
    wrong = !shown.includes(unitName)
      ? 'register.unitLabel'
      : !shown.includes(`: ${team.team}\n`)
        ? 'register.teamLabel'
        : !shown.includes(`: ${team.contact}\n`)
          ? 'register.contactLabel'
          : null;
    return person.chooses(t(wrong ? 'form.change' : 'register.send'));
  }

  function changeWrong(): Promise<Heard> {
    return person.chooses(t(wrong ?? 'register.teamLabel'));
  }
}
