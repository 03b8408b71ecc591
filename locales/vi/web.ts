/** What a browser shows where there is nothing else to show. Said by the web server. */
export default {
  notFoundTitle: 'Không tìm thấy',
  notFound:
    'Không tìm thấy trang này. Liên kết có thể đã bị cắt mất một phần, hoặc tệp không còn nữa. Xin mở lại liên kết trong tin nhắn của Trợ lý.',
  videoTooBigTitle: 'Video quá lớn',
  videoTooBig:
    'Video này quá lớn nên không xem được qua liên kết. Xin mở trong ứng dụng trò chuyện nơi đội đã gửi bài.',
  troubleTitle: 'Có trục trặc',
  trouble: 'Có trục trặc ở máy chủ. Xin thử lại sau ít phút.',
  refusedTitle: 'Địa chỉ không đúng',
  refused:
    'Địa chỉ này không đúng: có thể đã bị cắt mất hoặc dính thêm chữ. Xin mở lại liên kết trong tin nhắn của Trợ lý.',
} as const;
