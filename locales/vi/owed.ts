/** What somebody has still to do, as organizers count it. */
export default {
  registration: 'đăng ký đội',
  entry: 'nộp bài',
  correction: 'gửi bản sửa',
  list: 'gửi danh sách',
  nomination: 'cử bài',
  sheet: 'chấm điểm',
  engagement: 'ghi lượt tương tác',
  decision: 'quy định của Ban Tổ chức',
  result: 'đề nghị, phê duyệt, công bố kết quả',
  complaint: 'trả lời khiếu nại',
  call: 'danh sách người cần gọi',
} as const;
