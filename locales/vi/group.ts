export default {
  hello:
    'Xin chào cả nhóm! Tôi là Trợ lý Cuộc thi, trả lời tự động. Để nhóm nhận thông báo và kết quả, xin Ban Tổ chức gõ /nhom trong cuộc trò chuyện riêng với tôi để lấy mã.',
  helloBound:
    'Xin chào cả nhóm! Tôi là Trợ lý Cuộc thi, trả lời tự động. Nhóm này đã được gắn với {{contest}} từ trước, nên thông báo và kết quả lại được gửi vào đây.',
  privatePlease: 'Việc này xin anh/chị làm trong cuộc trò chuyện riêng với Trợ lý, không làm trong nhóm.',
  help: 'Trong nhóm, Trợ lý chỉ gửi thông báo và kết quả, và trả lời: /ketqua (xem kết quả), /thele (xem thể lệ), /ma (gắn nhóm). Các việc khác xin nhắn riêng cho Trợ lý.',
  anonymous:
    'Tin này gửi dưới danh nghĩa nhóm nên Trợ lý không biết ai đang hỏi. Xin tắt chế độ ẩn danh của quản trị viên rồi gửi lại.',
} as const;
