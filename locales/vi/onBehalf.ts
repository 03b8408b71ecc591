export default {
  registerTitle: 'Đăng ký thay',
  submitTitle: 'Nộp bài thay',
  codeTitle: 'Mã nhận đội',
  agreeTitle: 'Nhận đội',
  agreedTitle: '<b>Anh/chị đăng ký thay cho một đội. Trước hết, xin đọc cho người liên hệ của đội nghe:</b>',
  agreedAsk: 'Người liên hệ của đội có đồng ý không? Câu trả lời được lưu lại cùng tên anh/chị.',
  agreedYes: 'Người liên hệ đã đồng ý',
  agreedNo: 'Chưa có sự đồng ý',
  notAgreed:
    'Khi chưa có sự đồng ý của người liên hệ, Trợ lý không đăng ký và không giữ thông tin nào. Khi đã có, xin gõ /dangkythay.',
  unitAsk: 'Đội thuộc {{kinds}} nào? Xin gõ tên, không dấu cũng được.',
  phoneTaken:
    'Số điện thoại này đã được dùng để đăng ký một đội trong cuộc thi này, mà mỗi người chỉ đăng ký một đội. Xin cho số của người khác; nếu đội ấy thuộc địa bàn của anh/chị, xin gõ /guithay để nộp bài thay.',
  takenBack:
    '{{contact}} đã rút lại sự đồng ý, nên anh/chị không đăng ký thay được. Chỉ chính người ấy mới đồng ý lại được, bằng lệnh /dongy.',
  barred:
    '{{contact}} đang giữ nhiệm vụ trong Ban Tổ chức hoặc Ban Giám khảo của cuộc thi này, nên không được dự thi theo thể lệ. Xin chọn người liên hệ khác.',
  registered: 'Đã đăng ký thay cho đội <b>{{team}}</b>, {{unit}}. Người liên hệ: {{contact}}.',
  codeNext:
    '{{contact}} chưa nhắn cho Trợ lý bao giờ. Khi muốn tự làm, người ấy nhận lại đội bằng mã: anh/chị gõ /nhandoi để lấy mã.',
  contactTold: '{{contact}} đã được báo.',
  contactMissed: 'Trợ lý không nhắn được cho người liên hệ. Xin gọi: {{who}}.',
  codeOffer: 'Lấy mã nhận đội',
  forTeam: 'Nộp thay cho đội <b>{{team}}</b>, {{unit}}.',
  teamOf: '{{team}} – {{unit}}',
  submitFor: 'Anh/chị nộp bài thay cho đội nào?',
  whichOfMany: 'Có {{count}} đội. Xin chọn một, hoặc gõ một phần tên đội hay tên xã.',
  teamNone:
    'Trong địa bàn của anh/chị không có đội nào tên «{{typed}}». Xin chọn trong danh sách, hoặc gõ lại.',
  noTeams: 'Trong địa bàn của anh/chị chưa có đội nào như vậy. Gõ /dangkythay để đăng ký thay cho một đội.',
  noTeam: 'Đăng ký của đội này vừa thay đổi hoặc không còn. Chưa có gì được gửi đi; xin làm lại từ đầu.',
  noConsent:
    'Trợ lý không có sự đồng ý của {{contact}} cho xử lý dữ liệu, nên không nhận bài nộp thay. Người ấy đồng ý lại được bằng lệnh /dongy.',
  authorFull:
    'Mỗi tác giả được gửi tối đa {{limit}} bài, và {{contact}} đã gửi đủ: {{entries}}. Muốn gửi bài khác, xin rút một bài trước khi hết hạn: gõ /rutbai và mã bài.',
  roomFor:
    'Muốn gửi bài khác, xin thống nhất với đội rồi rút thay một bài trước khi hết hạn: anh/chị gõ {{command}}.',
  teamFull: '{{team}} (đã đủ bài)',
  otherTeam: 'Muốn nộp thay cho đội khác, xin gõ /guithay.',
  originalAsk:
    'Đội có cam kết đây là sản phẩm do đội tự làm, không sao chép, không vi phạm quyền tác giả và đội chịu trách nhiệm về nội dung không? Xin trả lời theo lời của đội.',
  originalYes: 'Đội cam kết',
  originalNo: 'Đội không cam kết được',
  behind: '{{by}} nộp thay {{author}}',
  behindTeam: '{{by}} đăng ký thay {{author}}',
  toldRegistered:
    '<b>{{contest}}</b>\n{{by}} đã đăng ký thay anh/chị cho đội <b>{{team}}</b>, {{unit}}, và cho biết anh/chị đồng ý.',
  toldAgree: 'Xin gõ /dongy để đọc và tự cho biết có đồng ý hay không.',
  toldAgreeThere:
    'Xin gõ /cuocthi để chọn {{contest}}, rồi gõ /dongy để đọc và tự cho biết có đồng ý hay không.',
  toldAgreedBefore:
    'Trước đây chính anh/chị đã đồng ý cho xử lý dữ liệu trong cuộc thi này. Nếu không đồng ý nữa, xin gõ /rutdongy.',
  toldSubmitted:
    '<b>{{contest}}</b>\n{{by}} đã nộp bài thay anh/chị cho đội {{team}}: <b>{{entry}}</b>, nhận lúc {{at}}. Gõ /trangthai để xem.',
  toldReplaced:
    '<b>{{contest}}</b>\n{{by}} đã thay bài của đội {{team}}: <b>{{entry}}</b>. Gõ /trangthai để xem.',
  toldWithdrawn: '<b>{{contest}}</b>\n{{by}} đã rút bài của đội {{team}}: <b>{{entry}}</b>.',
  toldTakenOver:
    '<b>{{contest}}</b>\n{{contact}} đã tự nhận đội <b>{{team}}</b>, {{unit}}, và đồng ý lúc {{at}}.',
  toldDisagreed:
    '<b>{{contest}}</b>\n{{contact}}, người liên hệ của đội <b>{{team}}</b>, {{unit}}, do {{by}} đăng ký thay, cho biết lúc {{at}} là không đồng ý. Điện thoại: {{phone}}. Phải trả lời trong 2 ngày làm việc và ngừng xử lý dữ liệu trong 15 ngày.',
  agreeWhat: '<b>{{what}}</b>\n\nXin anh/chị đọc và cho biết có đồng ý hay không:',
  what: '{{by}} đã đăng ký thay {{contact}}: đội {{team}}, {{unit}}.',
  whatEntries: '{{by}} đã đăng ký thay {{contact}}: đội {{team}}, {{unit}}. Bài đã nộp: {{entries}}.',
  agreeAsk: 'Nếu anh/chị đúng là người liên hệ của đội và đồng ý, đội và bài dự thi là của anh/chị.',
  agreed:
    'Cảm ơn anh/chị. Từ nay anh/chị tự làm được mọi việc cho đội <b>{{team}}</b>, {{unit}}; đầu mối của đơn vị vẫn làm thay được khi anh/chị cần.',
  disagreed:
    'Đã ghi nhận: anh/chị không đồng ý. Từ bây giờ Trợ lý không nhận thêm gì cho đội này. Đầu mối và Ban Tổ chức đã được báo và sẽ trả lời trong 2 ngày làm việc về những gì đã nhận.',
  code: 'Mã để {{contact}} tự nhận đội {{team}}: <code>{{code}}</code>',
  codeFor: 'Anh/chị lấy mã cho người liên hệ của đội nào?',
  codeOnce:
    'Mã dùng được một lần, trong {{days}} ngày. Xin trao tận tay {{contact}}: ai gõ mã này thì từ đó đội và các bài của đội do người ấy phụ trách.',
  codeAsk: 'Xin gõ /nhandoi rồi đến mã mà đầu mối của đơn vị đã trao cho anh/chị.',
  codeUsed: 'Mã này đã dùng rồi, đội đã có người nhận. Nếu không phải anh/chị, xin báo đầu mối của đơn vị.',
  codeExpired: 'Mã này chỉ dùng được trong {{days}} ngày và đã hết hạn. Xin đầu mối của đơn vị lấy mã mới.',
  takenOver: 'Người liên hệ của đội «{{team}}» đã dùng Trợ lý rồi, nên không cần mã nữa.',
} as const;
