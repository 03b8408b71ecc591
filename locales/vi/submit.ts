export default {
  title: 'Nộp bài dự thi',
  titleLabel: 'Tên bài',
  titleAsk: 'Tên bài dự thi (tên video) là gì?',
  titleAskVideo: 'Trợ lý đã nhận video. Tên bài dự thi (tên video) là gì?',
  titleAskCaption:
    'Trợ lý đã nhận video. Có phải tên bài dự thi là dòng chữ gửi kèm dưới đây không? Nếu không, xin gõ tên bài.',
  titleIsLink: 'Đây là đường dẫn, chưa phải tên bài. Xin gõ tên bài trước, Trợ lý sẽ hỏi video ở câu sau.',
  videoLabel: 'Video',
  videoAskFile:
    'Xin gửi video vào đây (bấm biểu tượng kẹp giấy rồi chọn video), hoặc dán đường dẫn công khai của video trên YouTube, Facebook, TikTok, Google Drive.',
  videoAskLink:
    'Xin dán đường dẫn công khai của video (YouTube, Facebook, TikTok, Google Drive). Zalo không chuyển được tệp video đến Trợ lý, nên ở đây chỉ nhận đường dẫn.',
  videoFile: 'Tệp video',
  minutes: '{{minutes}} phút {{seconds}} giây',
  fileNotPassed:
    'Trợ lý chưa nhận được tệp này. Những gì anh/chị đã trả lời vẫn còn. Xin đăng video lên một trong những trang dưới đây, ở chế độ công khai.',
  fileOutside:
    'Zalo không chuyển được tệp hay video đến Trợ lý, nên Trợ lý chưa nhận được gì. Nếu anh/chị muốn nộp bài dự thi, xin gõ /nopbai rồi dán đường dẫn công khai của video.',
  notAVideoFile: 'Tệp vừa gửi không phải là video. Xin gửi video, hoặc dán đường dẫn công khai của video.',
  photoInstead:
    'Trợ lý nhận được một ảnh, nhưng ở đây cần video. Xin gửi video, hoặc dán đường dẫn công khai của video.',
  photoInsteadOfLink:
    'Trợ lý nhận được một ảnh, nhưng ở đây cần video. Xin dán đường dẫn công khai của video.',
  linkPlease: 'Trợ lý chưa thấy video nào. Xin gửi video, hoặc dán đường dẫn công khai của video.',
  sameLabel: 'Video đã có',
  sameAsk:
    'Video này đã có trong bài <b>{{entry}}</b> của {{team}}. Anh/chị muốn thay bài ấy, hay nộp thành một bài khác?',
  sameAskOther:
    'Video này đã có trong bài <b>{{entry}}</b> của {{team}}, cùng đơn vị. Anh/chị vẫn muốn nộp thành một bài khác?',
  sameReplace: 'Thay bài {{code}}',
  sameNew: 'Nộp thành bài khác',
  sameStop: 'Thôi, không nộp nữa',
  sameStopped: 'Chưa nộp thêm bài nào. Bài <b>{{entry}}</b> vẫn như cũ.',
  originalLabel: 'Cam kết tác quyền',
  originalAsk:
    'Anh/chị có cam kết đây là sản phẩm do đội tự làm, không sao chép, không vi phạm quyền tác giả và đội chịu trách nhiệm về nội dung không?',
  originalYes: 'Tôi cam kết',
  originalNo: 'Tôi không cam kết được',
  notOriginal:
    'Bài dự thi phải do đội tự làm, nên Trợ lý chưa nhận bài này. Khi đã có bài của đội, xin gõ /nopbai.',
  check: '<b>Xin anh/chị kiểm tra lại:</b>\nTên bài: {{title}}\nVideo: {{video}}',
  send: 'Đúng, nộp bài',
  receipt:
    '<b>ĐÃ NHẬN BÀI DỰ THI</b>\nMã bài: <b>{{code}}</b>\nTên bài: {{title}}\nĐội: {{team}}, {{unit}}\nNhận lúc: {{at}}',
  slots: '{{sender}} đã gửi {{used}}/{{quota}} bài.',
  alsoLink:
    'Video lớn hơn 20 MB nên giám khảo dùng Zalo chưa xem được. Nếu có thể, xin gõ /thaybai {{code}} và gửi thêm đường dẫn công khai.',
  afterwards:
    'Xin giữ lại mã bài {{code}}. Đến hết hạn nộp bài, anh/chị vẫn thay được (/thaybai) hoặc rút được (/rutbai).',
  afterwardsLate:
    'Xin giữ lại mã bài {{code}}. Hạn nộp chung đã qua, nên xin kiểm tra lại bài ngay; còn trong thời gian được gia hạn thì vẫn thay được (/thaybai) hoặc rút được (/rutbai).',
  late: 'Bài đến sau hạn chung {{late}}, trong thời gian cho phép, nên vẫn được nhận.',
  lateExtended: 'Bài đến sau hạn chung {{late}}. Đơn vị được gia hạn, nên bài vẫn được nhận.',
  notYet: 'Chưa đến thời gian nộp bài. Trợ lý nhận bài từ {{opens}} đến hết {{closes}}.',
  closed:
    'Đã hết hạn nộp bài lúc {{closes}}, nên Trợ lý không nhận, thay hay rút bài được nữa. Mọi thắc mắc xin liên hệ Ban Tổ chức.',
  notRegistered: 'Anh/chị chưa đăng ký dự thi. Xin gõ /dangky để đăng ký trước, chỉ mất khoảng hai phút.',
  quotaFull: '{{sender}} được gửi tối đa {{quota}} bài và đã gửi đủ: {{entries}}. {{how}}',
  roomOwn: 'Muốn gửi bài khác, xin rút một bài trước khi hết hạn: anh/chị gõ {{command}}.',
  roomOther:
    'Muốn gửi bài khác, một đội đã nộp phải rút bài của mình trước khi hết hạn: đội ấy gõ {{command}}.',
  authorFull:
    'Mỗi tác giả được gửi tối đa {{limit}} bài và anh/chị đã gửi đủ: {{entries}}. Muốn gửi bài khác, anh/chị cần rút một bài trước khi hết hạn: gõ {{command}}.',
  notYours: 'Bài {{code}} không phải do anh/chị nộp, nên anh/chị không thay hay rút được.',
  noneYet: 'Anh/chị chưa có bài nào đang dự thi. Gõ /nopbai để nộp bài.',
  whichEntry: 'Anh/chị muốn nói đến bài nào?',
} as const;
