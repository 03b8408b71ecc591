/** What a browser shows where there is nothing else to show. Said by the web server. */
export default {
  notFound: 'Không tìm thấy trang này. Liên kết có thể đã bị cắt mất một phần, hoặc tệp không còn nữa.',
  videoTooBig:
    'Video này quá lớn nên không xem được qua liên kết. Xin mở trong ứng dụng trò chuyện nơi đội đã gửi bài.',
  trouble: 'Có trục trặc ở máy chủ. Xin thử lại sau ít phút.',
  refused: 'Yêu cầu không hợp lệ.',
} as const;
