/** /hoi, /hoidap, /congkhai, and /traloi for questions: what people ask the secretariat. */
export default {
  title: 'Hỏi Ban Tổ chức',
  textLabel: 'Câu hỏi',
  textAsk: 'Anh/chị muốn hỏi Ban Tổ chức điều gì? Xin viết trong một tin nhắn.',
  receipt:
    'Đã gửi câu hỏi <b>{{code}}</b> tới Ban Tổ chức lúc {{at}}. Khi có trả lời, Trợ lý nhắn ngay tại đây. Những câu đã được trả lời chung: /hoidap',
  tooMany:
    'Anh/chị đang có {{count}} câu hỏi chờ trả lời. Xin đợi Ban Tổ chức trả lời rồi hỏi tiếp; việc gấp xin gọi cho Tổ Thư ký.',
  told: '<b>{{contest}}</b>\nCâu hỏi <b>{{code}}</b> của {{name}}:\n{{text}}\n\nĐể trả lời, xin nhắn riêng cho Trợ lý: /traloi {{code}}',
  which: 'Anh/chị trả lời khiếu nại hay câu hỏi nào?',
  answerTitle: 'Trả lời câu hỏi',
  answerLabel: 'Câu trả lời',
  answerAsk: 'Xin ghi câu trả lời. Người hỏi sẽ đọc đúng như anh/chị viết.',
  whole: '<b>Câu hỏi {{code}}</b> của {{name}}, lúc {{at}}:\n{{text}}',
  none: 'Không có câu hỏi {{code}}. Xin gõ /traloi để xem những gì đang chờ trả lời.',
  answered: 'Câu hỏi {{code}} đã được {{by}} trả lời lúc {{at}}.',
  done: 'Đã gửi câu trả lời cho người hỏi {{code}}.',
  doneMissed:
    'Đã ghi câu trả lời {{code}}, nhưng Trợ lý không nhắn được cho người hỏi ({{who}}). Xin gọi báo giúp.',
  answerTold: '<b>{{contest}}</b>\nAnh/chị hỏi ({{code}}):\n{{text}}\n\nBan Tổ chức trả lời:\n{{answer}}',
  open: 'Câu hỏi chờ trả lời ({{count}}), gõ /traloi và mã câu hỏi:',
  openLine: '• {{code}}, {{name}}, {{at}}: {{text}}',
  show: 'Công khai hỏi đáp này',
  showTitle: 'Công khai hỏi đáp',
  showSure:
    'Mọi người sẽ đọc được như sau, không kèm tên người hỏi:\n\n<b>Hỏi:</b> {{text}}\n<b>Đáp:</b> {{answer}}\n\nAnh/chị công khai chứ?',
  showYes: 'Công khai',
  showRewrite: 'Viết lại câu hỏi',
  showNo: 'Không công khai',
  rewriteAsk: 'Xin viết lại câu hỏi như mọi người sẽ đọc.',
  showLeft: 'Không công khai. Người hỏi vẫn nhận được câu trả lời của mình.',
  shown:
    'Đã công khai hỏi đáp {{code}}. Mọi người xem được bằng /hoidap. Để thôi công khai, xin gõ: /congkhai {{code}} thôi',
  hidden: 'Đã thôi công khai hỏi đáp {{code}}.',
  unanswered: 'Câu hỏi {{code}} chưa được trả lời nên chưa công khai được. Xin gõ /traloi {{code}}',
  whichToShow: 'Xin ghi mã câu hỏi, ví dụ: /congkhai {{example}}',
  heading: '<b>Hỏi đáp về {{contest}}</b>',
  pair: '<b>Hỏi:</b> {{text}}\n<b>Đáp:</b> {{answer}}',
  noneShown: 'Chưa có hỏi đáp nào được công khai. Anh/chị có câu hỏi, xin gõ /hoi và nội dung.',
  offer: 'Gửi câu này cho Ban Tổ chức',
} as const;
