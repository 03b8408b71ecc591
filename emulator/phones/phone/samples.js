/** @import { Sending } from '../types.js' */

/** Clips as teams really have them: an HD clip of four or five minutes weighs 94-300 MB. @type {Sending[]} */
export const VIDEOS = [
  {
    kind: 'video',
    name: 'Tổ công nghệ số vào thôn.mp4',
    bytes: 17_600_000,
    seconds: 272,
    width: 854,
    height: 480,
  },
  {
    kind: 'video',
    name: 'Câu chuyện tổ công nghệ số.mp4',
    bytes: 96_300_000,
    seconds: 281,
    width: 1280,
    height: 720,
  },
  { kind: 'video', name: 'Bản dựng đầy đủ.mp4', bytes: 120_000_000, seconds: 298, width: 1920, height: 1080 },
  {
    kind: 'video',
    name: 'Quay thử ở nhà văn hóa.mov',
    bytes: 31_200_000,
    seconds: 74,
    width: 1280,
    height: 720,
  },
  {
    kind: 'video',
    name: 'Tiểu phẩm chưa cắt.mp4',
    bytes: 288_000_000,
    seconds: 431,
    width: 1920,
    height: 1080,
  },
];

/** @type {Sending[]} */
export const PHOTOS = [
  { kind: 'photo', name: 'Cả đội ở nhà văn hóa', bytes: 1_900_000, width: 1280, height: 960 },
  { kind: 'photo', name: 'Bà con tập dùng điện thoại', bytes: 2_400_000, width: 1280, height: 960 },
  { kind: 'photo', name: 'Ảnh chụp màn hình', bytes: 600_000, width: 720, height: 1280 },
];

/** @type {Sending[]} */
export const DOCUMENTS = [
  { kind: 'document', name: 'Phiếu đăng ký dự thi.pdf', bytes: 240_000 },
  { kind: 'document', name: 'Danh sách đội thi.docx', bytes: 50_000 },
  { kind: 'document', name: 'Bản gốc chất lượng cao.mp4', bytes: 214_000_000 },
];

/** @type {Sending} */
export const VOICE = { kind: 'voice', name: 'Tin nhắn thoại', bytes: 30_000, seconds: 6 };

/** @type {Sending[]} */
export const STICKERS = ['Xin chào!', 'Cảm ơn!', 'Tuyệt vời!', 'Cố lên!', 'Đã rõ!', 'Yêu quá!'].map(
  (name) => ({
    kind: 'sticker',
    name,
  }),
);
