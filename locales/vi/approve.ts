/** /pheduyet: the chair approves what was proposed, or returns it. */
export default {
  title: 'Phê duyệt kết quả',
  preview: '<b>ĐỀ NGHỊ SỐ {{number}} – chưa công bố</b>\n{{by}} đề nghị lúc {{at}}.',
  remark: 'Nhận xét gửi kèm: {{remark}}',
  decisionLabel: 'Quyết định',
  decisionAsk:
    'Nếu phê duyệt, xin ghi số và ngày văn bản, ví dụ: 15/QĐ-BTC {{day}}. Nếu chưa, xin chọn «Trả lại».',
  return: 'Trả lại',
  paperIsDate: 'Đây là ngày, chưa có số văn bản. Xin ghi cả hai, ví dụ: 15/QĐ-BTC {{day}}.',
  paperNoDay: 'Còn thiếu ngày ký. Xin ghi số rồi đến ngày, ví dụ: {{number}} {{day}}.',
  paperTooLong: 'Số văn bản dài quá {{longest}} chữ. Xin chỉ ghi số và ngày, ví dụ: 15/QĐ-BTC {{day}}.',
  dayAhead: 'Ngày {{day}} chưa đến. Xin ghi ngày ký văn bản.',
  reasonLabel: 'Lý do trả lại',
  reasonAsk: 'Vì sao trả lại? Xin ghi lý do để người đề nghị biết cần làm gì.',
  sureApprove: 'Phê duyệt đề nghị số {{number}} bằng văn bản {{paper}}?',
  sureReturn: 'Trả lại đề nghị số {{number}}?\nLý do: {{reason}}',
  yes: 'Xác nhận',
  no: 'Để sau',
  left: 'Chưa quyết định gì. Đề nghị số {{number}} vẫn chờ phê duyệt.',
  done: 'Đã phê duyệt đề nghị số {{number}} lúc {{at}}, văn bản {{paper}}. Bước tiếp theo là công bố (/congbo).',
  doneOwn:
    'Đã phê duyệt đề nghị số {{number}} lúc {{at}}, văn bản {{paper}}. Anh/chị công bố được ngay: gõ /congbo.',
  returned: 'Đã trả lại đề nghị số {{number}} lúc {{at}}.',
  returnedHeard: 'Người đề nghị đã được báo kèm lý do.',
  returnedOwn: 'Đề nghị này do anh/chị lập: xem xét xong, xin gõ /dexuat để đề nghị lại.',
  told: '<b>{{contest}}</b>\nĐề nghị kết quả số {{number}} đã được phê duyệt (văn bản số {{paper}}). Xin gõ /congbo để xem lại và công bố.',
  returnedTold:
    '<b>{{contest}}</b>\nĐề nghị kết quả số {{number}} được trả lại. Lý do: {{reason}}\nXem xét xong, xin gõ /dexuat để đề nghị lại.',
  none: 'Chưa có đề nghị kết quả nào chờ phê duyệt. Trưởng Ban Giám khảo đề nghị bằng lệnh /dexuat sau khi chấm xong.',
  already: 'Đề nghị số {{number}} đã được phê duyệt lúc {{at}}, văn bản số {{paper}}.',
  returnedAlready: 'Đề nghị số {{number}} đã được trả lại lúc {{at}}. Khi có đề nghị mới, Trợ lý sẽ báo.',
  newer: 'Trong lúc anh/chị xem, đã có đề nghị mới số {{number}}. Xin gõ /pheduyet để xem bản mới.',
} as const;
