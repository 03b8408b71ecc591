import { z } from 'zod';
import { type Call, type Method, method } from '../call.js';
import { bad } from '../errors.js';
import { Entities } from '../markup.js';
import { type Media, type MediaKind, readMedia } from '../media.js';
import { integer, structure, text } from '../params.js';
import { Captioned, prepare, readCaption, Sending, withFile, worded } from '../sending.js';
import { messageJson } from '../shapes.js';

const Hints = z.object({
  duration: integer.optional(),
  width: integer.optional(),
  height: integer.optional(),
});

/** `sendPhoto` and its sisters: the file lies in the field named for its kind. */
function sendFile(kind: MediaKind): Method {
  return method(Sending.extend(Captioned.shape).extend(Hints.shape), async (params, call) => {
    const { post } = prepare(call, params);
    const content = readCaption(params);
    const media = await readMedia(call, kind, call.given.params[kind], kind, params);
    const [record] = post(() => [{ ...worded(content), ...withFile(media.keep()) }]);
    return record && messageJson(call.world, call.bot, record);
  });
}

export const sendPhoto = sendFile('photo');
export const sendDocument = sendFile('document');
export const sendVideo = sendFile('video');
export const sendVoice = sendFile('voice');
export const sendSticker = sendFile('sticker');

const AlbumItem = z.looseObject({
  type: z.enum(['photo', 'video', 'document']),
  media: text,
  caption: text.optional(),
  parse_mode: text.optional(),
  caption_entities: structure(Entities).optional(),
  duration: integer.optional(),
  width: integer.optional(),
  height: integer.optional(),
});
type AlbumItem = z.output<typeof AlbumItem>;

const smallestAlbum = 2;
const largestAlbum = 10;

export const sendMediaGroup = method(
  Sending.extend({ media: structure(z.array(AlbumItem)) }),
  async ({ media: items, ...params }, call) => {
    if (items.length < smallestAlbum) throw bad('album must have at least 2 media');
    if (items.length > largestAlbum) throw bad('too much messages to send as an album');
    const documents = items.filter(({ type }) => type === 'document').length;
    if (documents > 0 && documents < items.length)
      throw bad("document can't be mixed with other media types");
    const { post } = prepare(call, { ...params, reply_markup: undefined }, items.length);
    const contents = await Promise.all(items.map((item) => readItem(call, item)));
    const mediaGroup = String(13_000_000_000_000_000n + BigInt(call.world.count('album')));
    const records = post(() =>
      contents.map(({ content, media }) => ({ ...worded(content), ...withFile(media.keep()), mediaGroup })),
    );
    return records.map((record) => messageJson(call.world, call.bot, record));
  },
);

async function readItem(
  call: Call,
  item: AlbumItem,
): Promise<{ content: ReturnType<typeof readCaption>; media: Media }> {
  return { content: readCaption(item), media: await readMedia(call, 'media', item.media, item.type, item) };
}
