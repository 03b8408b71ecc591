import { words } from '../../src/words.js';
import type { SentVideo, Team } from '../cast.js';
import { linkOf } from '../cast.js';
import { converse, type Heard, type Reaction } from '../conversation.js';
import { codeOfEntryIn, type says } from '../reading.js';
import type { Person } from '../stage.js';
import { asNamed } from '../typing.js';

/** A registered team hands in its clip. Answers the entry's code. */
export async function submitting(person: Person, team: Team): Promise<string> {
  const slips = new Set(team.slips);
  const begin = () =>
    slips.has('sendsVideoFirst') ? sendVideo(person, team.video) : person.types('nộp bài');
  const receipt = await converse(person.name, begin, {
    reactions: [
      ...steps(person, team),
      ['submit.check', (text) => confirm(person, team, text, 'submit.send')],
    ],
    until: ['submit.receipt'],
  });
  const code = codeOfEntryIn(receipt);
  await person.types('trạng thái');
  if (slips.has('replacesVideo')) await replacing(person, team, code);
  if (slips.has('thinksOfWithdrawing')) {
    await person.says(`/rutbai ${code}`);
    await person.chooses(words.plain('withdraw.no'));
  }
  return code;
}

/** The form's questions before the last. */
function steps(person: Person, team: Team): [Parameters<typeof says>[1], Reaction][] {
  const slips = new Set(team.slips);
  const askForVideo: Reaction = async (_text, time) => {
    if (slips.has('looksUpStatus') && time === 1) return person.says('/trangthai');
    if (time === 1) {
      if (slips.has('sendsPhoto')) return person.sends({ kind: 'photo', caption: 'video của đội em' });
      if (slips.has('sendsDocument')) return person.sends({ kind: 'document', name: 'kich-ban.docx' });
      if (slips.has('sendsTwoLinks'))
        return person.says('https://video.example/mau/cu và https://video.example/mau/moi');
      if (slips.has('sendsOpenLink')) return person.says('http://video.example/mau/01');
    }
    return sendVideo(person, team.video);
  };
  return [
    ['submit.titleAsk', () => person.says(asNamed(team.title, team.habit))],
    ['submit.videoAskFile', askForVideo],
    ['submit.videoAskLink', askForVideo],
    ['form.changeWhat', () => person.chooses(words.plain('submit.titleLabel'))],
    ['submit.originalAsk', () => person.chooses(words.plain('submit.originalYes'))],
  ];
}

function confirm(
  person: Person,
  team: Team,
  text: string,
  yes: 'submit.send' | 'replace.send',
): Promise<Heard> {
  if (!text.normalize('NFC').includes(`: ${team.title}\n`)) return person.chooses(words.plain('form.change'));
  if (team.slips.includes('confirmsTwice')) return person.saysTwice('1');
  return person.chooses(words.plain(yes));
}

async function replacing(person: Person, team: Team, code: string): Promise<void> {
  const better: Team = { ...team, slips: [], video: linkOf(`${code.toLowerCase()}-ban-2`) };
  await converse(person.name, () => person.says(`/thaybai ${code}`), {
    reactions: [
      ...steps(person, better),
      ['replace.check', (text) => confirm(person, better, text, 'replace.send')],
    ],
    until: ['replace.done'],
  });
}

const sendVideo = (person: Person, video: SentVideo): Promise<Heard> =>
  video.kind === 'link'
    ? person.says(person.chance.happens(0.5) ? video.url : `Video của đội đây ạ: ${video.url}`)
    : person.sends({ ...video, kind: 'video', width: 1280, height: 720 });
