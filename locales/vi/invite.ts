export default {
  which:
    'Anh/chị muốn mời ai? Xin chọn nhiệm vụ; cũng có thể gõ luôn kèm tên, ví dụ: /moi thư ký Trần Thị Bình, /moi đầu mối Mộ Đức',
  coordinatorTitle: 'Mời đầu mối đơn vị',
  unitAsk: 'Đầu mối của đơn vị nào? Xin gõ tên xã, phường, huyện; không dấu cũng được.',
  unitNone:
    'Trợ lý không tìm thấy đơn vị nào tên «{{typed}}» trong phạm vi anh/chị được mời đầu mối. Xin kiểm tra và gõ lại tên.',
} as const;
