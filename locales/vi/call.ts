/** `/cangoi`: who has to be called, since nothing can be written to him. */
export default {
  title: '<b>Người cần gọi điện · {{contest}}</b>',
  chatless: 'Trợ lý không nhắn được cho {{count}} người, vì chưa từng nhắn cho Trợ lý hoặc đã chặn:',
  parked: '{{count}} người không nhận được tin gần nhất Trợ lý gửi:',
  how: 'Xin gọi và nhờ từng người mở khung trò chuyện với Trợ lý (bỏ chặn nếu đã chặn) rồi nhắn một tin.',
  nobody: 'Hiện Trợ lý nhắn được cho tất cả các đội và những người có nhiệm vụ.',
} as const;
