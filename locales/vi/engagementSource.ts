export default {
  ruled: 'Trưởng Ban Tổ chức quyết định',
  typed: 'ghi tay',
  table: 'từ bảng',
  facebook: 'Trợ lý tự xem trên Facebook',
  bot: 'bình chọn tại đây',
} as const;
