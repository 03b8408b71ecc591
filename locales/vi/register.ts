export default {
  title: 'Đăng ký dự thi',
  consentTitle: '<b>Trước khi đăng ký, xin anh/chị đọc và cho biết có đồng ý hay không:</b>',
  consentAsk: 'Anh/chị có đồng ý không?',
  consentLabel: 'Sự đồng ý',
  consentYes: 'Tôi đồng ý',
  consentNo: 'Tôi không đồng ý',
  consentUnclear: 'Trợ lý cần một câu trả lời rõ ràng: «Tôi đồng ý» hoặc «Tôi không đồng ý».',
  consentRefused:
    'Trợ lý hiểu rằng anh/chị không đồng ý, nên không đăng ký và không giữ thông tin nào. Khi nào đổi ý, xin gõ /dangky.',
  unitLabel: 'Đơn vị',
  unitAsk: 'Đội của anh/chị thuộc {{kinds}} nào? Xin gõ tên, không dấu cũng được (ví dụ: {{example}}).',
  unitAbove: 'tên {{kind}}',
  unitKind: 'đơn vị cấp trên',
  unitPick: 'Có {{count}} nơi giống tên anh/chị gõ. Xin chọn một, hoặc gõ lại tên kèm {{above}}:',
  unitPickSome:
    'Có {{count}} nơi giống tên anh/chị gõ, dưới đây là {{shown}} nơi gần nhất, còn {{more}} nơi nữa. Xin chọn một; nếu chưa thấy, xin gõ đủ tên kèm {{above}} (ví dụ: {{example}}):',
  unitIsIt: 'Có phải là <b>{{unit}}</b> không?',
  unitYes: 'Đúng',
  unitNo: 'Không phải',
  unitWas: '{{unit}} (trước đây: {{former}})',
  unitWasPart: '{{unit}} (trước đây: một phần {{former}})',
  unitNone:
    'Trợ lý không tìm thấy nơi nào tên «{{typed}}» trong địa bàn cuộc thi. Xin kiểm tra và gõ lại tên {{kinds}}.',
  unitTooHigh: '{{unit}} gồm nhiều {{kinds}}. Xin gõ tên {{kinds}} của đội.',
  componentsLabel: 'Hình thức thi',
  componentsAsk: 'Đơn vị dự thi theo hình thức nào?',
  headcountLabel: 'Số người đăng ký',
  headcountAsk:
    '{{components}}: đội đăng ký bao nhiêu người? Số người tham gia khi thi không được vượt quá số này.',
  headcountAskTeam: '{{components}}: đội có bao nhiêu người?',
  teamBetween: 'Kế hoạch quy định mỗi đội từ {{least}} đến {{most}} người.',
  teamExactly: 'Kế hoạch quy định mỗi đội đúng {{most}} người.',
  teamAtLeast: 'Kế hoạch quy định mỗi đội ít nhất {{least}} người.',
  headcountUnclear: 'Xin gõ số người bằng chữ số, ví dụ: 12',
  headcountBad: 'Số người đăng ký phải từ {{least}} đến {{most}}. Xin gõ lại.',
  checkComponents: 'Hình thức thi: {{components}}',
  checkHeadcount: 'Số người đăng ký: {{headcount}}',
  listNext: 'Việc tiếp theo: gửi danh sách người dự thi bằng lệnh /danhsach.',
  teamLabel: 'Tên đội',
  teamAsk: 'Tên đội hoặc tên Tổ công nghệ số cộng đồng là gì?',
  contactLabel: 'Người liên hệ',
  contactAsk: 'Họ và tên người liên hệ của đội là gì?',
  teamDoubt:
    '«{{typed}}» giống họ tên một người. Đây có đúng là tên đội không? Nếu không, xin gõ lại tên đội hoặc tên Tổ công nghệ số cộng đồng.',
  contactDoubt:
    '«{{typed}}» có phải họ tên một người không? Ở câu này Trợ lý cần họ và tên người liên hệ; nếu chưa đúng, xin gõ lại.',
  doubtYes: 'Có, đúng, ghi như vậy',
  teamNoName: 'Xin gõ tên đội bằng chữ, ví dụ: Tổ công nghệ số cộng đồng thôn 3.',
  contactNoName: 'Xin gõ họ và tên bằng chữ. Số điện thoại Trợ lý sẽ hỏi ở câu sau.',
  phoneLabel: 'Số điện thoại',
  phoneAsk: 'Số điện thoại của người liên hệ là gì? (ví dụ: 0905 123 456)',
  phonePlease:
    'Ở câu này xin anh/chị gõ số điện thoại: Trợ lý không đọc được ảnh, nhãn dán, danh thiếp hay tệp.',
  phoneBad: 'Số này chưa đúng là số điện thoại Việt Nam. Xin gõ đủ 10 chữ số, ví dụ 0905 123 456.',
  check:
    '<b>Xin anh/chị kiểm tra lại:</b>\nĐơn vị: {{unit}}\nTên đội: {{team}}\nNgười liên hệ: {{contact}}\nSố điện thoại: {{phone}}',
  send: 'Đúng, gửi đăng ký',
  done: 'Đã đăng ký cho đội <b>{{team}}</b>, {{unit}}.',
  submitWhen: 'Thời gian nộp bài: từ {{opens}} đến hết {{closes}}.',
  quota: '{{sender}} được gửi tối đa {{quota}} bài.',
  full: 'Lưu ý: {{sender}} được gửi tối đa {{quota}} bài và hiện đã gửi đủ: {{entries}}. Đội chỉ nộp được bài khi một trong các bài này được rút.',
  fullAhead:
    'Lưu ý: {{sender}} được gửi tối đa {{quota}} bài và hiện đã gửi đủ. Đội chỉ nộp được bài khi một trong các bài này được rút.',
  fullStill: 'Anh/chị vẫn đăng ký được.',
  notYet: 'Chưa đến thời gian đăng ký. Đăng ký sẽ mở lúc {{opens}}.',
  closed:
    'Đã hết hạn đăng ký lúc {{closes}}, nên Trợ lý không nhận đăng ký mới nữa. Mọi thắc mắc xin liên hệ Ban Tổ chức.',
  barred:
    'Anh/chị đang giữ nhiệm vụ trong Ban Tổ chức hoặc Ban Giám khảo của cuộc thi này, nên không được dự thi theo thể lệ.',
  forYou:
    'Số điện thoại này đã được {{by}} dùng để đăng ký thay cho đội «{{team}}», {{unit}}. Nếu đó là đội của anh/chị, xin hỏi đầu mối của đơn vị mã nhận đội rồi gõ: /nhandoi và mã. Trên Telegram, anh/chị cũng có thể gửi số của chính mình (bấm kẹp giấy, chọn Liên hệ).',
  already: 'Anh/chị đã đăng ký cho đội «{{team}}», {{unit}}. Gõ /trangthai để xem lại.',
} as const;
