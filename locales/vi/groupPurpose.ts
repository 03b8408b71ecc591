/** What a group was bound for. */
export default {
  everyone: 'nhóm nhận thông báo và kết quả',
  announcements: 'nhóm chỉ nhận thông báo',
  results: 'nhóm chỉ nhận kết quả',
  judges: 'nhóm giám khảo, nhận thông báo về việc chấm và kết quả',
  secretariat: 'nhóm thư ký, nhận thông báo, kết quả và câu hỏi gửi Ban Tổ chức',
} as const;
