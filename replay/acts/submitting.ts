import { words } from '../../src/words.js';
import type { Team } from '../cast.js';
import { type Clip, linkOf, type SentVideo } from '../clips.js';
import { converse, type Heard, type Reaction } from '../conversation.js';
import type { Person } from '../person.js';
import { codeOfEntryIn, type says } from '../reading.js';
import type { Slip } from '../slips.js';
import { asNamed } from '../typing.js';

/** A registered team hands in a clip, with its slips at the first one. Answers the entry's code. */
export async function submitting(person: Person, team: Team, clip: Clip): Promise<string> {
  const slips = new Set(clip === team.clips[0] ? team.slips : []);
  const begin = () =>
    slips.has('sendsVideoFirst') ? sendVideo(person, clip.video) : person.types('nộp bài');
  const receipt = await converse(person.name, begin, {
    reactions: [
      ...steps(person, team, clip, slips),
      ['submit.check', (text) => confirm(person, clip, slips, text, 'submit.send')],
    ],
    until: ['submit.receipt'],
  });
  const code = codeOfEntryIn(receipt);
  await person.types('trạng thái');
  if (slips.has('replacesVideo'))
    await replacing(person, team, code, { ...clip, video: linkOf(`${code.toLowerCase()}-ban-2`) });
  if (slips.has('thinksOfWithdrawing')) {
    await person.says(`/rutbai ${code}`);
    await person.chooses(words.plain('withdraw.no'));
  }
  return code;
}

/** The form's questions before the last. */
function steps(
  person: Person,
  team: Team,
  clip: Clip,
  slips: ReadonlySet<Slip>,
): [Parameters<typeof says>[1], Reaction][] {
  const askForVideo: Reaction = async (_text, time) => {
    if (slips.has('looksUpStatus') && time === 1) return person.says('/trangthai');
    if (time === 1) {
      if (slips.has('sendsPhoto')) return person.sends({ kind: 'photo', caption: 'video của đội em' });
      if (slips.has('sendsDocument')) return person.sends({ kind: 'document', name: 'kich-ban.docx' });
      if (slips.has('sendsTwoLinks'))
        return person.says('https://video.example/mau/cu và https://video.example/mau/moi');
      if (slips.has('sendsOpenLink')) return person.says('http://video.example/mau/01');
    }
    return sendVideo(person, clip.video);
  };
  const nameClip: Reaction = () => person.says(asNamed(clip.title, team.habit));
  return [
    ['submit.titleAsk', nameClip],
    ['submit.titleAskVideo', nameClip],
    ['submit.titleAskCaption', nameClip],
    ['submit.videoAskFile', askForVideo],
    ['submit.videoAskLink', askForVideo],
    ['form.changeWhat', () => person.chooses(words.plain('submit.titleLabel'))],
    ['submit.originalAsk', () => person.chooses(words.plain('submit.originalYes'))],
  ];
}

function confirm(
  person: Person,
  clip: Clip,
  slips: ReadonlySet<Slip>,
  text: string,
  yes: 'submit.send' | 'replace.send',
): Promise<Heard> {
  if (!text.normalize('NFC').includes(`: ${clip.title}\n`)) return person.chooses(words.plain('form.change'));
  // Numbers are given out in the order in which entries come in.
  if (slips.has('confirmsTwice')) return person.alone.saysTwice('1');
  return person.alone.chooses(words.plain(yes));
}

/** Another version takes the place of what is in: in time, or since it was sent back. */
export async function replacing(person: Person, team: Team, code: string, clip: Clip): Promise<void> {
  const slips = new Set<Slip>();
  await converse(person.name, () => person.says(`/thaybai ${code}`), {
    reactions: [
      ...steps(person, team, clip, slips),
      ['replace.check', (text) => confirm(person, clip, slips, text, 'replace.send')],
    ],
    until: ['replace.done', 'screen.corrected'],
  });
}

const sendVideo = (person: Person, video: SentVideo): Promise<Heard> =>
  video.kind === 'link'
    ? person.says(person.chance.happens(0.5) ? video.url : `Video của đội đây ạ: ${video.url}`)
    : person.sends({ ...video, kind: 'video', width: 1280, height: 720 });
