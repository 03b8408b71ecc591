export default {
  title: 'Thay bài đã nộp',
  which: 'Anh/chị thay video của bài <b>{{entry}}</b>. Tên bài sửa được ở bước kiểm tra.',
  check: '<b>Thay bài {{code}} bằng:</b>\nTên bài: {{title}}\nVideo: {{video}}',
  send: 'Đúng, thay bài',
  done: 'Đã thay bài <b>{{code}}</b> lúc {{at}}.\nTên bài: {{title}}\nMã bài giữ nguyên; bản cũ vẫn được lưu.',
} as const;
