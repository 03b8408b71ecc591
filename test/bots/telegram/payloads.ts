/** Updates as Telegram sends them, recorded from a private chat, a group and a supergroup, ids and names changed. */

export const AN = {
  id: 5234817723,
  is_bot: false,
  first_name: 'Nguyễn Văn',
  last_name: 'An',
  username: 'an_nguyen',
  language_code: 'vi',
};
export const THI_BOT = { id: 7019234411, is_bot: true, first_name: 'Bot Hội thi', username: 'thi_bot' };
/** The stand-in for admins who hide. */
export const GROUP_ANONYMOUS_BOT = {
  id: 1087968824,
  is_bot: true,
  first_name: 'Group',
  username: 'GroupAnonymousBot',
};

export const PRIVATE = {
  id: AN.id,
  first_name: AN.first_name,
  last_name: AN.last_name,
  username: AN.username,
  type: 'private',
};
export const GROUP = {
  id: -4512345678,
  title: 'Ban tổ chức',
  type: 'group',
  all_members_are_administrators: true,
};
export const SUPERGROUP = { id: -1002233445566, title: 'Hội thi Quảng Ngãi', type: 'supergroup' };

/** 2023-09-20 08:00:00 in Vietnam. */
export const DATE = 1695171600;

let number = 881234000;
const next = () => {
  number += 1;
  return number;
};

/** A message in the private chat, from An, unless `fields` say otherwise. */
export const message = (fields: object) => ({
  update_id: next(),
  message: { message_id: 412, from: AN, chat: PRIVATE, date: DATE, ...fields },
});

export const inGroup = (fields: object) => message({ chat: SUPERGROUP, ...fields });

const thumbnail = {
  file_id: 'AAMCBQADGQEAAgGcZQABthumb',
  file_unique_id: 'AQADxwsAAthumb',
  file_size: 15220,
  width: 320,
  height: 180,
};

export const VIDEO = {
  duration: 247,
  width: 1920,
  height: 1080,
  file_name: 'ngay chuyen doi so.mp4',
  mime_type: 'video/mp4',
  thumbnail,
  thumb: thumbnail,
  file_id: 'BAACAgUAAxkBAAIBnGUKvideo',
  file_unique_id: 'AgADqQsAAvideo',
  file_size: 98_566_144,
};

export const VIDEO_AS_FILE = {
  file_name: 'VID_20230919.mov',
  mime_type: 'video/quicktime',
  thumbnail,
  thumb: thumbnail,
  file_id: 'BQACAgUAAxkBAAIBnWUKfile',
  file_unique_id: 'AgADrAsAAfile',
  file_size: 211_004_211,
};

export const DOCUMENT = {
  file_name: 'Kế hoạch (bản ký).pdf',
  mime_type: 'application/pdf',
  file_id: 'BQACAgUAAxkBAAIBoGUKpdf',
  file_unique_id: 'AgADsQsAApdf',
  file_size: 884_211,
};

export const PHOTO = [
  { file_id: 'AgACs', file_unique_id: 'AQADs', file_size: 1423, width: 90, height: 51 },
  { file_id: 'AgACm', file_unique_id: 'AQADm', file_size: 22100, width: 320, height: 180 },
  { file_id: 'AgACx', file_unique_id: 'AQADx', file_size: 98211, width: 1280, height: 720 },
  { file_id: 'AgACl', file_unique_id: 'AQADl', file_size: 64211, width: 800, height: 450 },
];

export const VOICE = {
  duration: 4,
  mime_type: 'audio/ogg',
  file_id: 'AwACAgUAAxkBvoice',
  file_unique_id: 'AgADvoice',
  file_size: 16112,
};

export const ANIMATION = {
  file_name: 'giphy.mp4',
  mime_type: 'video/mp4',
  duration: 2,
  width: 480,
  height: 270,
  thumbnail,
  thumb: thumbnail,
  file_id: 'CgACAgQAAxkBanim',
  file_unique_id: 'AgADanim',
  file_size: 211_433,
};

export const STICKER = {
  width: 512,
  height: 512,
  emoji: '👍',
  set_name: 'HotCherry',
  is_animated: true,
  is_video: false,
  type: 'regular',
  thumbnail,
  thumb: thumbnail,
  file_id: 'CAACAgIAAxkBsticker',
  file_unique_id: 'AgADsticker',
  file_size: 14_311,
};

export const press = (fields: object = {}) => ({
  update_id: next(),
  callback_query: {
    id: '22483371019273645',
    from: AN,
    message: {
      message_id: 409,
      from: THI_BOT,
      chat: PRIVATE,
      date: DATE - 60,
      text: 'Đội của bạn ở xã nào?',
      reply_markup: { inline_keyboard: [[{ text: 'Bình Châu', callback_data: 'xa:21034' }]] },
    },
    chat_instance: '-4402837461928374655',
    data: 'xa:21034',
    ...fields,
  },
});

export const inaccessible = (chat: object) => ({ chat, message_id: 33, date: 0 });

const rights = { can_post_stories: false, is_anonymous: false, can_manage_chat: true };

export const MEMBERS = {
  member: { user: THI_BOT, status: 'member' },
  administrator: { user: THI_BOT, status: 'administrator', can_be_edited: false, ...rights },
  restricted: {
    user: THI_BOT,
    status: 'restricted',
    is_member: true,
    can_send_messages: false,
    until_date: 0,
  },
  restrictedOut: {
    user: THI_BOT,
    status: 'restricted',
    is_member: false,
    can_send_messages: false,
    until_date: 0,
  },
  left: { user: THI_BOT, status: 'left' },
  kicked: { user: THI_BOT, status: 'kicked', until_date: 0 },
};

export const membership = (
  chat: object,
  before: keyof typeof MEMBERS,
  after: keyof typeof MEMBERS,
  from: object = AN,
) => ({
  update_id: next(),
  my_chat_member: {
    chat,
    from,
    date: DATE,
    old_chat_member: MEMBERS[before],
    new_chat_member: MEMBERS[after],
  },
});
