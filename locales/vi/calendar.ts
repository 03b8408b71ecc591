/** `/lich`, and the calendar that a phone subscribes to. */
export default {
  /** What the phone calls it. */
  name: 'Lịch cuộc thi',
  title: '<b>Lịch {{contest}}</b>',
  line: '• {{at}}: {{what}}',
  more: '… và {{count}} mốc nữa. Xin gõ «/lich tất cả» để xem hết.',
  nothing: 'Không còn mốc thời gian nào ở phía trước.',
  opens: '{{window}}: bắt đầu',
  closes: '{{window}}: hết hạn',
  correction: 'Gửi bản sửa bài {{code}}: hết hạn',
  subscribe:
    'Đưa các mốc này vào lịch trên điện thoại: {{link}}\nXin bấm vào đường dẫn rồi chọn thêm lịch. Nếu điện thoại không tự mở lịch, xin dán đường dẫn vào phần thêm lịch của Google Lịch. Khi Ban Tổ chức đổi ngày, lịch tự đổi theo. Đường dẫn là của riêng anh/chị, xin đừng gửi cho người khác.',
} as const;
