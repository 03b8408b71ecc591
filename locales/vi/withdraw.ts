export default {
  title: 'Rút bài dự thi',
  ask: 'Anh/chị chắc chắn muốn rút bài <b>{{entry}}</b>? Bài đã rút không dự thi nữa và mã bài không dùng lại.',
  yes: 'Rút bài',
  no: 'Không rút',
  kept: 'Bài {{code}} vẫn dự thi như cũ.',
  done: 'Đã rút bài <b>{{code}}</b> lúc {{at}}.',
} as const;
