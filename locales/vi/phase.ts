/** What a contest goes through, as its organizers see it. */
export default {
  prepare: 'chuẩn bị',
  take: 'nhận đội và bài dự thi',
  vote: 'bình chọn',
  judge: 'chấm điểm',
  result: 'kết quả',
} as const;
