/** The body that a role belongs to, where it is said whom something is for. */
export default {
  organizer: 'Ban Tổ chức',
  chair: 'Ban Tổ chức',
  standing_agency: 'Ban Tổ chức',
  secretary: 'Tổ Thư ký',
  support_staff: 'Tổ Giúp việc',
  head_judge: 'giám khảo',
  judge: 'giám khảo',
  screener: 'người thẩm định',
  unit_coordinator: 'đầu mối đơn vị',
} as const;
