export default {
  title: '<b>Dấu hiệu bất thường của lượt tương tác, {{contest}}</b>',
  none: 'Chưa thấy dấu hiệu bất thường nào trong lượt tương tác. Trợ lý xem lại số mới ghi mười phút một lần.',
  entry: '<b>{{entry}}</b> ({{team}})',
  burst: 'Tăng {{gained}} lượt, khoảng {{perHour}} lượt mỗi giờ, đến {{at}}.',
  round: 'Tăng {{times}} lần liền theo số tròn trăm, đến {{at}}.',
  sharesOnly: 'Lượt chia sẻ ({{shares}}) nhiều hơn lượt thích ({{likes}}), lúc {{at}}.',
  votes: 'Có {{perHour}} phiếu bình chọn qua Trợ lý trong một giờ, đến {{at}}.',
  fell: 'Giảm từ {{from}} xuống {{to}} lượt, lúc {{at}}.',
  remark: 'Nhận xét lúc {{at}}: {{words}}',
  whatNow:
    'Đây chỉ là dấu hiệu để xem xét: Trợ lý không bớt số nào, không loại bài nào. Có thể xem lại bài đăng, hỏi đội, rồi ghi nhận xét: /nghivan mã bài và lời nhận xét.',
  told: '{{contest}}\nLượt tương tác của bài <b>{{entry}}</b> có dấu hiệu cần xem:',
  toldHow:
    'Trợ lý không tự bớt số nào. Xin xem lại bài đăng, nếu cần thì hỏi đội. Gõ /nghivan để xem tất cả, hoặc /nghivan {{code}} rồi lời nhận xét để lưu lại.',
  how: 'Để xem các dấu hiệu, xin gõ /nghivan. Để lưu nhận xét, xin gõ mã bài rồi lời nhận xét, ví dụ: /nghivan 7 đã hỏi đội, bài được báo đăng lại.',
  remarked: 'Đã lưu nhận xét về bài <b>{{entry}}</b>: {{words}}',
} as const;
