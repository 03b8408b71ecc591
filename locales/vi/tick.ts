export default {
  opened:
    '<b>{{contest}}</b>\nĐã mở nhận bài dự thi, đến hết {{closes}}. Đội đã đăng ký gõ /nopbai để nộp bài.',
  openedOrganizer: 'Đã mở nhận bài dự thi, đến hết {{closes}}. Hiện có {{registered}} đội đăng ký.',
  closedOrganizer: '<b>Đã hết hạn nhận bài.</b> Dưới đây là tình hình:',
  judgingSoon:
    'Hạn chấm điểm là {{closes}}. Anh/chị đã chấm {{scored}}/{{count}}, còn {{left}} bài: {{codes}}.\nGõ /cham để chấm tiếp bài {{next}}.',
  quota:
    'Bot {{bot}} đã dùng {{used}}/{{quota}} tin của tháng {{month}} ({{percent}}%). Hết số tin này, Zalo sẽ không chuyển tin nữa; nên gửi gộp thông báo hoặc mở thêm bot.',
} as const;
