export default {
  votingOpened:
    '<b>{{contest}}</b>\nĐã bắt đầu bình chọn, đến hết {{closes}}. Xin mời mọi người xem và bình chọn cho các bài dự thi.',
  votingHere: 'Để bình chọn, xin nhắn riêng cho Trợ lý: /binhchon',
  votingAt: 'Các bài đã đăng:',
  votingLink: '• {{code}} {{team}}: {{url}}',
  votingMore: '… và {{count}} bài khác',
  votingClosed: '<b>{{contest}}</b>\nĐã hết thời gian bình chọn ({{closes}}). Cảm ơn mọi người đã tham gia.',
  judgingOpenedGroup:
    '<b>{{contest}}</b>\nĐã đến thời gian chấm điểm, đến hết {{closes}}. Xin mỗi giám khảo nhắn riêng cho Trợ lý: /cham. Điểm không ghi trong nhóm.',
  opened:
    '<b>{{contest}}</b>\nĐã mở nhận bài dự thi, đến hết {{closes}}. Đội đã đăng ký gõ /nopbai để nộp bài.',
  judgingOpened:
    '<b>{{contest}}</b>\nĐã đến thời gian chấm, đến hết {{closes}}. Có {{count}} bài chờ anh/chị chấm. Gõ /cham để bắt đầu.',
  assigned:
    '<b>{{contest}}</b>\nAnh/chị được phân công thêm {{count}} bài: {{codes}}. Gõ /cham {{next}} để bắt đầu, hoặc /phieu để xem tất cả.',
  judgingOpenedNoRubric:
    '<b>{{contest}}</b>\nĐã đến thời gian chấm, đến hết {{closes}}. Có {{count}} bài chờ anh/chị chấm, nhưng Ban Tổ chức còn phải quy định thang điểm. Khi có thang điểm, anh/chị gõ /cham để bắt đầu.',
  quota:
    '{{bot}} trên Zalo đã dùng {{used}}/{{quota}} tin của tháng {{month}} ({{percent}}%). Hết số tin này, Zalo sẽ không chuyển tin nữa; nên gửi gộp thông báo hoặc mở thêm bot. Từ nay đến hết tháng, mỗi người nhắn qua đó chỉ nhận một tin nhắc việc mỗi ngày, gồm mọi việc đến lúc nhắc trong ngày. Việc mới phát sinh mà hạn ngay hôm đó vẫn được nhắc thêm; người trong Ban Tổ chức vẫn được nhắc từng việc.',
} as const;
