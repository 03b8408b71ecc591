export default {
  how: 'Xin ghi mã bài, số lượt thích rồi số lượt chia sẻ, ví dụ: {{example}}. Ghi được nhiều bài một lúc, mỗi bài một dòng.',
  unreadable:
    'Trợ lý không đọc được «{{line}}». Mỗi bài một dòng: mã bài, số lượt thích rồi số lượt chia sẻ, ví dụ: {{example}}.',
  nothingKept: 'Các dòng khác trong tin cũng chưa được ghi, xin sửa rồi gửi lại cả tin.',
  at: 'Đã ghi lúc {{at}}:',
  saved: '<b>{{entry}}</b>: {{likes}} lượt thích, {{shares}} lượt chia sẻ',
  before: '(trước đó {{likes}} lượt thích, {{shares}} lượt chia sẻ)',
  notYet:
    'Bình chọn sẽ mở lúc {{opens}}. Lượt thích, lượt chia sẻ ghi được từ lúc ấy; Trợ lý chưa ghi gì cả.',
  tooLate: 'Các số này được lưu nhưng <b>không tính</b>, vì lượt tương tác đã chốt lúc {{freeze}}.',
} as const;
