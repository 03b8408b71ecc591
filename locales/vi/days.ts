/** What begins and ends, as those read it whom it concerns. */
export default {
  head: '<b>{{contest}}</b>',
  begun: 'Đã bắt đầu «{{window}}», đến hết {{closes}}.',
  today: 'Hôm nay: {{window}}.',
  todayFrom: 'Hôm nay: {{window}}, bắt đầu lúc {{from}}.',
  over: '«{{window}}» đã kết thúc lúc {{closes}}.',
  registrationGroup:
    'Đã mở đăng ký dự thi, đến hết {{closes}}. Muốn đăng ký, xin mở khung trò chuyện riêng với Trợ lý rồi gõ /dangky để bắt đầu.',
  submissionOver: 'Đã hết hạn nộp bài dự thi ({{closes}}). Đã nhận {{count}} bài. Cảm ơn các đội.',
  submissionOverButSome:
    'Đã hết hạn nộp bài dự thi ({{closes}}). Đã nhận {{count}} bài; nơi được gia hạn vẫn nộp được đến hạn riêng của mình. Cảm ơn các đội.',
} as const;
