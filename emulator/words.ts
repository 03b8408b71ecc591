/** What the emulator itself tells the people who play with it. */
export const words = {
  noPhone: 'Không có chiếc điện thoại này.',
  noChat: 'Không có cuộc trò chuyện này.',
  noBot: 'Không có bot này.',
  noMessage: 'Không còn tin nhắn này.',
  noButton: 'Tin nhắn này không có nút đó.',
  noButtonsHere: 'Zalo không có nút bấm, hãy gõ câu trả lời.',
  notInChat: 'Người này không ở trong cuộc trò chuyện.',
  otherPlatform: 'Hai bên dùng hai ứng dụng khác nhau.',
  youBlocked: 'Bạn đang chặn bot này, hãy bỏ chặn rồi nhắn.',
  nothingSaid: 'Chưa có nội dung để gửi.',
  onlyPrivate: 'Chỉ chặn được trong cuộc trò chuyện riêng.',
  onlyGroup: 'Việc này chỉ làm được với nhóm.',
  onlyTelegramGroup: 'Chỉ nhóm thường của Telegram mới nâng cấp được.',
  emptyGroup: 'Nhóm cần có ít nhất một người.',
  groupHasBot: 'Nhóm này đã có một bot khác.',
  noRoomForBot: (groups: number) => `Gói miễn phí chỉ cho bot vào ${groups} nhóm.`,
  badClock: 'Giờ này không đọc được.',
  clockBack: 'Đồng hồ chỉ tiến được, không lùi được.',
  badRequest: 'Yêu cầu không hợp lệ.',
  noPage: 'Không có trang này',
  noPageWhy: 'Có thể địa chỉ đã bị gõ sai hoặc chép thiếu.',
  toPhones: 'Mở trang điện thoại',
  created: (who: string, title: string) => `${who} đã tạo nhóm “${title}”.`,
  added: (who: string, bot: string) => `${who} đã thêm ${bot} vào nhóm.`,
  removed: (who: string, bot: string) => `${who} đã xoá ${bot} khỏi nhóm.`,
  left: (bot: string) => `${bot} đã rời nhóm.`,
  upgraded: 'Nhóm đã được nâng cấp thành siêu nhóm.',
} as const;

/** A person tried what can't be done. The message is for him. */
export class NotPossible extends Error {
  constructor(
    message: string,
    readonly status = 400,
  ) {
    super(message);
  }
}
