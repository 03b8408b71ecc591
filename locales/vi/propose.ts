/** /dexuat: the head judge proposes the result. */
export default {
  title: 'Đề nghị kết quả',
  preview: '<b>XEM TRƯỚC – chưa gửi cho ai</b>',
  previewCorrection: '<b>XEM TRƯỚC BẢN ĐÍNH CHÍNH số {{version}} – chưa gửi cho ai</b>',
  willDraw: 'Khi anh/chị lập đề nghị, Trợ lý bốc thăm ngay. Kết quả bốc thăm được giữ, không bốc lại.',
  whyLabel: 'Lý do đính chính',
  whyAsk: 'Vì sao phải đính chính kết quả đã công bố? Xin ghi lý do; lý do được công bố cùng bản đính chính.',
  remarkLabel: 'Nhận xét',
  remarkAsk: 'Anh/chị có nhận xét gì gửi kèm cho người phê duyệt không?',
  remarkNone: 'Không có nhận xét',
  sure: 'Đề nghị kết quả trên ({{count}} bài xếp hạng, hạng nhất là {{first}}) và trình phê duyệt?',
  sureRemark: 'Nhận xét gửi kèm: {{remark}}',
  yes: 'Đề nghị',
  no: 'Chưa đề nghị',
  left: 'Chưa đề nghị. Kết quả chưa được gửi cho ai.',
  done: 'Đã lập đề nghị số {{number}} lúc {{at}} và trình phê duyệt. Kết quả chưa được gửi cho ai khác.',
  doneOwn:
    'Đã lập đề nghị số {{number}} lúc {{at}}. Cuộc thi chưa có Trưởng Ban Tổ chức trong Trợ lý nên anh/chị phê duyệt được: gõ /pheduyet.',
  told: '<b>{{contest}}</b>\nCó đề nghị kết quả số {{number}} chờ phê duyệt. Xin gõ /pheduyet để xem và quyết định.',
  changed: 'Số liệu vừa thay đổi so với bản xem trước, nên chưa lập đề nghị. Xin xem lại bản mới:',
  waits:
    'Đề nghị số {{number}} đang chờ phê duyệt. Muốn lập đề nghị khác, xin người phê duyệt trả lại đề nghị này trước (/pheduyet).',
  approved: 'Đề nghị số {{number}} đã được phê duyệt và đang chờ công bố (/congbo).',
  unchanged:
    'Phiếu chấm, lượt tương tác và danh sách bài vẫn như khi công bố kết quả bản số {{version}}, nên không có gì để đính chính.',
} as const;
