/** /dexuat: the head judge proposes the result. */
export default {
  title: 'Đề nghị kết quả',
  preview: '<b>XEM TRƯỚC – chưa gửi cho ai</b>',
  previewCorrection: '<b>XEM TRƯỚC BẢN ĐÍNH CHÍNH số {{version}} – chưa gửi cho ai</b>',
  nothingNew:
    'Bản đính chính này chỉ cần khi phải công bố số liệu mới dùng để tính, hoặc quyết định lại giải của các bài đồng hạng. Nếu không cần, xin gõ /huy.',
  willDraw: 'Khi anh/chị lập đề nghị, Trợ lý bốc thăm ngay. Kết quả bốc thăm được giữ, không bốc lại.',
  whyLabel: 'Lý do đính chính',
  whyAsk: 'Vì sao phải đính chính kết quả đã công bố? Xin ghi lý do; lý do được công bố cùng bản đính chính.',
  remarkLabel: 'Nhận xét',
  remarkAsk: 'Anh/chị có nhận xét gì gửi kèm cho người phê duyệt không?',
  remarkNone: 'Không có nhận xét',
  borderLabel: 'Giải của các bài đồng hạng',
  borderAsk:
    'Các bài {{codes}} đồng hạng, mà ở đó kế hoạch có {{prizes}} và không quy định trao thế nào. Anh/chị đề nghị thế nào? Nếu cùng nhận giải cao hơn thì số giải và tiền thưởng nhiều hơn kế hoạch.',
  borderTooFew:
    'Các bài {{codes}} đồng hạng, mà kế hoạch chỉ còn {{prizes}} và không quy định trao thế nào. Anh/chị đề nghị thế nào? Nếu cùng nhận thì số giải và tiền thưởng nhiều hơn kế hoạch.',
  borderCounted: '{{count}} {{prize}}',
  borderAll: 'Cùng nhận {{prize}}',
  borderNone: 'Không bài nào nhận',
  borderOpen: 'Để Ban Tổ chức quyết định sau',
  borderReasonLabel: 'Lý do',
  borderReasonAsk: 'Vì sao? Xin ghi lý do; lý do được công bố cùng kết quả.',
  keptLabel: 'Quyết định lần trước',
  keptAsk: 'Khi công bố bản trước đã quyết định về giải của các bài đồng hạng:',
  keptKeep: 'Giữ nguyên',
  keptAnew: 'Quyết định lại',
  sureOpen:
    'Chưa quyết định trao {{prizes}} cho bài nào trong các bài đồng hạng {{codes}}; khi công bố, danh sách sẽ ghi rõ như vậy.',
  sure: 'Đề nghị kết quả trên ({{count}} bài xếp hạng, hạng nhất là {{first}}) và trình phê duyệt?',
  sureRemark: 'Nhận xét gửi kèm: {{remark}}',
  yes: 'Đề nghị',
  no: 'Chưa đề nghị',
  left: 'Chưa đề nghị. Kết quả chưa được gửi cho ai.',
  done: 'Đã lập đề nghị số {{number}} lúc {{at}} và trình phê duyệt. Kết quả chưa được gửi cho ai khác.',
  doneOwn:
    'Đã lập đề nghị số {{number}} lúc {{at}}. Cuộc thi chưa có Trưởng Ban Tổ chức trong Trợ lý nên anh/chị phê duyệt được: gõ /pheduyet.',
  told: '<b>{{contest}}</b>\nCó đề nghị kết quả số {{number}} chờ phê duyệt. Xin gõ /pheduyet để xem và quyết định.',
  notYet: 'Chưa đề nghị kết quả được',
  changed: 'Số liệu vừa thay đổi so với bản xem trước, nên chưa lập đề nghị. Xin xem lại bản mới:',
  waits:
    'Đề nghị số {{number}} đang chờ phê duyệt. Muốn lập đề nghị khác, xin người phê duyệt trả lại đề nghị này trước (/pheduyet).',
  approved: 'Đề nghị số {{number}} đã được phê duyệt và đang chờ công bố (/congbo).',
  unchanged:
    'Phiếu chấm, lượt tương tác và danh sách bài vẫn như khi công bố kết quả bản số {{version}}, nên không có gì để đính chính.',
} as const;
