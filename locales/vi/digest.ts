/** What those who run a contest read every morning. `trend` is a number with its sign, in brackets, or nothing. */
export default {
  title: '<b>Bản tin sáng {{day}}</b>\n{{contest}}',
  teams: 'Đội đã đăng ký: {{count}}{{trend}}',
  entries: 'Bài đã nộp: {{count}}{{trend}}',
  screened: 'Bài đã qua sơ loại: {{count}}/{{of}}{{trend}}',
  sheets: 'Phiếu chấm: {{count}}/{{of}}{{trend}}',
  since: 'Trong ngoặc là thay đổi so với {{day}}.',
  trend: 'So với {{at}}: {{changes}}.',
  trendTeams: '{{change}} đội đăng ký',
  trendEntries: '{{change}} bài nộp',
  trendSheets: '{{change}} phiếu chấm',
  missing: 'Đơn vị chưa có bài: {{count}}{{trend}} – {{names}}',
  missingTeams: 'Đơn vị chưa có đội đăng ký: {{count}}{{trend}} – {{names}}',
  moreUnits: '… và {{count}} đơn vị khác',
  complaints: 'Khiếu nại chờ trả lời: {{count}} (/traloi)',
  questions: 'Câu hỏi chờ trả lời: {{count}} (/traloi)',
  reminded: 'Số người đã được nhắc việc: {{count}}',
  unreached: 'Số người còn việc mà Trợ lý không nhắn được: {{count}}',
  ahead: 'Sắp tới:',
  more: 'Xem đầy đủ: /tinhhinh',
  judging:
    '<b>Tiến độ chấm điểm · {{contest}}</b>\nHạn chấm: {{closes}}. Mỗi giám khảo đã chấm bao nhiêu bài:',
} as const;
