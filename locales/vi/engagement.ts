export default {
  how: 'Xin ghi mã bài, số lượt thích rồi số lượt chia sẻ, ví dụ: {{example}}',
  saved: 'Đã ghi cho <b>{{entry}}</b>: {{likes}} lượt thích, {{shares}} lượt chia sẻ, lúc {{at}}.',
  tooLate: 'Số này được lưu nhưng <b>không tính</b>, vì lượt tương tác đã chốt lúc {{freeze}}.',
} as const;
