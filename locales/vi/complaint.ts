/** /khieunai and /traloi: what is said against a result, and what is answered. */
export default {
  title: 'Khiếu nại',
  notTakingPart:
    'Việc này dành cho đội dự thi và đầu mối đơn vị. Nếu anh/chị là thành viên của đội, xin nhờ người liên hệ của đội gửi.',
  closed: 'Đã hết thời gian nhận khiếu nại lúc {{closes}}. Mọi thắc mắc xin liên hệ Ban Tổ chức.',
  noResult:
    'Kết quả chưa được công bố nên chưa khiếu nại về kết quả được. Nếu có vướng mắc về một bài, xin ghi mã bài.',
  tooMany:
    'Anh/chị đang có {{count}} khiếu nại chờ trả lời ({{codes}}). Xin đợi Ban Tổ chức trả lời một khiếu nại rồi gửi tiếp; nội dung thêm có thể gộp vào khiếu nại sau.',
  shortText:
    'Nội dung «{{text}}» còn ngắn quá (cần ít nhất {{shortest}} chữ cái), nên Trợ lý hỏi lại để anh/chị ghi rõ hơn.',
  longText:
    'Nội dung anh/chị vừa gửi dài {{length}} chữ cái, quá {{longest}}. Xin rút gọn rồi gửi lại khi Trợ lý hỏi.',
  aboutLabel: 'Khiếu nại về',
  aboutAsk: 'Anh/chị khiếu nại về bài nào? Xin chọn, hoặc gõ mã bài.',
  aboutAskResult: 'Anh/chị khiếu nại về bài nào, hay về kết quả chung? Xin chọn, hoặc gõ mã bài.',
  chooseResult: 'Kết quả chung',
  aboutResult: 'kết quả',
  aboutEntry: 'bài {{code}}',
  textLabel: 'Nội dung',
  textAsk: 'Xin ghi nội dung khiếu nại: điều gì chưa đúng, vì sao.',
  sure: 'Gửi khiếu nại về {{about}} tới Ban Tổ chức?\n{{text}}',
  yes: 'Gửi khiếu nại',
  no: 'Không gửi',
  left: 'Chưa gửi khiếu nại nào.',
  receipt:
    'Đã nhận khiếu nại <b>{{code}}</b> về {{about}} lúc {{at}}. Ban Tổ chức trả lời chậm nhất {{due}}, ngay tại đây.',
  receiptNoDue:
    'Đã nhận khiếu nại <b>{{code}}</b> về {{about}} lúc {{at}}. Kế hoạch không quy định thời hạn trả lời; khi Ban Tổ chức trả lời, Trợ lý báo ngay tại đây.',
  told: '<b>{{contest}}</b>\nKhiếu nại <b>{{code}}</b> của {{name}} về {{about}}:\n{{text}}\n\nĐể trả lời, xin gõ /traloi {{code}}',
  answerTitle: 'Trả lời khiếu nại',
  which: 'Anh/chị trả lời khiếu nại nào?',
  noneOpen: 'Không có khiếu nại hay câu hỏi nào chờ trả lời.',
  none: 'Không có khiếu nại {{code}}. Xin gõ /traloi để xem các khiếu nại đang chờ.',
  badCode:
    'Trợ lý không đọc được số khiếu nại «{{typed}}». Xin ghi như {{example}}, hoặc gõ /traloi để chọn.',
  answered: 'Khiếu nại {{code}} đã được trả lời lúc {{at}}.',
  whole: '<b>Khiếu nại {{code}}</b> của {{name}} về {{about}}, lúc {{at}}:\n{{text}}',
  draftSoFar: 'Câu trả lời do {{by}} soạn:\n{{draft}}',
  answerLabel: 'Câu trả lời',
  answerAsk: 'Xin ghi câu trả lời. Người khiếu nại sẽ đọc đúng như anh/chị viết.',
  useDraft: 'Dùng câu trả lời đã soạn',
  upheldLabel: 'Kết luận',
  upheldAsk: 'Khiếu nại này đúng hay không đúng?',
  upheld: 'Khiếu nại đúng',
  rejected: 'Khiếu nại không đúng',
  sureDraft: 'Trình câu trả lời này để quyết định?\n{{answer}}',
  sureUpheld: 'Trả lời khiếu nại {{code}}: khiếu nại đúng?\n{{answer}}',
  sureRejected: 'Trả lời khiếu nại {{code}}: khiếu nại không đúng?\n{{answer}}',
  answerYes: 'Gửi',
  answerNo: 'Để sau',
  answerLeft: 'Chưa gửi gì. Khiếu nại {{code}} vẫn chờ trả lời.',
  drafted: 'Đã trình câu trả lời khiếu nại {{code}} lúc {{at}}. Khi có quyết định, người khiếu nại được báo.',
  done: 'Đã trả lời khiếu nại {{code}} lúc {{at}}.',
  doneHeard: 'Người khiếu nại đã được báo.',
  doneUpheld:
    'Đã trả lời khiếu nại {{code}} lúc {{at}}. Nếu kết quả phải thay đổi, xin Trưởng Ban Giám khảo đề nghị bản đính chính (/dexuat).',
  draftTold:
    '<b>{{contest}}</b>\nKhiếu nại <b>{{code}}</b> đã có câu trả lời soạn sẵn, chờ quyết định. Xin gõ /traloi {{code}}',
  upheldTold:
    '<b>{{contest}}</b>\nTrả lời khiếu nại <b>{{code}}</b> về {{about}}: Ban Tổ chức kết luận <b>khiếu nại đúng</b>.\n{{answer}}',
  rejectedTold:
    '<b>{{contest}}</b>\nTrả lời khiếu nại <b>{{code}}</b> về {{about}}: Ban Tổ chức kết luận <b>khiếu nại không đúng</b>.\n{{answer}}',
  finalTold:
    '<b>{{contest}}</b>\nĐã hết thời gian nhận khiếu nại ({{at}}) và không còn khiếu nại nào chờ trả lời: kết quả đã công bố là <b>kết quả chính thức</b>.',
  open: 'Khiếu nại chờ trả lời ({{count}}), gõ /traloi:',
  openLine: '• {{code}}, {{name}}, về {{about}}: trả lời chậm nhất {{due}}',
  openLineNoDue: '• {{code}}, {{name}}, về {{about}}: gửi lúc {{at}}',
  openLineDrafted: '• {{code}}, {{name}}, về {{about}}: đã soạn trả lời, chờ quyết định',
} as const;
