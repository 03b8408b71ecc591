export default {
  notALink:
    'Trợ lý chưa thấy đường dẫn nào trong tin của anh/chị. Xin dán đường dẫn công khai của video, bắt đầu bằng https://',
  several: 'Trong tin có nhiều đường dẫn. Xin chỉ gửi một đường dẫn của video dự thi.',
  tooLong: 'Đường dẫn này dài quá. Xin dùng nút Chia sẻ của trang video để lấy đường dẫn ngắn hơn.',
  notHttps: 'Đường dẫn này không an toàn. Xin gửi đường dẫn bắt đầu bằng https://',
  notPublic: 'Đường dẫn này không mở được từ bên ngoài. Xin gửi đường dẫn công khai mà ai cũng xem được.',
  cutShort:
    'Đường dẫn này chưa đủ, có lẽ bị cắt mất phần cuối. Xin mở video, bấm Chia sẻ, chọn Sao chép đường dẫn rồi dán lại vào đây.',
  notAVideo:
    'Đường dẫn này dẫn đến một trang hoặc thư mục, không phải một video. Xin mở đúng video, bấm Chia sẻ rồi dán đường dẫn vào đây.',
} as const;
