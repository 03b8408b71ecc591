export default {
  apology:
    'Xin lỗi anh/chị, Trợ lý đang gặp trục trặc nên chưa xử lý xong tin vừa rồi. Trợ lý đã giữ lại tin ấy và sẽ tự làm tiếp, anh/chị không cần gửi lại.',
  gaveUp:
    'Xin lỗi anh/chị, Trợ lý đã thử nhiều lần mà không xử lý được tin vừa rồi. Xin gửi lại; nếu vẫn không được, xin báo Ban Tổ chức.',
  noContest: 'Hiện chưa có cuộc thi nào được mở ở đây. Xin anh/chị liên hệ Ban Tổ chức.',
  badCode: 'Trợ lý không đọc được mã bài «{{typed}}». Mã bài có dạng {{example}}.',
  noEntry: 'Không có bài dự thi nào mang mã {{code}}. Xin anh/chị xem lại mã.',
  withdrawnEntry: 'Bài {{code}} đã được rút, không còn dự thi.',
  rejectedEntry: 'Bài {{code}} được thẩm định là không hợp lệ, không còn dự thi.',
  disqualifiedEntry: 'Bài {{code}} đã bị Ban Tổ chức loại, không còn dự thi.',
  oneAtATime: 'Trợ lý làm từng việc một. Phần này chưa được làm, xin anh/chị gửi lại sau:\n{{more}}',
} as const;
