/** The moment at which likes and shares, or a list of people, are frozen: set where the plan left it open. */
export default {
  title: 'Quy định lúc chốt',
  none: 'Mọi thời điểm chốt đã được quy định. Muốn xem, xin gõ /thele hoặc /kiemtra.',
  whichLabel: 'Chốt việc gì',
  whichAsk: 'Anh/chị muốn đặt lúc chốt của việc nào?',
  engagement: 'Lượt thích và lượt chia sẻ',
  list: 'Danh sách: {{component}}',
  dayLabel: 'Lúc chốt',
  dayAsk:
    '{{what}}: chốt vào lúc nào? Ví dụ: 15/8, 15/8/2026 hoặc 15/8 17 giờ. Không ghi giờ là hết ngày đó.',
  check: '<b>Xin anh/chị kiểm tra lại:</b>\n{{line}}',
  line: '{{what}}: chốt lúc {{at}}.',
  announced: '<b>{{contest}}</b>\nBan Tổ chức quy định: {{line}}',
} as const;
