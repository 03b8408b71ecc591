/** Updates as Zalo's documents show them and as live bots got them. */

const lan = { id: 'a1f09c7d5e2b48c6d3e0', display_name: 'Lan Phạm', is_bot: false };
const lanAlone = { id: 'a1f09c7d5e2b48c6d3e0', chat_type: 'PRIVATE' };
const minh = { id: 'b7e2d4419c0f8a63e5d1', display_name: 'Minh', is_bot: false };
const teamGroup = { id: 'zgr-0f3b9d2a7c6e41580b9d', chat_type: 'GROUP' };

export const text = {
  event_name: 'message.text.received',
  message: {
    message_id: '77c1e0b94d3a52f8e611',
    date: 1794200300789,
    from: lan,
    chat: lanAlone,
    text: 'NOP 42',
  },
};

export const groupPhoto = {
  event_name: 'message.image.received',
  message: {
    message_id: '90ab12cd34ef56a7b8c9',
    date: 1794200399001,
    message_type: 'CHAT_PHOTO',
    from: minh,
    chat: teamGroup,
    caption: '@Bot Hội Thi bài của đội 3',
    photo_url: 'https://cdn.example.vn/p/8f1.jpg',
  },
};

/** As the documents spell it: `photo`, and an empty caption. */
export const documentedPhoto = {
  event_name: 'message.image.received',
  message: {
    message_id: '1a',
    date: 1794200399001,
    from: lan,
    chat: lanAlone,
    caption: '',
    photo: 'https://cdn.example.vn/p/8f2.jpg',
  },
};

/** An older bot: `name`, a date in seconds, ids as long numbers (as the text of the answer). */
export const oldText = `{"ok":true,"result":{"event_name":"message.text.received","message":{
  "message_id":9007199254740993777,"date":1794200300,
  "from":{"id":1234567890123456789,"name":"Chị Hoa","is_bot":false},
  "chat":{"id":1234567890123456789,"chat_type":"PRIVATE"},"text":"xin chào"}}}`;

/** A link that became a preview card and left the text empty. */
export const linkCard = {
  event_name: 'message.text.received',
  message: {
    message_id: '2b',
    date: 1794200400000,
    from: { ...lan, avatar: 'https://avatar.example.vn/lan.jpg' },
    chat: lanAlone,
    text: '',
    attachments: [
      {
        type: 'link',
        payload: {
          thumbnail: 'https://i.ytimg.com/vi/xyz/0.jpg',
          title: 'Bài dự thi',
          url: 'https://youtu.be/xyz?t=1',
        },
      },
    ],
  },
};

export const emptyText = {
  event_name: 'message.text.received',
  message: { message_id: '2c', date: 1794200400000, from: lan, chat: lanAlone, text: '' },
};

export const sticker = {
  event_name: 'message.sticker.received',
  message: {
    message_id: '3c',
    date: 1794200400001,
    from: lan,
    chat: lanAlone,
    sticker: '7a81',
    url: 'https://stickers.zaloapp.com/7a81.png',
  },
};

export const voice = {
  event_name: 'message.voice.received',
  message: {
    message_id: '4d',
    date: 1794200400002,
    from: lan,
    chat: lanAlone,
    voice_url: 'https://voice.example.vn/4d.aac',
  },
};

/** A video, a file, or anything by a person whom the law protects. */
export const unsupported = {
  event_name: 'message.unsupported.received',
  message: { message_id: '5e', date: 1794200400003, from: lan, chat: lanAlone },
};

export const unsupportedWithLink = {
  event_name: 'message.unsupported.received',
  message: {
    message_id: '5f',
    date: 1794200400003,
    from: lan,
    chat: lanAlone,
    payload: { href: 'https://www.tiktok.com/@doi3/video/7123' },
  },
};

export const unsupportedWithoutMessage = { event_name: 'message.unsupported.received' };

export const reaction = {
  event_name: 'message.reaction.received',
  message: { message_id: '6f', date: 1794200400004, from: lan, chat: lanAlone, reaction: '❤' },
};

export const byAnotherBot = {
  event_name: 'message.text.received',
  message: {
    message_id: '7a',
    date: 1794200400005,
    from: { id: '5566', display_name: 'Bot Khác', is_bot: true },
    chat: teamGroup,
    text: '@Bot Hội Thi xin chào',
  },
};

/** No type was given: the form of the id tells. */
export const groupWithoutType = {
  event_name: 'message.text.received',
  message: {
    message_id: '8b',
    date: 1794200400006,
    from: minh,
    chat: { id: teamGroup.id },
    text: 'tinh hinh @bot hội thi',
  },
};

export const withoutSender = {
  event_name: 'message.text.received',
  message: { message_id: '9c', date: 1794200400007, chat: teamGroup, text: '@Bot Hội Thi' },
};

export const wrapped = (result: unknown) => ({ ok: true, result });
