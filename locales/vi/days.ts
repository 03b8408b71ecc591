/** What begins and ends, as those read it whom it concerns. */
export default {
  head: '<b>{{contest}}</b>',
  begun: 'Đã bắt đầu «{{window}}», đến hết {{closes}}.',
  today: 'Hôm nay: {{window}}.',
  todayFrom: 'Hôm nay: {{window}}, bắt đầu lúc {{from}}.',
  over: '«{{window}}» đã kết thúc lúc {{closes}}.',
  registrationMissed: 'Đã hết hạn đăng ký ({{closes}}). Đơn vị không có đội đăng ký ({{count}}): {{names}}.',
  extensionOver: '{{unit}}: thời gian gia hạn nộp bài đã hết lúc {{closes}}.',
  extensionIntake: '{{unit}}: thời gian gia hạn nộp bài đã hết lúc {{closes}}, đã nhận {{count}} bài.',
  intake: 'Đã hết hạn nộp bài dự thi ({{closes}}). Đã nhận {{count}} bài.',
  unitsMissing: '{{count}} đơn vị không có bài: {{names}}.',
  intakeOfUnit: 'Đã hết hạn nộp bài dự thi ({{closes}}). Đã nhận {{count}} bài của {{unit}}.',
  teamsMissing: '{{count}} đội đã đăng ký mà không có bài: {{teams}}.',
  entryMissed: 'Đã hết hạn nộp bài dự thi ({{closes}}). {{team}} chưa gửi bài nào.',
  entryUnfinished:
    'Đã hết hạn nộp bài dự thi ({{closes}}). Bài của {{team}} mới nộp dở, chưa được gửi nên không được nhận.',
  postingMissed: 'Đã hết thời gian đăng bài ({{closes}}) mà {{count}} bài chưa ghi đường dẫn: {{codes}}.',
  sheetsMissed: 'Đã hết thời gian chấm điểm ({{closes}}). Anh/chị còn {{count}} bài chưa chấm: {{codes}}.',
  registrationGroup:
    'Đã mở đăng ký dự thi, đến hết {{closes}}. Muốn đăng ký, xin mở khung trò chuyện riêng với Trợ lý rồi gõ /dangky để bắt đầu.',
  submissionOver: 'Đã hết hạn nộp bài dự thi ({{closes}}). Đã nhận {{count}} bài. Cảm ơn các đội.',
  submissionOverButSome:
    'Đã hết hạn nộp bài dự thi ({{closes}}). Đã nhận {{count}} bài; nơi được gia hạn vẫn nộp được đến hạn riêng của mình. Cảm ơn các đội.',
} as const;
