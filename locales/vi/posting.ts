export default {
  how: 'Để ghi nơi đăng bài, xin gõ mã bài rồi đường dẫn bài đăng trên Facebook, mỗi bài một dòng, ví dụ: /dangbai {{code}} https://www.facebook.com/…/posts/…',
  notAPost:
    'Trợ lý không thấy đường dẫn bài đăng trên Facebook cho bài {{code}} trong «{{link}}». Xin mở bài đăng trên trang, bấm vào ngày giờ đăng rồi chép đường dẫn.',
  notAdmitted: 'Bài {{code}} chưa được vào vòng bình chọn, nên chưa ghi nơi đăng được.',
  taken: 'Đường dẫn này đã được ghi cho bài {{code}}. Mỗi bài cần một bài đăng riêng, xin xem lại.',
  nothingKept: 'Chưa dòng nào được ghi. Xin sửa rồi gửi lại cả tin.',
  kept: 'Đã ghi lúc {{at}}:',
  heard: 'Các đội có bài trên đã được báo.',
  line: '<b>{{entry}}</b>: {{url}}',
  lineSince: '• {{entry}}: {{url}} (ghi lúc {{at}})',
  unreadByUs:
    'Từ đường dẫn kiểu này Trợ lý không tự xem được lượt tương tác của {{codes}}. Nếu có đường dẫn mang số của bài đăng (chỉ gồm chữ số ở cuối), xin gửi lại; nếu không, xin ghi bằng /tuongtac.',
  title: '<b>Bài đã đăng để bình chọn, {{contest}}</b>',
  missing: 'Chưa ghi nơi đăng ({{count}} bài): {{codes}}',
  told: '{{contest}}\nBài <b>{{entry}}</b> của đội đã được đăng để bình chọn:\n{{url}}\nXin mời mọi người xem, thích và chia sẻ bài đăng này.',
  toldNew:
    '{{contest}}\nBài <b>{{entry}}</b> của đội được đăng ở đường dẫn mới:\n{{url}}\nTừ bây giờ xin thích và chia sẻ bài đăng này.',
} as const;
