/** Whoever holds it, in the middle of a sentence. */
export default {
  organizer: 'thành viên Ban Tổ chức',
  chair: 'Trưởng Ban Tổ chức',
  standing_agency: 'Cơ quan Thường trực',
  secretary: 'Tổ Thư ký',
  support_staff: 'Tổ Giúp việc',
  head_judge: 'Trưởng Ban Giám khảo',
  judge: 'giám khảo',
  screener: 'người thẩm định',
  unit_coordinator: 'đầu mối đơn vị',
  coordinatorOf: 'đầu mối {{unit}}',
  ofUnit: '{{role}} {{unit}}',
  author: 'đội dự thi',
} as const;
