/** `/cangoi`: who has to be called, since nothing can be written to him. */
export default {
  title: '<b>Người cần gọi điện · {{contest}}</b>',
  chatless: 'Trợ lý không nhắn được cho {{count}} người, vì chưa từng nhắn cho Trợ lý hoặc đã chặn:',
  parked: 'Tin gần nhất gửi cho {{count}} người không đến nơi:',
  how: 'Xin gọi và nhờ những người này nhắn cho Trợ lý một tin; sau đó Trợ lý lại nhắn được.',
  nobody: 'Hiện Trợ lý nhắn được cho tất cả các đội và những người có nhiệm vụ.',
} as const;
