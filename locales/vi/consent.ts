export default {
  none: 'Anh/chị chưa cho sự đồng ý nào, nên không có gì để rút lại.',
  withdrawn:
    'Đã ghi nhận: anh/chị rút lại sự đồng ý lúc {{at}}. Từ bây giờ Trợ lý không nhận thêm thông tin của anh/chị. Ban Tổ chức đã được báo và sẽ trả lời trong 2 ngày làm việc về những gì đã nhận. Việc đã làm trước đó vẫn hợp lệ.',
  needed:
    'Anh/chị đã rút lại sự đồng ý cho xử lý dữ liệu, nên Trợ lý không nhận bài được. Nếu muốn dự thi, xin liên hệ Ban Tổ chức.',
  withdrawnTeam:
    '<b>Rút lại sự đồng ý</b>\n{{name}}, đội «{{team}}», điện thoại {{phone}}, lúc {{at}}. Phải trả lời trong 2 ngày làm việc và ngừng xử lý dữ liệu trong 15 ngày.',
  withdrawnPerson:
    '<b>Rút lại sự đồng ý</b>\n{{name}}, lúc {{at}}, chưa đăng ký đội nào. Phải trả lời trong 2 ngày làm việc và ngừng xử lý dữ liệu trong 15 ngày.',
} as const;
